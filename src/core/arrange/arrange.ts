/** 组版: stories and a page, empty or half made, to frames. */
import { type Article, type Edit, type Frame, findPage, framesOf, type Page, type Project } from '../document/index.ts';
import type { GridRect } from '../measure/index.ts';
import { countCharacters, type Story } from '../story/index.ts';
import { fitModule } from './fit.ts';
import { boundsOf, placed } from './frames.ts';
import type { Module } from './layout.ts';
import { loosened, type Manner, PARTY_MANNER } from './manner.ts';
import type { Measurer } from './measurer.ts';
import { obstaclesOf, type Region, regionsOf } from './regions.ts';
import { packed, type Room, roomFor, storiesOf, type Task, tasksFor } from './room.ts';
import type { Score } from './score.ts';
import { scoreOf } from './score.ts';
import { type Candidate, type Problem, pick, search, shapeTable } from './search.ts';
import { settled } from './settle.ts';
import { leastArea, type Mend, mendsForOver, mendsForShort } from './shortfall.ts';
import { holes, unfilledShare } from './unfilled.ts';

export interface ArrangeOptions {
  readonly manner?: Manner;
  /** Overrides the project's seed. */
  readonly seed?: number;
  /** How many orders of the stories to try, 1…; by default what 2 cores do in some seconds. */
  readonly effort?: number;
}

export interface PlacedModule {
  readonly story: string;
  readonly article: string;
  readonly at: GridRect;
  readonly form: string;
  readonly headlinePt: number;
}

/** What keeps a page from closing. */
export type Shortfall =
  /** More copy than page. `lines` are lines of the basic column, `characters` those that found no place. */
  | {
      readonly kind: 'over';
      readonly lines: number;
      readonly characters: number;
      readonly stories: readonly { readonly story: string; readonly lines: number; readonly characters: number }[];
      readonly mends: readonly Mend[];
    }
  /** Less copy than page (缺 n 行). */
  | { readonly kind: 'short'; readonly lines: number; readonly mends: readonly Mend[] };

export interface Arrangement {
  readonly page: string;
  readonly articles: readonly Article[];
  readonly frames: readonly Frame[];
  readonly modules: readonly PlacedModule[];
  /** Articles and frames of the page that are taken off it to be arranged anew. */
  readonly replaced: readonly string[];
  readonly score: Score;
  /** Share of cells of one column × three lines that nothing covers. */
  readonly unfilled: number;
  readonly holes: readonly GridRect[];
  /** Null where every story is on the page and the page is closed to the line. */
  readonly shortfall: Shortfall | null;
}

interface Setting {
  readonly page: Page;
  readonly storyIds: readonly string[];
  readonly replaced: ReadonlySet<string>;
  readonly kept: readonly GridRect[];
  readonly room: Room;
}

/** An article that may be taken up and arranged anew: its story is among those given and none of its frames is locked. */
const isFree = (page: Page, a: Article, storyIds: readonly string[]): boolean =>
  storyIds.includes(a.story) && !framesOf(page, a.id).some((f) => f.locked);

function setting(project: Project, page: Page, storyIds: readonly string[], measurer: Measurer, manner: Manner): Setting {
  const replaced = new Set(page.articles.filter((a) => isFree(page, a, storyIds)).map((a) => a.id));
  const fixed = new Set(page.articles.filter((a) => !replaced.has(a.id)).map((a) => a.story));
  return {
    page,
    storyIds: storyIds.filter((id, i) => project.stories[id] && !fixed.has(id) && storyIds.indexOf(id) === i),
    replaced,
    kept: obstaclesOf(project, page, (f) => f.article === null || !replaced.has(f.article)),
    room: roomFor(project, page, measurer, manner),
  };
}

/** Orders tried by default: fewer where there are more stories, for the work grows with their cube. */
const defaultTries = (stories: number, columns: number): number =>
  Math.round(Math.min(150, Math.max(4, 3_000_000 / (stories ** 3 * columns ** 2 + 12_000))));

function finish(
  s: Setting,
  c: Pick<Candidate, 'modules' | 'score'>,
  shortfall: (modules: readonly Module[]) => Shortfall | null,
): Arrangement {
  const taken = new Set(s.page.articles.filter((a) => !s.replaced.has(a.id)).map((a) => a.id));
  const { articles, frames } = placed(s.page, c.modules, s.storyIds, taken);
  const rects = [...frames.map((f) => f.at), ...s.kept];
  return {
    page: s.page.id,
    articles,
    frames,
    modules: c.modules.flatMap((m) =>
      storiesOf(m.task).map((story) => ({
        story: story.id,
        article: articles.find((a) => a.story === story.id)?.id ?? '',
        at: m.task.followers ? boundsOf(m.pieces.filter((p) => p.story === story.id)) : m.at,
        form: m.form,
        headlinePt: m.headlinePt,
      })),
    ),
    replaced: [...s.replaced],
    score: c.score,
    unfilled: unfilledShare(s.page.grid, rects),
    holes: holes(s.page.grid, rects, 3),
    shortfall: shortfall(c.modules),
  };
}

