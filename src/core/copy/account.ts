/** The account: every character of the copy is in exactly one place (guide wishes 9, 10). */
import { passages } from '../story/index.ts';
import type { Reading } from './copy.ts';

export interface Account {
  /** UTF-16 units that stand in a story. */
  readonly placed: number;
  /** Units set aside by name. */
  readonly aside: number;
  /** Ranges of the copy's text that are nowhere. */
  readonly lost: readonly (readonly [number, number])[];
  /** Ranges that are in more than one place. */
  readonly doubled: readonly (readonly [number, number])[];
}

export function account(reading: Reading): Account {
  const { text, id } = reading.copy;
  const count = new Uint8Array(text.length);
  let placed = 0;
  let aside = 0;
  const claim = ([from, to]: readonly [number, number]): number => {
    for (let i = from; i < to; i++) count[i] = Math.min(2, (count[i] ?? 0) + 1);
    return to - from;
  };
  for (const story of reading.stories)
    for (const { passage } of passages(story))
      if (passage.origin?.copy === id) for (const span of passage.origin.spans) placed += claim(span);
  for (const a of reading.asides) aside += claim(a.span);
  return { placed, aside, lost: ranges(count, (n) => n === 0), doubled: ranges(count, (n) => n > 1) };
}

function ranges(count: Uint8Array, test: (n: number) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < count.length; i++) {
    if (!test(count[i] as number)) continue;
    const last = found[found.length - 1];
    if (last && last[1] === i) last[1] = i + 1;
    else found.push([i, i + 1]);
  }
  return found;
}
