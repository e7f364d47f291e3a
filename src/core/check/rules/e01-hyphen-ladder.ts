/** E01: more than three lines of one leg that end in a hyphen make a ladder (guide §6.2, §6.5). */
import { union } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { legLines, type TextLine } from '../story-lines.ts';
import { about, nameOf, type PageView } from '../view.ts';

const MOST = 3;
const HYPHEN = /[\u00ad-]$/u;

/** Runs of lines that end so, each as long as it goes. */
function ladders(lines: readonly TextLine[]): TextLine[][] {
  const found: TextLine[][] = [];
  let run: TextLine[] = [];
  for (const line of lines) {
    if (HYPHEN.test(line.line.text)) run.push(line);
    else {
      found.push(run);
      run = [];
    }
  }
  return [...found, run].filter((l) => l.length > MOST);
}

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    if (block.language !== 'en') continue;
    for (const leg of legLines(block))
      for (const ladder of ladders(leg.lines))
        yield {
          key: 'hyphen-ladder',
          figures: { story: nameOf(block.story), lines: ladder.length, most: MOST },
          ...about(block, leg.piece),
          at: ladder.map((l) => l.line.at).reduce(union),
        };
  }
}

export const e01: PageRule = { id: 'E01', severity: 'warning', page: faults };
