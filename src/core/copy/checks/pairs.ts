/** Unpaired and wrongly nested quotes and brackets. */
import { passages, type TextPlace } from '../../story/index.ts';
import type { Check, Fault } from './finding.ts';
import { pairs } from './tables.ts';

const opens = new Map(pairs.map((p) => [p[0], p]));
const closes = new Map(pairs.map((p) => [p[1], p]));
const quotes = /[“‘「『]/u;

interface Open {
  readonly mark: string;
  readonly at: number;
}

/**
 * A quotation of several paragraphs opens each of them and closes the last only (guide §5.3): an open quote at a paragraph's
 * end is no fault where the next paragraph opens with the same; of nested ones, with all of them.
 */
export const checkPairs: Check = (story) => {
  const all = passages(story);
  return all.flatMap(({ place, passage }, i) => {
    const next = place.field === 'body' ? (all[i + 1]?.passage.text ?? '') : '';
    return pairsIn(passage.text, place, next);
  });
};

function pairsIn(text: string, place: TextPlace, next: string): Fault[] {
  const faults: Fault[] = [];
  const stack: Open[] = [];
  const lonely = ({ mark, at }: Open): Fault => ({ place, from: at, to: at + 1, text: mark, key: 'pair-open', figures: { mark } });
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    const top = stack[stack.length - 1]?.mark;
    if (isNoPair(text, i, top)) continue;
    const open = opens.get(c);
    const close = closes.get(c);
    if (open) {
      if (top === c && c !== '（' && c !== '(')
        faults.push({ place, from: i, to: i + 1, text: c, key: 'pair-nested', figures: { mark: c, inner: open[2] } });
      stack.push({ mark: c, at: i });
    } else if (close) {
      const at = partner(text, i, stack, close[0]);
      if (at < 0) faults.push({ place, from: i, to: i + 1, text: c, key: 'pair-close', figures: { mark: c } });
      else faults.push(...stack.splice(at).slice(1).map(lonely));
    }
  }
  faults.push(...stack.filter((o) => !runsOn(o, stack, next)).map(lonely));
  return faults.sort((a, b) => a.from - b.from);
}

/** Which open mark a closing one ends: the last, or one further out where those within are never closed at all. */
function partner(text: string, at: number, stack: readonly Open[], mark: string): number {
  const i = stack.findLastIndex((o) => o.mark === mark);
  const within = stack.slice(i + 1);
  return i >= 0 && within.every((o) => !text.includes(opens.get(o.mark)?.[1] ?? '', at)) ? i : -1;
}

function runsOn({ mark }: Open, stack: readonly Open[], next: string): boolean {
  const open = stack.map((o) => o.mark).filter((m) => quotes.test(m));
  return quotes.test(mark) && mark !== '‘'
    ? next.startsWith(mark) || next.startsWith(open.join(''))
    : open.length > 1 && next.startsWith(open.join(''));
}

/** Apostrophes, feet and inches, and the ) that counts. */
function isNoPair(text: string, at: number, top: string | undefined): boolean {
  const [c, before, after] = [text[at], text[at - 1] ?? '', text[at + 1] ?? ''];
  // It’s; the farmers’ market; the ’90s.
  if (c === '’' && /\p{L}/u.test(before)) return top !== '‘' || /\p{Script=Latin}/u.test(after);
  if (c === '’' && /[\p{Script=Latin}\d]/u.test(after)) return true;
  // 6’2”
  if ((c === '’' && top !== '‘') || (c === '”' && top !== '“')) return /\d/u.test(before);
  return c === ')' && /(?:^|\s|[（(。；;])[\da-z]{1,2}$/u.test(text.slice(0, at)) && top === undefined;
}
