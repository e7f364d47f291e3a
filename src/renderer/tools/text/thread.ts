/**
 * Threads: the body frames of an article in their order. Text that found no room goes on in a frame that a loaded cursor
 * places after the last one, on this page or, as a continuation with its jump lines, on another.
 */
import type { Article, Edit, Frame, Page, Project } from '../../../core/document/index.ts';
import { columnPt, type GridRect, placeRect, spanPt } from '../../../core/measure/index.ts';
import type { Overset, Scene } from '../../../core/scene/index.ts';
import type { Point } from '../../canvas/camera.ts';
import { leaveText } from '../../state/caret.ts';
import { commit, Gesture } from '../../state/change.ts';
import { type Desk, desk, NO_SHOW, pageOf, sceneOf, setDesk, useDesk } from '../../state/desk.ts';
import { freshId } from '../../state/edits.ts';
import { tell } from '../../state/notices.ts';
import { roomAt } from '../../state/place.ts';
import { frameKey, pickedFrames } from '../../state/selection.ts';
import { type HandState, movedEnough, type Touch } from '../hand.ts';
import { cellAt, cellsBetween } from '../snap.ts';

/** The out-port a loaded cursor hangs on. */
export interface Thread {
  readonly page: string;
  readonly article: string;
  /** The frame after which the next one stands. */
  readonly after: string;
}

const isBody = (f: Frame): boolean => f.shows.kind === 'body';

/** The body frames of an article in the order of the thread. */
export const threadOf = (page: Page, article: string): Frame[] => page.frames.filter((f) => f.article === article && isBody(f));

/** The out-port of what is selected: of a body frame its own, of an article the last one's; null for several. */
export function threadable(s: Desk): Thread | null {
  const page = pageOf(s);
  const frames = page ? pickedFrames(page, s.selected).filter(isBody) : [];
  const articles = new Set(frames.map((f) => f.article));
  const last = frames.at(-1);
  return page && last?.article && articles.size === 1 ? { page: page.id, article: last.article, after: last.id } : null;
}

/** The frame at whose in-port the thread of the selection would be cut: a selected body frame that is not its first. */
export function lastOpen(s: Desk): Thread | null {
  const at = threadable(s);
  const page = pageOf(s);
  return at && page && threadOf(page, at.article)[0]?.id !== at.after ? at : null;
}

export function loadThread(thread: Thread | null): void {
  if (!thread) return;
  leaveText();
  setDesk({ threading: thread, loaded: null, tool: 'select' });
}

/** From a frame on the thread is cut: it and those after it become empty frames, and their text is over before them. */
export function cutThread(thread: Thread | null): void {
  const page = desk().project?.pages.find((p) => p.id === thread?.page);
  if (!page || !thread) return;
  const frames = threadOf(page, thread.article);
  const from = frames.findIndex((f) => f.id === thread.after);
  if (from < 1) return;
  const edits = frames
    .slice(from)
    .map((f): Edit => ({ kind: 'frame', page: page.id, id: f.id, after: { ...f, article: null, shows: EMPTY } }));
  commit('thread.cut', { kind: 'all', edits }, [frameKey(thread.after)]);
}

/** An empty frame: free text with nothing in it, in the body's own style. */
const EMPTY: Frame['shows'] = { kind: 'text', text: '', role: 'body' };
const isEmpty = (f: Frame): boolean => f.article === null && f.shows.kind === 'text' && f.shows.text === '';

const oversetOf = (scene: Scene | undefined, article: string): Overset | undefined =>
  scene?.overset.find((o) => o.article === article && scene.parts.find((p) => p.frame === o.frame)?.role === 'body');

/** A body frame like another, at a place; of a basic column each leg where the widths differ. */
const frameLike = (like: Frame, id: string, article: string, at: GridRect): Frame => ({
  id,
  article,
  shows: like.shows.kind === 'body' && at.columns === like.at.columns ? like.shows : { kind: 'body', legs: 0, share: 'absolute' },
  at,
  dxPt: 0,
  dyPt: 0,
  locked: false,
});

