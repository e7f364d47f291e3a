/** C36 行长: a line of text holds nine to forty-five characters (guide §3.4); English ones are not counted so. */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, nameOf, type PageView, styleIn } from '../view.ts';

const LEAST = 9;
const MOST = 45;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    if (block.language === 'en') continue;
    const { sizePt } = styleIn(view, block, 'body');
    for (const body of block.bodies) {
      const line = body.lines[0];
      if (!line) continue;
      const characters = Math.floor(line.legPt / sizePt + 0.01);
      const figures = { story: nameOf(block.story), characters, least: LEAST, most: MOST };
      if (characters < LEAST) yield { key: 'line-too-short', figures, ...about(block, body) };
      if (characters > MOST) yield { key: 'line-too-long', figures, ...about(block, body) };
    }
  }
}

export const c36: PageRule = { id: 'C36', severity: 'warning', page: faults };
