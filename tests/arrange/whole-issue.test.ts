import { describe, expect, it } from 'vitest';
import { arrangeIssue, sharePages } from '../../src/core/arrange/index.ts';
import { apply, newPage, type Project } from '../../src/core/document/index.ts';
import { typed } from '../../src/core/story/index.ts';
import { faults } from './checker.ts';
import { estimator } from './estimator.ts';
import { issueOf, presetOf } from './issue.ts';

/** Several generated issues thrown together, on as many pages of one preset. */
function paper(pages: number, seed: number, preset = 'broadsheet-8'): Project {
  const base = issueOf(seed).project;
  const p = presetOf(preset);
  const parts = Array.from({ length: pages }, (_, i) => issueOf(seed + i, 0.6).project);
  const stories = parts.flatMap((part, i) =>
    part.storyOrder.map((id) => ({
      ...part.stories[id]!,
      id: `${i}-${id}`,
      rank: i * 20 + part.stories[id]!.rank,
      pictures: [],
      kind: 'article' as const,
    })),
  );
  return {
    ...base,
    styles: p.styles,
    pictures: {},
    stories: Object.fromEntries(stories.map((s) => [s.id, s])),
    storyOrder: stories.map((s) => s.id),
    pages: Array.from({ length: pages }, (_, i) => newPage(p, i + 1)),
  };
}

describe('a whole issue', () => {
  it('puts every story on one page, each page lawful, with one edit', () => {
    for (const seed of [31, 52, 77]) {
      const project = paper(4, seed);
      const ids = project.pages.map((p) => p.id);
      const issue = arrangeIssue(project, ids, project.storyOrder, (p) => estimator(project, p), { effort: 3 });
      const r = apply(project, issue.edit);
      if (!r.ok) throw new Error(r.why);
      const on = r.project.pages.flatMap((p) => p.articles.map((a) => a.story));
      expect([...on, ...issue.left].sort()).toEqual([...project.storyOrder].sort());
      for (const page of r.project.pages) expect(faults(r.project, page)).toEqual([]);
    }
  });

  it('sends a story to the page of its section, and keeps the order of the rest', () => {
    const project = paper(3, 40);
    const [first, , third] = project.pages;
    const id = project.storyOrder[0]!;
    const story = { ...project.stories[id]!, label: typed('文化') };
    const pages = project.pages.map((p) => (p === third ? { ...p, section: '文化' } : p));
    const next = { ...project, pages, stories: { ...project.stories, [id]: story } };
    const shares = sharePages(next, pages, next.storyOrder, (p) => estimator(next, p));
    expect(shares.find((s) => s.stories.includes(id))?.page).toBe(third!.id);
    expect(shares.flatMap((s) => s.stories).sort()).toEqual([...next.storyOrder].sort());
    const at = (s: string): number => next.storyOrder.indexOf(s);
    expect([...shares[0]!.stories].map(at)).toEqual([...shares[0]!.stories].map(at).sort((a, b) => a - b));
    expect(shares[0]!.page).toBe(first!.id);
  });
});
