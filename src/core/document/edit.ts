/**
 * 改动: one undoable change, plain data. `apply` is the only way a Project changes, and it returns the exact inverse
 * with the result, so that undo is apply again. An edit that does not fit the project says why and changes nothing.
 */
import type { Copy } from '../copy/index.ts';
import type { Story } from '../story/index.ts';
import { type Passage, passageAt, type TextPlace } from '../story/index.ts';
import type { Palette } from './palette.ts';
import {
  type Article,
  type CheckWeight,
  type Frame,
  findSheet,
  type Page,
  type Picture,
  type Project,
  type Template,
  templatesOf,
} from './project.ts';
import type { StyleSheet } from './style.ts';

export type Edit =
  /** Put, replace (both not null) or remove a frame of a page or a template. `index` is where it stands in paint order. */
  | { readonly kind: 'frame'; readonly page: string; readonly id: string; readonly after: Frame | null; readonly index?: number }
  | { readonly kind: 'article'; readonly page: string; readonly id: string; readonly after: Article | null; readonly index?: number }
  /** A page's own fields, its frames and articles left as they are; or the page as a whole, in or out. */
  | { readonly kind: 'page'; readonly id: string; readonly after: Page | null; readonly index?: number }
  | { readonly kind: 'template'; readonly id: string; readonly after: Template | null; readonly index?: number }
  | { readonly kind: 'story'; readonly id: string; readonly after: Story | null; readonly index?: number }
  /** Characters of one passage: at `at`, `removed` becomes `inserted`. The passage must hold `removed` there. */
  | {
      readonly kind: 'text';
      readonly story: string;
      readonly place: TextPlace;
      readonly at: number;
      readonly removed: string;
      readonly inserted: string;
    }
  | { readonly kind: 'picture'; readonly id: string; readonly after: Picture | null }
  | { readonly kind: 'copy'; readonly id: string; readonly after: Copy | null }
  | { readonly kind: 'paper'; readonly after: Project['paper'] }
  | { readonly kind: 'styles'; readonly after: StyleSheet }
  /** The project's own swatches and object styles; null for those every project begins with. */
  | { readonly kind: 'palette'; readonly after: Palette | null }
  /** What the rules of the checks weigh in this paper; null for what they weigh by themselves. */
  | { readonly kind: 'checks'; readonly after: Readonly<Record<string, CheckWeight>> | null }
  | { readonly kind: 'seed'; readonly after: number }
  /** Several as one, applied in order; undone together. */
  | { readonly kind: 'all'; readonly edits: readonly Edit[] };

/** Every kind of edit there is; the compiler holds it to the type. */
export const EDIT_KINDS: Readonly<Record<Edit['kind'], true>> = {
  frame: true,
  article: true,
  page: true,
  template: true,
  story: true,
  text: true,
  picture: true,
  copy: true,
  paper: true,
  styles: true,
  palette: true,
  checks: true,
  seed: true,
  all: true,
};

export type Applied =
  | { readonly ok: true; readonly project: Project; readonly inverse: Edit }
  | { readonly ok: false; readonly why: string };

const fail = (why: string): Applied => ({ ok: false, why });
const done = (project: Project, inverse: Edit): Applied => ({ ok: true, project, inverse });

/** Replace, insert or remove one item of an ordered list by id. Null where the list does not allow it. */
function put<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  after: T | null,
  index?: number,
): { list: T[]; before: T | null; index: number } | null {
  const at = list.findIndex((x) => x.id === id);
  const before = at < 0 ? null : (list[at] as T);
  if (!before && !after) return null;
  if (after && after.id !== id) return null;
  const rest = before ? list.filter((_, i) => i !== at) : [...list];
  const to = Math.min(rest.length, Math.max(0, index ?? (before ? at : rest.length)));
  if (after) rest.splice(to, 0, after);
  return { list: rest, before, index: at < 0 ? to : at };
}

/** The inverse's index is needed only where something was there before; an insertion is undone by removing it. */
const back = (before: unknown, index: number): { index?: number } => (before ? { index } : {});

