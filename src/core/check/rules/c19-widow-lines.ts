/** C19 孤行: a leg does not begin with a paragraph's last line; one that ends with a first line is tolerated (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { legLines } from '../story-lines.ts';
import { about, nameOf, type PageView } from '../view.ts';

/** A last line at least this full does not look lost. */
const FULL_ENOUGH = 0.6;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    const legs = legLines(block);
    for (const [i, leg] of legs.entries()) {
      const [top, foot] = [leg.lines[0], leg.lines.at(-1)];
      const lost = top && top.line.to - top.line.legFrom < FULL_ENOUGH * top.line.legPt;
      if (i > 0 && top?.type === 'paragraph' && top.last && !top.first && lost)
        yield { key: 'last-line-on-top', figures: { story: nameOf(block.story), text: top.line.text }, ...about(block, leg.piece) };
      if (i < legs.length - 1 && foot?.type === 'paragraph' && foot.first && !foot.last && leg.lines.length > 1)
        yield { key: 'first-line-at-foot', severity: 'note', figures: { story: nameOf(block.story) }, ...about(block, leg.piece) };
    }
  }
}

export const c19: PageRule = { id: 'C19', severity: 'warning', page: faults };
