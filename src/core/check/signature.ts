/** 签删: which characters of a passage an editor has signed away. A cut holds for the characters it names and for no others. */
import type { Cut, Story, TextPlace } from '../story/index.ts';

/** Which block or picture a place means; 0 for a field there is one of. */
export const placeIndex = (place: TextPlace): number => ('block' in place ? place.block : 'picture' in place ? place.picture : 0);

/** Where a cut's characters stand now: at their old place, or the nearest place that has them; −1 where none has. */
function standsAt(text: string, cut: Cut): number {
  if (text.startsWith(cut.text, cut.at)) return cut.at;
  const [before, after] = [text.lastIndexOf(cut.text, cut.at), text.indexOf(cut.text, cut.at)];
  if (before < 0 || after < 0) return Math.max(before, after);
  return cut.at - before <= after - cut.at ? before : after;
}

/** The offsets of a passage that are signed away. */
export function signedOffsets(story: Story, place: TextPlace, text: string): ReadonlySet<number> {
  const offsets = new Set<number>();
  for (const cut of story.cuts ?? []) {
    if (cut.field !== place.field || cut.index !== placeIndex(place)) continue;
    const from = standsAt(text, cut);
    for (let i = 0; from >= 0 && i < cut.text.length; i++) offsets.add(from + i);
  }
  return offsets;
}
