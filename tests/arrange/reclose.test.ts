import { describe, expect, it } from 'vitest';
import { firstPage, placeEdit, Recloser, unfilledShare } from '../../src/core/arrange/index.ts';
import { apply, type Edit, type Page, type Project } from '../../src/core/document/index.ts';
import { emptyStory, typed } from '../../src/core/story/index.ts';
import { faults } from './checker.ts';
import { estimator } from './estimator.ts';
import { dice, issueOf } from './issue.ts';

const done = (project: Project, edit: Edit): Project => {
  const r = apply(project, edit);
  if (!r.ok) throw new Error(r.why);
  return r.project;
};
const arranged = (seed: number): Project => {
  const { project, page, stories } = issueOf(seed);
  return done(project, placeEdit(project, page, firstPage(project, page, stories, estimator(project, page), { effort: 4 })));
};
const pageOf = (p: Project): Page => p.pages[0]!;
const recloser = (p: Project): Recloser => new Recloser(p, pageOf(p), estimator(p, pageOf(p)));
/** Seeds whose pages are closed to begin with. */
const seeds = Array.from({ length: 60 }, (_, i) => i + 1).filter(
  (s) =>
    unfilledShare(
      pageOf(arranged(s)).grid,
      pageOf(arranged(s)).frames.map((f) => f.at),
    ) === 0,
);

/** Lines of body that a page has room for, against what its stories need. */
function short(project: Project): string[] {
  const page = pageOf(project);
  const m = estimator(project, page);
  return page.articles.flatMap((a) => {
    const story = project.stories[a.story]!;
    const bodies = page.frames.filter((f) => f.article === a.id && f.shows.kind === 'body');
    if (story.kind === 'photo' || bodies.length === 0) return [];
    const first = bodies[0]!;
    const legs = bodies.length === 1 && first.shows.kind === 'body' ? first.shows.legs : 0;
    const room = bodies.reduce((n, f) => n + (legs || f.at.columns) * f.at.lines, 0);
    return m.body(story, first.at.columns, legs).total > room ? [`overset: ${a.story}`] : [];
  });
}

describe('closing a page again', () => {
  it('keeps the page closed and lawful through 1,000 random wall moves', { timeout: 240_000 }, () => {
    const d = dice(2024);
    const tally: Record<string, number> = { moved: 0 };
    const wrong: string[] = [];
    let n = 0;
    while (n < 1000) {
      let project = arranged(seeds[n % seeds.length]!);
      for (let step = 0; step < 25 && n < 1000; step++, n++) {
        const hand = recloser(project);
        const walls = hand.walls;
        if (walls.length === 0) break;
        const wall = d.pick(walls);
        const by = wall.kind === 'side' ? d.pick([-1, 1]) : d.pick([-4, -2, -1, 1, 2, 5]);
        const r = hand.wall(wall.id, by);
        if (!r.ok) {
          tally[r.reason] = (tally[r.reason] ?? 0) + 1;
          expect(r.why).toMatch(/\.$/u);
          continue;
        }
        tally.moved!++;
        project = done(project, r.edit);
        const page = pageOf(project);
        const unfilled = unfilledShare(
          page.grid,
          page.frames.map((f) => f.at),
        );
        wrong.push(
          ...[...faults(project, page), ...short(project), ...(unfilled > 0.01 ? [`unfilled ${unfilled}`] : [])].map((f) => `${n}: ${f}`),
        );
      }
    }
    console.log(`1,000 wall moves: ${JSON.stringify(tally)}`);
    expect(wrong).toEqual([]);
    expect(tally.moved).toBeGreaterThan(100);
  });

  it('moves only what the wall parts', () => {
    for (const seed of seeds.slice(0, 12)) {
      const project = arranged(seed);
      const hand = recloser(project);
      for (const wall of hand.walls) {
        const r = hand.wall(wall.id, 1);
        if (!r.ok) continue;
        const after = pageOf(done(project, r.edit));
        const others = pageOf(project).frames.filter((f) => f.article !== null && !r.changed.includes(f.article));
        for (const f of others) expect(after.frames.find((x) => x.id === f.id)).toEqual(f);
      }
    }
  });

  it('swaps two articles, promotes one, pulls one and puts one in', () => {
    const tally = { swap: 0, promote: 0, pull: 0, add: 0, refused: 0 };
    const wrong: string[] = [];
    for (const seed of seeds) {
      const d = dice(seed + 500);
      const project = arranged(seed);
      const page = pageOf(project);
      if (page.articles.length < 3) continue;
      const [a, b] = [d.pick(page.articles), d.pick(page.articles)];
      const late = {
        ...emptyStory('late'),
        headline: typed('晚到一条短讯'),
        body: [{ ...typed('民'.repeat(180)), type: 'paragraph' as const }],
        rank: 99,
      };
      const withLate: Project = { ...project, stories: { ...project.stories, late }, storyOrder: [...project.storyOrder, 'late'] };
      for (const [what, base, r] of [
        ['swap', project, recloser(project).swap(a.id, b.id)],
        ['promote', project, recloser(project).promote(b.id)],
        ['pull', project, recloser(project).pull(a.id)],
        ['add', withLate, recloser(withLate).add('late')],
      ] as const) {
        if (!r.ok) {
          tally.refused++;
          continue;
        }
        tally[what]++;
        const next = done(base, r.edit);
        const after = pageOf(next);
        wrong.push(...[...faults(next, after), ...short(next)].map((f) => `seed ${seed} ${what}: ${f}`));
        expect(r.distance).toBeGreaterThanOrEqual(0);
        expect(r.distance).toBeLessThanOrEqual(1);
        const stories = after.articles.map((x) => x.story).sort();
        const expected = what === 'pull' ? page.articles.filter((x) => x.id !== a.id) : page.articles;
        expect(stories).toEqual([...expected.map((x) => x.story), ...(what === 'add' ? ['late'] : [])].sort());
        if (what === 'promote') {
          const ranks = after.articles
            .map((x) => next.stories[x.story]!)
            .filter((s) => s.kind !== 'photo')
            .sort((x, y) => x.rank - y.rank);
          expect(ranks[0]!.id).toBe(b.story);
        }
      }
    }
    console.log(`seeds ${seeds[0]}–${seeds.at(-1)}: ${JSON.stringify(tally)}`);
    expect(wrong).toEqual([]);
    for (const what of ['swap', 'promote', 'pull', 'add'] as const) expect(tally[what]).toBeGreaterThan(0);
  });
});
