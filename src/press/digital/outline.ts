/** The outline of several rectangles together, for the hot zone of an article (热区). */
import type { Rect } from '../../core/measure/index.ts';

export type Point = readonly [x: number, y: number];
/** A closed ring of corners, the last joined to the first; outer rings run clockwise as seen (y down), holes the other way. */
export type Ring = readonly Point[];

const ascending = (values: Iterable<number>): number[] => [...new Set(values)].sort((a, b) => a - b);

/**
 * The rings round the union of the rectangles, each grown by `growPt` on every side first, so that frames that are only
 * a gutter apart become one zone; held within `page`. Corners are where the outline turns, nowhere else.
 */
export function outline(rects: readonly Rect[], growPt: number, page: Rect): Ring[] {
  const boxes = rects
    .filter((r) => r.width > 0 && r.height > 0)
    .map((r) => ({
      l: Math.max(page.x, r.x - growPt),
      t: Math.max(page.y, r.y - growPt),
      r: Math.min(page.x + page.width, r.x + r.width + growPt),
      b: Math.min(page.y + page.height, r.y + r.height + growPt),
    }));
  const xs = ascending(boxes.flatMap((b) => [b.l, b.r]));
  const ys = ascending(boxes.flatMap((b) => [b.t, b.b]));
  const within = (i: number, j: number): boolean =>
    i >= 0 &&
    j >= 0 &&
    i < xs.length - 1 &&
    j < ys.length - 1 &&
    boxes.some((b) => b.l <= (xs[i] as number) && b.r >= (xs[i + 1] as number) && b.t <= (ys[j] as number) && b.b >= (ys[j + 1] as number));
  return rings(edges(within, xs.length, ys.length)).map((ring) => ring.map(([i, j]) => [xs[i] as number, ys[j] as number]));
}

/** Directed edges between grid points, the inside on their right; by their start. */
function edges(within: (i: number, j: number) => boolean, columns: number, rows: number): Map<string, Point[]> {
  const from = new Map<string, Point[]>();
  const edge = (a: Point, b: Point): void => {
    const key = a.join();
    from.set(key, [...(from.get(key) ?? []), b]);
  };
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      if (!within(i, j)) continue;
      if (!within(i, j - 1)) edge([i, j], [i + 1, j]);
      if (!within(i + 1, j)) edge([i + 1, j], [i + 1, j + 1]);
      if (!within(i, j + 1)) edge([i + 1, j + 1], [i, j + 1]);
      if (!within(i - 1, j)) edge([i, j + 1], [i, j]);
    }
  return from;
}

/** Follows the edges round. Where two rings touch in a point the path turns right, so that each stays a ring of its own. */
function rings(from: Map<string, Point[]>): Ring[] {
  const found: Ring[] = [];
  for (const [key, ends] of from)
    while (ends.length > 0) {
      const start = key.split(',').map(Number) as unknown as Point;
      const ring: Point[] = [start];
      let [before, at] = [start, ends.shift() as Point];
      while (at[0] !== start[0] || at[1] !== start[1]) {
        ring.push(at);
        const next = turnRight(before, at, from.get(at.join()) as Point[]);
        [before, at] = [at, next];
      }
      found.push(corners(ring));
    }
  return found;
}

function turnRight(before: Point, at: Point, ends: Point[]): Point {
  const [dx, dy] = [at[0] - before[0], at[1] - before[1]];
  const right = ends.findIndex(([x, y]) => Math.sign(x - at[0]) === -Math.sign(dy) && Math.sign(y - at[1]) === Math.sign(dx));
  return ends.splice(Math.max(0, right), 1)[0] as Point;
}

/** Only the points where the ring turns. */
const corners = (ring: readonly Point[]): Ring =>
  ring.filter((at, i) => {
    const a = ring[(i + ring.length - 1) % ring.length] as Point;
    const b = ring[(i + 1) % ring.length] as Point;
    return (a[0] === at[0]) !== (b[0] === at[0]);
  });
