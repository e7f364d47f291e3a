/**
 * Glyphs as pixels. Outlines come with the composed page; a small glyph is drawn once on an atlas for each size and
 * quarter of a pixel it is wanted at and copied from there, a large one is filled from its outline each time.
 */
import type { FontId } from '../../core/font/index.ts';
import type { GlyphRun } from '../../core/scene/index.ts';
import { toCss } from './colour.ts';

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

/** A drawn glyph: where it lies on its atlas and where it stands from the whole pixel of its origin. */
export interface Stamp {
  readonly atlas: HTMLCanvasElement;
  readonly sx: number;
  readonly sy: number;
  readonly width: number;
  readonly height: number;
  readonly dx: number;
  readonly dy: number;
}

/** All stamps of one face at one size, width, colour and turn. */
export interface Strike {
  readonly font: FontOutlines;
  readonly px: number;
  readonly scaleX: number;
  readonly colour: string;
  readonly sideways: boolean;
  /** True where its glyphs are filled from outlines rather than stamped. */
  readonly large: boolean;
  /** Quarters of a pixel that are told apart down the page: 4 for very small type, else 1. */
  readonly rows: 1 | 4;
  readonly stamps: Map<number, Stamp | null>;
}

/** Device pixels of the em above which outlines are filled directly. */
const LARGE_PX = 72;
/** Below this, lines would stand unevenly if baselines were rounded to whole pixels. */
const SMALL_PX = 14;
const ATLAS = 1024;
const MOST_ATLASES = 16;

interface Atlas {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
  x: number;
  y: number;
  row: number;
}

function newAtlas(): Atlas {
  const canvas = document.createElement('canvas');
  canvas.width = ATLAS;
  canvas.height = ATLAS;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('The canvas has no 2D context.');
  return { canvas, ctx, x: 0, y: 0, row: 0 };
}

export class Glyphs {
  private readonly fonts = new Map<FontId, FontOutlines>();
  private strikes = new Map<string, Strike>();
  private atlases: Atlas[] = [];

  /** Take in outlines that came with a page. */
  learn(font: FontId, unitsPerEm: number, glyphs: Iterable<readonly [number, Outline | null]>): void {
    let known = this.fonts.get(font);
    if (!known) {
      known = { unitsPerEm, glyphs: new Map() };
      this.fonts.set(font, known);
    }
    for (const [id, o] of glyphs) known.glyphs.set(id, o ? { box: o.box, source: o.path, path: null } : null);
  }

  /** The strike a run is drawn from at `pxPerPt` device pixels for a point; null where the face's outlines have not come. */
  strike(run: GlyphRun, pxPerPt: number): Strike | null {
    const font = this.fonts.get(run.font);
    if (!font) return null;
    const px = run.sizePt * pxPerPt;
    const colour = toCss(run.colour);
    const sideways = run.orientation === 'sideways';
    const key = `${run.font} ${px.toFixed(3)} ${run.scaleX} ${colour} ${sideways}`;
    let strike = this.strikes.get(key);
    if (!strike) {
      strike = { font, px, scaleX: run.scaleX, colour, sideways, large: px > LARGE_PX, rows: px < SMALL_PX ? 4 : 1, stamps: new Map() };
      this.strikes.set(key, strike);
    }
    return strike;
  }

  /** The stamp of a glyph whose origin stands `qx`, `qy` quarters of a pixel into its pixel; null where it draws nothing. */
  stamp(strike: Strike, glyph: number, qx: number, qy: number): Stamp | null {
    const key = (glyph << 4) | (qx << 2) | qy;
    const known = strike.stamps.get(key);
    if (known !== undefined) return known;
    const inked = strike.font.glyphs.get(glyph);
    // An outline still to come is asked for again at the next repaint; a blank stays blank.
    if (inked === undefined) return null;
    const made = inked ? this.draw(strike, inked, qx / 4, qy / 4) : null;
    strike.stamps.set(key, made);
    return made;
  }

  /** Fill a glyph from its outline with its origin at x, y in device pixels. */
  fill(ctx: CanvasRenderingContext2D, strike: Strike, glyph: number, x: number, y: number): void {
    const inked = strike.font.glyphs.get(glyph);
    if (!inked) return;
    turn(ctx, strike, x, y);
    ctx.fill(pathOf(inked));
  }

  /** Forget what was drawn (not the outlines): a page at another zoom needs other stamps. */
  clear(): void {
    this.strikes = new Map();
    this.atlases = [];
  }

  private draw(strike: Strike, inked: Inked, fx: number, fy: number): Stamp {
    const k = strike.px / strike.font.unitsPerEm;
    const kx = k * strike.scaleX;
    const [x0, y0, x1, y1] = inked.box;
    const [left, top, right, bottom] = strike.sideways ? [y0 * k, x0 * kx, y1 * k, x1 * kx] : [x0 * kx, -y1 * k, x1 * kx, -y0 * k];
    const dx = Math.floor(left + fx) - 1;
    const dy = Math.floor(top + fy) - 1;
    const width = Math.ceil(right + fx) + 1 - dx;
    const height = Math.ceil(bottom + fy) + 1 - dy;
    const atlas = this.room(width, height);
    turn(atlas.ctx, strike, atlas.x - dx + fx, atlas.y - dy + fy);
    atlas.ctx.fillStyle = strike.colour;
    atlas.ctx.fill(pathOf(inked));
    const stamp = { atlas: atlas.canvas, sx: atlas.x, sy: atlas.y, width, height, dx, dy };
    atlas.x += width;
    atlas.row = Math.max(atlas.row, height);
    return stamp;
  }

  private room(width: number, height: number): Atlas {
    let atlas = this.atlases.at(-1);
    if (atlas && atlas.x + width > ATLAS) {
      atlas.x = 0;
      atlas.y += atlas.row;
      atlas.row = 0;
    }
    if (!atlas || atlas.y + height > ATLAS) {
      if (this.atlases.length >= MOST_ATLASES) this.clear();
      atlas = newAtlas();
      this.atlases.push(atlas);
    }
    return atlas;
  }
}

const pathOf = (inked: Inked): Path2D => {
  inked.path ??= new Path2D(inked.source);
  return inked.path;
};

/** Font units, y upwards, to device pixels with the origin at x, y; sideways glyphs are turned 90° clockwise. */
function turn(ctx: CanvasRenderingContext2D, strike: Strike, x: number, y: number): void {
  const k = strike.px / strike.font.unitsPerEm;
  const kx = k * strike.scaleX;
  if (strike.sideways) ctx.setTransform(0, kx, k, 0, x, y);
  else ctx.setTransform(kx, 0, 0, -k, x, y);
}