/** The next frame of a thread on a page; on another page than the thread's the article goes on there. */
function nextFrame(
  project: Project,
  thread: Thread,
  page: Page,
  at: GridRect,
  id: string,
  instead?: Frame,
): { edit: Edit; next: Thread } | null {
  const home = project.pages.find((p) => p.id === thread.page);
  const article = home?.articles.find((a) => a.id === thread.article);
  const like = home?.frames.find((f) => f.id === thread.after);
  if (!home || !article || !like) return null;
  const away = page.id !== home.id;
  const there = away ? continuing(project, page, article) : article;
  const put = frameLike(like, instead?.id ?? id, there.id, at);
  const takeOut: Edit[] = instead ? [{ kind: 'frame', page: page.id, id: instead.id, after: null }] : [];
  const left = instead ? page.frames.filter((f) => f.id !== instead.id) : page.frames;
  const after = away ? left.length : left.findIndex((f) => f.id === thread.after) + 1;
  const known = page.articles.some((a) => a.id === there.id);
  const edits: Edit[] = [
    ...takeOut,
    ...(known ? [] : [{ kind: 'article', page: page.id, id: there.id, after: there } satisfies Edit]),
    { kind: 'frame', page: page.id, id: put.id, after: put, index: after },
  ];
  return { edit: { kind: 'all', edits }, next: { page: page.id, article: there.id, after: put.id } };
}

/** The article that goes on with another's text on a page: the one there is, or a new one. */
const continuing = (project: Project, page: Page, article: Article): Article =>
  page.articles.find((a) => a.continues === article.id) ?? {
    id: freshId(project, 'a'),
    story: article.story,
    overrides: article.overrides,
    continues: article.id,
  };

const cellUnder = (page: Page, p: Point) => cellAt(page.grid, p.x - page.format.leftPt, p.y - page.format.topPt);

/** Where a click lets the text fall: one column wide, as deep as the text that is over asks, or as the room goes. */
function fallAt(page: Page, thread: Thread, p: Point): GridRect | null {
  const s = desk();
  const room = roomAt(page, cellUnder(page, p), 1);
  const home = s.project?.pages.find((x) => x.id === thread.page);
  const like = home?.frames.find((f) => f.id === thread.after);
  const over = oversetOf(s.scenes[thread.page], thread.article);
  if (!room || !like || like.shows.kind !== 'body') return room;
  if (!over) return room;
  const legs = like.shows.legs || like.at.columns;
  const legPt = (spanPt(page.grid, like.at.columns) - (legs - 1) * page.grid.gutterEm * page.grid.bodyPt) / legs;
  const need = Math.ceil((over.lines * legPt) / columnPt(page.grid)) + (home?.id === page.id ? 0 : 1);
  return { ...room, lines: Math.max(1, Math.min(room.lines, need)) };
}

/** The empty frame under a point, which a click fills. */
const emptyAt = (page: Page, p: Point): Frame | undefined => {
  const cell = cellUnder(page, p);
  return page.frames.find(
    (f) =>
      isEmpty(f) &&
      cell.column >= f.at.column &&
      cell.column < f.at.column + f.at.columns &&
      cell.line >= f.at.line &&
      cell.line < f.at.line + f.at.lines,
  );
};

function put(thread: Thread, at: GridRect, instead?: Frame): Thread | null {
  const { project } = desk();
  const page = pageOf(desk());
  const made = project && page ? nextFrame(project, thread, page, at, freshId(project, 'f'), instead) : null;
  if (!made || !commit('thread.add', made.edit, [frameKey(made.next.after)])) return null;
  return made.next;
}

/** The next Scene of a page. */
const composed = (page: string): Promise<Scene | undefined> =>
  new Promise((resolve) => {
    const was = desk().scenes[page];
    const late = setTimeout(() => done(), 4000);
    const done = (): void => {
      stop();
      clearTimeout(late);
      resolve(desk().scenes[page]);
    };
    const stop = useDesk.subscribe((s) => s.scenes[page] !== was && s.scenes[page] && done());
  });