function problemOf(s: Setting, tasks: readonly Task[], seed: number, tries: number): Problem {
  return { room: s.room, tasks, regions: regionsOf(s.page, s.kept), kept: s.kept, seed, tries };
}

/** Steps of a search: a better page than before, and how much of the search is done (0…1). */
export interface Step {
  readonly best: readonly Arrangement[];
  readonly done: number;
}

/**
 * Arrange the stories on a page, step by step. Each step carries the best pages found so far, at most `count`, that
 * differ in structure, best first; the first comes with the first page that closes. Stop taking steps to cancel.
 * Locked frames and articles of other stories stay where they are. The same input gives the same steps.
 */
export function* proposeSteps(
  project: Project,
  page: Page,
  storyIds: readonly string[],
  measurer: Measurer,
  count: number,
  options: ArrangeOptions = {},
): Generator<Step> {
  const manner = options.manner ?? PARTY_MANNER;
  const seed = options.seed ?? project.seed;
  const s = setting(project, page, storyIds, measurer, manner);
  const stories = s.storyIds.map((id) => project.stories[id] as Story);
  const tasks = packed(tasksFor(stories), stories);
  const tries = options.effort ?? defaultTries(tasks.length, page.grid.columns);
  const regions = regionsOf(page, s.kept);
  if (tasks.length === 0 || regions.length === 0) return yield { best: [bestEffort(s, tasks, seed, 1)], done: 1 };
  let any = false;
  const quick = firstLook(s, tasks, seed);
  if (quick.length > 0) yield { best: chosen(s, quick, count, new Map()).map((c) => finish(s, c, () => null)), done: 0 };
  if (quick.length > 0 || leastArea(s.room, tasks, regions) <= areaOf(regions, s.room.gap))
    for (const loose of [false, true]) {
      const own = loose ? { ...s, room: roomFor(project, page, measurer, loosened(manner)) } : s;
      for (const step of closedPages(own, tasks, seed, tries, count, quick)) {
        any = true;
        yield step;
      }
      if (any) return;
    }
  yield {
    best: [bestEffort({ ...s, room: roomFor(project, page, measurer, loosened(manner)) }, tasks, seed, Math.min(tries, 8))],
    done: 1,
  };
}

const areaOf = (regions: readonly (readonly Region[])[], gap: number): number =>
  Math.max(...regions.map((way) => way.reduce((a, r) => a + r.columns * (r.lines + (r.foot ? gap : 0)), 0)));

/** The pages of the plain order with few forms measured: soon found, and improved on later. */
function firstLook(s: Setting, tasks: readonly Task[], seed: number): Candidate[] {
  const room = { ...s.room, quick: true };
  const problem = { ...problemOf(s, tasks, seed, 1), room };
  const limit = Math.max(...problem.regions.flat().map((r) => r.lines));
  return [...search(problem, shapeTable(room, tasks, limit), true)].flatMap((c) => c ?? []);
}

function* closedPages(
  s: Setting,
  tasks: readonly Task[],
  seed: number,
  tries: number,
  count: number,
  before: readonly Candidate[],
): Generator<Step> {
  const problem = problemOf(s, tasks, seed, tries);
  const limit = Math.max(...problem.regions.flat().map((r) => r.lines));
  const candidates: Candidate[] = [...before];
  let tried = 0;
  let shown = Math.max(Number.NEGATIVE_INFINITY, ...before.map((c) => c.score.total));
  const known = new Map<Candidate, Candidate>();
  const step = (): Step => ({ best: chosen(s, candidates, count, known).map((c) => finish(s, c, () => null)), done: tried / tries });
  for (const c of search(problem, shapeTable(s.room, tasks, limit), true)) {
    if (c) {
      candidates.push(c);
      continue;
    }
    tried++;
    const best = Math.max(...candidates.map((x) => x.score.total), Number.NEGATIVE_INFINITY);
    if (best > shown + 0.5 && tried < tries) {
      shown = best;
      yield step();
    }
    if (tried >= 8 && candidates.length === 0) return;
  }
  if (candidates.length > 0) yield { ...step(), done: 1 };
}

/** How far apart in structure two proposals are (`difference`), and two pages whose heads are settled. */
const APART = 0.45;
const SETTLED_APART = 0.3;
/** How many pages for each one asked have their heads settled before the best are chosen. */
const SETTLED = 4;

/** The best pages that differ, with the sizes of their heads settled. `known` keeps what has been settled before. */
function chosen(s: Setting, candidates: readonly Candidate[], count: number, known: Map<Candidate, Candidate>): Candidate[] {
  const good = pick(candidates, count * SETTLED, SETTLED_APART).map((c) => {
    const own = known.get(c) ?? { ...c, ...settled(s.room, c.modules, s.kept) };
    known.set(c, own);
    return own;
  });
  return pick(good, count, APART);
}

