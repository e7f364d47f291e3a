/** 一期报: stories to pages by section and importance, then each page. */
import { type Edit, findPage, type Page, type Project } from '../document/index.ts';
import type { Story } from '../story/index.ts';
import { type Arrangement, type ArrangeOptions, arrangePage, placeEdit } from './arrange.ts';
import { PARTY_MANNER } from './manner.ts';
import type { Measurer } from './measurer.ts';
import { obstaclesOf, regionsOf } from './regions.ts';
import { type Room, roomFor, tasksFor } from './room.ts';
import { leastArea } from './shortfall.ts';

export interface PageShare {
  readonly page: string;
  readonly stories: readonly string[];
}

/** What heads, pictures and whites at their liked sizes take beyond the least a story can be set in. */
const EASE = 1.18;

const wordOf = (s: string): string => s.replace(/\s/gu, '');

/** True where a page is meant for a story: its section is the story's label. */
const belongs = (page: Page, story: Story): boolean => page.section !== '' && wordOf(page.section) === wordOf(story.label?.text ?? '');

/** Lines of basic column that a page has to give. */
function capacity(project: Project, page: Page, gap: number): number {
  const ways = regionsOf(
    page,
    obstaclesOf(project, page, () => true),
  );
  return Math.max(0, ...ways.map((way) => way.reduce((n, r) => n + r.columns * (r.lines + (r.foot ? gap : 0)), 0)));
}

/**
 * Cut an ordered list into runs, one for each page, so that all pages are about equally full: the least sum of squared
 * differences from the common share. Runs may be empty.
 */
function cutRuns(areas: readonly number[], room: readonly number[]): number[] {
  const total = areas.reduce((a, b) => a + b, 0);
  const space = room.reduce((a, b) => a + b, 0) || 1;
  // A page that cannot be filled by its share is filled as far as there is copy, from the first page on.
  const share = Math.max(0.85, total / space);
  const sums = [0];
  for (const a of areas) sums.push((sums.at(-1) as number) + a);
  const n = areas.length;
  let best: { cost: number; cuts: number[] }[] = Array.from({ length: n + 1 }, (_, i) => ({
    cost: i === 0 ? 0 : Number.POSITIVE_INFINITY,
    cuts: [],
  }));
  for (const own of room) {
    const next = best.map((): { cost: number; cuts: number[] } => ({ cost: Number.POSITIVE_INFINITY, cuts: [] }));
    for (let from = 0; from <= n; from++) {
      const so = best[from] as { cost: number; cuts: number[] };
      if (so.cost === Number.POSITIVE_INFINITY) continue;
      for (let to = from; to <= n; to++) {
        const fill = ((sums[to] as number) - (sums[from] as number)) / Math.max(1, own);
        const cost = so.cost + (fill - share) ** 2 * (fill > 1 ? 6 : 1);
        if (cost < (next[to] as { cost: number }).cost) next[to] = { cost, cuts: [...so.cuts, to] };
      }
    }
    best = next;
  }
  return (best[n] as { cuts: number[] }).cuts;
}

/**
 * Which story goes on which page: those whose label is a page's section go there; the others follow the order given,
 * cut so that the pages are about equally full. Stories placed already are left out.
 */
export function sharePages(
  project: Project,
  pages: readonly Page[],
  storyIds: readonly string[],
  measurer: (page: Page) => Measurer,
  options: ArrangeOptions = {},
): PageShare[] {
  const placed = new Set(project.pages.flatMap((p) => p.articles.map((a) => a.story)));
  const stories = storyIds.flatMap((id, i) => (placed.has(id) || storyIds.indexOf(id) !== i ? [] : (project.stories[id] ?? [])));
  const first = pages[0];
  if (!first) return [];
  const room: Room = roomFor(project, first, measurer(first), options.manner ?? PARTY_MANNER);
  const area = new Map(tasksFor(stories).map((t) => [t.story.id, leastArea(room, [t], [[]]) * EASE]));
  const areaOf = (s: Story): number => area.get(s.id) ?? 0;
  const own = pages.map((page) => stories.filter((s) => pages.find((p) => belongs(p, s)) === page));
  const loose = stories.filter((s) => !own.some((list) => list.includes(s)));
  const left = pages.map((page, i) =>
    Math.max(1, capacity(project, page, room.gap) - (own[i] as Story[]).reduce((n, s) => n + areaOf(s), 0)),
  );
  const cuts = cutRuns(loose.map(areaOf), left);
  const order = (s: Story): number => stories.indexOf(s);
  return pages.map((page, i) => {
    const run = loose.slice(i === 0 ? 0 : cuts[i - 1], cuts[i]);
    return { page: page.id, stories: [...(own[i] as Story[]), ...run].sort((a, b) => order(a) - order(b)).map((s) => s.id) };
  });
}

export interface ArrangedPage {
  readonly page: string;
  readonly arrangement: Arrangement;
}

export interface ArrangedIssue {
  readonly pages: readonly ArrangedPage[];
  /** Stories that found no page, with what they need. */
  readonly left: readonly string[];
  /** All pages at once: one step to undo. */
  readonly edit: Edit;
}

const unplaced = (a: Arrangement): string[] => {
  if (a.shortfall?.kind !== 'over') return [];
  const on = new Set(a.articles.map((x) => x.story));
  return a.shortfall.stories.map((s) => s.story).filter((id) => !on.has(id));
};

/**
 * Arrange a whole issue, page by page; each step is one page done. What is over on one page goes on to the pages after
 * it, and at last back to those before it that have room.
 */
export function* issueSteps(
  project: Project,
  pageIds: readonly string[],
  storyIds: readonly string[],
  measurer: (page: Page) => Measurer,
  options: ArrangeOptions = {},
): Generator<ArrangedPage, ArrangedIssue> {
  const pages = pageIds.flatMap((id) => findPage(project, id) ?? []);
  const shares = sharePages(project, pages, storyIds, measurer, options);
  const done = new Map<string, Arrangement>();
  let over: string[] = [];
  const run = (page: Page, ids: readonly string[]): Arrangement => arrangePage(project, page, ids, measurer(page), options);
  for (const [i, page] of pages.entries()) {
    const ids = [...(shares[i]?.stories ?? []), ...over].sort((a, b) => storyIds.indexOf(a) - storyIds.indexOf(b));
    const arrangement = run(page, ids);
    done.set(page.id, arrangement);
    over = unplaced(arrangement);
    yield { page: page.id, arrangement };
  }
  for (const page of pages) {
    const now = done.get(page.id) as Arrangement;
    if (over.length === 0) break;
    if (now.shortfall?.kind !== 'short') continue;
    const again = run(
      page,
      [...now.articles.map((a) => a.story), ...over].sort((a, b) => storyIds.indexOf(a) - storyIds.indexOf(b)),
    );
    if (again.articles.length <= now.articles.length) continue;
    done.set(page.id, again);
    over = unplaced(again);
    yield { page: page.id, arrangement: again };
  }
  const result = pages.map((page) => ({ page: page.id, arrangement: done.get(page.id) as Arrangement }));
  const edits = pages.map((page) => placeEdit(project, page, done.get(page.id) as Arrangement));
  return { pages: result, left: over, edit: { kind: 'all', edits } };
}

/** Arrange a whole issue at once. */
export function arrangeIssue(
  project: Project,
  pageIds: readonly string[],
  storyIds: readonly string[],
  measurer: (page: Page) => Measurer,
  options: ArrangeOptions = {},
): ArrangedIssue {
  const steps = issueSteps(project, pageIds, storyIds, measurer, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
