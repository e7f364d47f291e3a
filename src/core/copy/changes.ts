/** Changes between what arrived and what is read: applied, undone, one by one. */
import type { Change, Passage } from '../story/index.ts';
import type { Copy } from './copy.ts';

/** `original` with the changes made. They stand in ascending order of `at` and do not overlap. */
export function applyChanges(original: string, changes: readonly Change[]): string {
  let text = '';
  let done = 0;
  for (const c of changes) {
    text += original.slice(done, c.at) + c.inserted;
    done = c.at + c.removed.length;
  }
  return text + original.slice(done);
}

/** What arrived, before any repair. Empty for a passage that was typed or that came from another copy. */
export function originalText(copy: Copy, passage: Passage): string {
  const { origin } = passage;
  if (!origin || origin.copy !== copy.id) return '';
  return origin.spans.map(([from, to]) => copy.text.slice(from, to)).join('');
}

/**
 * The passage with one of its repairs undone, the others kept. Marks move with the text.
 * @returns the same passage where there is no such change, or where the editor has since changed the repaired place.
 */
export function refuse(passage: Passage, changeIndex: number): Passage {
  const { origin } = passage;
  const change = origin?.changes[changeIndex];
  if (!origin || !change) return passage;
  let at = change.at;
  for (const c of origin.changes.slice(0, changeIndex)) at += c.inserted.length - c.removed.length;
  const end = at + change.inserted.length;
  if (passage.text.slice(at, end) !== change.inserted) return passage;
  const text = passage.text.slice(0, at) + change.removed + passage.text.slice(end);
  const shift = change.removed.length - change.inserted.length;
  const move = (p: number): number => (p <= at ? p : p >= end ? p + shift : at);
  const changes = origin.changes.filter((_, i) => i !== changeIndex);
  const next: Passage = { ...passage, text, origin: { ...origin, changes } };
  if (passage.marks) next.marks = passage.marks.map((m) => ({ ...m, from: move(m.from), to: move(m.to) }));
  return next;
}
