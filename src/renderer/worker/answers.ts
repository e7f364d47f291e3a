/** What the worker answers when asked: reading copy, and setting articles in places. */
import { type Arrangement, fitArticle, newArticle, placeEdit, proposeSteps } from '../../core/arrange/index.ts';
import { createMeasurer, type Measurer } from '../../core/compose/index.ts';
import { read } from '../../core/copy/index.ts';
import { apply, type Edit, type Page, type Project } from '../../core/document/index.ts';
import type { Faces } from '../../core/font/index.ts';
import type { QuestionName, Questions } from './messages.ts';

function pageWith(project: Project, id: string): Page {
  const page = project.pages.find((p) => p.id === id);
  if (!page) throw new Error('The page is no longer there.');
  return page;
}

/** The measurer of the last question, with all it has measured, for as long as the page is measured alike. */
let kept: { readonly styles: Project['styles']; readonly grid: string; readonly faces: Faces; readonly measurer: Measurer } | null = null;

function measurerFor(project: Project, page: Page, faces: Faces): Measurer {
  const grid = JSON.stringify([page.grid, page.format]);
  if (!kept || kept.styles !== project.styles || kept.grid !== grid || kept.faces !== faces)
    kept = { styles: project.styles, grid, faces, measurer: createMeasurer(project, page, faces) };
  return kept.measurer;
}

function refit(ask: Questions['fit']['ask'], now: Project, faces: Faces): Edit | null {
  const back = ask.back ? apply(now, ask.back) : null;
  const project = back?.ok ? back.project : now;
  const page = pageWith(project, ask.page);
  return fitArticle(project, page, ask.article, ask.at, measurerFor(project, page, faces))?.edit ?? null;
}

function place(ask: Questions['place']['ask'], project: Project, faces: Faces): Questions['place']['give'] {
  const page = pageWith(project, ask.page);
  const made = newArticle(project, page, ask.story, ask.at, measurerFor(project, page, faces));
  return made && { edit: made.edit, article: made.article };
}

/** Arranging takes a while: after each step the worker hears what else has come. */
async function arrange(
  ask: Questions['arrange']['ask'],
  project: Project,
  faces: Faces,
  pause: () => Promise<void>,
): Promise<Questions['arrange']['give']> {
  const page = pageWith(project, ask.page);
  let best: readonly Arrangement[] = [];
  for (const step of proposeSteps(project, page, ask.stories, measurerFor(project, page, faces), ask.count)) {
    best = step.best;
    await pause();
  }
  return best.map((a) => ({
    edit: placeEdit(project, page, a),
    score: a.score.total,
    over: a.shortfall?.kind === 'over' ? a.shortfall.characters : 0,
    short: a.shortfall?.kind === 'short' ? a.shortfall.lines : 0,
  }));
}

/** Rejects with an Error of one sentence where it cannot be done. */
export async function answer(
  name: QuestionName,
  ask: unknown,
  project: Project | null,
  faces: Faces,
  pause: () => Promise<void>,
): Promise<unknown> {
  if (name === 'read') return read((ask as Questions['read']['ask']).copy);
  if (!project) throw new Error('No project is open.');
  if (name === 'fit') return refit(ask as Questions['fit']['ask'], project, faces);
  if (name === 'arrange') return arrange(ask as Questions['arrange']['ask'], project, faces, pause);
  return place(ask as Questions['place']['ask'], project, faces);
}
