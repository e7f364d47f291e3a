/** What writing does to a story, a frame and their marks. Pure: text in, text out. */

import { joinedOrigin } from '../../../core/copy/index.ts';
import { withPassage } from '../../../core/document/index.ts';
import type { Block, Mark, Passage, Story } from '../../../core/story/index.ts';
import { pieces, type Range, type Text } from './stream.ts';

const marksWithin = (p: Passage, from: number, to: number, shift: number): Mark[] =>
  (p.marks ?? []).map((m) => ({ ...m, from: Math.max(m.from, from) + shift, to: Math.min(m.to, to) + shift })).filter((m) => m.to > m.from);

const bare = ({ marks: _marks, ...rest }: Block): Block => rest;
const withMarks = (b: Block, marks: readonly Mark[]): Block => (marks.length > 0 ? { ...b, marks: joined(marks) } : b);

/** Marks of one look that touch are one mark; in ascending order. Ruby stands over its own word and is not joined. */
export function joined(marks: readonly Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const m of [...marks].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const at = out.findLastIndex((o) => o.look === m.look && o.look !== 'ruby' && o.to >= m.from);
    const before = out[at];
    if (before) out[at] = { ...before, to: Math.max(before.to, m.to) };
    else out.push(m);
  }
  return out;
}

/**
 * Blocks `range` of a body replaced by lines: the first joins what stands before the range, the last what stands after,
 * each between is a paragraph of its own.
 */
export function replaceBlocks(body: readonly Block[], range: Range, lines: readonly string[]): Block[] {
  const [first, last] = [body[range.from.passage], body[range.to.passage]];
  if (!first || !last) return [...body];
  // Enter before the first character leaves the paragraph what it is and opens an empty one above it.
  const opensAbove = lines.length === 2 && range.from.at === 0 && first === last && range.to.at === 0 && lines.join('') === '';
  const before = body.slice(0, range.from.passage);
  const after = body.slice(range.to.passage + 1);
  if (opensAbove) return [...before, { type: 'paragraph', text: '', origin: null }, first, ...after];
  const headMarks = marksWithin(first, 0, range.from.at, 0);
  const tail = last.text.slice(range.to.at);
  const tailMarks = (shift: number): Mark[] => marksWithin(last, range.to.at, last.text.length, shift - range.to.at);
  const start = first.text.slice(0, range.from.at) + (lines[0] ?? '');
  if (lines.length < 2) {
    const origin = first === last ? first.origin : joinedOrigin(first.origin, last.origin);
    return [...before, withMarks({ ...bare(first), text: start + tail, origin }, [...headMarks, ...tailMarks(start.length)]), ...after];
  }
  const added = lines.slice(1).map((text, i): Block => {
    const block: Block = { type: 'paragraph', text, origin: null };
    return i === lines.length - 2 ? withMarks({ ...block, text: text + tail }, tailMarks(text.length)) : block;
  });
  return [...before, withMarks({ ...bare(first), text: start }, headMarks), ...added, ...after];
}

/** Look put on or taken off `from`…`to` of a passage. */
export function markPassage(p: Passage, from: number, to: number, look: Mark['look'], on: boolean, note?: string): Passage {
  const cut = (p.marks ?? []).flatMap((m) => (m.look === look ? outsideOf(m, from, to) : [m]));
  const marks = joined(on ? [...cut, { from, to, look, ...(note ? { note } : {}) }] : cut);
  const { marks: _was, ...rest } = p;
  return marks.length > 0 ? { ...rest, marks } : rest;
}

/** A mark less a stretch of it. Ruby that loses a part is lost: its note no longer says what stands under it. */
function outsideOf(m: Mark, from: number, to: number): Mark[] {
  if (m.to <= from || m.from >= to) return [m];
  if (m.look === 'ruby') return [];
  return [
    { ...m, to: from },
    { ...m, from: to },
  ].filter((x) => x.to > x.from);
}

/** All looks taken off a stretch. */
export const clearMarks = (p: Passage, from: number, to: number): Passage =>
  (p.marks ?? []).reduce<Passage>((q, m) => markPassage(q, from, to, m.look, false), p);

/** True where every character of the range has the look. */
export function hasLook(texts: readonly Text[], range: Range, look: Mark['look']): boolean {
  const parts = pieces(texts, range).filter((x) => x.to > x.from);
  return (
    parts.length > 0 &&
    parts.every((x) => texts[x.passage]?.passage.marks?.some((m) => m.look === look && m.from <= x.from && m.to >= x.to) === true)
  );
}

/** A story with a change made to every passage that a range touches. */
export function overRange(
  story: Story,
  texts: readonly Text[],
  range: Range,
  change: (p: Passage, from: number, to: number) => Passage,
): Story {
  return pieces(texts, range).reduce((s, x) => {
    const place = texts[x.passage]?.place;
    return place && x.to > x.from ? withPassage(s, place, (p) => change(p, x.from, x.to)) : s;
  }, story);
}
