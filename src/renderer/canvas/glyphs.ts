/**
 * Glyphs as pixels. Outlines come with the composed page. A small glyph is inked once for each size, in quarters of a pixel;
 * the cover of its pixels follows from that for each quarter it may stand on, and is kept. A large one is filled from its
 * outline each time.
 */
import type { FontId } from '../../core/font/index.ts';
import type { GlyphRun } from '../../core/scene/index.ts';
import { type Context, surface } from './surface.ts';

/** An outline in font units, y upwards, with its ink box. */
export interface Outline {
  readonly path: string;
  readonly box: readonly [x0: number, y0: number, x1: number, y1: number];
}

interface Inked {
  readonly box: Outline['box'];
  readonly source: string;
  path: Path2D | null;
}

interface FontOutlines {
  readonly unitsPerEm: number;
  readonly glyphs: Map<number, Inked | null>;
}

/** How far each pixel of a glyph is covered, and where it stands from the whole pixel of the glyph's origin. */
export interface Stamp {
  /** 0…255, row by row. */
  readonly cover: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly dx: number;
  readonly dy: number;
}

/** How far each quarter of a pixel is covered: all stamps of a glyph at one size follow from it. */
export interface Master {
  /** 0…255, row by row. */
  readonly cover: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Where it stands from the glyph's origin, in quarters across and in rows down. */
  readonly dx: number;
  readonly dy: number;
}

/** All stamps of one face at one size, width and turn. */
export interface Strike {
  readonly font: FontOutlines;
  readonly px: number;
  readonly scaleX: number;
  readonly sideways: boolean;
  /** True where its glyphs are filled from outlines rather than stamped. */
  readonly large: boolean;
  /** Quarters of a pixel that are told apart down the page: 4 for very small type, else 1. */
  readonly rows: 1 | 4;
  /** Null for a blank; `asked` until it is inked. */
  readonly masters: Map<number, Master | 'asked' | null>;
  readonly stamps: Map<number, Stamp | null>;
}

/** A glyph that is wanted and not inked yet. */
interface Wanted {
  readonly strike: Strike;
  readonly glyph: number;
  readonly inked: Inked;
}

/** Device pixels of the em above which outlines are filled directly. */
const LARGE_PX = 72;
/** Below this, lines would stand unevenly if baselines were rounded to whole pixels. */
const SMALL_PX = 14;
/** Parts of a pixel that are told apart across the page. */
const PARTS = 4;
/** The sheet on which glyphs are inked before their cover is read, in pixels. */
const SHEET = 1024;
/** Bytes of cover kept at most: some 100,000 glyphs of body type. */
const MOST_BYTES = 24e6;

/** A stamp's name within its strike. `qx`, `qy`: quarters of a pixel that the origin stands into its own. */
export const stampKey = (glyph: number, qx: number, qy: number): number => (glyph << 4) | (qx << 2) | qy;

const strikesAlike = (a: GlyphRun, b: GlyphRun): boolean =>
  a.font === b.font && a.sizePt === b.sizePt && a.scaleX === b.scaleX && (a.orientation === 'sideways') === (b.orientation === 'sideways');

export class Glyphs {
  private readonly fonts = new Map<FontId, FontOutlines>();
  private strikes = new Map<string, Strike>();
  private struck = new WeakMap<GlyphRun, Strike>();
  private struckAt = 0;
  /** The strike that was asked for last, and the run it was for: runs of one text follow each other. */
  private last: { readonly run: GlyphRun; readonly strike: Strike } | null = null;
  private wanted: Wanted[] = [];
  private bytes = 0;
  private sheet: OffscreenCanvasRenderingContext2D | null = null;

  /** Take in outlines that came with a page. */
  learn(font: FontId, unitsPerEm: number, glyphs: Iterable<readonly [number, Outline | null]>): void {
    let known = this.fonts.get(font);
    if (!known) {
      known = { unitsPerEm, glyphs: new Map() };
      this.fonts.set(font, known);
    }
    for (const [id, o] of glyphs) known.glyphs.set(id, o ? { box: o.box, source: o.path, path: null } : null);
  }

