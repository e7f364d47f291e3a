/**
 * 墙: the whites between articles, where a hand takes hold of the page's structure. A wall moves by whole columns or lines;
 * what it parts is set anew and the page stays closed. What does not close does not move, and says why.
 */
import { type Reclosed, type Wall, wallsOn } from '../../core/arrange/index.ts';
import type { Page } from '../../core/document/index.ts';
import { columnX, gutterPt, placeRect, type Rect } from '../../core/measure/index.ts';
import { holdWall } from '../state/ahead.ts';
import { Gesture } from '../state/change.ts';
import { desk, NO_SHOW, pageOf, setDesk, templateNow } from '../state/desk.ts';
import { dismissKept, tellKept } from '../state/reclose.ts';
import type { HandState, Touch } from './hand.ts';

/** CSS pixels on each side of a wall's middle in which it is taken hold of. */
const REACH_PX = 4;

const known = new WeakMap<Page, readonly Wall[]>();

/** The walls of the page on the canvas; none on a template. */
export function wallsNow(): readonly Wall[] {
  const s = desk();
  const page = pageOf(s);
  if (!s.project || !page || templateNow(s)) return [];
  let walls = known.get(page);
  if (!walls) {
    walls = wallsOn(s.project, page);
    known.set(page, walls);
  }
  return walls;
}

/** The line in the middle of a wall's white, in points of the page; its thickness is nought. */
function middleOf(page: Page, wall: Wall): Rect {
  const { grid, format } = page;
  const r = placeRect(format, grid, { ...wall.at, columns: Math.max(1, wall.at.columns), lines: Math.max(1, wall.at.lines) });
  return wall.kind === 'side'
    ? { x: format.leftPt + columnX(grid, wall.at.column) - gutterPt(grid) / 2, y: r.y, width: 0, height: r.height }
    : { x: r.x, y: r.y - grid.linePitchPt * 0.8, width: r.width, height: 0 };
}

/** The wall under the pointer; null where the pointer is on a selected thing or on none. */
export function wallUnder(t: Touch): Wall | null {
  const { camera } = desk();
  const page = pageOf(desk());
  if (!page || t.ctrl || t.alt) return null;
  const reach = REACH_PX / camera.scale;
  for (const wall of wallsNow()) {
    const m = middleOf(page, wall);
    const across = wall.kind === 'side' ? Math.abs(t.page.x - m.x) : Math.abs(t.page.y - m.y);
    const along = wall.kind === 'side' ? t.page.y > m.y && t.page.y < m.y + m.height : t.page.x > m.x && t.page.x < m.x + m.width;
    if (across <= reach && along) return wall;
  }
  return null;
}

export const wallCursor = (wall: Wall): string => (wall.kind === 'side' ? 'col-resize' : 'row-resize');

/** Columns or lines between two points. */
function stepsOf(page: Page, wall: Wall, from: Touch, to: Touch): number {
  const pitch = wall.kind === 'side' ? columnX(page.grid, 1) : page.grid.linePitchPt;
  const way = wall.kind === 'side' ? to.page.x - from.page.x : to.page.y - from.page.y;
  return Math.round(way / pitch);
}

/** A wall under the hand. The last step that closes stands; the ones between are skipped while the composer is busy. */
export function walling(wall: Wall, start: Touch, done: () => HandState): HandState {
  const page = pageOf(desk());
  const gesture = new Gesture('wall.move');
  const held = page && holdWall(page.id, wall.id);
  let wanted = 0;
  let busy = false;
  let ended = false;

  const show = (t: Touch, by: number): void => {
    if (!page) return;
    const at =
      wall.kind === 'side' ? { ...wall.at, column: wall.at.column + by, columns: 1 } : { ...wall.at, line: wall.at.line + by, lines: 1 };
    const m = middleOf(page, { ...wall, at });
    setDesk({ show: { ...NO_SHOW, at, near: t.view, guides: wall.kind === 'side' ? { x: [m.x], y: [] } : { x: [], y: [m.y] } } });
  };

  const take = (r: Reclosed): void => {
    if (r.ok) {
      dismissKept();
      gesture.to(r.edit);
    } else tellKept(r);
  };

  const follow = async (): Promise<void> => {
    if (busy || !held) return;
    busy = true;
    for (let by = Number.NaN; by !== wanted && gesture.alive; ) {
      by = wanted;
      if (by === 0) gesture.to(null);
      else {
        const answer = held.step(by);
        take(answer instanceof Promise ? await answer : answer);
      }
    }
    busy = false;
    if (ended && gesture.alive) gesture.end();
  };

  const move = (t: Touch): null => {
    if (!page) return null;
    const by = stepsOf(page, wall, start, t);
    show(t, by);
    if (by !== wanted) {
      wanted = by;
      void follow();
    }
    return null;
  };
  const finish = (): HandState => {
    held?.letGo();
    setDesk({ show: NO_SHOW });
    return done();
  };
  return {
    cursor: wallCursor(wall),
    move,
    up(t) {
      move(t);
      ended = true;
      if (!busy) gesture.end();
      return finish();
    },
    cancel() {
      gesture.drop();
      return finish();
    },
  };
}
