/**
 * What is many and small, small glyphs and straight edges, put straight into pixels: a canvas call for each of ten thousand
 * glyphs takes longer than a frame, and so does reading a view's pixels back. What is painted is therefore gathered in
 * paint order and sorted into layers, of which the first needs no reading: bare paper and all that lies under or beside
 * what the canvas must draw itself (pictures, large type).
 */
import type { Rect } from '../../core/measure/index.ts';
import type { GlyphRun, Part } from '../../core/scene/index.ts';
import { toPixel } from './colour.ts';
import { type Glyphs, type Stamp, type Strike, stampKey } from './glyphs.ts';
import type { Context } from './surface.ts';

/** Points of the page to device pixels: x·scale + left. `left` and `top` are whole numbers. */
export interface Lens {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** Where something reaches, in device pixels. */
export type Reach = Rect;

type Put = { readonly reach: Reach; readonly layer: number } & (
  | { readonly kind: 'run'; readonly part: Part; readonly run: GlyphRun; readonly strike: Strike }
  | { readonly kind: 'rect'; readonly pixel: number }
  /** Drawn by the canvas itself. */
  | { readonly kind: 'own'; draw(): void }
);

/** Pixels of the canvas, from whole pixel `x`, `y` on. */
interface Patch {
  readonly data: Uint32Array;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels to paint on are taken from here each time: what is made and thrown away for every strip brings long collections. */
let pool = new Uint8ClampedArray(0);

/** An image whose pixels are anything, until the next one is asked for. */
function blank(width: number, height: number): ImageData {
  const bytes = width * height * 4;
  if (pool.length < bytes) pool = new Uint8ClampedArray(bytes);
  return new ImageData(pool.subarray(0, bytes), width, height);
}

const meets = (a: Reach, b: Reach): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whole pixels of `r` within `clip`; null for none. */
function wholeWithin(r: Reach, clip: Reach): Reach | null {
  const x = Math.max(clip.x, Math.floor(r.x));
  const y = Math.max(clip.y, Math.floor(r.y));
  const width = Math.min(clip.x + clip.width, Math.ceil(r.x + r.width)) - x;
  const height = Math.min(clip.y + clip.height, Math.ceil(r.y + r.height)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

export class Pixels {
  private readonly puts: Put[] = [];
  private readonly owns: Put[] = [];

  /**
   * @param clip whole device pixels beyond which nothing is put
   * @param ground the pixel that everything lies on
   */
  constructor(
    private readonly ctx: Context,
    private readonly clip: Reach,
    private readonly ground: number,
    private readonly lens: Lens,
    private readonly glyphs: Glyphs,
  ) {}

  /** Put the glyphs of a run that is small enough for stamps. */
  run(part: Part, run: GlyphRun, strike: Strike, reach: Reach): void {
    this.puts.push({ kind: 'run', reach, layer: this.over(reach), part, run, strike });
  }

  /** Put a rectangle of whole device pixels. */
  rect(reach: Reach, pixel: number): void {
    this.puts.push({ kind: 'rect', reach, layer: this.over(reach), pixel });
  }

  /** Let the canvas draw. `draw` stays within `reach` and leaves no transform behind. */
  own(reach: Reach, draw: () => void): void {
    const layer = this.puts.reduce((most, p) => (p.layer > most && meets(p.reach, reach) ? p.layer : most), 0);
    const put: Put = { kind: 'own', reach, layer, draw };
    this.puts.push(put);
    this.owns.push(put);
  }

  /** Put everything on the canvas. */
  show(): void {
    const deepest = this.puts.reduce((most, p) => Math.max(most, p.layer), 0);
    for (let layer = 0; layer <= deepest; layer++)
      this.showLayer(
        this.puts.filter((p) => p.layer === layer),
        layer,
      );
  }

  /** What lies over something the canvas draws waits for it. */
  private over(reach: Reach): number {
    return this.owns.reduce((most, p) => (p.layer >= most && meets(p.reach, reach) ? p.layer + 1 : most), 0);
  }

  private showLayer(puts: readonly Put[], layer: number): void {
    const own = puts.filter((p) => p.kind === 'own');
    const put = puts.filter((p) => p.kind !== 'own');
    const all = layer === 0 ? this.clip : put.length > 0 ? wholeWithin(around(put), this.clip) : null;
    if (all) this.showPuts(put, all, layer);
    for (const p of own) p.draw();
  }

  private showPuts(puts: readonly Put[], all: Reach, layer: number): void {
    const runs = puts.filter((p) => p.kind === 'run');
    const row = new StampRow(runs.reduce((n, { run }) => n + run.end - run.start, 0));
    for (const p of runs) this.find(p, row);
    this.glyphs.ink();
    const image = layer === 0 ? blank(all.width, all.height) : this.ctx.getImageData(all.x, all.y, all.width, all.height);
    const patch: Patch = { ...all, data: new Uint32Array(image.data.buffer, 0, all.width * all.height) };
    if (layer === 0) patch.data.fill(this.ground);
    let at = 0;
    for (const p of puts) {
      if (p.kind === 'rect') fillPatch(patch, p.reach, p.pixel);
      else if (p.kind === 'run') at = this.put(p, row, at, patch);
    }
    this.ctx.putImageData(image, all.x, all.y);
  }

  /** Find the stamps of a run's glyphs, and the whole pixels they stand on. Origins are rounded to a quarter of a pixel. */
  private find({ part, run, strike }: Extract<Put, { kind: 'run' }>, row: StampRow): void {
    const { ids, x, y } = part.glyphs;
    const { scale, left, top } = this.lens;
    const fine = strike.rows === 4;
    for (let i = run.start; i < run.end; i++) {
      const px = (part.x + (x[i] as number)) * scale + left + 0.125;
      const py = (part.y + (y[i] as number)) * scale + top + 0.125;
      const ix = Math.floor(px);
      const iy = fine ? Math.floor(py) : Math.round(py - 0.125);
      const key = stampKey(ids[i] as number, Math.floor((px - ix) * 4), fine ? Math.floor((py - iy) * 4) : 0);
      const at = row.length++;
      row.stamps[at] = this.glyphs.stamp(strike, key);
      row.keys[at] = key;
      row.x[at] = ix;
      row.y[at] = iy;
    }
  }

  /** Put a run's glyphs, which stand in the row from `from` on; gives where the next run's begin. */
  private put({ run, strike }: Extract<Put, { kind: 'run' }>, row: StampRow, from: number, patch: Patch): number {
    const pixel = toPixel(run.colour);
    const end = from + run.end - run.start;
    for (let at = from; at < end; at++) {
      const stamp = row.stamps[at] ?? this.glyphs.stamp(strike, row.keys[at] as number);
      if (stamp) stampPatch(patch, stamp, (row.x[at] as number) + stamp.dx, (row.y[at] as number) + stamp.dy, pixel);
    }
    return end;
  }
}

/** Stamps in the order in which they are put: found first, so that those that are missing are inked together. */
class StampRow {
  length = 0;
  readonly stamps: (Stamp | null | undefined)[];
  readonly keys: Int32Array;
  /** The whole pixels of their origins. */
  readonly x: Int32Array;
  readonly y: Int32Array;

  constructor(most: number) {
    this.stamps = new Array<undefined>(most);
    [this.keys, this.x, this.y] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  }
}

function around(puts: readonly Put[]): Reach {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { reach } of puts) {
    left = Math.min(left, reach.x);
    top = Math.min(top, reach.y);
    right = Math.max(right, reach.x + reach.width);
    bottom = Math.max(bottom, reach.y + reach.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function fillPatch(patch: Patch, r: Reach, pixel: number): void {
  const part = wholeWithin(r, patch);
  if (!part) return;
  for (let row = 0; row < part.height; row++) {
    const from = (part.y - patch.y + row) * patch.width + part.x - patch.x;
    patch.data.fill(pixel, from, from + part.width);
  }
}

/** Lay one colour over the pixels that a stamp covers, as far as it covers them. */
function stampPatch(patch: Patch, { cover, width, height }: Stamp, x: number, y: number, pixel: number): void {
  const { data } = patch;
  const fromX = Math.max(0, patch.x - x);
  const toX = Math.min(width, patch.x + patch.width - x);
  const fromY = Math.max(0, patch.y - y);
  const toY = Math.min(height, patch.y + patch.height - y);
  const inkRb = pixel & 0xff00ff;
  const inkG = pixel & 0x00ff00;
  for (let r = fromY; r < toY; r++) {
    let to = (y + r - patch.y) * patch.width + x + fromX - patch.x;
    let from = r * width + fromX;
    for (let c = fromX; c < toX; c++, to++, from++) {
      const a = cover[from] as number;
      if (a === 0) continue;
      if (a === 255) {
        data[to] = pixel;
        continue;
      }
      // Two channels in one product; what it carries beyond its byte falls to the mask.
      const k = a + (a >> 7);
      const under = data[to] as number;
      const rb = under & 0xff00ff;
      const g = under & 0x00ff00;
      data[to] = (0xff000000 | ((rb + (((inkRb - rb) * k) >> 8)) & 0xff00ff) | ((g + (((inkG - g) * k) >> 8)) & 0x00ff00)) >>> 0;
    }
  }
}
