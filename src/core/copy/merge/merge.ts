/**
 * The source changed on the disk: what was read (base), the new file (theirs) and the stories as the editor has them (mine)
 * become one. Roles, order and every change of the editor's stay; where both sides changed the same words the editor chooses.
 */
import { type Passage, passages, type Story, type TextPlace } from '../../story/index.ts';
import { originalText } from '../changes.ts';
import type { Copy } from '../copy.ts';
import { asRead } from '../correct/passage.ts';
import { putAs, without } from '../correct/place.ts';
import { passageFrom, setAside } from '../correct/rest.ts';
import { normalise } from '../normalise/normalise.ts';
import { read as readCopy } from '../read.ts';
import { type Alignment, align } from './lines.ts';
import { refusedAgain } from './refused.ts';
import { mergeTexts } from './texts.ts';

export type Side = 'mine' | 'theirs';

export interface MergeItem {
  /** `changed`: other words; `removed`: gone from the new file; `added`: only there. */
  readonly kind: 'changed' | 'removed' | 'added';
  readonly story: string;
  readonly place: TextPlace | null;
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
  /** Both sides' changes together, where they do not touch; null in a conflict. */
  readonly merged: string | null;
  /** True where the editor and the new file changed the same words: a choice is needed. */
  readonly conflict: boolean;
  /** Of an addition: where it stands in the new copy. */
  readonly span: readonly [number, number] | null;
}

export interface Merge {
  readonly copy: Copy;
  readonly next: Copy;
  readonly items: readonly MergeItem[];
}

const display = (place: TextPlace): boolean => place.field !== 'body' && place.field !== 'caption';

/** A passage's spans in the new copy, and how it reads there; null where it is gone. */
function carried(old: Copy, next: Copy, lines: Alignment, story: Story, place: TextPlace, p: Passage): Passage | null {
  const spans = (p.origin?.spans ?? []).flatMap(([from, to]) => {
    const at = lines.range(from, to);
    return at && at[1] > at[0] ? [at] : [];
  });
  if (!p.origin || spans.length === 0) return null;
  const original = spans.map(([from, to]) => next.text.slice(from, to)).join('');
  if (original === originalText(old, p)) return { ...p, text: asRead(old, p), origin: { ...p.origin, spans } };
  const fields = place.field === 'byline' || place.field === 'credit' || place.field === 'pictureCredit';
  const read = normalise(original, { language: story.language, display: display(place), fields, spaced: false, joined: 0.9 });
  const { refused = [], ...origin } = p.origin;
  const anew: Passage = { text: read.text, origin: { ...origin, spans, changes: read.changes } };
  return refusedAgain(anew, original, { refused, made: p.origin.changes, original: originalText(old, p) });
}

function itemOf(story: Story, place: TextPlace, base: string, mine: string, next: Passage | null): MergeItem | null {
  const rest = { story: story.id, place, base, mine, span: null };
  if (!next) return { ...rest, kind: 'removed', theirs: '', merged: mine === base ? '' : null, conflict: mine !== base };
  if (next.text === base) return null;
  const merged = mergeTexts(base, mine, next.text);
  return { ...rest, kind: 'changed', theirs: next.text, merged, conflict: merged === null };
}

const from = (copy: Copy, stories: readonly Story[]): { story: Story; place: TextPlace; passage: Passage }[] =>
  stories.flatMap((story) =>
    passages(story).flatMap(({ place, passage }) => (passage.origin?.copy === copy.id ? [{ story, place, passage }] : [])),
  );

/** The story whose text stands last before a place of the new copy. */
function storyBefore(stories: readonly Story[], copy: Copy, lines: Alignment, at: number): string {
  let best = { id: '', at: -1 };
  for (const { story, passage } of from(copy, stories))
    for (const span of passage.origin?.spans ?? []) {
      const there = lines.range(...span)?.[0] ?? -1;
      if (there <= at && there > best.at) best = { id: story.id, at: there };
    }
  return best.id || (from(copy, stories)[0]?.story.id ?? '');
}

