import { describe, expect, it } from 'vitest';
import { arrangePage, placeEdit } from '../../src/core/arrange/index.ts';
import { composePage, createMeasurer } from '../../src/core/compose/index.ts';
import { apply, framesOf, newPage, newProject, type Page, type Project } from '../../src/core/document/index.ts';
import { type Story, typed } from '../../src/core/story/index.ts';
import { faces } from '../support/faces.ts';
import { preset, story } from '../support/project.ts';

const TEXT = '清晨六点，城北渡口的第一班船准时离岸。船工老周说：“水清了，鱼也多了。”三年来，沿河十二个村庄清理旧网箱，补种芦苇和菖蒲。';

function arranged(stories: readonly Story[]): { project: Project; page: Page } {
  const p = preset();
  const page = newPage(p, 1);
  const project: Project = {
    ...newProject(p),
    pages: [page],
    stories: Object.fromEntries(stories.map((s) => [s.id, s])),
    storyOrder: stories.map((s) => s.id),
  };
  const a = arrangePage(project, page, project.storyOrder, createMeasurer(project, page, faces), {});
  const done = apply(project, placeEdit(project, page, a));
  if (!done.ok) throw new Error(done.why);
  return { project: done.project, page: done.project.pages[0] as Page };
}

describe('a column of briefs', () => {
  const long = (id: string): Story =>
    story(
      id,
      `渡口往事之${id}`,
      Array.from({ length: 10 }, () => TEXT),
    );
  const brief = (id: string, label?: string): Story => ({
    ...story(id, '', [`${TEXT}之${id}`]),
    kind: 'brief',
    headline: null,
    label: label ? typed(label) : null,
  });
  const { project, page } = arranged([long('a'), long('b'), brief('x1', '简讯'), brief('x2'), brief('x3'), long('c'), long('d')]);
  const rects = ['x1', 'x2', 'x3'].map((id) => {
    const article = page.articles.find((a) => a.story === id);
    return framesOf(page, article?.id ?? '')
      .filter((f) => f.shows.kind === 'body')
      .map((f) => f.at);
  });

  it('stands together: one under the other, in the order they came, as wide as one another', () => {
    const [first, second, third] = rects.map((r) => r[0]);
    for (const r of rects) expect(r).toHaveLength(1);
    expect([second?.column, third?.column]).toEqual([first?.column, first?.column]);
    expect([second?.columns, third?.columns]).toEqual([first?.columns, first?.columns]);
    for (const [above, below] of [
      [first, second],
      [second, third],
    ]) {
      const gap = (below?.line ?? 0) - ((above?.line ?? 0) + (above?.lines ?? 0));
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gap).toBeLessThanOrEqual(1);
    }
  });

  it('is an article each, and loses nothing', () => {
    expect(new Set(page.articles.map((a) => a.story)).size).toBe(7);
    expect(composePage(project, page, faces).overset).toEqual([]);
  });

  it('opens anew with each label', () => {
    const two = arranged([long('a'), long('b'), brief('x1', '简讯'), brief('x2'), brief('y1', '服务'), brief('y2'), long('c')]);
    expect(two.page.articles).toHaveLength(7);
    expect(composePage(two.project, two.page, faces).overset).toEqual([]);
  });
});
