/** C10 文不出题: the text stays under its headline (guide §3.4). */
import { right } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, nameOf, type PageView } from '../view.ts';

function* faults(view: PageView): Generator<Fault> {
  const { grid } = view.page;
  const step = (grid.charsPerColumn + grid.gutterEm) * grid.bodyPt;
  for (const block of view.blocks) {
    const head = block.heads.find((h) => h.frame.shows.kind === 'head' && h.frame.shows.form === 'over');
    if (!head) continue;
    for (const body of block.bodies) {
      const beyond = Math.max(head.rect.x - body.rect.x, right(body.rect) - right(head.rect));
      if (beyond < step / 4) continue;
      yield { key: 'beyond-head', figures: { story: nameOf(block.story), columns: Math.round(beyond / step) }, ...about(block, body) };
    }
  }
}

export const c10: PageRule = { id: 'C10', severity: 'warning', page: faults };