/** What the new file changes. */
export function merge(copy: Copy, next: Copy, stories: readonly Story[]): Merge {
  const lines = align(copy.text, next.text);
  const items = from(copy, stories).flatMap(({ story, place, passage }) => {
    const item = itemOf(story, place, asRead(copy, passage), passage.text, carried(copy, next, lines, story, place, passage));
    return item ? [item] : [];
  });
  // A new line in the middle of a passage is a change of the passage.
  const within = from(copy, stories).flatMap(({ passage }) => passage.origin?.spans.flatMap((s) => [lines.range(...s)]) ?? []);
  const free = lines.added.filter(([a, b]) => !within.some((at) => at && at[0] < b && a < at[1]));
  const added = free.map((span): MergeItem => {
    const story = storyBefore(stories, copy, lines, span[0]);
    const theirs = passageFrom(next, span, stories.find((s) => s.id === story)?.language ?? 'zh-Hans', false).text;
    return { kind: 'added', story, place: null, base: '', mine: '', theirs, merged: theirs, conflict: false, span };
  });
  return { copy, next, items: [...items, ...added] };
}

/** What an item comes to under a choice; null is the choice not made: what can be put together is, a conflict keeps mine. */
const chosen = (item: MergeItem, side: Side | null): string => (side ? item[side] : (item.merged ?? item.mine));

function takeItem(story: Story, place: TextPlace, text: string, next: Passage | null, old: Passage): Story {
  if (!next && text === '') return without(story, place);
  const origin = next ? next.origin : null;
  // Marks belong to the words they stood on.
  const marks = text === old.text && old.marks ? { marks: old.marks } : {};
  const put = { text, origin, ...marks };
  if (place.field === 'body') return { ...story, body: story.body.map((b, i) => (i === place.block ? { type: b.type, ...put } : b)) };
  if (place.field === 'caption' || place.field === 'pictureCredit') {
    const key = place.field === 'caption' ? 'caption' : 'credit';
    return { ...story, pictures: story.pictures.map((p, i) => (i === place.picture ? { ...p, [key]: put } : p)) };
  }
  return { ...story, [place.field]: put };
}

const samePlace = (a: TextPlace | null, b: TextPlace): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The stories and the copy after the merge. `choices` go by the items' order; an item without one is put together by itself. */
export function resolve(m: Merge, stories: readonly Story[], choices: readonly (Side | null)[]): { copy: Copy; stories: Story[] } {
  const { copy, next } = m;
  const lines = align(copy.text, next.text);
  const asides = (copy.asides ?? []).flatMap((a) => {
    const at = lines.range(...a.span);
    return at && at[1] > at[0] ? [{ ...a, span: at }] : [];
  });
  const { asides: _a, flags: _f, ...plain } = next;
  const flags = readCopy(next).flags.map((f) => ({ ...f, span: [...f.span] as [number, number] }));
  let taken: Copy = { ...plain, id: copy.id, ...(asides.length > 0 ? { asides } : {}), ...(flags.length > 0 ? { flags } : {}) };
  const list = stories.map((story) => {
    let now = story;
    // From the last place to the first: what is taken out of the body moves only what was already done.
    for (const { place, passage } of [...passages(story)].reverse()) {
      if (passage.origin?.copy !== copy.id) continue;
      const there = carried(copy, next, lines, story, place, passage);
      const i = m.items.findIndex((x) => x.story === story.id && samePlace(x.place, place));
      const text = i < 0 ? passage.text : chosen(m.items[i] as MergeItem, choices[i] ?? null);
      now = takeItem(now, place, text, there, passage);
    }
    return now;
  });
  for (const [i, item] of m.items.entries()) {
    if (item.kind !== 'added' || !item.span) continue;
    const at = list.findIndex((s) => s.id === item.story);
    const story = list[at];
    if (choices[i] === 'mine' || !story) taken = setAside(taken, [item.span], 'aside');
    else list[at] = putAs(story, 'paragraph', passageFrom(taken, item.span, story.language, false)).story;
  }
  return { copy: taken, stories: list };
}
