/** The grid and the screen: places of frames as rectangles, and free room on a page. */
import type { Frame, Page } from '../../core/document/index.ts';
import { type GridRect, gridOverlaps, placeRect, type Rect } from '../../core/measure/index.ts';

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

/**
 * The free room around a cell: as wide as asked where that is free, then as deep as it goes, at most `most` lines.
 * Null where the cell is taken.
 */
export function roomAt(page: Page, cell: { column: number; line: number }, columns: number, most: number): GridRect | null {
  const { grid } = page;
  const free = (r: GridRect): boolean => !page.frames.some((f) => gridOverlaps(f.at, r));
  let at: GridRect = { column: cell.column, line: cell.line, columns: 1, lines: 1 };
  if (!free(at)) return null;
  while (at.columns < columns && at.column + at.columns < grid.columns && free({ ...at, columns: at.columns + 1 }))
    at = { ...at, columns: at.columns + 1 };
  while (at.lines < most && at.line + at.lines < grid.lines && free({ ...at, lines: at.lines + 1 })) at = { ...at, lines: at.lines + 1 };
  return at;
}
