/** 稿块的形状: one way to set one story in a module so many columns wide, at every height it can take. */
import type { Shows, StyleOverrides } from '../document/index.ts';
import type { GridRect } from '../measure/index.ts';

/** A frame to be, placed relative to its module's top-left corner. */
export interface Piece {
  /** Whose it is, where a module holds several stories; the task's own where it is left out. */
  readonly story?: string;
  readonly shows: Shows;
  readonly at: GridRect;
}

/** A module set at one height. */
export interface Laid {
  readonly pieces: readonly Piece[];
  readonly overrides: StyleOverrides;
  /** Points of the headline; 0 where there is none. */
  readonly headlinePt: number;
  /** How much of the measure each of its lines takes; empty where there is none or it stands upright. */
  readonly headlineFills: readonly number[];
  /** Lines of the head block's own type and whites, where its frame may be deeper; 0 where there is none. */
  readonly headLines: number;
}

export interface Shape {
  readonly story: string;
  readonly columns: number;
  /** What stands at the module's top edge, where neighbours' heads may butt (C05). */
  readonly top: 'head' | 'other';
  /** Where the head's block is only part of the top edge: true where the head reaches that corner. */
  readonly headLeft: boolean;
  readonly headRight: boolean;
  /** The form, for telling structures apart and for showing: `over`, `beside`, `photo`, `art-right-2` … */
  readonly name: string;
  /** The least height in lines, without the white under the module. */
  readonly least: number;
  /** What each height costs, from `least` upwards; infinite where the shape cannot have that height. */
  readonly costs: readonly number[];
  /** What the search added to every cost to vary its pages; no part of the shape's own cost. */
  readonly bias?: number;
  /** The module at a height for which the cost is finite. */
  lay(lines: number): Laid;
}

/** The greatest height a shape can take. */
export const most = (s: Shape): number => s.least + s.costs.length - 1;
/** What a height costs; infinite outside the shape's range. */
export const costAt = (s: Shape, lines: number): number => s.costs[lines - s.least] ?? Number.POSITIVE_INFINITY;
