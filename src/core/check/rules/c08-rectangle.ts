/** C08 模块: an article is one rectangle; six corners are for interlocking pages, more than eight for none (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, type Block, nameOf, type PageView } from '../view.ts';

const FULL = 0.99;
const MOST_CORNERS = 6;

/** White of this many lines inside an article, or at its head or foot, is its own. */
const OWN_WHITE = 3;

/** The cells an article takes, as rows of columns of its own rectangle. Half columns and lines are counted as taken. */
function cellsOf(block: Block): boolean[][] {
  const places = block.pieces.map((p) => p.frame.at);
  const left = Math.floor(Math.min(...places.map((a) => a.column)));
  const top = Math.floor(Math.min(...places.map((a) => a.line)));
  const width = Math.ceil(Math.max(...places.map((a) => a.column + a.columns))) - left;
  const height = Math.ceil(Math.max(...places.map((a) => a.line + a.lines))) - top;
  const cells = Array.from({ length: height }, (_, l) =>
    Array.from({ length: width }, (_, c) =>
      places.some((a) => a.column < left + c + 1 && a.column + a.columns > left + c && a.line < top + l + 1 && a.line + a.lines > top + l),
    ),
  );
  for (let c = 0; c < width; c++) closeColumn(cells, c);
  return cells;
}

function closeColumn(cells: boolean[][], c: number): void {
  let from = 0;
  for (let l = 0; l <= cells.length; l++) {
    if (l < cells.length && !cells[l]?.[c]) continue;
    if (l - from <= OWN_WHITE && l - from < cells.length) for (let k = from; k < l; k++) (cells[k] as boolean[])[c] = true;
    from = l + 1;
  }
}

const shareOf = (cells: readonly (readonly boolean[])[]): number => cells.flat().filter(Boolean).length / cells.flat().length;

/** Corners of the outline: every crossing of the grid whose four cells are taken by one, by three, or by two that only touch. */
function cornersOf(cells: readonly (readonly boolean[])[]): number {
  const at = (l: number, c: number): boolean => cells[l]?.[c] ?? false;
  let corners = 0;
  for (let l = 0; l <= cells.length; l++)
    for (let c = 0; c <= (cells[0]?.length ?? 0); c++) {
      const [a, b, d, e] = [at(l - 1, c - 1), at(l - 1, c), at(l, c - 1), at(l, c)];
      const taken = [a, b, d, e].filter(Boolean).length;
      if (taken === 1 || taken === 3) corners++;
      else if (taken === 2 && a === e) corners += 2;
    }
  return corners;
}

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    if (block.pieces.length === 0) continue;
    const cells = cellsOf(block);
    const filled = shareOf(cells);
    if (filled >= FULL) continue;
    const corners = cornersOf(cells);
    yield {
      key: 'not-rectangular',
      severity: corners > MOST_CORNERS ? 'warning' : 'note',
      figures: { story: nameOf(block.story), corners, percent: Math.round(filled * 100) },
      ...about(block),
      at: block.rect ?? undefined,
    };
  }
}

export const c08: PageRule = { id: 'C08', severity: 'warning', page: faults };
