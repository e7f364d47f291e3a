/** C18 单字不成行: a last line of one character; in English, of a word of under four letters (guide §3.4, §6.5). */
import { Class, classOf } from '../../text/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { bodyLines } from '../story-lines.ts';
import { about, nameOf, type PageView } from '../view.ts';

const LEAST_LETTERS = 4;

const characters = (text: string): string[] =>
  [...text].filter((c) => [Class.han, Class.latin, Class.digit].some((k) => k === classOf(c.codePointAt(0) ?? 0x20)));

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks)
    for (const { line, piece, type, first, last } of bodyLines(block)) {
      if (!last || first || type !== 'paragraph') continue;
      const count = characters(line.text).filter(
        (c) => block.language === 'en' || classOf(c.codePointAt(0) as number) === Class.han,
      ).length;
      const all = characters(line.text).length;
      const bad = block.language === 'en' ? all < LEAST_LETTERS && !/\s\S/u.test(line.text.trim()) : all <= 1 && count === all;
      if (!bad) continue;
      yield {
        key: 'single-character',
        severity: block.language === 'en' ? 'note' : 'warning',
        figures: { story: nameOf(block.story), text: line.text.trim() },
        ...about(block, piece),
        at: line.at,
      };
    }
}

export const c18: PageRule = { id: 'C18', severity: 'warning', page: faults };
