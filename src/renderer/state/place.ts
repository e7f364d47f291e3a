/** The grid and the screen: places of frames as rectangles, and free room on a page. */
import type { Frame, Page } from '../../core/document/index.ts';
import { type GridRect, gridOverlaps, placeRect, type Rect, withinGrid } from '../../core/measure/index.ts';

/** A frame as a rectangle on the page, its offset included. */
export function frameRect(page: Page, frame: Frame): Rect {
  const r = placeRect(page.format, page.grid, frame.at);
  return { ...r, x: r.x + frame.dxPt, y: r.y + frame.dyPt };
}

/** The smallest rectangle around all frames; null for none. */
export function framesRect(page: Page, frames: readonly Frame[]): Rect | null {
  if (frames.length === 0) return null;
  const rects = frames.map((f) => frameRect(page, f));
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  return { x, y, width: Math.max(...rects.map((r) => r.x + r.width)) - x, height: Math.max(...rects.map((r) => r.y + r.height)) - y };
}

/** Lines above the pointer that still belong to the hole it points into. */
const HOLE_LINES = 8;

/**
 * The free room around a cell: at most as wide as asked, reaching left only where there is not enough to the right, then
 * as deep as it goes and a little upwards. Null where the cell is taken.
 */
export function roomAt(page: Page, cell: { column: number; line: number }, columns: number): GridRect | null {
  const { grid } = page;
  const free = (r: GridRect): boolean => withinGrid(grid, r) && !page.frames.some((f) => gridOverlaps(f.at, r));
  let at: GridRect = { column: cell.column, line: cell.line, columns: 1, lines: 1 };
  const grow = (next: (r: GridRect) => GridRect, go: () => boolean): void => {
    while (go() && free(next(at))) at = next(at);
  };
  if (!free(at)) return null;
  const narrow = (): boolean => at.columns < columns;
  grow((r) => ({ ...r, columns: r.columns + 1 }), narrow);
  grow((r) => ({ ...r, column: r.column - 1, columns: r.columns + 1 }), narrow);
  grow(
    (r) => ({ ...r, lines: r.lines + 1 }),
    () => true,
  );
  grow(
    (r) => ({ ...r, line: r.line - 1, lines: r.lines + 1 }),
    () => cell.line - at.line < HOLE_LINES,
  );
  return at;
}
