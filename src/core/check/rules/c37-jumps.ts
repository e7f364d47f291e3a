/** C37 转版: a jump line has its fellow on the page it names, and enough text stands before the turn (guide §3.4). */
import { continuationOf, locateArticle, type Page, type Project } from '../../document/index.ts';
import type { Fault } from '../finding.ts';
import { type Jump, jumpsIn, jumpsOf } from '../jumps.ts';
import type { IssueRule, IssueView } from '../rule.ts';
import { bodyLines } from '../story-lines.ts';
import { about, nameOf, type PageView } from '../view.ts';

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

/** Text that turns with too little of it before the turn. */
function short(own: PageView, article: string | null): Fault | null {
  const block = own.blocks.find((b) => b.article.id === article);
  const least = Math.floor(LEAST_PT / own.page.grid.linePitchPt);
  const lines = block ? bodyLines(block).length : least;
  if (!block || lines >= least) return null;
  return {
    key: 'jump-short',
    severity: 'warning',
    figures: { story: nameOf(block.story), lines, least },
    ...about(block, block.bodies[0]),
  };
}

/** Jump lines that stand in the text, as an editor or an agency wrote them. */
function* written(view: IssueView): Generator<Fault & { page: string }> {
  const { project } = view;
  const all = project.pages.flatMap((page) => jumpsOn(project, page));
  for (const found of all) {
    const fault = unpaired(project, all, found);
    if (fault) yield { ...fault, page: found.page.id };
    const own = view.pages.find((p) => p.page.id === found.page.id);
    const turn = own && found.jump.way === 'to' ? short(own, found.article) : null;
    if (turn) yield { ...turn, page: found.page.id };
  }
}

/** Articles that go on in another one: their jump lines are composed, and pair by themselves unless one end is gone. */
function* related(view: IssueView): Generator<Fault & { page: string }> {
  for (const own of view.pages)
    for (const block of own.blocks) {
      const { continues, id } = block.article;
      if (continues && !locateArticle(view.project, continues))
        yield { key: 'continues-nothing', figures: { story: nameOf(block.story) }, page: own.page.id, ...about(block) };
      const turn = continuationOf(view.project, id) ? short(own, id) : null;
      if (turn) yield { ...turn, page: own.page.id };
    }
}

function* faults(view: IssueView): Generator<Fault & { page: string }> {
  yield* written(view);
  yield* related(view);
}

export const c37: IssueRule = { id: 'C37', severity: 'error', issue: faults };
