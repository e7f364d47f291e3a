/** 吸附: pointer distances to places on the grid. Pure arithmetic; all positions count from the type area's corner. */
import { columnPt, type Grid, type GridRect, gutterPt } from '../../core/measure/index.ts';

/** The sides of a rectangle that a handle moves. */
export interface Sides {
  readonly left: boolean;
  readonly right: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
}

export const handleNames = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type HandleName = (typeof handleNames)[number];

export const sidesOf = (h: HandleName): Sides => ({
  left: h.includes('w'),
  right: h.includes('e'),
  top: h.startsWith('n'),
  bottom: h.startsWith('s'),
});

/** One column with its gutter, in points: the step of columns across the page. */
export const columnStep = (g: Grid): number => columnPt(g) + gutterPt(g);

const clamp = (v: number, low: number, high: number): number => Math.min(Math.max(low, high), Math.max(low, v));

/** A place moved by points and snapped to whole columns and lines, kept within the type area. */
export function snapMove(g: Grid, from: GridRect, dxPt: number, dyPt: number): GridRect {
  return {
    ...from,
    column: clamp(Math.round(from.column + dxPt / columnStep(g)), 0, g.columns - Math.ceil(from.columns)),
    line: clamp(Math.round(from.line + dyPt / g.linePitchPt), 0, g.lines - Math.ceil(from.lines)),
  };
}

/** What a frame needs where snapping is suspended: its whole cell, and the points by which it stands off it. */
export function freeMove(g: Grid, from: GridRect, dxPt: number, dyPt: number): { at: GridRect; dxPt: number; dyPt: number } {
  const at = snapMove(g, from, dxPt, dyPt);
  return {
    at,
    dxPt: dxPt - (at.column - from.column) * columnStep(g),
    dyPt: dyPt - (at.line - from.line) * g.linePitchPt,
  };
}

/** A place with some of its sides moved by points, snapped to columns and lines; never smaller than one of each. */
export function snapResize(
  g: Grid,
  from: GridRect,
  sides: Sides,
  dxPt: number,
  dyPt: number,
  least: { columns: number; lines: number },
): GridRect {
  const dc = dxPt / columnStep(g);
  const dl = dyPt / g.linePitchPt;
  const right = from.column + from.columns;
  const bottom = from.line + from.lines;
  const x0 = sides.left ? clamp(Math.round(from.column + dc), 0, right - least.columns) : from.column;
  const x1 = sides.right ? clamp(Math.round(right + dc), x0 + least.columns, g.columns) : right;
  const y0 = sides.top ? clamp(Math.round(from.line + dl), 0, bottom - least.lines) : from.line;
  const y1 = sides.bottom ? clamp(Math.round(bottom + dl), y0 + least.lines, g.lines) : bottom;
  return { column: x0, line: y0, columns: x1 - x0, lines: y1 - y0 };
}

/** The cell under a point that counts from the type area's corner; a gutter belongs to the column on its left. */
export const cellAt = (g: Grid, xPt: number, yPt: number): { column: number; line: number } => ({
  column: clamp(Math.floor(xPt / columnStep(g)), 0, g.columns - 1),
  line: clamp(Math.floor(yPt / g.linePitchPt), 0, g.lines - 1),
});

/** The place that two cells span. */
export function cellsBetween(a: { column: number; line: number }, b: { column: number; line: number }): GridRect {
  const column = Math.min(a.column, b.column);
  const line = Math.min(a.line, b.line);
  return { column, line, columns: Math.abs(a.column - b.column) + 1, lines: Math.abs(a.line - b.line) + 1 };
}

/** One arrow key's step: one column or one line, ten with Shift; kept within the type area. */
export function nudge(g: Grid, from: GridRect, columns: number, lines: number): GridRect {
  return {
    ...from,
    column: clamp(from.column + columns, 0, g.columns - from.columns),
    line: clamp(from.line + lines, 0, g.lines - from.lines),
  };
}
