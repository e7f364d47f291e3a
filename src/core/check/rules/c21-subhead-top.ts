/** C21 题首: a subhead at the head of a leg is worth a look; one that opens the story has nothing to divide (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { legLines } from '../story-lines.ts';
import { about, nameOf, type PageView } from '../view.ts';

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks)
    for (const [i, leg] of legLines(block).entries()) {
      const first = leg.lines[0];
      if (first?.type !== 'subhead' || !first.first) continue;
      const figures = { story: nameOf(block.story), text: first.line.text };
      if (i === 0) yield { key: 'subhead-opens', severity: 'warning', figures, ...about(block, leg.piece) };
      else yield { key: 'subhead-on-top', figures, ...about(block, leg.piece) };
    }
}

export const c21: PageRule = { id: 'C21', severity: 'note', page: faults };
