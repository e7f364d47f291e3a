/** What of a copy stands in no story, by name: so that nothing that arrived is out of sight. */
import { type Passage, passages, type Story } from '../../story/index.ts';
import type { Copy } from '../copy.ts';
import { normalise } from '../normalise/normalise.ts';

export interface Rest {
  readonly span: readonly [number, number];
  /** `mark`: nothing but white space and signs; `aside`: words set aside. */
  readonly what: 'furniture' | 'separator' | 'aside' | 'mark';
  /** How sure the reader was, 0…1; 1 where nothing says otherwise. */
  readonly confidence: number;
}

const words = /[\p{L}\p{N}]/u;

/** The ranges of a copy that no passage of these stories came from, in order. A named range is one piece. */
export function restOf(copy: Copy, stories: readonly Story[]): Rest[] {
  const taken = new Uint8Array(copy.text.length);
  for (const story of stories)
    for (const { passage } of passages(story))
      if (passage.origin?.copy === copy.id) for (const [from, to] of passage.origin.spans) taken.fill(1, from, to);
  const cuts = new Set<number>();
  for (const a of copy.asides ?? []) for (const edge of a.span) cuts.add(edge);
  const rest: Rest[] = [];
  for (let i = 0; i < taken.length; ) {
    if (taken[i]) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < taken.length && !taken[end] && !cuts.has(end)) end++;
    const named = copy.asides?.find(({ span: [from, to] }) => from <= i && end <= to);
    const what = named?.what ?? (words.test(copy.text.slice(i, end)) ? 'aside' : 'mark');
    rest.push({ span: [i, end], what, confidence: named?.confidence ?? 1 });
    i = end;
  }
  return rest;
}

/** A range of a copy as a passage again, with its repairs. */
export function passageFrom(copy: Copy, span: readonly [number, number], language: Story['language'], display: boolean): Passage {
  const text = copy.text.slice(span[0], span[1]);
  const lead = text.length - text.trimStart().length;
  const from = span[0] + lead;
  const to = span[0] + text.trimEnd().length;
  const read = normalise(copy.text.slice(from, to), { language, display, fields: false, spaced: false, joined: 1 });
  return { text: read.text, origin: { copy: copy.id, spans: [[from, to]], changes: read.changes, confidence: 1 } };
}

/** The copy with ranges named; what they cover of earlier names gives way. */
export function setAside(copy: Copy, spans: readonly (readonly [number, number])[], what: 'furniture' | 'aside'): Copy {
  const added = spans.map(([from, to]) => ({ span: [from, to] as [number, number], what }));
  const kept = (copy.asides ?? []).filter((a) => !spans.some(([from, to]) => a.span[0] < to && from < a.span[1]));
  return { ...copy, asides: [...kept, ...added].sort((a, b) => a.span[0] - b.span[0]) };
}
