import { type Edit, type Page, type PageState, pageStates } from '../../../core/document/index.ts';
import { commit } from '../../state/change.ts';
import { type Desk, desk, pageOf, setDesk, templateNow } from '../../state/desk.ts';
import { freshId, lockFrames, together } from '../../state/edits.ts';
import { mannerNow, openGallery } from '../../state/gallery.ts';
import { arrangeIssue } from '../../state/issue.ts';
import { placesOf } from '../../state/selection.ts';
import { type Available, type Command, withPage } from './command.ts';

function go(by: number): void {
  const s = desk();
  const at = s.project?.pages.findIndex((p) => p.id === s.page) ?? -1;
  const next = s.project?.pages[at + by];
  if (next) showPage(next.id);
}

export const showPage = (id: string): void => setDesk({ page: id, selected: [], hover: null });

const canGo =
  (by: number) =>
  (s: Desk): Available => {
    const at = s.project?.pages.findIndex((p) => p.id === s.page) ?? -1;
    return s.project?.pages[at + by] ? true : 'noSuchPage';
  };

/** A page beside this one with its sheet, furniture, folio and template; stories stand in one place and are not copied. */
function duplicate(): void {
  const { project } = desk();
  const like = pageOf(desk());
  if (!project || !like) return;
  const index = project.pages.findIndex((p) => p.id === like.id) + 1;
  const id = freshId(project, 'p');
  const { state: _state, ...bare } = like;
  const frames = like.frames.filter((f) => f.article === null).map((f, i) => ({ ...f, id: `${id}-f${i + 1}` }));
  const page: Page = { ...bare, id, number: index + 1, articles: [], frames };
  const pages = [...project.pages.slice(0, index), page, ...project.pages.slice(index)];
  if (commit('page.duplicate', { kind: 'all', edits: [{ kind: 'page', id, after: page, index }, ...renumbered(pages)] })) showPage(id);
}

/** Lock all that stands on the page; where all of it is locked, unlock it. */
function lockPage(): void {
  const page = pageOf(desk());
  const edit = page && lockFrames(page, page.frames, !page.frames.every((f) => f.locked));
  if (edit) commit('object.lock', edit);
}

/** Take a page on to its next state, and from the last back to the first. */
function nextState(): void {
  const page = pageOf(desk());
  if (page) setState(page, pageStates[(pageStates.indexOf(page.state ?? 'working') + 1) % pageStates.length] ?? 'working');
}

export function setState(page: Page, state: PageState): void {
  const { state: _old, ...bare } = page;
  commit('page.state', { kind: 'page', id: page.id, after: state === 'working' ? bare : { ...bare, state } });
}

const renumbered = (pages: readonly Page[]): Edit[] =>
  pages.flatMap((p, i): Edit[] => (p.number === i + 1 ? [] : [{ kind: 'page', id: p.id, after: { ...p, number: i + 1 } }]));

/** A new page after this one, made like it and empty. */
function add(): void {
  const { project } = desk();
  const like = pageOf(desk());
  if (!project || !like) return;
  const index = project.pages.findIndex((p) => p.id === like.id) + 1;
  const page: Page = { ...like, id: freshId(project, 'p'), number: index + 1, section: '', articles: [], frames: [] };
  const pages = [...project.pages.slice(0, index), page, ...project.pages.slice(index)];
  if (commit('page.add', { kind: 'all', edits: [{ kind: 'page', id: page.id, after: page, index }, ...renumbered(pages)] }))
    showPage(page.id);
}

function remove(): void {
  const { project } = desk();
  const page = pageOf(desk());
  if (!project || !page) return;
  const pages = project.pages.filter((p) => p.id !== page.id);
  const next = project.pages[Math.max(0, project.pages.indexOf(page) - 1)];
  const edits: Edit[] = [{ kind: 'page', id: page.id, after: null }, ...renumbered(pages)];
  const to = next && next.id !== page.id ? next.id : (pages[0]?.id ?? null);
  setDesk({ page: to, selected: [], hover: null });
  if (!commit('page.remove', { kind: 'all', edits }, [])) setDesk({ page: page.id });
}

/** Move a page one place. */
export function movePage(id: string, by: number): void {
  const { project } = desk();
  const from = project?.pages.findIndex((p) => p.id === id) ?? -1;
  const page = project?.pages[from];
  const to = from + by;
  if (!project || !page || to < 0 || to >= project.pages.length) return;
  const pages = project.pages.filter((p) => p.id !== id);
  pages.splice(to, 0, page);
  const moved: Edit = { kind: 'page', id, after: page, index: to };
  const edit = together([moved, ...renumbered(pages)]);
  if (edit) commit('page.move', edit);
}

/** Stories that stand on no page, in the desk's order. */
export const unplacedStories = (s: Desk): string[] =>
  s.project ? s.project.storyOrder.filter((id) => placesOf(s.project?.pages ?? [], id).length === 0) : [];

/** The stories to arrange: those on this page that are not locked, and those that stand nowhere. */
function toArrange(s: Desk): string[] {
  const page = pageOf(s);
  if (!page) return [];
  const locked = new Set(page.frames.filter((f) => f.locked && f.article).map((f) => f.article));
  const here = page.articles.filter((a) => !locked.has(a.id)).map((a) => a.story);
  const ids = new Set([...here, ...unplacedStories(s)]);
  return s.project?.storyOrder.filter((id) => ids.has(id)) ?? [];
}

/** For what a page has and a template has not. */
const onPage = (s: Desk): Available => (!s.page ? 'noPage' : templateNow(s) ? 'onTemplate' : true);

/** While the issue is arranged the command stops it. */
const issueReady = (s: Desk): Available =>
  !s.project ? 'noProject' : s.arranging || unplacedStories(s).length > 0 ? true : 'nothingUnplaced';

export const pageCommands: readonly Command[] = [
  { id: 'page.previous', keys: ['PageUp'], repeats: true, available: canGo(-1), run: () => go(-1) },
  { id: 'page.next', keys: ['PageDown'], repeats: true, available: canGo(1), run: () => go(1) },
  { id: 'page.goTo', keys: ['$mod+KeyJ'], whileTyping: true, available: withPage, run: () => setDesk({ dialog: 'goTo' }) },
  { id: 'page.add', keys: ['$mod+Shift+KeyP'], available: onPage, run: add },
  { id: 'page.duplicate', keys: [], available: onPage, run: duplicate },
  {
    id: 'page.lock',
    keys: [],
    available: (s) => ((pageOf(s)?.frames.length ?? 0) > 0 ? true : 'emptyPage'),
    checked: (s) => {
      const frames = pageOf(s)?.frames ?? [];
      return frames.length > 0 && frames.every((f) => f.locked);
    },
    run: lockPage,
  },
  { id: 'page.state', keys: [], available: onPage, run: nextState },
  {
    id: 'page.remove',
    keys: [],
    available: (s) => (onPage(s) !== true ? onPage(s) : (s.project?.pages.length ?? 0) > 1 ? true : 'lastPage'),
    run: remove,
  },
  {
    id: 'page.arrange',
    keys: ['$mod+Alt+KeyA', '$mod+Shift+KeyB'],
    available: (s) => (onPage(s) !== true ? onPage(s) : toArrange(s).length > 0 ? true : 'nothingToArrange'),
    run: () => openGallery(toArrange(desk())),
  },
  {
    id: 'issue.arrange',
    keys: [],
    available: issueReady,
    checked: (s) => s.arranging !== null,
    run: () => arrangeIssue(unplacedStories(desk()), mannerNow()),
  },
];
