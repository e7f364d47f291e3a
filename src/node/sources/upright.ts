/** Vertical headlines on a PDF page: characters one under another, read from right to left, become lines of the block they stand in. */
import type { TextLine, Word } from './layout.ts';

/** Characters of one vertical line, from the top. */
type Stack = readonly Word[];

/** Fewer are chance: a list's numbers, the ends of two lines. */
const LEAST = 3;
/** From one character to the next, in type sizes; a full-width space makes up to two of it. */
const STEP = { least: 0.85, most: 1.3, spaced: 2.6 } as const;
/** White beside a character, in type sizes: where a neighbour stands closer, the line is a level one. */
const BESIDE = 0.3;
/** Lines of one head stand no further apart, in the larger one's sizes. */
const APART = 1.3;

/** Height in points of a row that words are sought by. */
const ROW = 4;

const single = (w: Word): boolean => [...w.text.trim()].length === 1 && /[\p{Script=Han}\p{P}\d]/u.test(w.text);
const centre = (w: Word): number => w.x + w.width / 2;

/** True where a word stands beside this one on the same line. */
function levelWith(w: Word, o: Word): boolean {
  const white = Math.min(w.size, o.size) * BESIDE;
  return o !== w && Math.abs(o.y - w.y) < w.size * 0.35 && o.x < w.x + w.width + white && o.x + o.width > w.x - white;
}

/** Which words a page has near a height: many files have a word for every character, and each is asked for its neighbours. */
function rowsOf(words: readonly Word[]): (w: Word) => readonly Word[] {
  const rows = new Map<number, Word[]>();
  for (const w of words) {
    const row = Math.floor(w.y / ROW);
    const own = rows.get(row);
    if (own) own.push(w);
    else rows.set(row, [w]);
  }
  return (w) => {
    const [from, to] = [Math.floor((w.y - w.size * 0.35) / ROW), Math.floor((w.y + w.size * 0.35) / ROW)];
    return Array.from({ length: to - from + 1 }, (_, i) => rows.get(from + i) ?? []).flat();
  };
}

function stacksOf(words: readonly Word[]): Stack[] {
  const near = rowsOf(words);
  const singles = words.filter((w) => single(w) && !near(w).some((o) => levelWith(w, o))).sort((a, b) => b.y - a.y);
  const stacks: Word[][] = [];
  for (const w of singles) {
    const above = stacks.find((s) => {
      const last = s[s.length - 1] as Word;
      const step = (last.y - w.y) / w.size;
      return (
        Math.abs(last.size - w.size) < 0.5 && Math.abs(centre(last) - centre(w)) < w.size * 0.2 && step > STEP.least && step < STEP.spaced
      );
    });
    if (above) above.push(w);
    else stacks.push([w]);
  }
  const sure = stacks.filter((s) => s.length >= LEAST);
  // A line of two beside a longer one of the same head, level with it.
  const beside = (s: Stack): boolean =>
    sure.some(
      (o) =>
        Math.abs(sizeOf(o) - sizeOf(s)) < 0.5 && Math.abs(topOf(o) - topOf(s)) < sizeOf(s) * 1.2 && apart(o, s) < sizeOf(s) * APART * 2,
    );
  return [...sure, ...stacks.filter((s) => s.length === LEAST - 1 && beside(s))];
}

function textOf(stack: Stack): string {
  let text = '';
  for (const [i, w] of stack.entries()) {
    const before = stack[i - 1];
    if (before && (before.y - w.y) / w.size > STEP.most) text += ' ';
    text += w.text.trim();
  }
  return text;
}

const leftOf = (s: Stack): number => Math.min(...s.map((w) => w.x));
const rightOf = (s: Stack): number => Math.max(...s.map((w) => w.x + w.width));
const topOf = (s: Stack): number => (s[0] as Word).y + (s[0] as Word).size;
const footOf = (s: Stack): number => (s[s.length - 1] as Word).y;
const sizeOf = (s: Stack): number => (s[0] as Word).size;

/** White between two vertical lines. */
const apart = (a: Stack, b: Stack): number => Math.max(leftOf(a), leftOf(b)) - Math.min(rightOf(a), rightOf(b));

/** Vertical lines beside one another, from right to left. */
function headsOf(stacks: readonly Stack[]): Stack[][] {
  const heads: Stack[][] = [];
  for (const s of [...stacks].sort((a, b) => rightOf(b) - rightOf(a))) {
    const near = heads.find((h) =>
      h.some((o) => leftOf(o) - rightOf(s) < Math.max(sizeOf(o), sizeOf(s)) * APART && topOf(s) > footOf(o) && topOf(o) > footOf(s)),
    );
    if (near) near.push(s);
    else heads.push([s]);
  }
  return heads;
}

/** A head as level lines at the top of the block it fills, so that what cuts a page by its white takes it for what it is. */
function linesOf(head: readonly Stack[]): TextLine[] {
  const left = Math.min(...head.map(leftOf));
  const right = Math.max(...head.map(rightOf));
  let y = Math.max(...head.map(topOf));
  return head.map((s) => {
    y -= sizeOf(s) * 1.2;
    return { text: textOf(s), left, right, y, size: sizeOf(s) };
  });
}

/** The vertical heads of a page as lines, and the words that stand in none. */
export function upright(words: readonly Word[]): { readonly heads: readonly TextLine[]; readonly rest: readonly Word[] } {
  const stacks = stacksOf(words);
  const taken = new Set(stacks.flat());
  return { heads: headsOf(stacks).flatMap(linesOf), rest: words.filter((w) => !taken.has(w)) };
}
