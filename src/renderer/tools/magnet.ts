/**
 * What a rectangle on its way is drawn to: columns and lines first, then guides, then edges and middles of other things,
 * then equal whites between neighbours (guide: interaction §4.4). Points of the page; pure arithmetic.
 */
import type { Page } from '../../core/document/index.ts';
import { bottom, columnPt, columnX, type Rect, right, typeArea } from '../../core/measure/index.ts';

export type Rank = 0 | 1 | 2 | 3;

interface Pull {
  /** Where it draws to. */
  readonly at: number;
  readonly rank: Rank;
}

export interface Field {
  readonly x: readonly Pull[];
  readonly y: readonly Pull[];
  /** What stands still, for equal whites. */
  readonly still: readonly Rect[];
}

export interface Gap {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Drawn {
  readonly dx: number;
  readonly dy: number;
  /** Guides that it fell on, beyond columns and lines. */
  readonly guides: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly gaps: readonly Gap[];
}

const pull =
  (rank: Rank) =>
  (at: number): Pull => ({ at, rank });

/** Everything on a page that draws, given what stands still and which guides are shown. */
export function fieldOf(page: Page, still: readonly Rect[], guides: boolean): Field {
  const { grid, format } = page;
  const area = typeArea(format, grid);
  const columns = Array.from({ length: grid.columns }, (_, c) => format.leftPt + columnX(grid, c)).flatMap((x) => [x, x + columnPt(grid)]);
  const lines = Array.from({ length: grid.lines + 1 }, (_, l) => format.topPt + l * grid.linePitchPt);
  const own = guides ? page.guides : undefined;
  return {
    x: [
      ...columns.map(pull(0)),
      ...(own?.x ?? []).map(pull(1)),
      ...[...still.flatMap((r) => [r.x, r.x + r.width / 2, right(r)]), area.x + area.width / 2, format.widthPt / 2].map(pull(2)),
    ],
    y: [
      ...lines.map(pull(0)),
      ...(own?.y ?? []).map(pull(1)),
      ...[...still.flatMap((r) => [r.y, r.y + r.height / 2, bottom(r)]), area.y + area.height / 2].map(pull(2)),
    ],
    still,
  };
}

interface Best {
  readonly by: number;
  readonly at: number;
  readonly rank: Rank;
}

/** The nearest pull of the lowest rank within reach of one of the edges. */
function best(edges: readonly number[], pulls: readonly Pull[], reach: number): Best | null {
  let found: Best | null = null;
  for (const p of pulls)
    for (const e of edges) {
      const by = p.at - e;
      if (Math.abs(by) > reach) continue;
      if (!found || p.rank < found.rank || (p.rank === found.rank && Math.abs(by) < Math.abs(found.by)))
        found = { by, at: p.at, rank: p.rank };
    }
  return found;
}

/** Places where the white before the rectangle would equal a white that is there, across; for down the axes are changed over. */
function equalWhites(r: Rect, still: readonly Rect[], reach: number): { by: number; gaps: Gap[] } | null {
  const row = still.filter((s) => s.y < bottom(r) && r.y < bottom(s)).sort((a, b) => a.x - b.x);
  const before = row.filter((s) => right(s) <= r.x + reach);
  const after = row.filter((s) => s.x >= right(r) - reach);
  const y = r.y + r.height / 2;
  const gap = (x1: number, x2: number): Gap => ({ x1, y1: y, x2, y2: y });
  const tries: { by: number; gaps: Gap[] }[] = [];
  const [a, b] = [before.at(-2), before.at(-1)];
  if (a && b && b.x > right(a)) {
    const at = right(b) + (b.x - right(a));
    tries.push({ by: at - r.x, gaps: [gap(right(a), b.x), gap(right(b), at)] });
  }
  const [c, d] = [after[0], after[1]];
  if (c && d && d.x > right(c)) {
    const at = c.x - (d.x - right(c)) - r.width;
    tries.push({ by: at - r.x, gaps: [gap(at + r.width, c.x), gap(right(c), d.x)] });
  }
  if (b && c) {
    const white = (c.x - right(b) - r.width) / 2;
    if (white > 0) tries.push({ by: right(b) + white - r.x, gaps: [gap(right(b), right(b) + white), gap(c.x - white, c.x)] });
  }
  return tries.filter((t) => Math.abs(t.by) <= reach).sort((p, q) => Math.abs(p.by) - Math.abs(q.by))[0] ?? null;
}

const turned = (r: Rect): Rect => ({ x: r.y, y: r.x, width: r.height, height: r.width });
const turnedGap = (g: Gap): Gap => ({ x1: g.y1, y1: g.x1, x2: g.y2, y2: g.x2 });

/** Columns and lines draw a side; what else there is draws sides and middle. */
function drawAxis(start: number, size: number, pulls: readonly Pull[], sides: readonly number[], reach: number): Best | null {
  const grid = pulls.filter((p) => p.rank === 0);
  const other = pulls.filter((p) => p.rank > 0);
  return best(sides, grid, reach) ?? best([start, start + size / 2, start + size], other, reach);
}

/** How a moved rectangle is drawn. `reach` in points. Across, both sides may meet a column; down, the top stands on a line. */
export function drawMove(r: Rect, field: Field, reach: number): Drawn {
  const x = drawAxis(r.x, r.width, field.x, [r.x, right(r)], reach);
  const y = drawAxis(r.y, r.height, field.y, [r.y], reach);
  const white = x ? null : equalWhites(r, field.still, reach);
  const whiteDown = y ? null : equalWhites(turned(r), field.still.map(turned), reach);
  return {
    dx: x?.by ?? white?.by ?? 0,
    dy: y?.by ?? whiteDown?.by ?? 0,
    guides: { x: x && x.rank > 0 ? [x.at] : [], y: y && y.rank > 0 ? [y.at] : [] },
    gaps: [...(white?.gaps ?? []), ...(whiteDown?.gaps ?? []).map(turnedGap)],
  };
}

/** Where one moved edge comes to stand; the edge itself where nothing draws it. */
export function drawEdge(at: number, pulls: readonly Pull[], reach: number): { at: number; guide: number | null } {
  const found = best([at], pulls, reach);
  return found ? { at: found.at, guide: found.rank > 0 ? found.at : null } : { at, guide: null };
}
