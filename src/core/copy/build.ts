/** Items → stories with their origins, and the account of every other character. */
import { type Block, emptyStory, type Language, type Passage, passages, type Story, type StoryKind } from '../story/index.ts';
import type { Aside, Copy } from './copy.ts';
import type { Item, Items, Part } from './items.ts';
import { kindsOf } from './kinds.ts';
import { languageOf } from './language.ts';
import { isBlank, isBreak, isInvisible } from './lines.ts';
import { normalise } from './normalise/normalise.ts';

export interface Manner {
  /** The page has a space between every two Han. */
  readonly spaced: boolean;
  /** The page's head names it as the one that argues. */
  readonly opinion: boolean;
}

export function storiesOf(copy: Copy, { items }: Items, manner: Manner): Story[] {
  const kinds = kindsOf(items, manner.opinion);
  return items.map((item, i) => storyOf(copy, item, i, kinds[i] as StoryKind, manner));
}

function storyOf(copy: Copy, item: Item, index: number, kind: StoryKind, manner: Manner): Story {
  const language = languageOf(textOf(copy, item));
  const field = (parts: readonly Part[], fields = false): Passage | null =>
    parts.length === 0 ? null : passageOf(copy, parts, language, { display: true, fields, spaced: manner.spaced });
  const body: Block[] = item.body.map(({ type, parts }) => ({
    ...passageOf(copy, parts, language, { display: type === 'subhead', fields: false, spaced: manner.spaced }),
    type,
  }));
  return {
    ...emptyStory(`${copy.id}-${index + 1}`, language),
    kind,
    label: field(item.label),
    kicker: field(item.kicker),
    headline: field(item.headline),
    deck: field(item.deck),
    byline: field(item.byline, true),
    body,
    credit: field(item.credit, true),
    rank: index + 1,
  };
}

function textOf(copy: Copy, item: Item): string {
  const all = [...item.headline, ...item.body.flatMap((b) => b.parts), ...item.label, ...item.byline];
  return all.map((p) => copy.text.slice(...rangeOf(p))).join('');
}

/** Where a part stands in the copy. */
export function rangeOf({ piece, from, to }: Part): [number, number] {
  const { map } = piece.line;
  return [map[from] as number, (map[to - 1] as number) + 1];
}

function passageOf(
  copy: Copy,
  parts: readonly Part[],
  language: Language,
  look: { display: boolean; fields: boolean; spaced: boolean },
): Passage {
  const spans: [number, number][] = [];
  for (const [i, part] of parts.entries()) {
    let [from, to] = rangeOf(part);
    // The line break between two parts belongs to the passage, so that refusing their join gives it back.
    if (i + 1 < parts.length) to = endOfSpace(copy.text, to);
    const last = spans[spans.length - 1];
    if (last && last[1] === from) last[1] = to;
    else spans.push([from, to]);
  }
  const original = spans.map(([from, to]) => copy.text.slice(from, to)).join('');
  const joined = Math.min(...parts.map((p) => p.confidence));
  const { text, changes } = normalise(original, { language, ...look, joined });
  const confidence = (parts[0] as Part).confidence;
  return { text, origin: { copy: copy.id, spans, changes, confidence } };
}

function endOfSpace(text: string, from: number): number {
  let to = from;
  while (to < text.length && (isBreak(text.charCodeAt(to)) || isBlank(text.charCodeAt(to)) || isInvisible(text.charCodeAt(to)))) to++;
  return to;
}

/** Surer than this, page furniture needs no second look. */
const SURE = 0.9;

/** Every unit of the copy that no story holds, by what it is. */
export function asidesOf(copy: Copy, stories: readonly Story[], { furniture, separators }: Items): Aside[] {
  const taken = new Uint8Array(copy.text.length);
  for (const story of stories)
    for (const { passage } of passages(story)) for (const [from, to] of passage.origin?.spans ?? []) taken.fill(1, from, to);
  const named: Aside[] = [];
  const name = (parts: readonly Part[], what: Aside['what']): void => {
    for (const part of parts) {
      const [from, to] = rangeOf(part);
      named.push({ span: [from, to], what, ...(part.confidence < SURE ? { confidence: part.confidence } : {}) });
      taken.fill(1, from, to);
    }
  };
  name(furniture, 'furniture');
  name(separators, 'separator');
  const rest: Aside[] = [];
  for (let i = 0; i < taken.length; ) {
    if (taken[i]) {
      i++;
      continue;
    }
    const what = sortOf(copy.text.charCodeAt(i));
    let end = i + 1;
    while (end < taken.length && !taken[end] && sortOf(copy.text.charCodeAt(end)) === what) end++;
    rest.push({ span: [i, end], what });
    i = end;
  }
  return [...named, ...rest].sort((a, b) => a.span[0] - b.span[0]);
}

const sortOf = (c: number): 'space' | 'control' | 'mark' => (isBreak(c) || isBlank(c) ? 'space' : isInvisible(c) ? 'control' : 'mark');
