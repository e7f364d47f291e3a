/** Proposals: a project with empty pages → plans of them → the pages composed. */
import {
  type Arrangement,
  type ArrangeOptions,
  arrangePages,
  issueSteps,
  type Measurer,
  placeEdit,
  proposeSteps,
} from '../core/arrange/index.ts';
import { type ComposeMemory, composePage, createMeasurer } from '../core/compose/index.ts';
import { apply, type Edit, type Page, type Project } from '../core/document/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { countCharacters } from '../core/story/index.ts';
import { fontFaces } from '../node/faces.ts';
import { type JobOptions, stopIfAsked } from './job.ts';

/** A story that found no place, with what it needs; lines are of the basic column. */
export interface Left {
  readonly story: string;
  readonly characters: number;
  readonly lines: number;
}

/** One way to lay the pages out: the edit that does it, and what it is worth page by page. */
export interface Plan {
  readonly edit: Edit;
  /** In the order of the project's pages. */
  readonly scores: readonly number[];
  readonly left: readonly Left[];
}

export interface Proposal {
  /** A whole project with these pages. */
  readonly project: Project;
  readonly pages: readonly Page[];
  /** Of the pages, in their order. */
  readonly scenes: readonly Scene[];
  readonly scores: readonly number[];
  readonly left: readonly Left[];
}

/** A turn of the event loop between two steps, so that a signal can come in. */
async function breathe(options: JobOptions): Promise<void> {
  await new Promise((next) => setImmediate(next));
  stopIfAsked(options);
}

/** What an arrangement says of stories that are on none of the pages. */
function leftOf(arrangements: readonly Arrangement[], project: Project): Left[] {
  const on = new Set(arrangements.flatMap((a) => a.articles.map((x) => x.story)));
  const said = new Map(arrangements.flatMap((a) => (a.shortfall?.kind === 'over' ? a.shortfall.stories : [])).map((s) => [s.story, s]));
  return project.storyOrder
    .filter((id) => !on.has(id))
    .map((story) => {
      const own = project.stories[story];
      return said.get(story) ?? { story, characters: own ? countCharacters(own) : 0, lines: 0 };
    });
}

/** One page, `count` times over: the best there are after all steps of the search. Fewer where fewer differ. */
export async function arrangeOne(
  project: Project,
  count: number,
  memory: ComposeMemory,
  options: JobOptions,
  how: ArrangeOptions = {},
): Promise<readonly Plan[]> {
  const page = project.pages[0] as Page;
  const measurer = createMeasurer(project, page, fontFaces, memory);
  let best: readonly Arrangement[] = [];
  options.onProgress?.({ what: 'arrange', done: 0, total: 100 });
  for (const step of proposeSteps(project, page, project.storyOrder, measurer, count, how)) {
    best = step.best;
    options.onProgress?.({ what: 'arrange', done: Math.round(step.done * 100), total: 100 });
    await breathe(options);
  }
  return best.map((a) => ({ edit: placeEdit(project, page, a), scores: [a.score.total], left: leftOf([a], project) }));
}

/** Every page of the project with its share of the stories, laid out once. */
async function arrangedPages(
  project: Project,
  measurer: (page: Page) => Measurer,
  options: JobOptions,
  how: ArrangeOptions,
  total: number,
): Promise<readonly Arrangement[]> {
  const ids = project.pages.map((p) => p.id);
  const steps = issueSteps(project, ids, project.storyOrder, measurer, how);
  for (let done = 1; ; done++) {
    const step = steps.next();
    await breathe(options);
    if (step.done) return step.value.pages.map((p) => p.arrangement);
    options.onProgress?.({ what: 'arrange', done: Math.min(done, ids.length), total });
  }
}

const issuePlan = (project: Project, pages: readonly Arrangement[]): Plan => ({
  edit: { kind: 'all', edits: pages.map((a, i) => placeEdit(project, project.pages[i] as Page, a)) },
  scores: pages.map((a) => a.score.total),
  left: leftOf(pages, project),
});

/**
 * Several pages together, `count` times: the stories are shared out once, then every page is laid out in ways that differ
 * in structure, and the n-th ways of all pages are the n-th issue.
 */
export async function arrangeIssues(
  project: Project,
  count: number,
  memory: ComposeMemory,
  options: JobOptions,
  how: ArrangeOptions = {},
): Promise<readonly Plan[]> {
  const total = project.pages.length * (count > 1 ? 2 : 1);
  const measurers = new Map(project.pages.map((page) => [page.id, createMeasurer(project, page, fontFaces, memory)]));
  const measurer = (page: Page): Measurer => measurers.get(page.id) as Measurer;
  const first = await arrangedPages(project, measurer, options, how, total);
  if (count === 1) return [issuePlan(project, first)];
  const ways: (readonly Arrangement[])[] = [];
  for (const [i, page] of project.pages.entries()) {
    const own = first[i] as Arrangement;
    const stories = own.articles.map((a) => a.story);
    const closed = own.shortfall === null && stories.length > 0;
    ways.push(closed ? arrangePages(project, page, stories, measurer(page), count, how) : [own]);
    await breathe(options);
    options.onProgress?.({ what: 'arrange', done: project.pages.length + i + 1, total });
  }
  const most = Math.min(count, Math.max(...ways.map((w) => w.length)));
  return Array.from({ length: most }, (_, n) =>
    issuePlan(
      project,
      ways.map((w) => w[Math.min(n, w.length - 1)] as Arrangement),
    ),
  );
}

/** Lay the pages out as a plan says, and compose them. */
export function propose(project: Project, plan: Plan, memory: ComposeMemory): Proposal {
  const placed = apply(project, plan.edit);
  if (!placed.ok) throw new Error(`The arrangement does not fit its own pages: ${placed.why}`);
  const { pages } = placed.project;
  const scenes = pages.map((page) => composePage(placed.project, page, fontFaces, memory));
  return { project: placed.project, pages, scenes, scores: plan.scores, left: plan.left };
}
