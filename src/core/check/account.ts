/**
 * The account: every character of the stories is on a page or is missing, counted in the finished Scenes. White space and
 * what has no shape (joiners, marks of direction) are no characters here.
 */
import type { Project } from '../document/index.ts';
import type { Scene, Source } from '../scene/index.ts';
import { passages, type Story, type TextPlace } from '../story/index.ts';
import { signedOffsets } from './signature.ts';

export interface Account {
  /** Characters of the stories. */
  readonly in: number;
  /** Of these, on a page. One that stands there twice counts once. */
  readonly placed: number;
  /** Of these, signed away by the editor. */
  readonly cut: number;
  /** Neither placed nor cut. What is overset is among them. */
  readonly lost: number;
}

/** A passage's name among all passages. */
export const placeKey = (story: string, place: TextPlace): string =>
  `${story}\n${place.field}\n${'block' in place ? place.block : 'picture' in place ? place.picture : ''}`;

/** White space, and what has no shape. */
export const SHAPELESS = /^[\s\p{Default_Ignorable_Code_Point}]$/u;

/** For each passage that stands on a page, the offsets of its characters that do. */
export function placedOffsets(scenes: readonly Scene[]): Map<string, Set<number>> {
  const placed = new Map<string, Set<number>>();
  const runs = scenes.flatMap((s) => s.parts.flatMap((p) => p.items));
  for (const run of runs) {
    if (run.kind !== 'glyphs' || !run.source) continue;
    const { story, place, at }: Source = run.source;
    const name = placeKey(story, place);
    let offsets = placed.get(name);
    if (!offsets) {
      offsets = new Set();
      placed.set(name, offsets);
    }
    for (let i = 0; i < run.text.length; i++) offsets.add(at + i);
  }
  return placed;
}

function countStory(story: Story, placed: ReadonlyMap<string, ReadonlySet<number>>): Omit<Account, 'lost'> {
  const sum = { in: 0, placed: 0, cut: 0 };
  for (const { place, passage } of passages(story)) {
    const offsets = placed.get(placeKey(story.id, place));
    const signed = signedOffsets(story, place, passage.text);
    let at = 0;
    for (const character of passage.text) {
      if (!SHAPELESS.test(character)) {
        sum.in++;
        if (offsets?.has(at)) sum.placed++;
        else if (signed.has(at)) sum.cut++;
      }
      at += character.length;
    }
  }
  return sum;
}

/** The characters of a story that stand on no page and are not signed away: how many, and the text from the first of them on. */
export function unplacedOf(story: Story, placed: ReadonlyMap<string, ReadonlySet<number>>): { characters: number; text: string } {
  let characters = 0;
  let text = '';
  for (const { place, passage } of passages(story)) {
    const offsets = placed.get(placeKey(story.id, place));
    const signed = signedOffsets(story, place, passage.text);
    let at = 0;
    for (const character of passage.text) {
      if (!SHAPELESS.test(character) && !offsets?.has(at) && !signed.has(at)) {
        if (characters++ === 0) text = passage.text.slice(at, at + 12);
      }
      at += character.length;
    }
  }
  return { characters, text };
}

/** The account of the stories that were to stand on these pages. */
export function accountOf(project: Project, scenes: readonly Scene[], stories: readonly string[] = project.storyOrder): Account {
  const placed = placedOffsets(scenes);
  const sums = stories.map((id) => project.stories[id]).filter((s) => s !== undefined);
  const counts = sums.map((s) => countStory(s, placed));
  const total = { in: 0, placed: 0, cut: 0 };
  for (const c of counts) {
    total.in += c.in;
    total.placed += c.placed;
    total.cut += c.cut;
  }
  return { ...total, lost: total.in - total.placed - total.cut };
}
