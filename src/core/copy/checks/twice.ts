/** The same text twice: a paragraph in one story, a story in one issue. */
import { passages, type Story } from '../../story/index.ts';
import type { Check, Fault } from './finding.ts';

const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

/** The same paragraph twice in one story. */
export const checkParagraphTwice: Check = (story) => {
  const seen = new Map<string, number>();
  return story.body.flatMap((block, i): Fault[] => {
    const key = bare(block.text);
    if (key.length < 15) return [];
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, i);
      return [];
    }
    return [
      {
        place: { field: 'body', block: i },
        from: 0,
        to: block.text.length,
        text: block.text,
        key: 'paragraph-twice',
        figures: { other: first + 1 },
      },
    ];
  });
};

/** Runs of so many characters are compared; a story of which so many per cent are in another is the same. */
const shingle = 8;
const same = 60;

/** The same story already in the issue (guide wishes 10): the one it is most like. Reported on the shorter of the two. */
export const checkStoryTwice: Check = (story, _, others) => {
  const own = shingles(story);
  const first = passages(story)[0];
  if (own.size < 20 || !first) return [];
  let [best, percent] = [null as Story | null, same - 1];
  for (const other of others) {
    const likeness = other.id === story.id ? 0 : shareOf(story, own, other);
    if (likeness > percent) [best, percent] = [other, likeness];
  }
  const { text } = first.passage;
  return best
    ? [
        {
          place: first.place,
          from: 0,
          to: text.length,
          text,
          key: 'story-twice',
          figures: { other: best.headline?.text ?? best.id, percent },
          severity: 'error',
        },
      ]
    : [];
};

/** Per cent of a story that another holds; 0 where the other is the shorter. */
function shareOf(story: Story, own: ReadonlySet<string>, other: Story): number {
  const theirs = shingles(other);
  if (theirs.size < own.size || (theirs.size === own.size && other.id > story.id)) return 0;
  let hits = 0;
  for (const s of own) if (theirs.has(s)) hits++;
  return Math.round((hits / own.size) * 100);
}

const kept = new WeakMap<Story, Set<string>>();
function shingles(story: Story): Set<string> {
  const known = kept.get(story);
  if (known) return known;
  const text = bare(story.body.map((b) => b.text).join(''));
  const set = new Set<string>();
  for (let i = 0; i + shingle <= text.length; i++) set.add(text.slice(i, i + shingle));
  kept.set(story, set);
  return set;
}
