import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Grid, withinGrid } from '../../src/core/measure/index.ts';
import {
  cellAt,
  cellsBetween,
  columnStep,
  freeMove,
  handleNames,
  nudge,
  sidesOf,
  snapMove,
  snapResize,
} from '../../src/renderer/tools/snap.ts';

const grid: Grid = { columns: 8, charsPerColumn: 13, gutterEm: 1, bodyPt: 9, linePitchPt: 11.25, lines: 123 };

const place = fc.record({ column: fc.integer({ min: 0, max: 7 }), line: fc.integer({ min: 0, max: 122 }) }).chain(({ column, line }) =>
  fc.record({
    column: fc.constant(column),
    line: fc.constant(line),
    columns: fc.integer({ min: 1, max: 8 - column }),
    lines: fc.integer({ min: 1, max: 123 - line }),
  }),
);
const far = fc.double({ min: -3000, max: 3000, noNaN: true });
const whole = (at: { column: number; line: number; columns: number; lines: number }): boolean => Object.values(at).every(Number.isInteger);

describe('snapping', () => {
  test('moves by whole columns and lines and never out of the type area', () => {
    fc.assert(
      fc.property(place, far, far, (from, dx, dy) => {
        const to = snapMove(grid, from, dx, dy);
        expect(withinGrid(grid, to) && whole(to)).toBe(true);
        expect([to.columns, to.lines]).toEqual([from.columns, from.lines]);
      }),
    );
  });

  test('half a column is where a frame changes over', () => {
    const from = { column: 2, line: 10, columns: 2, lines: 5 };
    expect(snapMove(grid, from, columnStep(grid) * 0.49, 0).column).toBe(2);
    expect(snapMove(grid, from, columnStep(grid) * 0.51, 0).column).toBe(3);
    expect(snapMove(grid, from, 0, 11.25 * 3.4).line).toBe(13);
  });

  test('suspended, it stands exactly where the hand is', () => {
    fc.assert(
      fc.property(place, far, far, (from, dx, dy) => {
        const free = freeMove(grid, from, dx, dy);
        expect((free.at.column - from.column) * columnStep(grid) + free.dxPt).toBeCloseTo(dx, 6);
        expect((free.at.line - from.line) * grid.linePitchPt + free.dyPt).toBeCloseTo(dy, 6);
      }),
    );
  });

  test('resizes only the sides its handle holds, to at least one column and line', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...handleNames), far, far, (from, handle, dx, dy) => {
        const sides = sidesOf(handle);
        const to = snapResize(grid, from, sides, dx, dy, { columns: 1, lines: 1 });
        expect(withinGrid(grid, to) && whole(to)).toBe(true);
        if (!sides.left) expect(to.column).toBe(from.column);
        if (!sides.top) expect(to.line).toBe(from.line);
        if (!sides.right) expect(to.column + to.columns).toBe(from.column + from.columns);
        if (!sides.bottom) expect(to.line + to.lines).toBe(from.line + from.lines);
      }),
    );
  });

  test('finds the cell under the pointer and the place that two cells span', () => {
    expect(cellAt(grid, 0, 0)).toEqual({ column: 0, line: 0 });
    expect(cellAt(grid, 126 + 1, 11.25 * 2 + 1)).toEqual({ column: 1, line: 2 });
    expect(cellAt(grid, -50, 99999)).toEqual({ column: 0, line: 122 });
    expect(cellsBetween({ column: 3, line: 9 }, { column: 1, line: 12 })).toEqual({ column: 1, line: 9, columns: 3, lines: 4 });
  });

  test('nudges stop at the edge', () => {
    expect(nudge(grid, { column: 6, line: 0, columns: 2, lines: 5 }, 1, -1)).toEqual({ column: 6, line: 0, columns: 2, lines: 5 });
    expect(nudge(grid, { column: 5, line: 100, columns: 2, lines: 20 }, 10, 10)).toEqual({ column: 6, line: 103, columns: 2, lines: 20 });
  });
});
