/**
 * The atoms of a paragraph: what a line is built from and never cut. One Han character, one mark, one two-em dash, one
 * number with its unit, one syllable of a Latin word. Structure of arrays: a paragraph of 200 characters has 200 atoms,
 * and a page 13,000.
 */
import type { FontId } from '../font/index.ts';
import { BLANK_EM, BLANK_SIDE, Class, type Side } from '../text/index.ts';
import type { Drawn } from './glyphs.ts';

/** May a line end after this atom? */
export const Break = { no: 0, yes: 1, reluctant: 2, hyphen: 3 } as const;

/** How a glyph stands: its face, its size as a share of the paragraph's, whether it lies on its side, and its width as a share of its own. */
export interface Cast {
  readonly font: FontId;
  readonly scale: number;
  readonly turned: boolean;
  readonly narrow: number;
}

/** How glyphs are put: where the pen starts in the atom, white after each, their size against the paragraph's, how far raised. In em of the paragraph. */
export interface Pen {
  readonly penEm: number;
  readonly trackingEm?: number;
  readonly scale?: number;
  readonly riseEm?: number;
}

export class Atoms {
  /** How many there are. */
  n = 0;
  readonly cls: Uint8Array;
  /** Offset in the text of the atom's first character; `at[n]` is the text's length. */
  readonly at: Uint32Array;
  /** First glyph of each atom; `g[n]` is the number of glyphs. */
  readonly g: Uint32Array;
  /** Width in points as it stands: tracking in, what neighbouring marks have taken out. */
  readonly advance: Float64Array;
  /** What has been trimmed from the left side, in points: the glyph moves left by it. */
  readonly trimLeft: Float64Array;
  /** What can still be given from the left and from the right, in points. */
  readonly giveLeft: Float64Array;
  readonly giveRight: Float64Array;
  /** White after the atom that belongs to neither neighbour (Han–Latin gap), in points. */
  readonly gap: Float64Array;
  readonly breakAfter: Uint8Array;
  /** 1 where the gap after the atom may be opened to justify. */
  readonly opens: Uint8Array;
  /** Type size in points: one em. */
  readonly sizePt: number;

  readonly glyph: number[] = [];
  readonly glyphX: number[] = [];
  readonly glyphY: number[] = [];
  readonly glyphFont: number[] = [];
  readonly glyphAt: number[] = [];
  /** The different ways in which glyphs of the paragraph stand; `glyphFont` points here. */
  readonly casts: Cast[] = [];
  /** The cast of the last glyph: most glyphs stand as the one before. */
  #cast = 0;
  /** Characters no face could draw. */
  readonly missing: string[] = [];

  constructor(capacity: number, sizePt: number) {
    this.sizePt = sizePt;
    this.cls = new Uint8Array(capacity + 1);
    this.at = new Uint32Array(capacity + 1);
    this.g = new Uint32Array(capacity + 1);
    this.advance = new Float64Array(capacity + 1);
    this.trimLeft = new Float64Array(capacity + 1);
    this.giveLeft = new Float64Array(capacity + 1);
    this.giveRight = new Float64Array(capacity + 1);
    this.gap = new Float64Array(capacity + 1);
    this.breakAfter = new Uint8Array(capacity + 1);
    this.opens = new Uint8Array(capacity + 1);
  }

  /** The index of a cast, made where it is new. */
  castIndex(font: FontId, scale: number, turned: boolean, narrow: number): number {
    const last = this.casts[this.#cast];
    if (last && last.font === font && last.scale === scale && last.turned === turned && last.narrow === narrow) return this.#cast;
    this.#cast = this.#castOf(font, scale, turned, narrow);
    return this.#cast;
  }

  /** The index of a cast whose glyphs are brought to a share of their width. */
  castAs(index: number, share: number): number {
    if (share === 1) return index;
    const { font, scale, turned, narrow } = this.casts[index] as Cast;
    return this.castIndex(font, scale, turned, narrow * share);
  }

  #castOf(font: FontId, scale: number, turned: boolean, narrow: number): number {
    const same = (c: Cast): boolean => c.font === font && c.scale === scale && c.turned === turned && c.narrow === narrow;
    const i = this.casts.findIndex(same);
    return i >= 0 ? i : this.casts.push({ font, scale, turned, narrow }) - 1;
  }

  /** Put some of the glyphs of what was drawn into the atom being built. */
  addGlyphs(drawn: Drawn, offset: number, fromGlyph: number, toGlyph: number, how: Pen): void {
    const { shaped } = drawn;
    const { trackingEm = 0, scale = 1, riseEm = 0 } = how;
    const cast = this.castIndex(drawn.font, scale, false, 1);
    let pen = how.penEm;
    for (let i = fromGlyph; i < toGlyph; i++) {
      const along = pen + (shaped.dx[i] as number) * scale;
      this.put(shaped.ids[i] as number, along, -((shaped.dy[i] as number) * scale + riseEm), cast, offset + (shaped.clusters[i] as number));
      pen += (shaped.advances[i] as number) * scale + trackingEm;
    }
  }

  /** Put one glyph: `alongEm` down or along the line from the atom's start, `acrossEm` from the baseline or centre line, down or to the right. */
  put(id: number, alongEm: number, acrossEm: number, cast: number, at: number): void {
    this.glyph.push(id);
    this.glyphX.push(alongEm * this.sizePt);
    this.glyphY.push(acrossEm * this.sizePt);
    this.glyphFont.push(cast);
    this.glyphAt.push(at);
  }

  /** Close the atom whose glyphs were just added. */
  push(cls: Class, offset: number, glyphsFrom: number, advanceEm: number, side: Side | undefined = BLANK_SIDE[cls]): void {
    const i = this.n++;
    this.cls[i] = cls;
    this.at[i] = offset;
    this.g[i] = glyphsFrom;
    this.g[i + 1] = this.glyph.length;
    this.advance[i] = advanceEm * this.sizePt;
    const blank = BLANK_EM * this.sizePt;
    if (side === 'left') this.giveLeft[i] = blank;
    else if (side === 'right') this.giveRight[i] = blank;
    else if (side === 'both') {
      this.giveLeft[i] = blank / 2;
      this.giveRight[i] = blank / 2;
    }
  }

  /** Give up the blank of one side for good. */
  trim(i: number, side: 'left' | 'right'): void {
    const gives = side === 'left' ? this.giveLeft : this.giveRight;
    const give = gives[i] as number;
    this.advance[i] = (this.advance[i] as number) - give;
    if (side === 'left') this.trimLeft[i] = (this.trimLeft[i] as number) + give;
    gives[i] = 0;
  }
}

/** True for atoms that vanish at a line's ends. */
export const isBlank = (cls: number): boolean => cls === Class.space || cls === Class.wideSpace;
