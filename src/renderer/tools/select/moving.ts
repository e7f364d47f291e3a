/** Frames under the hand: they follow it in whole columns and lines, their text with them; Ctrl suspends the grid. */
import type { Frame, Page } from '../../../core/document/index.ts';
import { Gesture } from '../../state/change.ts';
import { desk, NO_SHOW, pageOf, setDesk } from '../../state/desk.ts';
import { shiftFrames } from '../../state/edits.ts';
import { frameRect, framesRect } from '../../state/place.ts';
import { boundsOf, pickedFrames } from '../../state/selection.ts';
import type { HandState, Touch } from '../hand.ts';
import { freeMove, snapMove } from '../snap.ts';
import { guidesFor } from './reach.ts';
import type { Steps } from './steps.ts';

function showMove(page: Page, moved: readonly Frame[], t: Touch): void {
  const now = pageOf(desk());
  const ids = new Set(moved.map((f) => f.id));
  const frames = now?.frames.filter((f) => ids.has(f.id)) ?? [];
  const rect = now && framesRect(now, frames);
  const still = page.frames.filter((f) => !ids.has(f.id)).map((f) => frameRect(page, f));
  setDesk({ show: { ...NO_SHOW, at: boundsOf(frames), near: t.view, guides: rect ? guidesFor(page, rect, still) : NO_SHOW.guides } });
}

export function moving(steps: Steps, start: Touch): HandState {
  const page = pageOf(desk());
  const frames = page ? pickedFrames(page, desk().selected) : [];
  const bounds = boundsOf(frames);
  const gesture = new Gesture('frame.move');
  const done = (): HandState => {
    setDesk({ show: NO_SHOW });
    return steps.idle();
  };
  const follow = (t: Touch): null => {
    if (!page || !bounds) return null;
    let [dx, dy] = [t.page.x - start.page.x, t.page.y - start.page.y];
    if (t.shift) [dx, dy] = Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy];
    const free = t.ctrl ? freeMove(page.grid, bounds, dx, dy) : null;
    const at = free?.at ?? snapMove(page.grid, bounds, dx, dy);
    const still = !free && at.column === bounds.column && at.line === bounds.line;
    gesture.to(still ? null : shiftFrames(page, frames, at.column - bounds.column, at.line - bounds.line, free ?? undefined));
    showMove(page, frames, t);
    return null;
  };
  return {
    cursor: 'grabbing',
    move: follow,
    modifier: follow,
    up(t) {
      follow(t);
      gesture.end();
      return done();
    },
    cancel() {
      gesture.drop();
      return done();
    },
  };
}