/** The most pages at once, best first: at least one; several where the stories allow several structures. */
export function arrangePages(
  project: Project,
  page: Page,
  storyIds: readonly string[],
  measurer: Measurer,
  count: number,
  options: ArrangeOptions = {},
): Arrangement[] {
  let last: readonly Arrangement[] = [];
  for (const step of proposeSteps(project, page, storyIds, measurer, count, options)) last = step.best;
  return [...last];
}

/** One page. Its `shortfall` says what does not fit. */
export function arrangePage(
  project: Project,
  page: Page,
  storyIds: readonly string[],
  measurer: Measurer,
  options: ArrangeOptions = {},
): Arrangement {
  return arrangePages(project, page, storyIds, measurer, 1, options)[0] as Arrangement;
}

/** The first page that closes, at once; the best effort where none does. */
export function firstPage(
  project: Project,
  page: Page,
  storyIds: readonly string[],
  measurer: Measurer,
  options: ArrangeOptions = {},
): Arrangement {
  for (const step of proposeSteps(project, page, storyIds, measurer, 1, options)) if (step.best[0]) return step.best[0];
  return arrangePage(project, page, storyIds, measurer, options);
}

/** A page that does not close: as many stories as fit by importance, white at its foot, and in so many words what is wrong. */
function bestEffort(s: Setting, tasks: readonly Task[], seed: number, tries: number): Arrangement {
  const regions = regionsOf(s.page, s.kept);
  for (let count = tasks.length; count >= 1; count--) {
    const some = tasks.slice(0, count);
    if (leastArea(s.room, some, regions) > areaOf(regions, s.room.gap)) continue;
    const found = openPage(s, some, seed, tries);
    if (found) return finish(s, found, (modules) => shortfallOf(s, tasks, modules, found.empty));
  }
  return alone(s, tasks, regions);
}

function openPage(s: Setting, tasks: readonly Task[], seed: number, tries: number): Candidate | null {
  const problem = problemOf(s, tasks, seed, tries);
  const limit = Math.max(...problem.regions.flat().map((r) => r.lines));
  let best: Candidate | null = null;
  for (const c of search(problem, shapeTable(s.room, tasks, limit), false))
    if (c && (!best || c.empty < best.empty - 2 || (c.empty <= best.empty + 2 && c.score.total > best.score.total))) best = c;
  return best;
}

/** The first story alone, poured into the largest region with what is over left over. */
function alone(s: Setting, tasks: readonly Task[], regions: readonly (readonly Region[])[]): Arrangement {
  const region = regions.flat().sort((a, b) => b.columns * b.lines - a.columns * a.lines)[0];
  const first = tasks[0];
  if (!region || !first)
    return finish(s, { modules: [], score: scoreOf(s.room, [], s.kept) }, () =>
      shortfallOf(s, tasks, [], areaOf([...regions, []], s.room.gap)),
    );
  const fit = fitModule(s.room, first, region);
  const modules = [fit.module];
  return finish(s, { modules, score: scoreOf(s.room, modules, s.kept) }, () => {
    const base = shortfallOf(s, tasks, modules, 0);
    const own = { story: first.story.id, lines: fit.overLines, characters: fit.overCharacters };
    const rest = base?.kind === 'over' ? base.stories : [];
    const stories = [own, ...rest];
    return {
      kind: 'over',
      lines: sum(stories, 'lines'),
      characters: sum(stories, 'characters'),
      stories,
      mends: mendsForOver(s.room, tasks, sum(stories, 'lines')),
    };
  });
}

const sum = <K extends string>(list: readonly Record<K, number>[], key: K): number => list.reduce((a, x) => a + x[key], 0);

function shortfallOf(s: Setting, tasks: readonly Task[], modules: readonly Module[], empty: number): Shortfall | null {
  const on = new Set(modules.map((m) => m.task.story.id));
  const off = tasks.filter((t) => !on.has(t.story.id));
  if (off.length > 0) {
    const stories = off.flatMap((t) =>
      storiesOf(t).map((story) => ({
        story: story.id,
        lines: Math.ceil(leastArea(s.room, [t], [[]]) / storiesOf(t).length),
        characters: countCharacters(story),
      })),
    );
    const lines = sum(stories, 'lines');
    return {
      kind: 'over',
      lines,
      characters: sum(stories, 'characters'),
      stories,
      mends: mendsForOver(s.room, tasks, Math.max(1, lines - empty)),
    };
  }
  return empty > 0 ? { kind: 'short', lines: empty, mends: mendsForShort(s.room, modules, empty) } : null;
}

/** The Edit that puts an arrangement on its page: one step to undo. */
export function placeEdit(project: Project, page: Page, arrangement: Pick<Arrangement, 'articles' | 'frames' | 'replaced'>): Edit {
  // The page as the project has it now, should a field of it have changed while the search ran.
  const now = findPage(project, page.id) ?? page;
  const gone = new Set(arrangement.replaced);
  const articles = [...now.articles.filter((a) => !gone.has(a.id)), ...arrangement.articles];
  const frames = [...now.frames.filter((f) => f.article === null || !gone.has(f.article)), ...arrangement.frames];
  return { kind: 'page', id: page.id, after: { ...now, articles, frames } };
}
