/**
 * 栏格: the basic columns and lines of a page. The type area's width is an output of the grid, never an input:
 * (n·c + (n−1)·g)·bodyPt, so that every line is a whole number of characters (guide §1.1, §1.3).
 */
import type { Rect } from './rect.ts';

export interface Grid {
  /** Basic columns across the type area (基本栏). */
  readonly columns: number;
  /** Characters of body size in one basic column. May be a fraction where the language counts in picas. */
  readonly charsPerColumn: number;
  /** White between columns (栏空), in characters of body size. */
  readonly gutterEm: number;
  /** Body size in points. */
  readonly bodyPt: number;
  /** From baseline to baseline in points: the height of one line of the page's line grid. */
  readonly linePitchPt: number;
  /** Lines down the type area. */
  readonly lines: number;
}

/** A place on the grid, counted from the type area's top-left corner. Column and line are 0 at the corner. */
export interface GridRect {
  readonly column: number;
  readonly line: number;
  readonly columns: number;
  readonly lines: number;
}

/** The sheet and where the type area stands on it. All in points. */
export interface PageFormat {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Left edge of the type area. */
  readonly leftPt: number;
  /** Top edge of the type area. */
  readonly topPt: number;
}

export const columnPt = (g: Grid): number => g.charsPerColumn * g.bodyPt;
export const gutterPt = (g: Grid): number => g.gutterEm * g.bodyPt;

/** Characters in a measure of `k` basic columns set as one (长栏): the gutters belong to the measure (guide §1.3). */
export const longChars = (g: Grid, k: number): number => k * g.charsPerColumn + (k - 1) * g.gutterEm;

/** Width in points of `k` neighbouring columns with the gutters between them. */
export const spanPt = (g: Grid, k: number): number => longChars(g, k) * g.bodyPt;

export const typeAreaWidthPt = (g: Grid): number => spanPt(g, g.columns);
export const typeAreaHeightPt = (g: Grid): number => g.lines * g.linePitchPt;

/** Left edge of a basic column, from the type area's left edge. Column n (= the count) is one gutter past the right edge. */
export const columnX = (g: Grid, column: number): number => column * (columnPt(g) + gutterPt(g));

/** The type area as a rectangle on the page. */
export const typeArea = (f: PageFormat, g: Grid): Rect => ({
  x: f.leftPt,
  y: f.topPt,
  width: typeAreaWidthPt(g),
  height: typeAreaHeightPt(g),
});

/** A place on the grid as a rectangle on the page. */
export const placeRect = (f: PageFormat, g: Grid, at: GridRect): Rect => ({
  x: f.leftPt + columnX(g, at.column),
  y: f.topPt + at.line * g.linePitchPt,
  width: spanPt(g, at.columns),
  height: at.lines * g.linePitchPt,
});

/** The whole lines that `heightPt` needs: rounded up, with a tolerance of 0.01 line. */
export const linesFor = (g: Grid, heightPt: number): number => Math.max(0, Math.ceil(heightPt / g.linePitchPt - 0.01));

/** True where two places share a cell. */
export const gridOverlaps = (a: GridRect, b: GridRect): boolean =>
  a.column < b.column + b.columns && b.column < a.column + a.columns && a.line < b.line + b.lines && b.line < a.line + a.lines;

/** True where a place lies wholly within the type area. */
export const withinGrid = (g: Grid, at: GridRect): boolean =>
  at.column >= 0 && at.line >= 0 && at.columns > 0 && at.lines > 0 && at.column + at.columns <= g.columns && at.line + at.lines <= g.lines;
