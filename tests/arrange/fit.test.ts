import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleRect, firstPage, fitArticle, mannerSchema, newArticle, PARTY_MANNER, placeEdit } from '../../src/core/arrange/index.ts';
import { apply, type Edit, findPage, framesOf, type Project } from '../../src/core/document/index.ts';
import { faults } from './checker.ts';
import { estimator } from './estimator.ts';
import { dice, issueOf } from './issue.ts';

const edited = (project: Project, edit: Edit): Project => {
  const r = apply(project, edit);
  if (!r.ok) throw new Error(r.why);
  return r.project;
};
const arranged = (seed: number): { project: Project; storyIds: string[] } => {
  const { project, page, stories } = issueOf(seed);
  return {
    project: edited(project, placeEdit(project, page, firstPage(project, page, stories, estimator(project, page), { effort: 4 }))),
    storyIds: stories,
  };
};

describe('fitting one article', () => {
  it('closes where it stands, over or spare elsewhere, and never leaves its rectangle', () => {
    let exact = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { project } = arranged(seed);
      const page = project.pages[0]!;
      const d = dice(seed);
      const a = page.articles[d.int(0, page.articles.length - 1)]!;
      const now = articleRect(page, a.id)!;
      const columns = d.int(1, page.grid.columns);
      const lines = d.int(4, page.grid.lines);
      for (const rect of [
        now,
        { column: d.int(0, page.grid.columns - columns), line: d.int(0, page.grid.lines - lines), columns, lines },
      ]) {
        const fit = fitArticle(project, page, a.id, rect, estimator(project, page))!;
        const next = findPage(edited(project, fit.edit), page.id)!;
        for (const f of framesOf(next, a.id)) {
          expect(f.at.column).toBeGreaterThanOrEqual(rect.column);
          expect(f.at.column + f.at.columns).toBeLessThanOrEqual(rect.column + rect.columns);
          expect(f.at.line).toBeGreaterThanOrEqual(rect.line);
          expect(f.at.line + f.at.lines).toBeLessThanOrEqual(rect.line + rect.lines);
        }
        // Nothing else moved, and the article alone keeps every law.
        expect(next.frames.filter((f) => f.article !== a.id)).toEqual(page.frames.filter((f) => f.article !== a.id));
        const only = { ...next, articles: next.articles.filter((x) => x.id === a.id), frames: framesOf(next, a.id) };
        if (fit.over.lines === 0) expect(faults(project, only), `seed ${seed}`).toEqual([]);
        if (rect === now && fit.over.lines === 0 && fit.spare === 0) exact++;
      }
    }
    console.log(`seeds 1–40: ${exact} of 40 modules close again in their own rectangle`);
    expect(exact).toBe(40);
  });

  it('counts the text that a small rectangle cannot hold', () => {
    const { project } = arranged(2);
    const page = project.pages[0]!;
    const story = project.stories.s1!;
    const lines = 40;
    const fit = newArticle(project, page, 's1', { column: 0, line: 0, columns: 2, lines }, estimator(project, page))!;
    const placed = findPage(edited(project, fit.edit), page.id)!;
    const total = estimator(project, page).body(story, 1, 0).total;
    const room = framesOf(placed, fit.article)
      .filter((f) => f.shows.kind === 'body')
      .reduce((n, f) => n + f.at.columns * f.at.lines, 0);
    if (total > room) expect(fit.over.lines).toBeGreaterThanOrEqual(total - room);
    expect(placed.articles.some((a) => a.id === fit.article && a.story === 's1')).toBe(true);
  });

  it('keeps what the editor gave the head beyond its sizes', () => {
    const { project } = arranged(4);
    const page = project.pages[0]!;
    const a = page.articles[0]!;
    const own = { ...a, overrides: { ...a.overrides, headline: { ...a.overrides.headline, font: 'sans-900', align: 'left' as const } } };
    const changed = edited(project, { kind: 'article', page: page.id, id: a.id, after: own });
    const rect = articleRect(page, a.id)!;
    const fit = fitArticle(changed, changed.pages[0]!, a.id, rect, estimator(changed, changed.pages[0]!))!;
    const next = edited(changed, fit.edit).pages[0]!.articles.find((x) => x.id === a.id)!;
    expect(next.overrides.headline).toMatchObject({ font: 'sans-900', align: 'left' });
  });
});

describe('manners', () => {
  it('ship three, each sound, the first the one used where none is given', () => {
    const folder = join(import.meta.dirname, '../../resources/manners');
    const all = readdirSync(folder).map((f) => mannerSchema.parse(JSON.parse(readFileSync(join(folder, f), 'utf8'))));
    expect(all.map((m) => m.id).sort()).toEqual(['city', 'party', 'supplement']);
    expect(all.find((m) => m.id === 'party')).toEqual(PARTY_MANNER);
  });
});