  /** How far a glyph's ink reaches to the right of its pen, in em; null for a blank and for what has not come. */
  inkEnd(font: FontId, glyph: number): number | null {
    const known = this.fonts.get(font);
    const inked = known?.glyphs.get(glyph);
    return known && inked ? inked.box[2] / known.unitsPerEm : null;
  }

  /** The strike a run is drawn from at `pxPerPt` device pixels for a point; null where the face's outlines have not come. */
  strike(run: GlyphRun, pxPerPt: number): Strike | null {
    if (pxPerPt !== this.struckAt) {
      this.struck = new WeakMap();
      this.struckAt = pxPerPt;
      this.last = null;
    }
    const known = this.struck.get(run);
    if (known) return known;
    const font = this.fonts.get(run.font);
    if (!font) return null;
    const strike = this.last && strikesAlike(this.last.run, run) ? this.last.strike : this.strikeOf(font, run, run.sizePt * pxPerPt);
    this.last = { run, strike };
    this.struck.set(run, strike);
    return strike;
  }

  private strikeOf(font: FontOutlines, run: GlyphRun, px: number): Strike {
    const sideways = run.orientation === 'sideways';
    const key = `${run.font} ${px.toFixed(3)} ${run.scaleX} ${sideways}`;
    let strike = this.strikes.get(key);
    if (!strike) {
      strike = {
        font,
        px,
        scaleX: run.scaleX,
        sideways,
        large: px > LARGE_PX,
        rows: px < SMALL_PX ? 4 : 1,
        masters: new Map(),
        stamps: new Map(),
      };
      this.strikes.set(key, strike);
    }
    return strike;
  }

  /**
   * A glyph's stamp; null for a blank. Undefined where its glyph must be inked first: `ink` does so for all that were asked
   * for, and it is asked for again.
   */
  stamp(strike: Strike, key: number): Stamp | null | undefined {
    const known = strike.stamps.get(key);
    if (known !== undefined) return known;
    const glyph = key >> 4;
    const master = strike.masters.get(glyph);
    if (master === undefined) this.want(strike, glyph);
    if (master === undefined || master === 'asked') return undefined;
    const stamp = master && stampOf(master, strike.rows, (key >> 2) & 3, key & 3);
    strike.stamps.set(key, stamp);
    this.bytes += stamp?.cover.length ?? 0;
    return stamp;
  }

  private want(strike: Strike, glyph: number): void {
    const inked = strike.font.glyphs.get(glyph);
    // An outline still to come is asked for again at the next repaint; a blank stays blank.
    if (inked === undefined) return;
    strike.masters.set(glyph, inked ? 'asked' : null);
    if (inked) this.wanted.push({ strike, glyph, inked });
  }

  /** Ink what is wanted. Reading pixels back is dear for each time and cheap for each pixel, so it is done by the sheet. */
  ink(): void {
    if (this.wanted.length === 0) return;
    this.sheet ??= surface(SHEET, SHEET);
    const ctx = this.sheet;
    const { wanted } = this;
    this.wanted = [];
    let placed: { readonly w: Wanted; readonly box: Box; readonly x: number; readonly y: number }[] = [];
    let [x, y, row] = [0, 0, 0];
    const read = (): void => {
      const high = Math.min(SHEET, y + row);
      if (placed.length > 0) this.keep(placed, ctx.getImageData(0, 0, SHEET, high));
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.clearRect(0, 0, SHEET, high);
      placed = [];
      [x, y, row] = [0, 0, 0];
    };
    for (const w of wanted) {
      const box = boxOf(w);
      if (x + box.width > SHEET) [x, y, row] = [0, y + row, 0];
      if (y + box.height > SHEET) read();
      turn(ctx, w.strike, x - box.dx, y - box.dy, PARTS, w.strike.rows);
      ctx.fill(pathOf(w.inked));
      placed.push({ w, box, x, y });
      x += box.width;
      row = Math.max(row, box.height);
    }
    read();
    if (this.bytes > MOST_BYTES) this.forgetOthers(new Set(wanted.map(({ strike }) => strike)));
  }

