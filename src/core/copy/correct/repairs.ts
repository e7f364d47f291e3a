/** Repairs refused and taken again; what was refused stays known. */
import type { Change, Passage } from '../../story/index.ts';
import { refuse } from '../changes.ts';

const byPlace = (a: Change, b: Change): number => a.at - b.at;

/** One repair refused and remembered; the same passage where the editor has since changed that place. */
export function refuseRepair(passage: Passage, index: number): Passage {
  const change = passage.origin?.changes[index];
  const next = refuse(passage, index);
  if (next === passage || !change || !next.origin) return passage;
  return { ...next, origin: { ...next.origin, refused: [...(next.origin.refused ?? []), change].sort(byPlace) } };
}

/** A refused repair made again; the same passage where the editor has since changed that place. */
export function takeRepair(passage: Passage, index: number): Passage {
  const { origin } = passage;
  const change = origin?.refused?.[index];
  if (!origin || !change) return passage;
  let at = change.at;
  for (const c of origin.changes) if (c.at < change.at) at += c.inserted.length - c.removed.length;
  const end = at + change.removed.length;
  if (passage.text.slice(at, end) !== change.removed) return passage;
  const shift = change.inserted.length - change.removed.length;
  const move = (x: number): number => (x <= at ? x : x >= end ? x + shift : at);
  const { refused = [], ...rest } = origin;
  const left = refused.filter((_, i) => i !== index);
  return {
    ...passage,
    text: passage.text.slice(0, at) + change.inserted + passage.text.slice(end),
    origin: { ...rest, changes: [...origin.changes, change].sort(byPlace), ...(left.length > 0 ? { refused: left } : {}) },
    ...(passage.marks ? { marks: passage.marks.map((m) => ({ ...m, from: move(m.from), to: move(m.to) })) } : {}),
  };
}

/** Every repair of one kind refused. */
export function refuseKind(passage: Passage, reason: string): Passage {
  let next = passage;
  for (let i = (passage.origin?.changes.length ?? 0) - 1; i >= 0; i--)
    if (next.origin?.changes[i]?.reason === reason) next = refuseRepair(next, i);
  return next;
}
