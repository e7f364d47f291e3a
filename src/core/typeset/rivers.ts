/**
 * Rivers: wide word spaces of English lines that stand one under the other (guide §6.5). The white that runs down the
 * column is seen before any word is read.
 */
import { Class } from '../text/index.ts';
import type { Ruler } from './ruler.ts';

/** A space narrower than this, in em, is no gap to the eye; a quarter is the usual one. */
const WIDE_EM = 0.4;
/** How much of the narrower space must stand under the other. */
const SHARED = 0.5;

/** The wide word spaces of a line once it is justified: left and right edges in turn, in points from the measure's left edge. */
export function wideSpaces(r: Ruler, from: number, to: number): number[] {
  const { a } = r;
  const f = r.first(from, to);
  const l = r.last(from, to);
  const natural = r.spaces(from, to);
  // Letters take little of what is spare: the spaces are looked at as if they took it all.
  const stretch = natural > 0 && to < a.n ? Math.max(0.5, 1 + (r.room(from) - r.width(from, to)) / natural) : 1;
  const found: number[] = [];
  let pen = from === 0 ? r.indentPt : 0;
  for (let i = f; i < l; i++) {
    const advance = a.advance[i] as number;
    const width = a.cls[i] === Class.space ? advance * stretch : advance;
    if (a.cls[i] === Class.space && width >= WIDE_EM * a.sizePt) found.push(pen, pen + width);
    pen += width + (a.gap[i] as number);
  }
  return found;
}

function isUnder(above: readonly number[], i: number, below: readonly number[], k: number): boolean {
  const [l1, r1, l2, r2] = [above[i], above[i + 1], below[k], below[k + 1]] as [number, number, number, number];
  return Math.min(r1, r2) - Math.max(l1, l2) >= SHARED * Math.min(r1 - l1, r2 - l2);
}

/** How many wide spaces of the last of three lines end a stack of three. */
export function stacks(first: readonly number[], second: readonly number[], third: readonly number[]): number {
  let count = 0;
  for (let k = 0; k < third.length; k += 2) {
    let stacked = false;
    for (let j = 0; j < second.length && !stacked; j += 2) {
      if (!isUnder(second, j, third, k)) continue;
      for (let i = 0; i < first.length && !stacked; i += 2) stacked = isUnder(first, i, second, j);
    }
    if (stacked) count++;
  }
  return count;
}
