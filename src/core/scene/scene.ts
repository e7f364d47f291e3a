/**
 * 版样: one page composed. Nothing is left to decide: the canvas and the press only draw it.
 *
 * A Scene is a list of parts, one for each frame in paint order. What a part holds is placed relative to the part's
 * own origin, so that moving a frame re-uses what was composed. Glyphs lie in the part's typed arrays; a run is a
 * slice of them. All lengths are points; y grows downwards.
 */
import type { FontId } from '../font/index.ts';
import type { TextPlace } from '../story/index.ts';

/** A colour as it is printed. Inks 0…1. A spot colour carries its process stand-in. */
export type Colour =
  | { readonly kind: 'cmyk'; readonly c: number; readonly m: number; readonly y: number; readonly k: number }
  | {
      readonly kind: 'spot';
      readonly name: string;
      readonly tint: number;
      readonly c: number;
      readonly m: number;
      readonly y: number;
      readonly k: number;
    };

export const BLACK: Colour = { kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 };
export const WHITE: Colour = { kind: 'cmyk', c: 0, m: 0, y: 0, k: 0 };
/** Black at a tint. 0…1. */
export const grey = (k: number): Colour => ({ kind: 'cmyk', c: 0, m: 0, y: 0, k });

/** Where a run's text stands in its story: character `i` of the run is character `at + i` there. */
export interface Source {
  readonly story: string;
  readonly place: TextPlace;
  readonly at: number;
}

/**
 * Glyphs of one face, size and colour in one line, in reading order.
 * Glyph i of the run is pool index `start + i`; its x, y is the glyph's origin relative to the part: for `upright` and
 * `sideways` the point on the baseline where the pen stands (`sideways` glyphs are turned 90° clockwise about it).
 */
export interface GlyphRun {
  readonly kind: 'glyphs';
  readonly font: FontId;
  readonly sizePt: number;
  /** Horizontal scale of each glyph, 1 = as designed (长体/扁体, tate-chu-yoko). */
  readonly scaleX: number;
  readonly colour: Colour;
  readonly orientation: 'upright' | 'sideways';
  readonly start: number;
  readonly end: number;
  /** The characters the run stands for. */
  readonly text: string;
  /** Null for what is not a story's text: folio, jump line, a hyphen added by setting. */
  readonly source: Source | null;
}

/** A straight line. Its thickness is `widthPt`. */
export interface Rule {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly widthPt: number;
  readonly colour: Colour;
  /** Lengths of dash and gap in points; empty for a solid line. */
  readonly dash: readonly number[];
}

/** A filled rectangle. */
export interface Fill {
  readonly kind: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

/** A picture in its frame: the part of it that shows, in fractions of the picture's own width and height. */
export interface PictureItem {
  readonly kind: 'picture';
  /** A picture of the project; null draws the marked empty box. */
  readonly picture: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly crop: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Clockwise, in degrees. */
  readonly rotate: number;
}

/** The closed list of what can be drawn, in paint order within a part. */
export type Item = GlyphRun | Rule | Fill | PictureItem;

/** The glyphs of one part. Three arrays of one length. */
export interface GlyphPool {
  readonly ids: Uint16Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** For each glyph the offset within its run's `text` of the first character it stands for; never falls within a run. */
  readonly cluster: Uint16Array;
}

/** What a part is on the page: the reader's word for it, used for tags, hit tests and accessible names. */
export type PartRole = 'head' | 'body' | 'photo' | 'caption' | 'label' | 'folio' | 'rule' | 'tint' | 'box' | 'text' | 'nameplate';

export interface Part {
  readonly frame: string;
  /** The article the frame belongs to; null for furniture. */
  readonly article: string | null;
  readonly story: string | null;
  readonly role: PartRole;
  /** The frame's rectangle on the page. Items are placed relative to x, y. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
  readonly glyphs: GlyphPool;
  /** Grid lines the frame has, summed over its legs, and how many of them are filled. */
  readonly slots: number;
  readonly used: number;
}

/** Text of a story that found no room on its frames. */
export interface Overset {
  readonly story: string;
  readonly article: string;
  /** The last frame of the thread, where the red mark stands. */
  readonly frame: string;
  readonly characters: number;
  readonly lines: number;
  /** Where the body stops being set: the block, and the offset in its text. Left out for a caption. */
  readonly cut?: { readonly block: number; readonly at: number };
}

/** A character that no face of the project can draw. */
export interface MissingGlyph {
  readonly story: string | null;
  readonly character: string;
  readonly frame: string;
}

export interface Scene {
  readonly page: string;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly parts: readonly Part[];
  readonly overset: readonly Overset[];
  readonly missing: readonly MissingGlyph[];
}

export const EMPTY_POOL: GlyphPool = {
  ids: new Uint16Array(0),
  x: new Float32Array(0),
  y: new Float32Array(0),
  cluster: new Uint16Array(0),
};
