/** Draw a Scene, or the part of it within a rectangle. Nothing is measured here: the Scene says where everything stands. */
import type { Rect } from '../../core/measure/index.ts';
import type { GlyphRun, Part, PictureItem, Rule, Scene } from '../../core/scene/index.ts';
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

/** Put every small glyph that is needed on the atlases first: an atlas that is drawn on between copies is slow to copy from. */
function prepare(scene: Scene, clip: Rect, lens: Lens, glyphs: Glyphs): void {
  for (const part of scene.parts) {
    const boxes = itemBoxes(part);
    part.items.forEach((item, i) => {
      if (item.kind !== 'glyphs' || !touches(part, boxes[i] as Rect, clip)) return;
      const strike = glyphs.strike(item, lens.scale);
      if (strike && !strike.large) eachGlyph(part, item, lens, (id, x, y) => void stampAt(glyphs, strike, id, x, y));
    });
  }
}

function drawRun(ctx: CanvasRenderingContext2D, part: Part, run: GlyphRun, lens: Lens, glyphs: Glyphs): void {
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
  const X = (x: number): number => (upright ? Math.round((part.x + x) * lens.scale + lens.left - odd) + odd : (part.x + x) * lens.scale + lens.left);
  const Y = (y: number): number => (level ? Math.round((part.y + y) * lens.scale + lens.top - odd) + odd : (part.y + y) * lens.scale + lens.top);
  ctx.strokeStyle = toCss(rule.colour);
  ctx.lineWidth = width;
  ctx.setLineDash(rule.dash.map((d) => d * lens.scale));
  ctx.beginPath();
  ctx.moveTo(X(rule.x1), Y(rule.y1));
  ctx.lineTo(X(rule.x2), Y(rule.y2));
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

/** The place of a picture that has not been given: pale grey, crossed. */
function drawEmptyBox(ctx: CanvasRenderingContext2D, r: Rect): void {
  ctx.fillStyle = 'rgb(226 225 221)';
  ctx.fillRect(r.x, r.y, r.width, r.height);
  ctx.strokeStyle = 'rgb(176 174 168)';
  ctx.lineWidth = 1;
  ctx.strokeRect(r.x + 0.5, r.y + 0.5, r.width - 1, r.height - 1);
  ctx.beginPath();
  ctx.moveTo(r.x, r.y);
  ctx.lineTo(r.x + r.width, r.y + r.height);
  ctx.moveTo(r.x + r.width, r.y);
  ctx.lineTo(r.x, r.y + r.height);
  ctx.stroke();
}

function drawPicture(ctx: CanvasRenderingContext2D, part: Part, item: PictureItem, lens: Lens, pictures: PictureSource): void {
  const r = pixelRect(part, item, lens);
  if (item.picture === null) return drawEmptyBox(ctx, r);
  const bitmap = pictures.get(item.picture, r.width / Math.max(0.01, item.crop.width));
  if (!bitmap) {
    ctx.fillStyle = 'rgb(216 215 211)';
    ctx.fillRect(r.x, r.y, r.width, r.height);
    return;
  }
  const { crop } = item;
  const quarter = Math.abs(item.rotate % 180) === 90;
  const [w, h] = quarter ? [r.height, r.width] : [r.width, r.height];
  ctx.save();
  ctx.beginPath();
  ctx.rect(r.x, r.y, r.width, r.height);
  ctx.clip();
  ctx.translate(r.x + r.width / 2, r.y + r.height / 2);
  ctx.rotate((item.rotate * Math.PI) / 180);
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(bitmap, crop.x * bitmap.width, crop.y * bitmap.height, crop.width * bitmap.width, crop.height * bitmap.height, -w / 2, -h / 2, w, h);
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
  const sheet = { x: lens.left, y: lens.top, width: Math.round(scene.widthPt * lens.scale), height: Math.round(scene.heightPt * lens.scale) };
  ctx.fillStyle = PAPER_CSS;
  ctx.fillRect(sheet.x, sheet.y, sheet.width, sheet.height);
  for (const part of scene.parts) {
    const boxes = itemBoxes(part);
    part.items.forEach((item, i) => {
      if (!touches(part, boxes[i] as Rect, clip)) return;
      if (item.kind === 'glyphs') drawRun(ctx, part, item, lens, painter.glyphs);
      else if (item.kind === 'rule') drawRule(ctx, part, item, lens);
      else if (item.kind === 'picture') drawPicture(ctx, part, item, lens, painter.pictures);
      else {
        const r = pixelRect(part, item, lens);
        ctx.fillStyle = toCss(item.colour);
        ctx.fillRect(r.x, r.y, r.width, r.height);
      }
    });
  }
  ctx.restore();
}
