import { describe, expect, it } from 'vitest';
import { composePage } from '../../src/core/compose/index.ts';
import { newPage, type Page, type Project } from '../../src/core/document/index.ts';
import type { Scene } from '../../src/core/scene/index.ts';
import { typed } from '../../src/core/story/index.ts';
import { faces } from '../support/faces.ts';
import { body, frame, preset, projectOf, story } from '../support/project.ts';

const TEXT = '清晨六点，城北渡口的第一班船准时离岸。船工老周说：“水清了，鱼也多了。”三年来，沿河十二个村庄清理旧网箱，补种芦苇和菖蒲。';

function twoPages(lines: number, second = 4): { project: Project; scenes: Scene[] } {
  const s = story('s1', '渡口', [TEXT, TEXT, TEXT, TEXT]);
  const one = projectOf([s], [frame('b1', 'a-s1', body(), 0, 0, 2, lines)]);
  const page: Page = {
    ...newPage(preset(), second),
    articles: [{ id: 'a2', story: 's1', overrides: {}, continues: 'a-s1' }],
    frames: [frame('b2', 'a2', body(), 0, 0, 3, 20)],
  };
  const project = { ...one.project, pages: [...one.project.pages, page] };
  return { project, scenes: project.pages.map((p) => composePage(project, p, faces)) };
}

const texts = (scene: Scene, own: boolean): string =>
  scene.parts
    .flatMap((p) => (p.role === 'body' ? p.items : []))
    .flatMap((i) => (i.kind === 'glyphs' && (i.source !== null) === own ? [i.text] : []))
    .join('');

describe('a story that goes on on another page', () => {
  it('says so at both ends, with the page where the other stands now', () => {
    const { scenes } = twoPages(8);
    expect(texts(scenes[0] as Scene, false)).toBe('（下转第四版）');
    expect(texts(scenes[1] as Scene, false)).toBe('（上接第一版）');
    expect(texts(twoPages(8, 12).scenes[0] as Scene, false)).toBe('（下转第十二版）');
  });

  it('loses no character between the two, and nothing is overset', () => {
    const { scenes } = twoPages(8);
    expect(texts(scenes[0] as Scene, true) + texts(scenes[1] as Scene, true)).toBe(TEXT.repeat(4));
    expect(scenes.flatMap((s) => s.overset)).toEqual([]);
  });

  it('moves the cut when the first page changes', () => {
    const [short, long] = [twoPages(6), twoPages(12)];
    expect(texts(short.scenes[1] as Scene, true).length).toBeGreaterThan(texts(long.scenes[1] as Scene, true).length);
    expect(texts(long.scenes[0] as Scene, true) + texts(long.scenes[1] as Scene, true)).toBe(TEXT.repeat(4));
  });

  it('says nothing where all of it fits on the first page', () => {
    const { scenes } = twoPages(40);
    expect(scenes.map((s) => texts(s, false))).toEqual(['', '']);
  });

  it('counts as overset what the last page cannot hold', () => {
    const { project } = twoPages(6);
    const [first, second] = project.pages as [Page, Page];
    const small = { ...project, pages: [first, { ...second, frames: [frame('b2', 'a2', body(), 0, 0, 1, 4)] }] };
    const over = composePage(small, small.pages[1] as Page, faces).overset[0];
    const set = small.pages.map((p) => texts(composePage(small, p, faces), true)).join('');
    expect(set.length + (over?.characters ?? 0)).toBe(TEXT.length * 4);
  });

  it('names the story in English', () => {
    const { project } = twoPages(6);
    const s = { ...project.stories.s1, language: 'en' as const, headline: typed('The lake learns') } as Project['stories'][string];
    const english = { ...project, stories: { s1: s } };
    expect(texts(composePage(english, english.pages[0] as Page, faces), false)).toBe('See LAKE, Page 4');
    expect(texts(composePage(english, english.pages[1] as Page, faces), false)).toBe('LAKE: from Page 1');
  });

  it('does not go round in a circle', () => {
    const { project } = twoPages(6);
    const [first, second] = project.pages as [Page, Page];
    const round = { ...project, pages: [{ ...first, articles: first.articles.map((a) => ({ ...a, continues: 'a2' })) }, second] };
    expect(() => composePage(round, round.pages[0] as Page, faces)).not.toThrow();
  });
});
