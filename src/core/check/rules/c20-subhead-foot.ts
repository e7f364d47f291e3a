/** C20 背题: a subhead has two lines of text under it in its leg (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { legLines } from '../story-lines.ts';
import { about, nameOf, type PageView } from '../view.ts';

const LEAST = 2;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    for (const leg of legLines(block)) {
      const at = leg.lines.findLastIndex((l) => l.type === 'subhead');
      const subhead = leg.lines[at];
      if (!subhead) continue;
      const lines = leg.lines.length - 1 - at;
      // The text may end there: a paragraph of one line under the last subhead is all there is.
      const ends = leg.lines.at(-1)?.paragraph === block.story.body.length - 1 && leg.lines.at(-1)?.last;
      // A subhead with nothing after it in the story is misread copy rather than a misplaced line.
      const severity = subhead.paragraph === block.story.body.length - 1 ? 'warning' : 'error';
      if (lines < LEAST && !(ends && lines > 0))
        yield {
          key: 'subhead-at-foot',
          severity,
          figures: { story: nameOf(block.story), text: subhead.line.text, lines },
          ...about(block, leg.piece),
        };
    }
  }
}

export const c20: PageRule = { id: 'C20', severity: 'error', page: faults };
