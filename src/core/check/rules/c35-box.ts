/** C35 框: text keeps about one character from the box around it (guide §3.4). */
import { bottom, right } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, nameOf, overlapX, overlapY, type PageView } from '../view.ts';

/** In characters of the body. Ink stands a little within its own em. */
const LEAST_EM = 0.8;

function* faults(view: PageView): Generator<Fault> {
  const least = LEAST_EM * view.page.grid.bodyPt;
  for (const { frame, rect: box } of view.furniture) {
    if (frame.shows.kind !== 'box') continue;
    for (const block of view.blocks)
      for (const piece of [...block.bodies, ...block.captions]) {
        const { ink } = piece;
        if (!ink || overlapX(ink, box) <= 0 || overlapY(ink, box) <= 0) continue;
        const gap = Math.min(ink.x - box.x, right(box) - right(ink), Math.max(ink.y - box.y, 0), Math.max(bottom(box) - bottom(ink), 0));
        if (gap >= least) continue;
        yield {
          key: 'box-tight',
          figures: { story: nameOf(block.story), pt: Math.round(gap * 10) / 10, least: Math.round(least * 10) / 10 },
          ...about(block, piece),
        };
      }
  }
}

export const c35: PageRule = { id: 'C35', severity: 'warning', page: faults };
