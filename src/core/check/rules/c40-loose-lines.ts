/** C40 疏密: a justified line whose characters stand further apart than a quarter, or half, of their size (guide §3.4). */
import { Class, classOf } from '../../text/index.ts';
import type { Fault } from '../finding.ts';
import type { Line, Mark } from '../lines.ts';
import type { PageRule } from '../rule.ts';
import { bodyLines } from '../story-lines.ts';
import { about, nameOf, type PageView, styleIn } from '../view.ts';

const WARNING = 0.25;
const ERROR = 0.5;

const isHan = (c: string): boolean => classOf(c.codePointAt(0) ?? 0x20) === Class.han;

/** What is added between two neighbouring Han of a line, in em; the middle one of all such gaps. 0 for a line without any. */
export function extraEm(line: Line, trackingEm: number): number {
  const gaps: number[] = [];
  for (let i = 0; i + 1 < line.marks.length; i++) {
    const [mark, next] = [line.marks[i] as Mark, line.marks[i + 1] as Mark];
    if (!next || !isHan(mark.character) || !isHan(next.character) || [...mark.character].length !== 1) continue;
    gaps.push((line.vertical ? next.y - mark.y : next.x - mark.x) / mark.sizePt - 1 - trackingEm);
  }
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    if (block.language === 'en') continue;
    const { trackingEm } = styleIn(view, block, 'body');
    for (const { line, piece, type, last } of bodyLines(block)) {
      if (last || type !== 'paragraph') continue;
      const extra = extraEm(line, trackingEm);
      if (extra <= WARNING) continue;
      yield {
        key: 'loose-line',
        severity: extra > ERROR ? 'error' : 'warning',
        figures: { story: nameOf(block.story), percent: Math.round(extra * 100), text: line.text },
        ...about(block, piece),
        at: line.at,
      };
    }
  }
}

export const c40: PageRule = { id: 'C40', severity: 'warning', page: faults };