function onSheet(project: Project, id: string, change: <T extends Page>(page: T) => T): Project {
  const on = <T extends Page>(list: readonly T[]): T[] => list.map((p) => (p.id === id ? change(p) : p));
  return project.pages.some((p) => p.id === id)
    ? { ...project, pages: on(project.pages) }
    : { ...project, templates: on(templatesOf(project)) };
}

function editFrame(project: Project, e: Extract<Edit, { kind: 'frame' }>): Applied {
  const page = findSheet(project, e.page);
  if (!page) return fail(`There is no page ${e.page}.`);
  const r = put(page.frames, e.id, e.after, e.index);
  if (!r) return fail(`There is no frame ${e.id} on page ${page.number}.`);
  return done(
    onSheet(project, e.page, (p) => ({ ...p, frames: r.list })),
    { kind: 'frame', page: e.page, id: e.id, after: r.before, ...back(r.before, r.index) },
  );
}

function editArticle(project: Project, e: Extract<Edit, { kind: 'article' }>): Applied {
  const page = project.pages.find((p) => p.id === e.page);
  if (!page) return fail(`There is no page ${e.page}.`);
  if (e.after && !project.stories[e.after.story]) return fail(`There is no story ${e.after.story}.`);
  const r = put(page.articles, e.id, e.after, e.index);
  if (!r) return fail(`There is no article ${e.id} on page ${page.number}.`);
  return done(
    onSheet(project, e.page, (p) => ({ ...p, articles: r.list })),
    { kind: 'article', page: e.page, id: e.id, after: r.before, ...back(r.before, r.index) },
  );
}

function editPage(project: Project, e: Extract<Edit, { kind: 'page' }>): Applied {
  const r = put(project.pages, e.id, e.after, e.index);
  if (!r) return fail(`There is no page ${e.id}.`);
  return done({ ...project, pages: r.list }, { kind: 'page', id: e.id, after: r.before, ...back(r.before, r.index) });
}

function editTemplate(project: Project, e: Extract<Edit, { kind: 'template' }>): Applied {
  if (!e.after && project.pages.some((p) => p.template === e.id)) return fail(`Template ${e.id} is still used by a page.`);
  const r = put(templatesOf(project), e.id, e.after, e.index);
  if (!r) return fail(`There is no template ${e.id}.`);
  // A project that had none is as it was when the last one goes: the field is left out, and its bytes are the same.
  const { templates: _none, ...bare } = project;
  const after: Project = r.list.length > 0 ? { ...project, templates: r.list } : bare;
  return done(after, { kind: 'template', id: e.id, after: r.before, ...back(r.before, r.index) });
}

function editStory(project: Project, e: Extract<Edit, { kind: 'story' }>): Applied {
  const before = project.stories[e.id] ?? null;
  if (!before && !e.after) return fail(`There is no story ${e.id}.`);
  if (e.after && e.after.id !== e.id) return fail(`A story cannot change its id from ${e.id} to ${e.after.id}.`);
  if (!e.after && project.pages.some((p) => p.articles.some((a) => a.story === e.id)))
    return fail(`Story ${e.id} is still placed on a page.`);
  const at = project.storyOrder.indexOf(e.id);
  const order = project.storyOrder.filter((id) => id !== e.id);
  if (e.after) order.splice(Math.min(order.length, e.index ?? (at < 0 ? order.length : at)), 0, e.id);
  const { [e.id]: _gone, ...rest } = project.stories;
  const stories = e.after ? { ...project.stories, [e.id]: e.after } : rest;
  return done({ ...project, stories, storyOrder: order }, { kind: 'story', id: e.id, after: before, ...back(before, at) });
}

/** A story with the passage at `place` replaced. */
export function withPassage(story: Story, place: TextPlace, change: (p: Passage) => Passage): Story {
  if (place.field === 'body') return { ...story, body: story.body.map((b, i) => (i === place.block ? { ...b, ...change(b) } : b)) };
  if (place.field === 'caption' || place.field === 'pictureCredit') {
    const key = place.field === 'caption' ? 'caption' : 'credit';
    return { ...story, pictures: story.pictures.map((p, i) => (i === place.picture && p[key] ? { ...p, [key]: change(p[key]) } : p)) };
  }
  const old = story[place.field];
  return old ? { ...story, [place.field]: change(old) } : story;
}

