/** C30 留白: white that other matter encloses, and too much white in all (guide §3.4). Measured as the report measures its holes. */
import { type GridRect, placeRect } from '../../measure/index.ts';
import { type Coverage, coverage, holeCells, holes } from '../coverage.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const LEAST_LINES = 5;
const LEAST_SIDES = 3;
const MOST_EMPTY = 0.05;

/** Sides of a hole along which something stands all the way. The page's edge encloses nothing. */
function closedSides(c: Coverage, h: GridRect): number {
  const taken = (column: number, line: number): boolean =>
    column >= 0 && line >= 0 && column < c.columns && line < c.lines && c.cells[line * c.columns + column] === 1;
  const all = (count: number, at: (i: number) => boolean): boolean => Array.from({ length: count }, (_, i) => at(i)).every(Boolean);
  return [
    all(h.columns, (i) => taken(h.column + i, h.line - 1)),
    all(h.columns, (i) => taken(h.column + i, h.line + h.lines)),
    all(h.lines, (i) => taken(h.column - 1, h.line + i)),
    all(h.lines, (i) => taken(h.column + h.columns, h.line + i)),
  ].filter(Boolean).length;
}

function* faults(view: PageView): Generator<Fault> {
  const { page, scene } = view;
  const covered = coverage(page, scene);
  for (const hole of holes(covered)) {
    if (hole.lines < LEAST_LINES || closedSides(covered, hole) < LEAST_SIDES) continue;
    yield {
      key: 'trapped-white',
      figures: { columns: hole.columns, lines: hole.lines, column: hole.column + 1, line: hole.line + 1 },
      at: placeRect(page.format, page.grid, hole),
    };
  }
  const empty = holeCells(covered) / (covered.columns * covered.lines);
  if (empty > MOST_EMPTY) yield { key: 'unfilled', figures: { percent: Math.round(empty * 100), most: MOST_EMPTY * 100 } };
}

export const c30: PageRule = { id: 'C30', severity: 'warning', page: faults };
