/**
 * Glyphs as pixels. Outlines come with the composed page. A small glyph is inked once for each size and quarter of a pixel
 * it is wanted at, and kept as the cover of its pixels; a large one is filled from its outline each time.
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
  readonly stamps: Map<number, Stamp | null>;
}

/** A stamp that is wanted and not inked yet. */
interface Wanted {
  readonly strike: Strike;
  readonly key: number;
  readonly inked: Inked;
}

/** Device pixels of the em above which outlines are filled directly. */
const LARGE_PX = 72;
/** Below this, lines would stand unevenly if baselines were rounded to whole pixels. */
const SMALL_PX = 14;
/** The sheet on which stamps are inked before their cover is read, in pixels. */
const SHEET = 512;
/** Bytes of cover kept at most: some 100,000 glyphs of body type. */
const MOST_BYTES = 24e6;

/** A stamp's name within its strike. `qx`, `qy`: quarters of a pixel that the origin stands into its own. */
export const stampKey = (glyph: number, qx: number, qy: number): number => (glyph << 4) | (qx << 2) | qy;

export class Glyphs {
  private readonly fonts = new Map<FontId, FontOutlines>();
  private strikes = new Map<string, Strike>();
  private struck = new WeakMap<GlyphRun, Strike>();
  private struckAt = 0;
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
    }
    const known = this.struck.get(run);
    if (known) return known;
    const font = this.fonts.get(run.font);
    if (!font) return null;
    const strike = this.strikeOf(font, run, run.sizePt * pxPerPt);
    this.struck.set(run, strike);
    return strike;
  }

  private strikeOf(font: FontOutlines, run: GlyphRun, px: number): Strike {
    const sideways = run.orientation === 'sideways';
    const key = `${run.font} ${px.toFixed(3)} ${run.scaleX} ${sideways}`;
    let strike = this.strikes.get(key);
    if (!strike) {
      strike = { font, px, scaleX: run.scaleX, sideways, large: px > LARGE_PX, rows: px < SMALL_PX ? 4 : 1, stamps: new Map() };
      this.strikes.set(key, strike);
    }
    return strike;
  }

  /** Say that a stamp will be needed: those that are missing are inked together by `ink`. */
  want(strike: Strike, key: number): void {
    if (strike.stamps.has(key)) return;
    const inked = strike.font.glyphs.get(key >> 4);
    // An outline still to come is asked for again at the next repaint; a blank stays blank.
    if (inked === undefined) return;
    strike.stamps.set(key, null);
    if (inked) this.wanted.push({ strike, key, inked });
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
      if (placed.length > 0) this.keep(placed, ctx.getImageData(0, 0, SHEET, Math.min(SHEET, y + row)));
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.clearRect(0, 0, SHEET, SHEET);
      placed = [];
      [x, y, row] = [0, 0, 0];
    };
    for (const w of wanted) {
      const box = boxOf(w);
      if (x + box.width > SHEET) [x, y, row] = [0, y + row, 0];
      if (y + box.height > SHEET) read();
      turn(ctx, w.strike, x - box.dx + quarter(w.key >> 2), y - box.dy + quarter(w.key));
      ctx.fill(pathOf(w.inked));
      placed.push({ w, box, x, y });
      x += box.width;
      row = Math.max(row, box.height);
    }
    read();
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
      w.strike.stamps.set(w.key, { cover, ...box });
      this.bytes += cover.length;
    }
    if (this.bytes > MOST_BYTES) this.forgetOthers(new Set(placed.map(({ w }) => w.strike)));
  }

  /** A page at another zoom needs other stamps: all go but those of the strikes that were just inked. */
  private forgetOthers(used: ReadonlySet<Strike>): void {
    this.bytes = 0;
    for (const [key, strike] of this.strikes)
      if (!used.has(strike)) {
        strike.stamps.clear();
        this.strikes.delete(key);
      } else for (const stamp of strike.stamps.values()) this.bytes += stamp?.cover.length ?? 0;
    this.struck = new WeakMap();
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

const quarter = (q: number): number => (q & 3) / 4;

/** The whole pixels that a stamp may cover, from the whole pixel of its origin. */
function boxOf({ strike, key, inked }: Wanted): Box {
  const k = strike.px / strike.font.unitsPerEm;
  const kx = k * strike.scaleX;
  const [x0, y0, x1, y1] = inked.box;
  const [left, top, right, bottom] = strike.sideways ? [y0 * k, x0 * kx, y1 * k, x1 * kx] : [x0 * kx, -y1 * k, x1 * kx, -y0 * k];
  const [fx, fy] = [quarter(key >> 2), quarter(key)];
  const dx = Math.floor(left + fx) - 1;
  const dy = Math.floor(top + fy) - 1;
  return { dx, dy, width: Math.ceil(right + fx) + 1 - dx, height: Math.ceil(bottom + fy) + 1 - dy };
}

const pathOf = (inked: Inked): Path2D => {
  inked.path ??= new Path2D(inked.source);
  return inked.path;
};

/** Font units, y upwards, to device pixels with the origin at x, y; sideways glyphs are turned 90° clockwise. */
function turn(ctx: Context, strike: Strike, x: number, y: number): void {
  const k = strike.px / strike.font.unitsPerEm;
  const kx = k * strike.scaleX;
  if (strike.sideways) ctx.setTransform(0, kx, k, 0, x, y);
  else ctx.setTransform(kx, 0, 0, -k, x, y);
}
