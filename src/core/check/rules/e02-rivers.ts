/** E02: wide word spaces that stand one under the other for three lines run down the text as a river (guide §6.5). */
import { union } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { Line } from '../lines.ts';
import type { PageRule } from '../rule.ts';
import { legLines } from '../story-lines.ts';
import { about, nameOf, type PageView } from '../view.ts';

const LEAST_LINES = 3;
/** A space narrower than this, in em, is no gap to the eye; a quarter is the usual one. */
const WIDE_EM = 0.4;
/** How much of the narrower space must stand under the other. */
const SHARED = 0.5;

type Gap = readonly [from: number, to: number];

function gapsOf(line: Line): Gap[] {
  return line.marks.flatMap((mark, i): Gap[] => {
    const next = line.marks[i + 1];
    if (!next || !/^\s$/u.test(mark.character) || next.x - mark.x < WIDE_EM * line.sizePt) return [];
    return [[mark.x, next.x]];
  });
}

const under = (a: Gap, b: Gap): boolean => Math.min(a[1], b[1]) - Math.max(a[0], b[0]) >= SHARED * Math.min(a[1] - a[0], b[1] - b[0]);

/** Lines from `start` on through which one gap after the other stands under the one before. */
function riverFrom(gaps: readonly (readonly Gap[])[], start: number): number {
  let open = gaps[start] ?? [];
  let lines = 0;
  for (let i = start; i < gaps.length && open.length > 0; i++) {
    lines++;
    open = (gaps[i + 1] ?? []).filter((g) => open.some((o) => under(o, g)));
  }
  return lines;
}

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    if (block.language !== 'en') continue;
    for (const leg of legLines(block)) {
      const gaps = leg.lines.map((l) => gapsOf(l.line));
      for (let i = 0; i < gaps.length; i++) {
        const lines = riverFrom(gaps, i);
        if (lines < LEAST_LINES) continue;
        const at = leg.lines.slice(i, i + lines).map((l) => l.line.at);
        yield { key: 'river', figures: { story: nameOf(block.story), lines }, ...about(block, leg.piece), at: at.reduce(union) };
        i += lines - 1;
      }
    }
  }
}

export const e02: PageRule = { id: 'E02', severity: 'note', page: faults };