  private keep(
    placed: readonly { readonly w: Wanted; readonly box: Box; readonly x: number; readonly y: number }[],
    image: ImageData,
  ): void {
    for (const { w, box, x, y } of placed) {
      const cover = new Uint8Array(box.width * box.height);
      for (let r = 0, to = 0; r < box.height; r++) {
        let from = ((y + r) * image.width + x) * 4 + 3;
        for (let c = 0; c < box.width; c++, from += 4) cover[to++] = image.data[from] as number;
      }
      w.strike.masters.set(w.glyph, { cover, ...box });
      this.bytes += cover.length;
    }
  }

  /** A page at another zoom needs other stamps: all go but those of the strikes that were just inked. */
  private forgetOthers(used: ReadonlySet<Strike>): void {
    this.bytes = 0;
    for (const [key, strike] of this.strikes)
      if (!used.has(strike)) {
        strike.masters.clear();
        strike.stamps.clear();
        this.strikes.delete(key);
      } else this.bytes += bytesOf(strike);
    this.struck = new WeakMap();
    this.last = null;
  }

  /** Fill a glyph from its outline with its origin at x, y in device pixels. */
  fill(ctx: Context, strike: Strike, glyph: number, x: number, y: number): void {
    const inked = strike.font.glyphs.get(glyph);
    if (!inked) return;
    turn(ctx, strike, x, y);
    ctx.fill(pathOf(inked));
  }
}

interface Box {
  readonly width: number;
  readonly height: number;
  readonly dx: number;
  readonly dy: number;
}

const bytesOf = (strike: Strike): number => {
  let bytes = 0;
  for (const one of [...strike.masters.values(), ...strike.stamps.values()]) if (one && one !== 'asked') bytes += one.cover.length;
  return bytes;
};

/** The quarters of pixels that a glyph may cover, from its origin. */
function boxOf({ strike, inked }: Wanted): Box {
  const k = strike.px / strike.font.unitsPerEm;
  const kx = k * strike.scaleX;
  const [x0, y0, x1, y1] = inked.box;
  const [left, top, right, bottom] = strike.sideways ? [y0 * k, x0 * kx, y1 * k, x1 * kx] : [x0 * kx, -y1 * k, x1 * kx, -y0 * k];
  const dx = Math.floor(left * PARTS) - 1;
  const dy = Math.floor(top * strike.rows) - 1;
  return { dx, dy, width: Math.ceil(right * PARTS) + 1 - dx, height: Math.ceil(bottom * strike.rows) + 1 - dy };
}

/** The cover of whole pixels where the glyph's origin stands `qx` quarters of a pixel and `qy` rows into its own. */
export function stampOf(master: Master, rows: 1 | 4, qx: number, qy: number): Stamp {
  const [left, top] = [master.dx + qx, master.dy + (rows === 1 ? 0 : qy)];
  const [dx, dy] = [Math.floor(left / PARTS), Math.floor(top / rows)];
  const width = Math.ceil((left + master.width) / PARTS) - dx;
  const height = Math.ceil((top + master.height) / rows) - dy;
  const sums = new Uint16Array(width * height);
  const [inX, inY] = [left - dx * PARTS, top - dy * rows];
  for (let r = 0, from = 0; r < master.height; r++) {
    const row = Math.floor((inY + r) / rows) * width;
    for (let c = 0; c < master.width; c++, from++) {
      const at = row + ((inX + c) >> 2);
      sums[at] = (sums[at] as number) + (master.cover[from] as number);
    }
  }
  const parts = PARTS * rows;
  const cover = new Uint8Array(sums.length);
  for (let i = 0; i < sums.length; i++) cover[i] = ((sums[i] as number) + parts / 2) / parts;
  return { cover, width, height, dx, dy };
}

const pathOf = (inked: Inked): Path2D => {
  inked.path ??= new Path2D(inked.source);
  return inked.path;
};

/**
 * Font units, y upwards, to device pixels with the origin at x, y; sideways glyphs are turned 90° clockwise. `across` and
 * `down` are the parts that a pixel is divided into.
 */
function turn(ctx: Context, strike: Strike, x: number, y: number, across = 1, down = 1): void {
  const k = strike.px / strike.font.unitsPerEm;
  const kx = k * strike.scaleX;
  if (strike.sideways) ctx.setTransform(0, kx * down, k * across, 0, x, y);
  else ctx.setTransform(kx * across, 0, 0, -k * down, x, y);
}
