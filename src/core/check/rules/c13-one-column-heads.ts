/** C13 一栏不成题: a headline of one column needs four characters a line and at most four lines; a page bears three (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, headlineLines, headlinePt, isHorizontal, nameOf, type PageView } from '../view.ts';

const LEAST_CHARACTERS = 4;
const MOST_LINES = 4;
const MOST_HEADS = 3;

function* faults(view: PageView): Generator<Fault> {
  const narrow = view.blocks
    .filter((b) => b.language !== 'en')
    .flatMap((block) =>
      block.heads.filter((h) => isHorizontal(h) && h.frame.at.columns <= 1 && headlinePt(h) > 0).map((head) => ({ block, head })),
    );
  for (const { block, head } of narrow) {
    const characters = Math.floor(head.rect.width / headlinePt(head) + 0.01);
    const lines = headlineLines(head).length;
    if (characters >= LEAST_CHARACTERS && lines <= MOST_LINES) continue;
    yield { key: 'narrow-head', figures: { story: nameOf(block.story), characters, lines }, ...about(block, head) };
  }
  if (narrow.length > MOST_HEADS) yield { key: 'narrow-heads', figures: { count: narrow.length, most: MOST_HEADS } };
}

export const c13: PageRule = { id: 'C13', severity: 'warning', page: faults };
