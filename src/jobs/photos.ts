/**
 * Which picture goes to which story: by a headline or a number in the file's name, then by the caption inside the file,
 * then in order of name (DESIGN, the command line).
 */
import type { Picture } from '../core/document/index.ts';
import type { Story } from '../core/story/index.ts';

export interface PhotoMatch {
  readonly story: string;
  readonly picture: string;
  readonly by: 'headline' | 'number' | 'caption' | 'order';
}

/** Letters and Han only, in lower case: what is left of a name when marks, blanks and counters are taken away. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '');

const stem = (name: string): string => name.replace(/\.[^.]*$/u, '');

/** Two Han say something, and so do four letters; less could be any word. */
const tells = (text: string): boolean => [...text].length >= (/\p{Script=Han}/u.test(text) ? 2 : 4);

/** How much of a headline a file's name holds, 0…1; the name may be a part of the headline or the other way round. */
function headlineIn(name: string, headline: string): number {
  const [a, b] = [plain(stem(name)), plain(headline)];
  if (!tells(a) || !tells(b)) return 0;
  if (a.includes(b)) return 1;
  return b.includes(a) ? a.length / b.length : 0;
}

/** The number a name gives: its only group of at most two digits. A camera's own counters have more. */
function numberIn(name: string): number | null {
  const groups = stem(name).match(/\d+/gu) ?? [];
  return groups.length === 1 && (groups[0] as string).length <= 2 ? Number(groups[0]) : null;
}

/** Share of the pairs of neighbouring characters of the shorter text that the longer one has too, 0…1. */
function likeness(a: string, b: string): number {
  const pairs = (t: string): Set<string> => new Set([...t].slice(1).map((c, i) => [...t][i] + c));
  const [p, q] = [pairs(plain(a)), pairs(plain(b))];
  const least = Math.min(p.size, q.size);
  return least < 3 ? 0 : [...p].filter((x) => q.has(x)).length / least;
}

/** Captions are edited on their way: half of the pairs in common is the same picture. */
const SAME_CAPTION = 0.5;

const wordsOf = (s: Story): string => [s.headline?.text ?? '', ...s.body.map((b) => b.text)].join('');

class Matching {
  readonly #matches: PhotoMatch[] = [];
  readonly #stories = new Set<string>();
  readonly #pictures = new Set<string>();

  free(story: Story, picture: Picture): boolean {
    return !this.#stories.has(story.id) && !this.#pictures.has(picture.id);
  }

  take(story: Story, picture: Picture, by: PhotoMatch['by']): void {
    this.#stories.add(story.id);
    this.#pictures.add(picture.id);
    this.#matches.push({ story: story.id, picture: picture.id, by });
  }

  /** The strongest pairs first; of equal ones the story that came first, then the picture. */
  best(stories: readonly Story[], pictures: readonly Picture[], by: PhotoMatch['by'], weigh: (s: Story, p: Picture) => number): void {
    const pairs = stories.flatMap((story) => pictures.map((picture) => ({ story, picture, weight: weigh(story, picture) })));
    for (const { story, picture } of pairs.filter((x) => x.weight > 0).sort((a, b) => b.weight - a.weight))
      if (this.free(story, picture)) this.take(story, picture, by);
  }

  get all(): readonly PhotoMatch[] {
    return this.#matches;
  }
}

/** Names as people count them: 2 before 10. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'en', { numeric: true }) || (a.name < b.name ? -1 : 1);

/**
 * Give pictures to stories, one each. Photo stories take what they can get; an article takes only a picture whose name
 * has its headline. What is left over stays unmatched.
 */
export function matchPhotos(stories: readonly Story[], pictures: readonly Picture[]): readonly PhotoMatch[] {
  const photos = stories.filter((s) => s.kind === 'photo');
  const inOrder = [...pictures].sort(byName);
  const m = new Matching();
  m.best(stories, inOrder, 'headline', (s, p) => headlineIn(p.name, s.headline?.text ?? ''));
  m.best(photos, inOrder, 'number', (s, p) => (numberIn(p.name) === photos.indexOf(s) + 1 ? 1 : 0));
  m.best(photos, inOrder, 'caption', (s, p) => {
    const like = likeness(p.caption, wordsOf(s));
    return like >= SAME_CAPTION ? like : 0;
  });
  const left = inOrder.filter((p) => photos.some((s) => m.free(s, p)));
  for (const p of left) {
    const s = photos.find((x) => m.free(x, p));
    if (s) m.take(s, p, 'order');
  }
  return m.all;
}
