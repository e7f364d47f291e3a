/** 空地: what is free of a page that already holds something, as rectangles to be filled. */
import { type Page, type Project, standingOn } from '../document/index.ts';
import type { GridRect } from '../measure/index.ts';
import { gridOverlaps } from '../measure/index.ts';

/** A region is filled down to `lines`, or to one line less where something stands below it. */
export interface Region extends GridRect {
  readonly foot: boolean;
}

/** Regions with fewer lines than this cannot hold a module and stay white. */
const LEAST_LINES = 8;

/** A placed rectangle rounded out to whole columns and lines. */
function outward(at: GridRect): GridRect {
  const column = Math.floor(at.column + 1e-6);
  const line = Math.floor(at.line + 1e-6);
  return {
    column,
    line,
    columns: Math.ceil(at.column + at.columns - 1e-6) - column,
    lines: Math.ceil(at.line + at.lines - 1e-6) - line,
  };
}

/** What stands where, as whole cells. Frames that cover others (tints, boxes) count as they lie. */
export const obstaclesOf = (project: Project, page: Page, isKept: (frame: Page['frames'][number]) => boolean): GridRect[] =>
  standingOn(project, page)
    .filter(isKept)
    .map((f) => outward(f.at));

/** Cut the free area into rectangles, first by columns or first by lines. Reading order: down and to the right. */
function cut(page: Page, obstacles: readonly GridRect[], by: 'columns' | 'lines'): GridRect[] {
  const { columns, lines } = page.grid;
  const across = by === 'columns' ? columns : lines;
  const key = (at: number): string => {
    const strip: GridRect = by === 'columns' ? { column: at, line: 0, columns: 1, lines } : { column: 0, line: at, columns, lines: 1 };
    return JSON.stringify(
      obstacles.filter((o) => gridOverlaps(o, strip)).map((o) => (by === 'columns' ? [o.line, o.lines] : [o.column, o.columns])),
    );
  };
  const regions: GridRect[] = [];
  for (let from = 0; from < across; ) {
    let to = from + 1;
    while (to < across && key(to) === key(from)) to++;
    const band: GridRect =
      by === 'columns' ? { column: from, line: 0, columns: to - from, lines } : { column: 0, line: from, columns, lines: to - from };
    regions.push(
      ...free(
        band,
        obstacles.filter((o) => gridOverlaps(o, band)),
        by,
      ),
    );
    from = to;
  }
  return regions;
}

/** What obstacles that cross a whole band leave of it. */
function free(band: GridRect, obstacles: readonly GridRect[], by: 'columns' | 'lines'): GridRect[] {
  const spans = obstacles.map((o): [number, number] => (by === 'columns' ? [o.line, o.line + o.lines] : [o.column, o.column + o.columns]));
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const end = by === 'columns' ? band.line + band.lines : band.column + band.columns;
  const regions: GridRect[] = [];
  let at = by === 'columns' ? band.line : band.column;
  for (const [from, to] of [...spans, [end, end] as [number, number]]) {
    if (from > at) regions.push(by === 'columns' ? { ...band, line: at, lines: from - at } : { ...band, column: at, columns: from - at });
    at = Math.max(at, to);
  }
  return regions;
}

/** The ways to cut a page's free area, each a list of regions in reading order. One way where nothing stands on the page. */
export function regionsOf(page: Page, obstacles: readonly GridRect[]): Region[][] {
  const ways = obstacles.length === 0 ? (['columns'] as const) : (['lines', 'columns'] as const);
  const found = ways.map((by) =>
    cut(page, obstacles, by)
      .filter((r) => r.lines >= LEAST_LINES)
      .sort((a, b) => a.line - b.line || a.column - b.column)
      .map((r) => ({ ...withHeadroom(r, obstacles), foot: r.line + r.lines >= page.grid.lines })),
  );
  return found.filter((f, i) => f.length > 0 && found.findIndex((g) => JSON.stringify(g) === JSON.stringify(f)) === i);
}

/** A line of white under whatever stands right above a region. */
function withHeadroom(r: GridRect, obstacles: readonly GridRect[]): GridRect {
  const under = obstacles.some((o) => o.line + o.lines === r.line && o.column < r.column + r.columns && r.column < o.column + o.columns);
  return under ? { ...r, line: r.line + 1, lines: r.lines - 1 } : r;
}
