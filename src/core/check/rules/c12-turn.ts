/** C12 文不压题、转文向右: no leg climbs above its own headline, and the text turns to the right (guide §3.4). */
import { bottom } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, nameOf, overlapY, type PageView } from '../view.ts';

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    const figures = { story: nameOf(block.story) };
    const head = block.heads.find((h) => h.frame.shows.kind === 'head' && h.frame.shows.form === 'over');
    if (head)
      for (const body of block.bodies) if (body.rect.y < bottom(head.rect) - 1) yield { key: 'above-head', figures, ...about(block, body) };
    for (const [i, next] of block.bodies.entries()) {
      const from = block.bodies[i - 1];
      if (!from || overlapY(from.rect, next.rect) <= view.page.grid.linePitchPt) continue;
      if (next.rect.x < from.rect.x - 1) yield { key: 'turn-left', severity: 'warning', figures, ...about(block, next) };
    }
  }
}

export const c12: PageRule = { id: 'C12', severity: 'error', page: faults };
