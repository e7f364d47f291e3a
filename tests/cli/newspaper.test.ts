/** A finished newspaper page as a PDF is copy again: its stories come back out of it, each with its own legs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { banxin, newFolder, root } from './program.ts';

interface Read {
  readonly headline?: string;
  readonly byline?: string;
  readonly body: readonly { readonly text: string }[];
}
const bare = (text: string): string => text.replace(/\s/gu, '');
const read = async (path: string): Promise<Read[]> => JSON.parse((await banxin(['read', path])).out) as Read[];
/** The characters of all stories, sorted: nothing may be lost, whatever was read as what. */
const characters = (stories: readonly Read[]): string =>
  [...bare(stories.map((s) => Object.values({ ...s, body: s.body.map((b) => b.text).join(''), kind: '' }).join('')).join(''))]
    .sort()
    .join('');

describe('a newspaper page as a PDF', () => {
  it.each(['broadsheet-8', 'tabloid-6'])('%s: every headline comes back with the story that stood under it', async (preset) => {
    const folder = newFolder();
    const copy = join(root, 'resources/samples/issue/page-2.txt');
    const photos = join(root, 'resources/samples/pictures/issue');
    await banxin([
      'page',
      copy,
      '--preset',
      preset,
      '--pages',
      preset === 'tabloid-6' ? '2' : '1',
      '--photos',
      photos,
      '--out',
      join(folder, 'a.pdf'),
    ]);
    expect(readFileSync(join(folder, 'a.pdf')).length).toBeGreaterThan(1000);
    const written = await read(copy);
    const back = await read(join(folder, 'a.pdf'));
    const begins = (s: Read): string => bare(s.body[0]?.text ?? '').slice(0, 12);
    const headed = written.filter((s) => s.headline);
    const of = (story: Read): Read | undefined => back.find((b) => bare(b.headline ?? '') === bare(story.headline as string));
    expect(headed.filter((s) => !of(s)).map((s) => s.headline)).toEqual([]);
    expect(headed.filter((s) => bare(of(s)?.byline ?? '') !== bare(s.byline ?? '')).map((s) => s.headline)).toEqual([]);
    // One may begin with a line that is read as something else; all others begin where they began.
    const other = headed.filter((s) => begins(of(s) as Read) !== begins(s)).map((s) => s.headline);
    expect(other.length, other.join(', ')).toBeLessThanOrEqual(1);
    // Beside the copy the page has its folio, and marks before labels that the reader leaves aside.
    const [there, here] = [characters(written), characters(back)];
    const lost = [...new Set(there)].filter((c) => (here.split(c).length ?? 0) < there.split(c).length && /[\p{L}\p{N}]/u.test(c));
    expect(lost).toEqual([]);
    // Nor does a head come back twice: the words it had are no more than the copy's.
    const heads = back.map((b) => bare(b.headline ?? '')).filter((h) => h !== '');
    expect(heads.filter((h, i) => heads.indexOf(h) !== i)).toEqual([]);
  });
});
