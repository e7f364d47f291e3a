/**
 * What a caret runs through without leaving: the head of a story, its body, the words under one picture, or the text of
 * one free frame. A stream is its passages in reading order; a spot is a passage and an offset in its text (UTF-16).
 */
import type { Project } from '../../../core/document/index.ts';
import { type Passage, passageAt, type Story, type TextPlace } from '../../../core/story/index.ts';

export type Home =
  | { readonly kind: 'story'; readonly story: string; readonly stream: 'head' | 'body' }
  | { readonly kind: 'picture'; readonly story: string; readonly picture: number }
  | { readonly kind: 'free'; readonly page: string; readonly frame: string };

export interface Spot {
  readonly passage: number;
  readonly at: number;
  /** At a line's end rather than at the beginning of the next, where one offset stands at both. */
  readonly end?: boolean;
}

/** One passage of a stream. `place` is null for the text of a free frame. */
export interface Text {
  readonly place: TextPlace | null;
  /** The place as one word; the same for the same place. */
  readonly key: string;
  readonly passage: Passage;
}

export const FREE_KEY = 'free';

export const placeKey = (place: TextPlace): string =>
  place.field === 'body' ? `body-${place.block}` : 'picture' in place ? `${place.field}-${place.picture}` : place.field;

const HEAD = ['label', 'kicker', 'headline', 'deck', 'byline'] as const;

function placesOf(story: Story, home: Exclude<Home, { kind: 'free' }>): TextPlace[] {
  if (home.kind === 'picture')
    return [
      { field: 'caption', picture: home.picture },
      { field: 'pictureCredit', picture: home.picture },
    ];
  if (home.stream === 'head') return HEAD.map((field) => ({ field }));
  const body = story.body.map((_, block): TextPlace => ({ field: 'body', block }));
  // A photo story's body is its caption, and its credit stands behind it.
  return story.kind === 'photo' ? [...body, { field: 'credit' }] : body;
}

/** The passages of a stream; none where the story, the frame or the text is gone. */
export function textsOf(project: Project, home: Home): readonly Text[] {
  if (home.kind === 'free') {
    const shows = project.pages.find((p) => p.id === home.page)?.frames.find((f) => f.id === home.frame)?.shows;
    return shows?.kind === 'text' ? [{ place: null, key: FREE_KEY, passage: { text: shows.text, origin: null } }] : [];
  }
  const story = project.stories[home.story];
  if (!story) return [];
  return placesOf(story, home).flatMap((place) => {
    const passage = passageAt(story, place);
    return passage ? [{ place, key: placeKey(place), passage }] : [];
  });
}

/** The stream that a place of a story belongs to. */
export function homeOf(story: string, place: TextPlace): Home {
  if ('picture' in place) return { kind: 'picture', story, picture: place.picture };
  return { kind: 'story', story, stream: place.field === 'body' || place.field === 'credit' ? 'body' : 'head' };
}

export const storyOf = (home: Home): string | null => (home.kind === 'free' ? null : home.story);
export const sameHome = (a: Home, b: Home): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Negative where `a` stands before `b`. */
export const compareSpots = (a: Spot, b: Spot): number => a.passage - b.passage || a.at - b.at;

export interface Range {
  readonly from: Spot;
  readonly to: Spot;
}
export const ordered = (a: Spot, b: Spot): Range => (compareSpots(a, b) <= 0 ? { from: a, to: b } : { from: b, to: a });

/** A spot that exists: never beyond the passages there are or the text they hold. */
export function clampSpot(texts: readonly Text[], spot: Spot): Spot {
  const passage = Math.max(0, Math.min(texts.length - 1, spot.passage));
  const length = texts[passage]?.passage.text.length ?? 0;
  if (passage === spot.passage && spot.at <= length) return spot;
  return { passage, at: passage < spot.passage ? length : Math.min(length, spot.at) };
}

/** Behind the last character that stands on a page, where the text is cut at a place of a body. */
export const spotOfCut = (texts: readonly Text[], cut: { readonly block: number; readonly at: number }): Spot =>
  cut.at === 0 && cut.block > 0
    ? { passage: cut.block - 1, at: texts[cut.block - 1]?.passage.text.length ?? 0 }
    : { passage: cut.block, at: cut.at, end: true };

/** What a range takes of each passage it touches: half-open offsets. */
export function pieces(
  texts: readonly Text[],
  { from, to }: Range,
): { readonly passage: number; readonly from: number; readonly to: number }[] {
  const all = [];
  for (let p = from.passage; p <= to.passage && p < texts.length; p++) {
    const length = texts[p]?.passage.text.length ?? 0;
    all.push({ passage: p, from: p === from.passage ? from.at : 0, to: p === to.passage ? to.at : length });
  }
  return all;
}

/** The words of a range, a line for each passage. */
export const wordsIn = (texts: readonly Text[], range: Range): string =>
  pieces(texts, range)
    .map((p) => texts[p.passage]?.passage.text.slice(p.from, p.to) ?? '')
    .join('\n');
