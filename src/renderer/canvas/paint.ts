/** Draw a Scene, or the part of it within a rectangle. Nothing is measured here: the Scene says where everything stands. */
import type { Rect } from '../../core/measure/index.ts';
import { emptyBox, type Fill, type GlyphRun, type Part, type PictureItem, type Rule, type Scene } from '../../core/scene/index.ts';
import { itemBoxes } from './boxes.ts';
import { PAPER_CSS, toCss } from './colour.ts';
import type { Glyphs, Strike } from './glyphs.ts';
import type { PictureSource } from './pictures.ts';

/** Points of the page to device pixels: x·scale + left. `left` and `top` are whole numbers. */
export interface Lens {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export interface Painter {
  readonly glyphs: Glyphs;
  readonly pictures: PictureSource;
}

const touches = (part: Part, box: Rect, clip: Rect): boolean =>
  part.x + box.x < clip.x + clip.width &&
  clip.x < part.x + box.x + box.width &&
  part.y + box.y < clip.y + clip.height &&
  clip.y < part.y + box.y + box.height;

type Each = (ids: number, x: number, y: number) => void;

/** Each glyph of a run with its origin in device pixels. */
function eachGlyph(part: Part, run: GlyphRun, lens: Lens, each: Each): void {
  const { ids, x, y } = part.glyphs;
  for (let i = run.start; i < run.end; i++)
    each(ids[i] as number, (part.x + (x[i] as number)) * lens.scale + lens.left, (part.y + (y[i] as number)) * lens.scale + lens.top);
}

/** The stamp of a glyph, and the whole pixel it stands on. Origins are rounded to a quarter of a pixel. */
function stampAt(glyphs: Glyphs, strike: Strike, id: number, x: number, y: number) {
  const ix = Math.floor(x + 0.125);
  const qx = Math.min(3, Math.max(0, Math.floor((x + 0.125 - ix) * 4)));
  const rows = strike.rows === 4;
  const iy = rows ? Math.floor(y + 0.125) : Math.round(y);
  const qy = rows ? Math.min(3, Math.max(0, Math.floor((y + 0.125 - iy) * 4))) : 0;
  return { stamp: glyphs.stamp(strike, id, qx, qy), ix, iy };
}

/** Type smaller than this many device pixels is shown as grey bars: nobody can read it, and drawing it would be slow. */
const GREEK_PX = 2.4;

/** Put every small glyph that is needed on the atlases first: an atlas that is drawn on between copies is slow to copy from. */
function prepare(scene: Scene, clip: Rect, lens: Lens, glyphs: Glyphs): void {
  for (const part of scene.parts) {
    const boxes = itemBoxes(part);
    part.items.forEach((item, i) => {
      if (item.kind !== 'glyphs' || item.sizePt * lens.scale < GREEK_PX || !touches(part, boxes[i] as Rect, clip)) return;
      const strike = glyphs.strike(item, lens.scale);
      if (strike && !strike.large) eachGlyph(part, item, lens, (id, x, y) => void stampAt(glyphs, strike, id, x, y));
    });
  }
}

function drawGreek(ctx: CanvasRenderingContext2D, part: Part, run: GlyphRun, box: Rect, lens: Lens): void {
  const em = run.sizePt;
  ctx.fillStyle = toCss(run.colour);
  ctx.globalAlpha = 0.42;
  const [x, y] = [(part.x + box.x + em * 0.4) * lens.scale + lens.left, (part.y + box.y + em * 0.4) * lens.scale + lens.top];
  ctx.fillRect(x, y, (box.width - em * 0.8) * lens.scale, Math.max(0.5, (box.height - em * 1.5) * lens.scale));
  ctx.globalAlpha = 1;
}

function drawRun(ctx: CanvasRenderingContext2D, part: Part, run: GlyphRun, box: Rect, lens: Lens, glyphs: Glyphs): void {
  if (run.sizePt * lens.scale < GREEK_PX) {
    drawGreek(ctx, part, run, box, lens);
    return;
  }
  const strike = glyphs.strike(run, lens.scale);
  if (!strike) return;
  if (strike.large) {
    ctx.fillStyle = strike.colour;
    eachGlyph(part, run, lens, (id, x, y) => glyphs.fill(ctx, strike, id, x, y));
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    return;
  }
  eachGlyph(part, run, lens, (id, x, y) => {
    const { stamp: s, ix, iy } = stampAt(glyphs, strike, id, x, y);
    if (s) ctx.drawImage(s.atlas, s.sx, s.sy, s.width, s.height, ix + s.dx, iy + s.dy, s.width, s.height);
  });
}

/** A rule is never thinner than one device pixel, and an upright or level one lies on whole pixels. */
function drawRule(ctx: CanvasRenderingContext2D, part: Part, rule: Rule, lens: Lens): void {
  const width = Math.max(1, Math.round(rule.widthPt * lens.scale));
  const odd = (width % 2) / 2;
  const level = rule.y1 === rule.y2;
  const upright = rule.x1 === rule.x2;
  const px = (x: number): number =>
    upright ? Math.round((part.x + x) * lens.scale + lens.left - odd) + odd : (part.x + x) * lens.scale + lens.left;
  const py = (y: number): number =>
    level ? Math.round((part.y + y) * lens.scale + lens.top - odd) + odd : (part.y + y) * lens.scale + lens.top;
  ctx.strokeStyle = toCss(rule.colour);
  ctx.lineWidth = width;
  ctx.setLineDash(rule.dash.map((d) => d * lens.scale));
  ctx.beginPath();
  ctx.moveTo(px(rule.x1), py(rule.y1));
  ctx.lineTo(px(rule.x2), py(rule.y2));
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A rectangle of the page on whole device pixels. */
function pixelRect(part: Part, r: Rect, lens: Lens): Rect {
  const x = Math.round((part.x + r.x) * lens.scale + lens.left);
  const y = Math.round((part.y + r.y) * lens.scale + lens.top);
  return {
    x,
    y,
    width: Math.round((part.x + r.x + r.width) * lens.scale + lens.left) - x,
    height: Math.round((part.y + r.y + r.height) * lens.scale + lens.top) - y,
  };
}

function drawFill(ctx: CanvasRenderingContext2D, part: Part, fill: Fill, lens: Lens): void {
  const r = pixelRect(part, fill, lens);
  ctx.fillStyle = toCss(fill.colour);
  ctx.fillRect(r.x, r.y, r.width, r.height);
}

function drawEmptyBox(ctx: CanvasRenderingContext2D, part: Part, item: PictureItem, lens: Lens): void {
  for (const line of emptyBox(item.x, item.y, item.width, item.height))
    if (line.kind === 'fill') drawFill(ctx, part, line, lens);
    else drawRule(ctx, part, line, lens);
}

function drawPicture(ctx: CanvasRenderingContext2D, part: Part, item: PictureItem, lens: Lens, pictures: PictureSource): void {
  const r = pixelRect(part, item, lens);
  if (item.picture === null) {
    drawEmptyBox(ctx, part, item, lens);
    return;
  }
  const bitmap = pictures.get(item.picture, r.width / Math.max(0.01, item.crop.width));
  if (!bitmap) {
    ctx.fillStyle = 'rgb(216 215 211)';
    ctx.fillRect(r.x, r.y, r.width, r.height);
    return;
  }
  const { crop } = item;
  // As placePicture has it: near a quarter turn the sides change places.
  const lying = Math.round(Math.abs(item.rotate) / 90) % 2 === 1;
  const [w, h] = lying ? [r.height, r.width] : [r.width, r.height];
  ctx.save();
  ctx.beginPath();
  ctx.rect(r.x, r.y, r.width, r.height);
  ctx.clip();
  ctx.translate(r.x + r.width / 2, r.y + r.height / 2);
  ctx.rotate((item.rotate * Math.PI) / 180);
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(
    bitmap,
    crop.x * bitmap.width,
    crop.y * bitmap.height,
    crop.width * bitmap.width,
    crop.height * bitmap.height,
    -w / 2,
    -h / 2,
    w,
    h,
  );
  ctx.restore();
}

/**
 * Paint what of the sheet lies within `device` (whole device pixels), the pasteboard around it left alone.
 * The caller has set no transform; the clip is this function's own.
 */
export function paintScene(ctx: CanvasRenderingContext2D, scene: Scene, lens: Lens, device: Rect, painter: Painter): void {
  const clip: Rect = {
    x: (device.x - lens.left) / lens.scale,
    y: (device.y - lens.top) / lens.scale,
    width: device.width / lens.scale,
    height: device.height / lens.scale,
  };
  prepare(scene, clip, lens, painter.glyphs);
  ctx.save();
  ctx.beginPath();
  ctx.rect(device.x, device.y, device.width, device.height);
  ctx.clip();
  const sheet = {
    x: lens.left,
    y: lens.top,
    width: Math.round(scene.widthPt * lens.scale),
    height: Math.round(scene.heightPt * lens.scale),
  };
  ctx.fillStyle = PAPER_CSS;
  ctx.fillRect(sheet.x, sheet.y, sheet.width, sheet.height);
  for (const part of scene.parts) {
    const boxes = itemBoxes(part);
    part.items.forEach((item, i) => {
      if (!touches(part, boxes[i] as Rect, clip)) return;
      if (item.kind === 'glyphs') drawRun(ctx, part, item, boxes[i] as Rect, lens, painter.glyphs);
      else if (item.kind === 'rule') drawRule(ctx, part, item, lens);
      else if (item.kind === 'picture') drawPicture(ctx, part, item, lens, painter.pictures);
      else drawFill(ctx, part, item, lens);
    });
  }
  ctx.restore();
}
