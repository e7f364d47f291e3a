/** C09 题长合栏: a headline fits its measure, does not look lost in it, and its lines are of like length (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, headlineLines, isHorizontal, nameOf, type PageView, styleIn } from '../view.ts';

const LEAST_FILL = 0.5;
const MOST_RATIO = 1.6;
/** A last character's own white is not known to the point. */
const SLACK = 0.02;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks)
    for (const head of block.heads.filter(isHorizontal)) {
      const widths = headlineLines(head).map((l) => l.to - l.from);
      if (widths.length === 0) continue;
      const fill = Math.max(...widths) / head.rect.width;
      const figures = { story: nameOf(block.story), percent: Math.round(fill * 100) };
      if (fill > 1 + SLACK) yield { key: 'head-too-wide', severity: 'error', figures, ...about(block, head) };
      const centred = styleIn(view, block, 'headline').align === 'centre';
      if (centred && widths.length === 1 && fill < LEAST_FILL) yield { key: 'head-too-short', figures, ...about(block, head) };
      const ratio = Math.max(...widths) / Math.min(...widths);
      if (widths.length > 1 && ratio > MOST_RATIO)
        yield { key: 'head-uneven', figures: { ...figures, ratio: Math.round(ratio * 10) / 10 }, ...about(block, head) };
    }
}

export const c09: PageRule = { id: 'C09', severity: 'warning', page: faults };
