/** Passages cut in two and put together, with what they came from: no character of the copy changes its owner unseen. */
import type { Change, Mark, Origin, Passage } from '../../story/index.ts';
import { applyChanges, originalText } from '../changes.ts';
import type { Copy } from '../copy.ts';
import { isBlank, isBreak, isInvisible } from '../lines.ts';

/** The text as it was read, before the editor's own changes. */
export const asRead = (copy: Copy, passage: Passage): string =>
  passage.origin ? applyChanges(originalText(copy, passage), passage.origin.changes) : '';

/** Where offset `at` of `after` stood in `before`: by what is the same at the beginning and at the end. */
export function offsetBefore(before: string, after: string, at: number): number {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  if (at <= head) return at;
  const most = Math.min(before.length, after.length) - head;
  let tail = 0;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return at >= after.length - tail ? at + before.length - after.length : head;
}

/** Where offset `at` of the text as read stands in the original. Within a repair: after it. */
export function originalOffset(changes: readonly Change[], at: number): number {
  let shift = 0;
  for (const c of changes) {
    const from = c.at + shift;
    if (at <= from) break;
    if (at < from + c.inserted.length) return c.at + c.removed.length;
    shift += c.inserted.length - c.removed.length;
  }
  return at - shift;
}

type Span = readonly [number, number];

/** Spans cut at offset `at` of their joined texts. */
function cutSpans(spans: readonly Span[], at: number): [[number, number][], [number, number][]] {
  const [first, second]: [[number, number][], [number, number][]] = [[], []];
  let left = at;
  for (const [from, to] of spans) {
    const middle = Math.min(to, Math.max(from, from + left));
    if (middle > from) first.push([from, middle]);
    if (to > middle) second.push([middle, to]);
    left -= to - from;
  }
  return [first, second];
}

function cutChanges(changes: readonly Change[], at: number): [Change[], Change[]] {
  return [changes.filter((c) => c.at < at), changes.filter((c) => c.at >= at).map((c) => ({ ...c, at: c.at - at }))];
}

/** An origin with its spans and changes replaced; no empty list of refused repairs is kept. */
function originWith(origin: Origin, spans: [number, number][], changes: Change[], refused: Change[]): Origin {
  const { refused: _was, ...rest } = origin;
  return { ...rest, spans, changes, ...(refused.length > 0 ? { refused } : {}) };
}

function cutOrigin(copy: Copy | null, passage: Passage, at: number): [Origin | null, Origin | null] {
  const { origin } = passage;
  if (!origin) return [null, null];
  if (copy?.id !== origin.copy) return [origin, null];
  const there = originalOffset(origin.changes, offsetBefore(asRead(copy, passage), passage.text, at));
  const [a, b] = cutSpans(origin.spans, there);
  const [ca, cb] = cutChanges(origin.changes, there);
  const [ra, rb] = cutChanges(origin.refused ?? [], there);
  return [a.length > 0 ? originWith(origin, a, ca, ra) : null, b.length > 0 ? originWith(origin, b, cb, rb) : null];
}

function marksIn(passage: Passage, from: number, to: number): { marks?: Mark[] } {
  const marks = (passage.marks ?? [])
    .map((m) => ({ ...m, from: Math.max(m.from, from) - from, to: Math.min(m.to, to) - from }))
    .filter((m) => m.to > m.from);
  return marks.length > 0 ? { marks } : {};
}

/** A passage cut before character `at`. `copy` is the one it came from. */
export function splitPassage(copy: Copy | null, passage: Passage, at: number): [Passage, Passage] {
  const [a, b] = cutOrigin(copy, passage, at);
  return [
    { text: passage.text.slice(0, at), origin: a, ...marksIn(passage, 0, at) },
    { text: passage.text.slice(at), origin: b, ...marksIn(passage, at, passage.text.length) },
  ];
}

const blank = (text: string): boolean =>
  [...text].every((c) => isBreak(c.charCodeAt(0)) || isBlank(c.charCodeAt(0)) || isInvisible(c.charCodeAt(0)));
const letter = (c: string | undefined): boolean => c !== undefined && /[\p{Script=Latin}\p{N}]/u.test(c);

/** What goes between two texts that become one: a space between Latin words, nothing between Han. */
export const glue = (before: string, after: string): string => (letter(before.at(-1)) && letter(after[0]) ? ' ' : '');

function joinOrigins(copy: Copy | null, a: Origin, b: Origin, between: string): Origin {
  const spans = a.spans.map(([from, to]): [number, number] => [from, to]);
  const length = spans.reduce((n, [from, to]) => n + to - from, 0);
  const last = spans.at(-1);
  const next = b.spans[0];
  let shift = length;
  const join: Change[] = [];
  let rest = b.spans;
  // White space between the two goes into the passage, so that refusing the join gives it back.
  if (copy && last && next && last[1] <= next[0] && blank(copy.text.slice(last[1], next[0]))) {
    const gap = copy.text.slice(last[1], next[0]);
    last[1] = next[1];
    rest = b.spans.slice(1);
    shift += gap.length;
    if (gap !== between) join.push({ at: length, removed: gap, inserted: between, reason: 'join', confidence: 1 });
  }
  const moved = (changes: readonly Change[]): Change[] => changes.map((c) => ({ ...c, at: c.at + shift }));
  return originWith(
    { ...a, confidence: 1 },
    [...spans, ...rest.map(([from, to]): [number, number] => [from, to])],
    [...a.changes, ...join, ...moved(b.changes)],
    [...(a.refused ?? []), ...moved(b.refused ?? [])],
  );
}

/** What two texts that were written together came from, where that is one copy; else what the first came from. */
export const joinedOrigin = (a: Origin | null, b: Origin | null): Origin | null =>
  a && b && a.copy === b.copy ? joinOrigins(null, a, b, '') : (a ?? b);

/** Two passages as one; null where they came from different copies: one passage has one origin. */
export function joinPassages(copy: Copy | null, a: Passage, b: Passage): Passage | null {
  if (a.origin && b.origin && a.origin.copy !== b.origin.copy) return null;
  const between = glue(a.text, b.text);
  const origin = a.origin && b.origin ? joinOrigins(copy, a.origin, b.origin, between) : (a.origin ?? b.origin);
  const shift = a.text.length + between.length;
  const marks = [...(a.marks ?? []), ...(b.marks ?? []).map((m) => ({ ...m, from: m.from + shift, to: m.to + shift }))];
  return { text: a.text + between + b.text, origin, ...(marks.length > 0 ? { marks } : {}) };
}
