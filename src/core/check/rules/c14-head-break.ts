/** C14 断句: a headline is not broken before a particle, nor between a number and its unit (guide §3.4). */
import { Class, classOf, NOT_FIRST_IN_HEADLINE } from '../../text/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, headlineLines, nameOf, type PageView } from '../view.ts';

const MEASURES = '年月日时分秒米里亩吨斤元万亿千百人户个座栋条张件次届岁℃%％';
const NUMBERS = '一二三四五六七八九十百千万亿两几';

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** The first word of a line: 地铁 is no particle, 地 is. */
const firstWord = (line: string): string => [...WORDS.segment(line)][0]?.segment ?? '';

function badly(before: string, after: string): boolean {
  const [last, first] = [[...before.trimEnd()].at(-1) ?? '', [...after][0] ?? ''];
  if (NOT_FIRST_IN_HEADLINE.includes(first) && firstWord(after) === first) return true;
  const digit = classOf(last.codePointAt(0) ?? 0x20) === Class.digit;
  return (
    (digit && (MEASURES.includes(first) || NUMBERS.includes(first) || /\d/u.test(first))) ||
    (NUMBERS.includes(last) && MEASURES.includes(first))
  );
}

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    if (block.language === 'en') continue;
    for (const head of block.heads) {
      const lines = headlineLines(head);
      for (const [i, line] of lines.entries()) {
        const before = lines[i - 1];
        // A blank in the headline is the writer's own break.
        const at = line.source?.at ?? 0;
        if (!before || /\s/u.test(block.story.headline?.text[at - 1] ?? '') || !badly(before.text, line.text)) continue;
        yield { key: 'head-break', figures: { story: nameOf(block.story), after: line.text.slice(0, 3) }, ...about(block, head) };
      }
    }
  }
}

export const c14: PageRule = { id: 'C14', severity: 'warning', page: faults };
