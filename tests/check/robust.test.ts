import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProject, RULES } from '../../src/core/check/index.ts';
import { apply, type Frame, type Project } from '../../src/core/document/index.ts';
import { CASES } from './cases.ts';
import { check, scenesOf } from './pages.ts';

const projects = [...new Set(CASES.flatMap((c) => [c.breaks, c.holds]))];
const sane = (n: number): boolean => Number.isFinite(n);

/** A frame moved, stretched or turned over as a hand might, or a broken file. */
const places = fc.record({
  column: fc.double({ min: -4, max: 12, noNaN: true }),
  line: fc.double({ min: -20, max: 140, noNaN: true }),
  columns: fc.double({ min: 0.2, max: 10, noNaN: true }),
  lines: fc.double({ min: 0.2, max: 130, noNaN: true }),
});

const withFrame = (project: Project, index: number, at: Frame['at']): Project => {
  const [page, ...rest] = project.pages;
  if (!page || page.frames.length === 0) return project;
  const frames = page.frames.map((f, i) => (i === index % page.frames.length ? { ...f, at } : f));
  return { ...project, pages: [{ ...page, frames }, ...rest] };
};

describe('the check', () => {
  it('answers for any page, with places on paper and edits that fit', () => {
    fc.assert(
      fc.property(fc.nat(projects.length - 1), fc.nat(20), places, (which, index, at) => {
        const project = withFrame(projects[which] as Project, index, at);
        for (const f of check(project)) {
          if (f.at) expect([f.at.x, f.at.y, f.at.width, f.at.height].every(sane), f.rule).toBe(true);
          if (f.frame && f.frame !== 'folio')
            expect(
              project.pages.some((p) => p.frames.some((x) => x.id === f.frame)),
              f.rule,
            ).toBe(true);
          if (f.mend) expect(apply(project, f.mend).ok, f.rule).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('looks only at pages that were composed, and at a project without any', () => {
    const project = (CASES.find((c) => c.key === 'jump-without-target') as (typeof CASES)[number]).holds;
    const first = scenesOf(project).slice(0, 1);
    const found = checkProject(project, first, { language: 'en' });
    expect(found.some((f) => f.page === 'p2')).toBe(false);
    expect(checkProject({ ...project, pages: [] }, []).every((f) => f.rule === 'A01')).toBe(true);
  });

  it('survives an article whose story is gone, and frames without articles', () => {
    const project = projects[0] as Project;
    expect(() => check({ ...project, stories: {}, storyOrder: [] })).not.toThrow();
    const page = project.pages[0] as Project['pages'][number];
    expect(() => check({ ...project, pages: [{ ...page, articles: [] }] })).not.toThrow();
  });

  it('turns off rule by rule', () => {
    const off = Object.fromEntries(RULES.map((r) => [r.id, 'off' as const]));
    for (const { breaks } of CASES.slice(0, 12)) expect(check(breaks, { settings: off })).toEqual([]);
  });
});
