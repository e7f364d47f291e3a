import { describe, expect, it } from 'vitest';
import { type Copyfit, composePage, copyfitOf } from '../../src/core/compose/index.ts';
import { apply, type Frame, type Page } from '../../src/core/document/index.ts';
import { faces } from '../support/faces.ts';
import { body, frame, head, projectOf, story } from '../support/project.ts';

const TEXT =
  '清晨六点，城北渡口的第一班船准时离岸。船工老周说：“水清了，鱼也多了。”三年来，沿河十二个村庄清理旧网箱，补种芦苇和菖蒲。'.repeat(4);

describe('the copyfit meter', () => {
  it('says how much is over and where the text is cut, as the Scene does', () => {
    const s = story('s1', '渡口', [TEXT]);
    const { project, page } = projectOf([s], [frame('h', 'a-s1', head, 0, 0, 3, 6), frame('b', 'a-s1', body(), 0, 6, 3, 4)]);
    const fit = copyfitOf(project, page, 'a-s1', faces);
    const over = composePage(project, page, faces).overset[0];
    expect(fit).toMatchObject({ overCharacters: over?.characters, overLines: over?.lines, spareLines: 0, cut: over?.cut });
  });

  it('says how many lines and characters are wanting', () => {
    const s = story('s1', '渡口', [TEXT]);
    const { project, page } = projectOf([s], [frame('b', 'a-s1', body(), 0, 0, 3, 20)]);
    const fit = copyfitOf(project, page, 'a-s1', faces);
    const part = composePage(project, page, faces).parts.find((p) => p.frame === 'b');
    expect(fit?.spareLines).toBe((part?.slots ?? 0) - (part?.used ?? 0));
    expect(fit?.spareCharacters).toBe((fit?.spareLines ?? 0) * 13);
    expect(fit?.cut).toBeNull();
  });

  it('a smaller headline gives lines to the body, a larger one takes them', () => {
    const s = story('s1', '一条灰河养回碧水', [TEXT]);
    const { project, page } = projectOf([s], [frame('h', 'a-s1', head, 0, 0, 3, 6), frame('b', 'a-s1', body(), 0, 6, 3, 4)]);
    const big = { ...page, articles: page.articles.map((a) => ({ ...a, overrides: { headline: { sizePt: 36 } } })) };
    const set = { ...project, pages: [big] };
    const fit = copyfitOf(set, big, 'a-s1', faces) as Copyfit;
    const over = (name: string): number => fit.levers.find((l) => l.lever === name)?.fit.overLines ?? Number.NaN;
    expect(over('headline-down')).toBeLessThanOrEqual(fit.overLines);
    expect(over('headline-up')).toBeGreaterThanOrEqual(fit.overLines);
    expect(over('fewer-legs')).not.toBe(fit.overLines);
    expect(over('tighter')).toBeLessThanOrEqual(fit.overLines);
  });

  it('what a lever promises is what its edit gives, and the edit undoes', () => {
    const s = story('s1', '一条灰河养回碧水', [TEXT]);
    const { project, page } = projectOf([s], [frame('h', 'a-s1', head, 0, 0, 3, 6), frame('b', 'a-s1', body(), 0, 6, 3, 4)]);
    const levers = copyfitOf(project, page, 'a-s1', faces)?.levers ?? [];
    expect(levers.length).toBeGreaterThan(4);
    for (const { lever, edit, fit } of levers) {
      const done = apply(project, edit);
      if (!done.ok) throw new Error(done.why);
      const after = done.project.pages[0] as Page;
      const scene = composePage(done.project, after, faces);
      const over = scene.overset.reduce((n, o) => n + o.lines, 0);
      expect([lever, fit.overLines]).toEqual([lever, over]);
      const back = apply(done.project, done.inverse);
      expect(back.ok && back.project).toEqual(project);
    }
  });

  it('counts what stands in the way', () => {
    const s = story('s1', '渡口', [TEXT]);
    const note = frame('n', null, { kind: 'text', text: '图', role: 'label' } as Frame['shows'], 0, 2, 2, 3);
    const body3 = frame('b', 'a-s1', body(), 0, 0, 3, 6);
    const free = projectOf([s], [body3]);
    const held = projectOf([s], [body3, note]);
    const lines = ({ project, page }: typeof free): number => copyfitOf(project, page, 'a-s1', faces)?.overLines ?? Number.NaN;
    expect(lines(held)).toBeGreaterThan(lines(free));
    expect(lines(held)).toBe(composePage(held.project, held.page, faces).overset[0]?.lines);
  });

  it('follows a thread to another page', () => {
    const s = story('s1', '渡口', [TEXT]);
    const { project, page } = projectOf([s], [frame('b', 'a-s1', body(), 0, 0, 3, 4)]);
    const second: Page = {
      ...page,
      id: 'p2',
      number: 2,
      articles: [{ id: 'a2', story: 's1', overrides: {}, continues: 'a-s1' }],
      frames: [frame('b2', 'a2', body(), 0, 0, 3, 2)],
    };
    const two = { ...project, pages: [page, second] };
    const over = composePage(two, second, faces).overset[0];
    for (const [p, id] of [
      [page, 'a-s1'],
      [second, 'a2'],
    ] as const)
      expect(copyfitOf(two, p, id, faces)).toMatchObject({ overLines: over?.lines, overCharacters: over?.characters, cut: over?.cut });
  });

  it('knows nothing of an article that is not there', () => {
    const { project, page } = projectOf([story('s1', '渡口', [TEXT])], []);
    expect(copyfitOf(project, page, 'nobody', faces)).toBeNull();
  });
});
