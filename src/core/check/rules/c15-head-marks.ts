/** C15 题无句号: no full stop, comma, semicolon or colon ends a headline, and no closing mark begins one of its lines (guide §3.4). */
import { Class, classOf, mayBreak } from '../../text/index.ts';
import type { Fault } from '../finding.ts';
import { cutText } from '../mend.ts';
import type { PageRule } from '../rule.ts';
import { about, headlineLines, nameOf, type PageView } from '../view.ts';

const NOT_LAST = /[。，；：,;:]$|(?<!\.)\.$/u;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    const { story } = block;
    const text = story.headline?.text ?? '';
    const trimmed = text.trimEnd();
    const mark = NOT_LAST.exec(trimmed)?.[0];
    const head = block.heads[0];
    if (mark && head)
      yield {
        key: 'head-ends-with',
        figures: { story: nameOf(story), mark },
        ...about(block, head),
        mend: cutText(story, { field: 'headline' }, trimmed.length - mark.length, mark),
      };
    for (const line of block.heads.flatMap(headlineLines)) {
      const first = [...line.text][0] ?? '';
      if (line.source?.at === 0 || line.vertical || block.language === 'en') continue;
      if (!mayBreak('gb', Class.han, classOf(first.codePointAt(0) ?? 0x20)))
        yield { key: 'head-line-start', figures: { story: nameOf(story), mark: first }, ...about(block, head) };
    }
  }
}

export const c15: PageRule = { id: 'C15', severity: 'warning', page: faults };
