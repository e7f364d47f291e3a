/** What the worker answers when asked: reading copy, and setting articles in places. */
import { fitArticle, newArticle, type Reclosed } from '../../core/arrange/index.ts';
import { ComposeMemory, copyfitOf, createMeasurer, type Measurer } from '../../core/compose/index.ts';
import { checkCopy, read, wordList } from '../../core/copy/index.ts';
import { apply, type Edit, type Page, type Project } from '../../core/document/index.ts';
import type { Faces } from '../../core/font/index.ts';
import { type Ahead, Hold } from './hold.ts';
import type { Change, QuestionName, Questions } from './messages.ts';

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

function linesAt(ask: Questions['lines']['ask'], project: Project, faces: Faces): number {
  const story = project.stories[ask.story];
  return story ? measurerFor(project, pageWith(project, ask.page), faces).body(story, 1, 0).total : 0;
}

function copyChecks({ off, words }: Questions['copyChecks']['ask'], project: Project): Questions['copyChecks']['give'] {
  const stories = project.storyOrder.flatMap((id) => project.stories[id] ?? []);
  return checkCopy(stories, { off, words: wordList(words) });
}

/** What the copyfit meter has composed: its own, for it composes what is not on the page. */
let metered = { page: '', memory: new ComposeMemory() };

function copyfit(ask: Questions['copyfit']['ask'], project: Project, faces: Faces): Questions['copyfit']['give'] {
  if (metered.page !== ask.page) metered = { page: ask.page, memory: new ComposeMemory() };
  return copyfitOf(project, pageWith(project, ask.page), ask.article, faces, metered.memory);
}

/** The page that is held, as it was when it was taken hold of: what a hand tries on it is measured once. */
let held: Hold | null = null;

function hold({ page: id, likely }: Questions['hold']['ask'], project: Project, faces: Faces, ahead: Ahead): Questions['hold']['give'] {
  held?.end();
  const page = pageWith(project, id);
  held = new Hold(project, page, measurerFor(project, page, faces), likely, ahead);
  return held.walls;
}

function reclose(change: Change): Reclosed {
  if (!held) throw new Error('No page is held.');
  return held.reclose(change);
}

/** What the page that is held is told of. */
export const heldPage = {
  /** Something was heard that is no edit. */
  rest: (): void => held?.rest(),
  /** The project was changed. */
  changed: (): void => held?.changed(),
  /** The hand has done this, by an answer that it had. */
  reached: (change: Change): void => held?.reached(change),
};

/** Rejects with an Error of one sentence where it cannot be done. */
export async function answer(name: QuestionName, ask: unknown, project: Project | null, faces: Faces, ahead: Ahead): Promise<unknown> {
  if (name === 'read') return read((ask as Questions['read']['ask']).copy);
  if (!project) throw new Error('No project is open.');
  if (name === 'lines') return linesAt(ask as Questions['lines']['ask'], project, faces);
  if (name === 'copyfit') return copyfit(ask as Questions['copyfit']['ask'], project, faces);
  if (name === 'copyChecks') return copyChecks(ask as Questions['copyChecks']['ask'], project);
  if (name === 'fit') return refit(ask as Questions['fit']['ask'], project, faces);
  if (name === 'hold') return hold(ask as Questions['hold']['ask'], project, faces, ahead);
  if (name === 'reclose') return reclose(ask as Change);
  return place(ask as Questions['place']['ask'], project, faces);
}
