/** C16 栏深: a leg is at least an inch deep, and not deeper than ten inches without a subhead or a picture (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { legLines, type TextLine } from '../story-lines.ts';
import { about, nameOf, type PageView } from '../view.ts';

/** One inch and ten, in points; on 11.25 pt these are 6 and 64 lines. */
const LEAST_PT = 72;
const MOST_PT = 720;

/** The longest run of lines without a subhead, in lines. */
function longest(lines: readonly TextLine[]): number {
  let run = 0;
  let most = 0;
  for (const l of lines) {
    run = l.type === 'subhead' ? 0 : run + 1;
    most = Math.max(most, run);
  }
  return most;
}

function* faults(view: PageView): Generator<Fault> {
  const pitch = view.page.grid.linePitchPt;
  // Two lines of a first leg less are the levelling's, not the page's.
  const least = Math.floor(LEAST_PT / pitch);
  const most = Math.ceil(MOST_PT / pitch);
  for (const block of view.blocks) {
    // Vertical legs are rows of lines side by side: they have no depth to speak of.
    const legs = legLines(block).filter((l) => !l.lines[0]?.line.vertical);
    const deepest = Math.max(0, ...legs.map((l) => l.lines.length));
    if (legs.length > 1 && deepest < least)
      yield { key: 'leg-short', figures: { story: nameOf(block.story), lines: deepest, least }, ...about(block, block.bodies[0]) };
    for (const leg of legs) {
      const lines = longest(leg.lines);
      if (lines > most) yield { key: 'leg-long', figures: { story: nameOf(block.story), lines, most }, ...about(block, leg.piece) };
    }
  }
}

export const c16: PageRule = { id: 'C16', severity: 'warning', page: faults };
