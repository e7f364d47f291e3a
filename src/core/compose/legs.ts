/** The legs (栏) of a body frame: basic columns, one long measure, or columns re-divided (破栏) in Founder's four ways (guide §1.3). */
import { columnPt, columnX, type Grid, longChars, spanPt } from '../measure/index.ts';

export interface Leg {
  /** Left edge from the frame's left edge, and width, in points. */
  readonly x: number;
  readonly widthPt: number;
}

export type Share = 'absolute' | 'relative' | 'free' | 'auto';

/**
 * `columns` basic columns re-divided into `legs` measures; 0 legs or as many as columns gives the basic columns.
 * absolute: whole characters alike, the gutters take the rest. relative: whole characters, the spare ones to the last
 * legs, gutters as the page's. free: equal parts of whatever length. auto: whole characters where none is spare, free otherwise.
 */
export function legsOf(grid: Grid, columns: number, legs: number, share: Share): Leg[] {
  const m = legs > 0 ? legs : columns;
  if (m === columns) return Array.from({ length: columns }, (_, i) => ({ x: columnX(grid, i), widthPt: columnPt(grid) }));
  if (m === 1) return [{ x: 0, widthPt: spanPt(grid, columns) }];
  const em = grid.bodyPt;
  const all = longChars(grid, columns) - (m - 1) * grid.gutterEm;
  const each = all / m;
  const whole = Math.floor(each + 1e-9);
  const spare = Math.round((all - whole * m) * 1e6) / 1e6;
  const even = (chars: number, gutter: number): Leg[] =>
    Array.from({ length: m }, (_, i) => ({ x: i * (chars + gutter) * em, widthPt: chars * em }));
  if (share === 'free' || (share === 'auto' && spare > 0)) return even(each, grid.gutterEm);
  if (share === 'relative') {
    let x = 0;
    return Array.from({ length: m }, (_, i) => {
      const chars = whole + (i >= m - Math.floor(spare) ? 1 : 0);
      const leg = { x, widthPt: chars * em };
      x += (chars + grid.gutterEm) * em;
      return leg;
    });
  }
  return even(whole, grid.gutterEm + spare / (m - 1));
}
