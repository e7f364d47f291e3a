/** Draw a Scene, or the part of it within a rectangle. Nothing is measured here: the Scene says where everything stands. */
import type { Rect } from '../../core/measure/index.ts';
import {
  type Colour,
  emptyBox,
  type Fill,
  type GlyphRun,
  type Part,
  type PictureItem,
  type Rule,
  type Scene,
} from '../../core/scene/index.ts';
import { itemBoxes } from './boxes.ts';
import { hexPixel, PAPER_CSS, toCss, toPixel } from './colour.ts';
import type { Glyphs, Strike } from './glyphs.ts';
import type { PictureSource } from './pictures.ts';
import { type Lens, Pixels, type Reach } from './pixels.ts';
import type { Context } from './surface.ts';

export interface Painter {
  readonly glyphs: Glyphs;
  readonly pictures: PictureSource;
}

/** What a painting under way draws with, and where. */
interface Brush {
  readonly ctx: Context;
  readonly lens: Lens;
  readonly pixels: Pixels;
  readonly glyphs: Glyphs;
  readonly pictures: PictureSource;
}

const touches = (part: Part, box: Rect, clip: Rect): boolean =>
  part.x + box.x < clip.x + clip.width &&
  clip.x < part.x + box.x + box.width &&
  part.y + box.y < clip.y + clip.height &&
  clip.y < part.y + box.y + box.height;

/** Where a box of a part reaches, in device pixels. */
const reachOf = (part: Part, box: Rect, { scale, left, top }: Lens): Reach => ({
  x: (part.x + box.x) * scale + left,
  y: (part.y + box.y) * scale + top,
  width: box.width * scale,
  height: box.height * scale,
});

/** Type smaller than this many device pixels is shown as grey bars: nobody can read it, and drawing it would be slow. */
const GREEK_PX = 2.4;

function drawGreek({ ctx, lens }: Brush, part: Part, run: GlyphRun, box: Rect): void {
  const em = run.sizePt;
  ctx.fillStyle = toCss(run.colour);
  ctx.globalAlpha = 0.42;
  const [x, y] = [(part.x + box.x + em * 0.4) * lens.scale + lens.left, (part.y + box.y + em * 0.4) * lens.scale + lens.top];
  ctx.fillRect(x, y, (box.width - em * 0.8) * lens.scale, Math.max(0.5, (box.height - em * 1.5) * lens.scale));
  ctx.globalAlpha = 1;
}

/** Type too large for stamps, from its outlines. */
function drawLarge({ ctx, lens, glyphs }: Brush, part: Part, run: GlyphRun, strike: Strike): void {
  const { ids, x, y } = part.glyphs;
  ctx.fillStyle = toCss(run.colour);
  for (let i = run.start; i < run.end; i++)
    glyphs.fill(
      ctx,
      strike,
      ids[i] as number,
      (part.x + (x[i] as number)) * lens.scale + lens.left,
      (part.y + (y[i] as number)) * lens.scale + lens.top,
    );
  ctx.setTransform(1, 0, 0, 1, 0, 0);
}

/** Nearer to an upright run's ink than its box: a caption does not lie on its picture, nor a line on the rule below. */
function inkOf(run: GlyphRun, box: Rect): Rect {
  const em = run.sizePt * Math.max(1, run.scaleX);
  return { x: box.x + em * 0.35, y: box.y + em * 0.1, width: box.width - em * 0.7, height: box.height - em * 0.85 };
}

function drawRun(brush: Brush, part: Part, run: GlyphRun, box: Rect): void {
  const { lens, pixels, glyphs } = brush;
  const reach = reachOf(part, run.orientation === 'upright' ? inkOf(run, box) : box, lens);
  if (run.sizePt * lens.scale < GREEK_PX) {
    pixels.own(reach, () => drawGreek(brush, part, run, box));
    return;
  }
  const strike = glyphs.strike(run, lens.scale);
  if (strike?.large) pixels.own(reach, () => drawLarge(brush, part, run, strike));
  else if (strike) pixels.run(part, run, strike, reach);
}

/** A rule is never thinner than one device pixel, and an upright or level one lies on whole pixels. */
function drawRule(brush: Brush, part: Part, rule: Rule, box: Rect): void {
  const { ctx, lens, pixels } = brush;
  const width = Math.max(1, Math.round(rule.widthPt * lens.scale));
  const odd = (width % 2) / 2;
  const level = rule.y1 === rule.y2;
  const upright = rule.x1 === rule.x2;
  const onGrid = (v: number): number => Math.round(v - odd) + odd;
  const px = (x: number): number => (part.x + x) * lens.scale + lens.left;
  const py = (y: number): number => (part.y + y) * lens.scale + lens.top;
  const [x1, x2] = upright ? [onGrid(px(rule.x1)), onGrid(px(rule.x1))] : [px(rule.x1), px(rule.x2)];
  const [y1, y2] = level ? [onGrid(py(rule.y1)), onGrid(py(rule.y1))] : [py(rule.y1), py(rule.y2)];
  if ((level || upright) && rule.dash.length === 0) {
    pixels.rect(barOf(x1, y1, x2, y2, width, upright), toPixel(rule.colour));
    return;
  }
  pixels.own(reachOf(part, box, lens), () => {
    ctx.strokeStyle = toCss(rule.colour);
    ctx.lineWidth = width;
    ctx.setLineDash(rule.dash.map((d) => d * lens.scale));
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
    ctx.setLineDash([]);
  });
}

