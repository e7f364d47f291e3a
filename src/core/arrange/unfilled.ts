/** 空白: what no frame covers, in cells of one column by three lines (guide §3.4 C30). */
import type { Grid, GridRect } from '../measure/index.ts';

/** Lines of one cell of the measure. */
const CELL_LINES = 3;

/** Which lines of each column are covered, each frame reaching one line further down: the white between modules is no hole. */
function covered(grid: Grid, rects: readonly GridRect[]): Uint8Array[] {
  const columns = Array.from({ length: grid.columns }, () => new Uint8Array(grid.lines));
  for (const r of rects) {
    const from = Math.max(0, Math.floor(r.line));
    const to = Math.min(grid.lines, Math.ceil(r.line + r.lines) + 1);
    for (let c = Math.max(0, Math.floor(r.column)); c < Math.min(grid.columns, Math.ceil(r.column + r.columns)); c++)
      columns[c]?.fill(1, from, Math.max(from, to));
  }
  return columns;
}

/** Cells of one column by three lines that nothing covers, over all cells. 0 for a closed page. */
export function unfilledShare(grid: Grid, rects: readonly GridRect[]): number {
  let empty = 0;
  let all = 0;
  for (const column of covered(grid, rects))
    for (let line = 0; line + CELL_LINES <= grid.lines; line += CELL_LINES) {
      all++;
      if (!column[line] && !column[line + 1] && !column[line + 2]) empty++;
    }
  return all === 0 ? 0 : empty / all;
}

/** Uncovered rectangles of at least one column by `lines` lines, merged to the right where they begin and end alike. */
export function holes(grid: Grid, rects: readonly GridRect[], lines: number): GridRect[] {
  const found: GridRect[] = [];
  covered(grid, rects).forEach((column, c) => {
    for (let from = 0; from < grid.lines; from++) {
      if (column[from]) continue;
      let to = from;
      while (to < grid.lines && !column[to]) to++;
      if (to - from >= lines) {
        const left = found.find((h) => h.column + h.columns === c && h.line === from && h.lines === to - from);
        if (left) found[found.indexOf(left)] = { ...left, columns: left.columns + 1 };
        else found.push({ column: c, line: from, columns: 1, lines: to - from });
      }
      from = to;
    }
  });
  return found;
}
