/** Where a frame stands, from points to the grid and back. A place off the grid is its nearest cell and the points by which it is off. */
import type { Frame, Page } from '../../core/document/index.ts';
import { columnPt, columnX, type Grid, gutterPt, type Rect } from '../../core/measure/index.ts';
import { frameRect, framesRect } from './place.ts';

type Spot = Pick<Frame, 'at' | 'dxPt' | 'dyPt'>;

/** A hundredth of a point is nobody's wish. */
const tidy = (v: number): number => (Math.abs(v) < 0.01 ? 0 : Number(v.toFixed(3)));
const whole = (v: number): number => (Math.abs(v - Math.round(v)) < 1e-3 ? Math.round(v) : Number(v.toFixed(5)));

/** Columns in a width of points: the inverse of `spanPt`. */
export const columnsIn = (g: Grid, widthPt: number): number => (widthPt + gutterPt(g)) / (columnPt(g) + gutterPt(g));

/** A rectangle of the page as a frame's place. */
export function spotOf(page: Page, r: Rect): Spot {
  const { grid, format } = page;
  const column = Math.round((r.x - format.leftPt) / columnX(grid, 1));
  const line = Math.round((r.y - format.topPt) / grid.linePitchPt);
  return {
    at: {
      column,
      line,
      columns: whole(Math.max(0.02, columnsIn(grid, r.width))),
      lines: whole(Math.max(0.02, r.height / grid.linePitchPt)),
    },
    dxPt: tidy(r.x - format.leftPt - columnX(grid, column)),
    dyPt: tidy(r.y - format.topPt - line * grid.linePitchPt),
  };
}

/** A frame carried by points, its size as it was. */
export function carried(page: Page, f: Frame, dx: number, dy: number): Frame {
  const r = frameRect(page, f);
  const to = spotOf(page, { ...r, x: r.x + dx, y: r.y + dy });
  return { ...f, ...to, at: { ...to.at, columns: f.at.columns, lines: f.at.lines } };
}

/** Frames within one rectangle brought into another: each keeps its share of it. */
export function scaled(page: Page, frames: readonly Frame[], to: Rect): Frame[] {
  const from = framesRect(page, frames);
  if (!from) return [];
  const [kx, ky] = [to.width / Math.max(0.1, from.width), to.height / Math.max(0.1, from.height)];
  return frames.map((f) => {
    const r = frameRect(page, f);
    const placed = { x: to.x + (r.x - from.x) * kx, y: to.y + (r.y - from.y) * ky, width: r.width * kx, height: r.height * ky };
    return { ...f, ...spotOf(page, placed) };
  });
}

/** True where a frame's place is the page's grid's business: its text is set in whole columns and lines. */
export const onGrid = (f: Frame): boolean => f.shows.kind === 'head' || f.shows.kind === 'body';
