/**
 * 风车: five groups of modules turning about a middle one, so that no gutter and no white runs from edge to edge of the
 * page (C07). Slicing structures always leave one such cut; this is the smallest structure that leaves none. Each group
 * is a slicing structure of its own.
 */
import type { Slicing, Tree } from './slicing.ts';

/** A run of the order, from and to inclusive. */
type Run = readonly [from: number, to: number];

interface Found {
  readonly cost: number;
  readonly tree: () => Tree;
}

/** Where the wheel's walls stand: columns of the two walls down, lines of the two walls across. */
interface Walls {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** More stories than this make too many ways to part them. */
const MOST_STORIES = 8;

const finite = (costs: Float64Array, [lo, hi]: readonly [number, number]): number[] => {
  const at: number[] = [];
  for (let h = lo; h <= hi; h++) if ((costs[h] as number) < Number.POSITIVE_INFINITY) at.push(h);
  return at;
};

/**
 * The five groups in reading order: top left, top right, middle, then left and foot. Clockwise, the top-left group is wide
 * and the top-right one reaches down; the other way round the top-left one reaches down.
 */
function bestWalls(
  slicing: Slicing,
  runs: readonly Run[],
  columns: number,
  height: number,
  clockwise: boolean,
): { cost: number; walls: Walls } | null {
  let best: { cost: number; walls: Walls } | null = null;
  const [a, b, e, d, c] = runs as readonly [Run, Run, Run, Run, Run];
  const costs = (r: Run, w: number): Float64Array => slicing.costs(r[0], r[1], w);
  for (let x1 = 1; x1 < columns; x1++)
    for (let x2 = clockwise ? 1 : x1 + 1; clockwise ? x2 < x1 : x2 < columns; x2++) {
      const A = costs(a, x1);
      const B = costs(b, columns - x1);
      const C = costs(c, clockwise ? columns - x2 : x2);
      const D = costs(d, clockwise ? x2 : columns - x2);
      const E = costs(e, Math.abs(x1 - x2));
      const aRange = slicing.range(a[0], a[1], x1);
      const bRange = slicing.range(b[0], b[1], columns - x1);
      if (!aRange || !bRange) continue;
      for (const hA of finite(A, aRange)) {
        const left = (A[hA] as number) + (((clockwise ? D : C)[height - hA] as number | undefined) ?? Number.POSITIVE_INFINITY);
        if (!(left < (best?.cost ?? Number.POSITIVE_INFINITY))) continue;
        for (const hB of finite(B, bRange)) {
          const middle = clockwise ? hB - hA : hA - hB;
          if (middle < 1) continue;
          const right = (B[hB] as number) + (((clockwise ? C : D)[height - hB] as number | undefined) ?? Number.POSITIVE_INFINITY);
          const cost = left + right + (E[middle] as number);
          if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { cost, walls: { x1, x2, y1: hA, y2: hB } };
        }
      }
    }
  return best;
}

function build(
  slicing: Slicing,
  runs: readonly Run[],
  columns: number,
  height: number,
  clockwise: boolean,
  { x1, x2, y1, y2 }: Walls,
): Tree {
  const [a, b, e, d, c] = runs as readonly [Run, Run, Run, Run, Run];
  const part = (r: Run, column: number, line: number, w: number, h: number) => ({ column, line, tree: slicing.tree(r[0], r[1], w, h) });
  const parts = clockwise
    ? [
        part(a, 0, 0, x1, y1),
        part(b, x1, 0, columns - x1, y2),
        part(e, x2, y1, x1 - x2, y2 - y1),
        part(d, 0, y1, x2, height - y1),
        part(c, x2, y2, columns - x2, height - y2),
      ]
    : [
        part(a, 0, 0, x1, y1),
        part(b, x1, 0, columns - x1, y2),
        part(e, x1, y2, x2 - x1, y1 - y2),
        part(d, x2, y2, columns - x2, height - y2),
        part(c, 0, y1, x2, height - y1),
      ];
  return { kind: 'wheel', parts, columns, lines: height };
}

/** The best wheels for an order of `count` stories, cheapest first, at most `most`. None below five stories. */
export function wheels(slicing: Slicing, count: number, columns: number, height: number, most: number): { cost: number; tree: Tree }[] {
  if (count < 5 || count > MOST_STORIES || columns < 3) return [];
  const found: Found[] = [];
  for (let p1 = 1; p1 < count - 3; p1++)
    for (let p2 = p1 + 1; p2 < count - 2; p2++)
      for (let p3 = p2 + 1; p3 < count - 1; p3++)
        for (let p4 = p3 + 1; p4 < count; p4++) {
          const runs: Run[] = [
            [0, p1 - 1],
            [p1, p2 - 1],
            [p2, p3 - 1],
            [p3, p4 - 1],
            [p4, count - 1],
          ];
          if (![p1, p2, p3, p4].every((p) => slicing.mayPart(p - 1))) continue;
          for (const clockwise of [true, false]) {
            const best = bestWalls(slicing, runs, columns, height, clockwise);
            if (best) found.push({ cost: best.cost, tree: () => build(slicing, runs, columns, height, clockwise, best.walls) });
          }
        }
  return found
    .sort((x, y) => x.cost - y.cost)
    .slice(0, most)
    .map((f) => ({ cost: f.cost, tree: f.tree() }));
}