const MOST_PAGES = 8;

/** Autoflow: pages are added, each filled with the text that is over, until all of it stands. One undo. */
async function flowOn(thread: Thread): Promise<void> {
  const gesture = new Gesture('thread.flow');
  const edits: Edit[] = [];
  let from: Thread = thread;
  for (let i = 0; i < MOST_PAGES; i++) {
    const s = desk();
    const over = oversetOf(s.scenes[from.page] ?? (await composed(from.page)), from.article);
    const home = s.project?.pages.find((p) => p.id === from.page);
    if (!over || !s.project || !home) break;
    const index = s.project.pages.indexOf(home) + 1;
    const page: Page = { ...home, id: freshId(s.project, 'p'), number: index + 1, section: '', articles: [], frames: [] };
    const later = s.project.pages.slice(index).map((p, k): Edit => ({ kind: 'page', id: p.id, after: { ...p, number: index + k + 2 } }));
    const at = { column: 0, line: 0, columns: page.grid.columns, lines: page.grid.lines };
    const made = nextFrame(s.project, from, page, at, freshId(s.project, 'f'));
    if (!made) break;
    edits.push({ kind: 'page', id: page.id, after: page, index }, ...later, made.edit);
    gesture.to({ kind: 'all', edits: [...edits] });
    from = made.next;
    await composed(page.id);
  }
  gesture.end([]);
}

/** Show where a click or a drag would put the next frame. */
function showAt(page: Page, at: GridRect | null, t: Touch): void {
  const cell = { ...cellUnder(page, t.page), columns: 1, lines: 3 };
  setDesk({
    show: { ...NO_SHOW, at, near: t.view, box: placeRect(page.format, page.grid, at ?? cell), boxKind: at ? 'place' : 'blocked' },
  });
}

/** The loaded cursor of a thread. */
export function threading(thread: Thread, done: () => HandState): HandState {
  let start: Touch | null = null;
  const finish = (): HandState => {
    setDesk({ show: NO_SHOW, threading: null });
    return done();
  };
  const boxTo = (page: Page, t: Touch): GridRect | null =>
    start && movedEnough(start.view, t.view) ? cellsBetween(cellUnder(page, start.page), cellUnder(page, t.page)) : null;
  const drop = (page: Page, t: Touch): void => {
    const box = boxTo(page, t);
    const empty = box ? undefined : emptyAt(page, t.page);
    const at = box ?? empty?.at ?? fallAt(page, thread, t.page);
    const next = at && put(thread, at, empty);
    if (!at) tell('info', 'notice.noRoom');
    if (!next) return;
    // Alt keeps the cursor loaded; Shift goes on by itself over new pages.
    if (t.shift) void composed(next.page).then(() => flowOn(next));
    else if (t.alt) void composed(next.page).then((scene) => oversetOf(scene, next.article) && setDesk({ threading: next }));
  };
  return {
    cursor: 'copy',
    move(t) {
      const page = pageOf(desk());
      if (page) showAt(page, boxTo(page, t) ?? emptyAt(page, t.page)?.at ?? fallAt(page, thread, t.page), t);
      return null;
    },
    down(t) {
      start = t.button === 0 ? t : null;
      return t.button === 2 ? finish() : null;
    },
    up(t) {
      const page = pageOf(desk());
      if (!start || !page) return null;
      const next = finish();
      drop(page, t);
      return next;
    },
    cancel: finish,
  };
}

/** Lines open at the end of a body that has all its text; 0 where there are none or it is over. */
export function openLines(s: Desk, article: string): number {
  const scene = sceneOf(s);
  if (!scene || scene.overset.some((o) => o.article === article)) return 0;
  const bodies = scene.parts.filter((p) => p.article === article && p.role === 'body');
  return bodies.reduce((n, p) => n + p.slots - p.used, 0);
}
