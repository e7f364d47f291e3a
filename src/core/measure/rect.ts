/** Rectangles in points; y grows downwards from the page's top-left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const right = (r: Rect): number => r.x + r.width;
export const bottom = (r: Rect): number => r.y + r.height;

/** True where the two rectangles share more than `tolerancePt` in both directions; touching edges do not overlap. */
export const overlaps = (a: Rect, b: Rect, tolerancePt = 0.01): boolean =>
  a.x < right(b) - tolerancePt && b.x < right(a) - tolerancePt && a.y < bottom(b) - tolerancePt && b.y < bottom(a) - tolerancePt;

/** True where `inner` lies within `outer`, allowing `tolerancePt` on each side. */
export const contains = (outer: Rect, inner: Rect, tolerancePt = 0.1): boolean =>
  inner.x >= outer.x - tolerancePt &&
  inner.y >= outer.y - tolerancePt &&
  right(inner) <= right(outer) + tolerancePt &&
  bottom(inner) <= bottom(outer) + tolerancePt;

/** The smallest rectangle around both. */
export function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(right(a), right(b)) - x, height: Math.max(bottom(a), bottom(b)) - y };
}
