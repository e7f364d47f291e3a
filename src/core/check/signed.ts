/** 签删: signing away what stands on no page, and taking the signature back. */
import type { Edit, Project } from '../document/index.ts';
import type { Scene } from '../scene/index.ts';
import { type Cut, passages, type Story } from '../story/index.ts';
import { placedOffsets, placeKey, SHAPELESS } from './account.ts';
import { placeIndex, signedOffsets } from './signature.ts';

/** Characters of a story that are signed away and stand on none of these Scenes. */
export function signedAway(story: Story, scenes: readonly Scene[]): number {
  return story.cuts?.length ? signedIn(story, placedOffsets(scenes)) : 0;
}

function signedIn(story: Story, placed: ReadonlyMap<string, ReadonlySet<number>>): number {
  let sum = 0;
  for (const { place, passage } of passages(story)) {
    const [signed, here] = [signedOffsets(story, place, passage.text), placed.get(placeKey(story.id, place))];
    let at = 0;
    for (const c of passage.text) {
      if (!SHAPELESS.test(c) && signed.has(at) && !here?.has(at)) sum++;
      at += c.length;
    }
  }
  return sum;
}

/** What of a passage stands on no page, as runs of text that closes up across white space. */
function missingRuns(text: string, here: ReadonlySet<number> | undefined): { at: number; text: string }[] {
  const runs: { at: number; text: string }[] = [];
  let from = -1;
  let end = 0;
  let at = 0;
  for (const c of text) {
    const shapeless = SHAPELESS.test(c);
    if (!shapeless && !here?.has(at)) {
      if (from < 0) from = at;
      end = at + c.length;
    } else if (!shapeless && from >= 0) {
      runs.push({ at: from, text: text.slice(from, end) });
      from = -1;
    }
    at += c.length;
  }
  if (from >= 0) runs.push({ at: from, text: text.slice(from, end) });
  return runs;
}

/** Signs away all of a story that stands on no page; null where every character does. */
export function signCuts(project: Project, scenes: readonly Scene[], id: string): Edit | null {
  const story = project.stories[id];
  if (!story) return null;
  const placed = placedOffsets(scenes);
  const cuts = passages(story).flatMap(({ place, passage }) =>
    missingRuns(passage.text, placed.get(placeKey(id, place))).map(
      (run): Cut => ({ field: place.field, index: placeIndex(place), ...run }),
    ),
  );
  return cuts.length ? { kind: 'story', id, after: { ...story, cuts } } : null;
}

/** Takes a story's signature back. */
export function withdrawCuts(story: Story): Edit {
  const { cuts: _gone, ...rest } = story;
  return { kind: 'story', id: story.id, after: rest };
}
