/** C32 四分: each quarter of the page has a headline of several columns or a picture to enter by (guide §3.4). */
import { overlaps, type Rect } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const QUARTERS = [
  ['@top-left', 0, 0],
  ['@top-right', 1, 0],
  ['@bottom-left', 0, 1],
  ['@bottom-right', 1, 1],
] as const;

function* faults(view: PageView): Generator<Fault> {
  const { area } = view;
  if (view.blocks.length === 0) return;
  const entries = view.blocks.flatMap((b) => [...b.photos, ...b.heads.filter((h) => h.frame.at.columns > 1 || h.frame.at.lines > 10)]);
  for (const [quarter, right, below] of QUARTERS) {
    const at: Rect = {
      x: area.x + (right * area.width) / 2,
      y: area.y + (below * area.height) / 2,
      width: area.width / 2,
      height: area.height / 2,
    };
    if (!entries.some((e) => overlaps(e.rect, at))) yield { key: 'empty-quarter', figures: { quarter }, at };
  }
}

export const c32: PageRule = { id: 'C32', severity: 'note', page: faults };
