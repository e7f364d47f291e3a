/**
 * C07 断版/通线: a straight white line through the whole page, between a tenth and nine tenths of it (guide §3.4). One may be
 * a modular page's only joint; several make shelves. A declared rule across the page is meant and not counted.
 */
import { bottom, type Rect, right } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const FROM = 0.1;
const TO = 0.9;
/** Across the page one cut is tolerable (modular pages); down the page too. */
const TOLERABLE = 1;

type Span = readonly [from: number, to: number];

/** Where the open spans leave the line from `start` to `end` uncovered: the middle of each gap. */
function gaps(spans: readonly Span[], start: number, end: number): number[] {
  const found: number[] = [];
  let reached = start;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (from >= reached - 0.5 && reached > start) found.push((Math.max(from, reached) + reached) / 2);
    reached = Math.max(reached, to);
  }
  return found.filter((at) => at > start + FROM * (end - start) && at < start + TO * (end - start));
}

const ruled = (view: PageView, across: boolean, at: number): boolean =>
  view.furniture.some(({ frame, rect }) => {
    if (frame.shows.kind !== 'rule') return false;
    const long = across ? rect.width >= 0.95 * view.area.width : rect.height >= 0.95 * view.area.height;
    const [from, to] = across ? [rect.y, bottom(rect)] : [rect.x, right(rect)];
    return long && at > from - view.page.grid.linePitchPt && at < to + view.page.grid.linePitchPt;
  });

function* faults(view: PageView): Generator<Fault> {
  const { area, page } = view;
  const rects = view.blocks.flatMap((b) => b.rect ?? []);
  if (rects.length < 3) return;
  const across = gaps(
    rects.map((r): Span => [r.y, bottom(r)]),
    area.y,
    bottom(area),
  ).filter((y) => !ruled(view, true, y));
  const down = gaps(
    rects.map((r): Span => [r.x, right(r)]),
    area.x,
    right(area),
  ).filter((x) => !ruled(view, false, x));
  const severity = (count: number): 'warning' | 'note' => (count > TOLERABLE ? 'warning' : 'note');
  for (const y of across) {
    const at: Rect = { x: area.x, y, width: area.width, height: 0 };
    yield { key: 'cut-across', severity: severity(across.length), figures: { line: Math.round((y - area.y) / page.grid.linePitchPt) }, at };
  }
  const step = (page.grid.charsPerColumn + page.grid.gutterEm) * page.grid.bodyPt;
  for (const x of down) {
    const at: Rect = { x, y: area.y, width: 0, height: area.height };
    yield { key: 'cut-down', severity: severity(down.length), figures: { column: Math.round((x - area.x) / step) }, at };
  }
}

export const c07: PageRule = { id: 'C07', severity: 'warning', page: faults };
