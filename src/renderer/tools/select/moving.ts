/**
 * Frames under the hand. Text follows in whole columns and lines; what stands free is drawn to columns, lines, guides and
 * other things. Alt leaves a copy, Shift keeps to one direction, Ctrl suspends snapping.
 */
import type { Edit, Frame, Page, Project } from '../../../core/document/index.ts';
import type { Rect } from '../../../core/measure/index.ts';
import { Gesture } from '../../state/change.ts';
import { type Clip, clipOf, pasteEdit } from '../../state/clipboard.ts';
import { desk, NO_SHOW, pageOf, setDesk } from '../../state/desk.ts';
import { putFrame, together } from '../../state/edits.ts';
import { withCaptions } from '../../state/photo.ts';
import { frameRect, framesRect } from '../../state/place.ts';
import { boundsOf, pickedFrames } from '../../state/selection.ts';
import { carried, onGrid, spotOf } from '../../state/spot.ts';
import type { HandState, Touch } from '../hand.ts';
import { type Drawn, drawMove, fieldOf } from '../magnet.ts';
import { columnStep, snapMove } from '../snap.ts';
import { guidesFor } from './reach.ts';
import type { Steps } from './steps.ts';

/** CSS pixels within which a thing is drawn. */
export const REACH_PX = 7;

const STILL: Drawn = { dx: 0, dy: 0, guides: { x: [], y: [] }, gaps: [] };

interface Held {
  readonly project: Project;
  readonly page: Page;
  readonly frames: readonly Frame[];
  readonly rect: Rect;
  readonly still: readonly Rect[];
  readonly clip: Clip | null;
}

function take(): Held | null {
  const s = desk();
  const page = pageOf(s);
  if (!s.project || !page) return null;
  const frames = withCaptions(page, pickedFrames(page, s.selected));
  const rect = framesRect(page, frames);
  const ids = new Set(frames.map((f) => f.id));
  const still = page.frames.filter((f) => !ids.has(f.id)).map((f) => frameRect(page, f));
  return rect && { project: s.project, page, frames, rect, still, clip: clipOf(s.project, page, s.selected) };
}

/** Points that the hand's way comes to, once drawn to the grid or to what stands there. */
function way({ page, frames, rect, still }: Held, start: Touch, t: Touch): Drawn {
  let [dx, dy] = [t.page.x - start.page.x, t.page.y - start.page.y];
  const level = Math.abs(dx) > Math.abs(dy);
  if (t.shift) [dx, dy] = level ? [dx, 0] : [0, dy];
  const { aids, camera } = desk();
  if (t.ctrl || !aids.snap) return { ...STILL, dx, dy };
  const bounds = boundsOf(frames);
  if (bounds && frames.some(onGrid)) {
    const at = snapMove(page.grid, bounds, dx, dy);
    const [x, y] = [(at.column - bounds.column) * columnStep(page.grid), (at.line - bounds.line) * page.grid.linePitchPt];
    return { ...STILL, dx: x, dy: y, guides: guidesFor(page, { ...rect, x: rect.x + x, y: rect.y + y }, still) };
  }
  const drawn = drawMove({ ...rect, x: rect.x + dx, y: rect.y + dy }, fieldOf(page, still, aids.guides), REACH_PX / camera.scale);
  // Held to one direction by Shift, nothing draws it out of that.
  return { ...drawn, dx: t.shift && !level ? 0 : dx + drawn.dx, dy: t.shift && level ? 0 : dy + drawn.dy };
}

export function moving(steps: Steps, start: Touch): HandState {
  const held = take();
  const gesture = new Gesture('frame.move');
  let copies: readonly string[] | null = null;
  const done = (): HandState => {
    setDesk({ show: NO_SHOW });
    return steps.idle();
  };
  const edit = (h: Held, w: Drawn, copy: boolean): Edit | null => {
    copies = null;
    if (Math.abs(w.dx) < 0.01 && Math.abs(w.dy) < 0.01) return null;
    if (!copy || !h.clip) return together(h.frames.map((f) => putFrame(h.page, carried(h.page, f, w.dx, w.dy))));
    const made = pasteEdit(h.project, h.page, h.clip, [w]);
    copies = made?.keys ?? null;
    return made?.edit ?? null;
  };
  const follow = (t: Touch): null => {
    if (!held) return null;
    const w = way(held, start, t);
    gesture.to(edit(held, w, t.alt));
    const rect = { ...held.rect, x: held.rect.x + w.dx, y: held.rect.y + w.dy };
    const bounds = boundsOf(held.frames);
    const { at } = spotOf(held.page, rect);
    const place = bounds && { ...at, columns: bounds.columns, lines: bounds.lines };
    setDesk({ cursor: t.alt ? 'copy' : 'grabbing', show: { ...NO_SHOW, at: place, near: t.view, guides: w.guides, gaps: w.gaps } });
    return null;
  };
  return {
    cursor: 'grabbing',
    move: follow,
    modifier: follow,
    up(t) {
      follow(t);
      gesture.end(copies ?? undefined);
      return done();
    },
    cancel() {
      gesture.drop();
      return done();
    },
  };
}