/** Marks keep to the characters they stood on when text before or within them changes. */
function shiftMarks(p: Passage, at: number, removed: number, inserted: number): Passage {
  if (!p.marks) return p;
  const move = (x: number): number => (x <= at ? x : x >= at + removed ? x + inserted - removed : at + inserted);
  return { ...p, marks: p.marks.map((m) => ({ ...m, from: move(m.from), to: move(m.to) })) };
}

function editText(project: Project, e: Extract<Edit, { kind: 'text' }>): Applied {
  const story = project.stories[e.story];
  const passage = story && passageAt(story, e.place);
  if (!story || !passage) return fail(`Story ${e.story} has no such text.`);
  if (e.at < 0 || e.at > passage.text.length || passage.text.slice(e.at, e.at + e.removed.length) !== e.removed)
    return fail('The text has changed since the edit was made.');
  const text = passage.text.slice(0, e.at) + e.inserted + passage.text.slice(e.at + e.removed.length);
  const after = withPassage(story, e.place, (p) => ({ ...shiftMarks(p, e.at, e.removed.length, e.inserted.length), text }));
  // Marks that a deletion closes up cannot be found again from the text alone: then the story itself is the inverse.
  const inverse: Edit = passage.marks ? { kind: 'story', id: e.story, after: story } : { ...e, removed: e.inserted, inserted: e.removed };
  return done({ ...project, stories: { ...project.stories, [e.story]: after } }, inverse);
}

/** Put or remove one entry of a record. */
function editEntry<T>(
  record: Readonly<Record<string, T>>,
  id: string,
  after: T | null,
): { record: Record<string, T>; before: T | null } | null {
  const before = record[id] ?? null;
  if (!before && !after) return null;
  const { [id]: _gone, ...rest } = record;
  return { record: after ? { ...record, [id]: after } : rest, before };
}

function editAll(project: Project, e: Extract<Edit, { kind: 'all' }>): Applied {
  const undo: Edit[] = [];
  let now = project;
  for (const edit of e.edits) {
    const r = apply(now, edit);
    if (!r.ok) return r;
    now = r.project;
    undo.unshift(r.inverse);
  }
  return done(now, { kind: 'all', edits: undo });
}

function editPalette(project: Project, after: Palette | null): Applied {
  const { palette: before, ...rest } = project;
  return done(after ? { ...rest, palette: after } : rest, { kind: 'palette', after: before ?? null });
}

function editChecks(project: Project, after: Readonly<Record<string, CheckWeight>> | null): Applied {
  const { checks: before, ...rest } = project;
  return done(after ? { ...rest, checks: after } : rest, { kind: 'checks', after: before ?? null });
}

/** Apply an edit. The project given is never changed. */
export function apply(project: Project, edit: Edit): Applied {
  switch (edit.kind) {
    case 'frame':
      return editFrame(project, edit);
    case 'article':
      return editArticle(project, edit);
    case 'page':
      return editPage(project, edit);
    case 'template':
      return editTemplate(project, edit);
    case 'story':
      return editStory(project, edit);
    case 'text':
      return editText(project, edit);
    case 'picture': {
      const r = editEntry(project.pictures, edit.id, edit.after);
      return r ? done({ ...project, pictures: r.record }, { ...edit, after: r.before }) : fail(`There is no picture ${edit.id}.`);
    }
    case 'copy': {
      const r = editEntry(project.copies, edit.id, edit.after);
      return r ? done({ ...project, copies: r.record }, { ...edit, after: r.before }) : fail(`There is no copy ${edit.id}.`);
    }
    case 'paper':
      return done({ ...project, paper: edit.after }, { kind: 'paper', after: project.paper });
    case 'styles':
      return done({ ...project, styles: edit.after }, { kind: 'styles', after: project.styles });
    case 'palette':
      return editPalette(project, edit.after);
    case 'checks':
      return editChecks(project, edit.after);
    case 'seed':
      return done({ ...project, seed: edit.after }, { kind: 'seed', after: project.seed });
    case 'all':
      return editAll(project, edit);
    default:
      return edit satisfies never;
  }
}