/** An upright or level rule as a rectangle of whole pixels. */
function barOf(x1: number, y1: number, x2: number, y2: number, width: number, upright: boolean): Reach {
  const [from, to] = upright ? [Math.min(y1, y2), Math.max(y1, y2)] : [Math.min(x1, x2), Math.max(x1, x2)];
  const start = Math.round(from);
  const length = Math.max(1, Math.round(to) - start);
  const across = Math.round((upright ? x1 : y1) - width / 2);
  return upright ? { x: across, y: start, width, height: length } : { x: start, y: across, width: length, height: width };
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

const drawFill = (brush: Brush, part: Part, fill: Fill): void => brush.pixels.rect(pixelRect(part, fill, brush.lens), toPixel(fill.colour));

function drawEmptyBox(brush: Brush, part: Part, item: PictureItem): void {
  for (const line of emptyBox(item.x, item.y, item.width, item.height))
    if (line.kind === 'fill') drawFill(brush, part, line);
    else drawRule(brush, part, line, item);
}

/** A picture that has not come yet. */
const WAITING: Colour = { kind: 'cmyk', c: 0, m: 0, y: 0.02, k: 0.16 };

function drawPicture(brush: Brush, part: Part, item: PictureItem): void {
  const { ctx, lens, pixels, pictures } = brush;
  const r = pixelRect(part, item, lens);
  if (item.picture === null) {
    drawEmptyBox(brush, part, item);
    return;
  }
  // As placePicture has it: near a quarter turn the sides change places.
  const lying = Math.round(Math.abs(item.rotate) / 90) % 2 === 1;
  const [width, height] = lying ? [r.height, r.width] : [r.width, r.height];
  const shown = pictures.get(item.picture, item.crop, width, height);
  if (!shown) {
    pixels.rect(r, toPixel(WAITING));
    return;
  }
  const { source, from } = shown;
  pixels.own(r, () => {
    ctx.save();
    ctx.beginPath();
    ctx.rect(r.x, r.y, r.width, r.height);
    ctx.clip();
    // A turned picture may stand between pixels; an upright one must not.
    ctx.translate(r.x + r.width / 2, r.y + r.height / 2);
    ctx.rotate((item.rotate * Math.PI) / 180);
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(source, from.x, from.y, from.width, from.height, -width / 2, -height / 2, width, height);
    ctx.restore();
  });
}

/**
 * Paint what of the sheet lies within `device` (whole device pixels), the pasteboard around it left alone.
 * The caller has set no transform; the clip is this function's own. `surround` is the colour beside the sheet, as `#rrggbb`.
 */
export function paintScene(ctx: Context, scene: Scene | null, lens: Lens, device: Rect, painter: Painter, surround = PAPER_CSS): void {
  const pixels = new Pixels(ctx, device, hexPixel(surround), lens, painter.glyphs);
  ctx.save();
  ctx.beginPath();
  ctx.rect(device.x, device.y, device.width, device.height);
  ctx.clip();
  if (scene) gather({ ctx, lens, pixels, ...painter }, scene, device);
  pixels.show();
  ctx.restore();
}

/** The sheet, and every item on it that reaches into `device`, in paint order. */
function gather(brush: Brush, scene: Scene, device: Rect): void {
  const { lens } = brush;
  const clip: Rect = {
    x: (device.x - lens.left) / lens.scale,
    y: (device.y - lens.top) / lens.scale,
    width: device.width / lens.scale,
    height: device.height / lens.scale,
  };
  const sheet = {
    x: lens.left,
    y: lens.top,
    width: Math.round(scene.widthPt * lens.scale),
    height: Math.round(scene.heightPt * lens.scale),
  };
  brush.pixels.rect(sheet, hexPixel(PAPER_CSS));
  for (const part of scene.parts) {
    const boxes = itemBoxes(part);
    part.items.forEach((item, i) => {
      const box = boxes[i] as Rect;
      if (!touches(part, box, clip)) return;
      if (item.kind === 'glyphs') drawRun(brush, part, item, box);
      else if (item.kind === 'rule') drawRule(brush, part, item, box);
      else if (item.kind === 'picture') drawPicture(brush, part, item);
      else drawFill(brush, part, item);
    });
  }
}
