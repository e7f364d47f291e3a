/** C37 转版: a jump line has its fellow on the page it names, and enough text stands before the turn (guide §3.4). */
import type { Page, Project } from '../../document/index.ts';
import type { Fault } from '../finding.ts';
import { type Jump, jumpsIn, jumpsOf } from '../jumps.ts';
import type { IssueRule, IssueView } from '../rule.ts';
import { bodyLines } from '../story-lines.ts';
import { nameOf } from '../view.ts';

/** Four inches before the turn, in points. */
const LEAST_PT = 288;

interface Found {
  readonly jump: Jump;
  readonly page: Page;
  /** Null for a line that stands in a frame of its own. */
  readonly article: string | null;
  readonly story: string | null;
  readonly frame: string | undefined;
  readonly name: string;
}

function jumpsOn(project: Project, page: Page): Found[] {
  const stories = page.articles.flatMap((a) => {
    const story = project.stories[a.story];
    const frame = page.frames.find((f) => f.article === a.id)?.id;
    return story ? jumpsOf(story).map((jump) => ({ jump, page, article: a.id, story: story.id, frame, name: nameOf(story) })) : [];
  });
  const texts = page.frames.flatMap(({ id, shows }) =>
    shows.kind === 'text'
      ? jumpsIn(shows.text).map((jump) => ({ jump, page, article: null, story: null, frame: id, name: shows.text }))
      : [],
  );
  return [...stories, ...texts];
}

function unpaired(project: Project, all: readonly Found[], f: Found): Fault | null {
  const figures = { story: f.name, line: f.jump.line, page: f.jump.page };
  const common = { figures, frame: f.frame, article: f.article, story: f.story };
  if (!project.pages.some((p) => p.number === f.jump.page))
    return { key: 'jump-no-page', severity: project.pages.length === 1 ? 'warning' : 'error', ...common };
  const fellow = all.some((o) => o.jump.way !== f.jump.way && o.page.number === f.jump.page && o.jump.page === f.page.number);
  return fellow ? null : { key: f.jump.way === 'to' ? 'jump-without-target' : 'jump-without-source', ...common };
}

function* faults(view: IssueView): Generator<Fault & { page: string }> {
  const { project } = view;
  const all = project.pages.flatMap((page) => jumpsOn(project, page));
  for (const found of all) {
    const fault = unpaired(project, all, found);
    if (fault) yield { ...fault, page: found.page.id };
    const own = view.pages.find((p) => p.page.id === found.page.id);
    if (found.jump.way !== 'to' || !own) continue;
    const block = own.blocks.find((b) => b.article.id === found.article);
    const lines = block ? bodyLines(block).length : Number.POSITIVE_INFINITY;
    const least = Math.floor(LEAST_PT / found.page.grid.linePitchPt);
    if (lines >= least) continue;
    yield {
      key: 'jump-short',
      severity: 'warning',
      figures: { story: found.name, lines, least },
      page: found.page.id,
      article: found.article,
      story: found.story,
      frame: found.frame,
    };
  }
}

export const c37: IssueRule = { id: 'C37', severity: 'error', issue: faults };
