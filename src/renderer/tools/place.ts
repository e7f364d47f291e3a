/** The loaded cursor: a story waits at the pointer. A click sets it in the free room there, a drag in the box drawn. */
import type { Page } from '../../core/document/index.ts';
import { type Grid, type GridRect, placeRect } from '../../core/measure/index.ts';
import { countCharacters, type Story } from '../../core/story/index.ts';
import type { Point } from '../canvas/camera.ts';
import { commit } from '../state/change.ts';
import { desk, NO_SHOW, pageOf, setDesk, templateNow } from '../state/desk.ts';
import { tell, tellText } from '../state/notices.ts';
import { roomAt } from '../state/place.ts';
import { articleKey, placesOf } from '../state/selection.ts';
import { ask } from '../worker/client.ts';
import { type HandState, movedEnough, type Touch } from './hand.ts';
import { cellAt, cellsBetween } from './snap.ts';

/** Columns that suit a story of so many characters: about as deep as wide, whole basic columns. */
export function columnsFor(grid: Grid, characters: number): number {
  const perColumnLine = grid.charsPerColumn;
  const lines = characters / perColumnLine;
  const square = Math.sqrt((lines * grid.linePitchPt) / (perColumnLine * grid.bodyPt));
  return Math.min(grid.columns, Math.max(1, Math.round(square * 1.1)));
}

/** Lines a story needs over so many columns: its text, a head, and a picture's height for each picture. A first guess. */
export function linesFor(grid: Grid, story: Story, columns: number): number {
  const text = Math.ceil((countCharacters(story) * 1.12) / (columns * grid.charsPerColumn));
  const head = story.headline ? 8 : 2;
  const pictures = story.pictures.length * Math.round((columns * grid.charsPerColumn * grid.bodyPt * 0.66) / grid.linePitchPt);
  return Math.max(4, text + head + pictures);
}

const cellUnder = (page: Page, p: Point) => cellAt(page.grid, p.x - page.format.leftPt, p.y - page.format.topPt);

/** White that is left under a story and too shallow for another: the story takes it too. */
const TOO_SHALLOW = 6;

/** Where a story would fall at a point of the page: as wide as suits it, wider where it would not fit; null where the room is taken. */
export function fallAt(page: Page, story: Story, p: Point): GridRect | null {
  const best = columnsFor(page.grid, countCharacters(story));
  let widest: GridRect | null = null;
  for (let columns = best; columns <= page.grid.columns; columns++) {
    const room = roomAt(page, cellUnder(page, p), columns);
    if (!room || (widest && room.columns <= widest.columns)) break;
    const need = linesFor(page.grid, story, room.columns);
    if (need <= room.lines) return { ...room, lines: room.lines - need < TOO_SHALLOW ? room.lines : need };
    widest = room;
  }
  return widest;
}

/** Show where a story would fall. */
export function showFall(story: string, p: Point, view: Point): void {
  const s = desk();
  const page = pageOf(s);
  const what = s.project?.stories[story];
  if (!page || !what) return;
  const at = fallAt(page, what, p);
  const cell = { ...cellUnder(page, p), columns: 1, lines: 3 };
  setDesk({
    show: { ...NO_SHOW, at, near: view, box: placeRect(page.format, page.grid, at ?? cell), boxKind: at ? 'place' : 'blocked' },
  });
}

/** Set a story as a new article. One undo. */
export async function placeStory(story: string, at: GridRect): Promise<void> {
  const s = desk();
  const page = pageOf(s);
  if (!page || !s.project) return;
  const [there] = placesOf(s.project.pages, story);
  if (there) return tell('info', 'notice.alreadyPlaced', { page: there.page.number });
  try {
    const made = await ask('place', { page: page.id, story, at });
    // Who has gone to something else while it was set stays there.
    const { story: shown, selected, page: looked } = desk();
    const stayed = shown === s.story && selected === s.selected && looked === s.page;
    if (made && commit('article.place', made.edit)) {
      if (stayed) setDesk({ selected: [articleKey(made.article)], story });
    } else tell('error', 'notice.cannotPlace');
  } catch (e) {
    tellText('error', e instanceof Error ? e.message : String(e));
  }
}

/** Let a story fall at a point of the page. */
export function dropStory(story: string, p: Point): void {
  const s = desk();
  const page = pageOf(s);
  const what = s.project?.stories[story];
  setDesk({ show: NO_SHOW });
  if (!page || !what) return;
  const at = templateNow(s) ? null : fallAt(page, what, p);
  if (templateNow(s)) tell('info', 'why.onTemplate');
  else if (at) void placeStory(story, at);
  else tell('info', 'notice.noRoom');
}

export function placing(story: string, done: () => HandState): HandState {
  let start: Touch | null = null;
  const finish = (): HandState => {
    setDesk({ show: NO_SHOW, loaded: null });
    return done();
  };
  const boxTo = (from: Touch, t: Touch): GridRect | null => {
    const page = pageOf(desk());
    return page && cellsBetween(cellUnder(page, from.page), cellUnder(page, t.page));
  };
  return {
    cursor: 'copy',
    move(t) {
      const page = pageOf(desk());
      if (!start || !movedEnough(start.view, t.view)) showFall(story, t.page, t.view);
      else if (page) {
        const at = boxTo(start, t);
        if (at) setDesk({ show: { ...NO_SHOW, at, near: t.view, box: placeRect(page.format, page.grid, at), boxKind: 'place' } });
      }
      return null;
    },
    down(t) {
      start = t.button === 0 ? t : null;
      return t.button === 2 ? finish() : null;
    },
    up(t) {
      if (!start) return null;
      const at = movedEnough(start.view, t.view) ? boxTo(start, t) : null;
      if (at) void placeStory(story, at);
      else dropStory(story, t.page);
      return finish();
    },
    cancel: finish,
  };
}
