/**
 * Widths of marks and the order in which a line gives way. Sources: CLREQ punctuation width adjustment and
 * justification, GB/T 15834-2011 §5.1.10 (guide §4.3). Everything here is in em and is data, so that a house can differ.
 */
import { Class } from './classes.ts';

/** Which blank side of a mark can be trimmed in horizontal mainland setting. */
export type Side = 'left' | 'right' | 'both' | 'none';

export const BLANK_SIDE: Readonly<Partial<Record<Class, Side>>> = {
  [Class.opener]: 'left',
  [Class.closer]: 'right',
  [Class.comma]: 'right',
  [Class.stop]: 'right',
  [Class.middot]: 'both',
};

/** Taiwan and Hong Kong stand these in the middle of their em: a quarter is blank on either side (guide §4.3). */
export const CENTRED_IN_TRADITIONAL: ReadonlySet<Class> = new Set([Class.comma, Class.stop]);

/** How much of a mark's em is blank. */
export const BLANK_EM = 0.5;

export type MarkStyle = 'full' | 'kaiming' | 'half';

/** Classes that a house style sets at half an em everywhere: 全角式 none, 开明式 all but 。！？, 半角式 all. */
export const HALF_WIDTH: Readonly<Record<MarkStyle, ReadonlySet<Class>>> = {
  full: new Set<Class>(),
  kaiming: new Set<Class>([Class.opener, Class.closer, Class.comma, Class.middot]),
  half: new Set<Class>([Class.opener, Class.closer, Class.comma, Class.middot, Class.stop]),
};

/**
 * Two marks side by side that would take 2 em take 1.5: which of the two gives its blank half, the first or the second.
 * Brackets hug what they enclose, so the side away from it is trimmed.
 */
export const PAIR_TRIM: readonly {
  readonly first: readonly Class[];
  readonly second: readonly Class[];
  readonly trim: 'first' | 'second';
}[] = [
  { first: [Class.closer], second: [Class.opener, Class.closer, Class.comma, Class.stop, Class.middot], trim: 'first' },
  { first: [Class.comma, Class.stop], second: [Class.closer], trim: 'first' },
  { first: [Class.comma, Class.stop, Class.opener], second: [Class.opener], trim: 'second' },
  { first: [Class.stop], second: [Class.stop], trim: 'first' },
];

/** One step of giving way: which classes, down or up to which total width. `gap` is the Han–Latin gap, `all` every gap between characters. */
export interface Step {
  readonly what: readonly Class[] | 'gap' | 'all';
  /** Floor (reducing) or ceiling (expanding) in em: of a mark its whole advance, of a gap or space its width. */
  readonly to: number;
}

/** A line too long gives way in this order. Marks of one class shrink alike. The mark at the line's end has given already. */
export const REDUCE: readonly Step[] = [
  { what: [Class.space], to: 0.25 },
  { what: [Class.middot], to: 0.5 },
  { what: [Class.opener, Class.closer], to: 0.5 },
  { what: [Class.comma], to: 0.5 },
  { what: 'gap', to: 0 },
  { what: [Class.stop], to: 0.5 },
];

/** A line too short opens in this order. */
export const EXPAND: readonly Step[] = [
  { what: [Class.space], to: 0.5 },
  { what: 'gap', to: 1 / 3 },
  { what: 'all', to: Number.POSITIVE_INFINITY },
];

/**
 * A line that would open wider than this between characters, in em, is left short instead: it holds something that
 * cannot be cut, and a hole at its end is the lesser fault (guide §3.4 C40 calls 0.5 an error).
 */
export const WIDEST_OPEN_EM = 0.5;
