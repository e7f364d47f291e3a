/**
 * A handle under the hand: the frame, the group, or the article with all its parts takes the new place and its text flows
 * again. Shift keeps the shape, Alt the middle, Ctrl suspends snapping.
 */
import type { Edit, Frame, Page } from '../../../core/document/index.ts';
import { bottom, type GridRect, type Rect, right } from '../../../core/measure/index.ts';
import { Gesture } from '../../state/change.ts';
import { desk, NO_SHOW, pageOf, setDesk } from '../../state/desk.ts';
import { putFrame, together } from '../../state/edits.ts';
import { photoOf, placePhoto } from '../../state/photo.ts';
import { frameRect, framesRect } from '../../state/place.ts';
import { boundsOf, picked, pickedFrames } from '../../state/selection.ts';
import { onGrid, scaled, spotOf } from '../../state/spot.ts';
import { ask } from '../../worker/client.ts';
import type { HandState, Touch } from '../hand.ts';
import { drawEdge, fieldOf } from '../magnet.ts';
import { type HandleName, type Sides, sidesOf, snapResize } from '../snap.ts';
import { handleCursor } from './handles.ts';
import { REACH_PX } from './moving.ts';
import { guidesFor } from './reach.ts';
import type { Steps } from './steps.ts';

const same = (a: GridRect, b: GridRect): boolean =>
  a.column === b.column && a.line === b.line && a.columns === b.columns && a.lines === b.lines;

/** Sets an article anew in place after place: one question at a time, and always the last one asked. */
class Fitter {
  private wanted: GridRect | null = null;
  private asking: Promise<void> | null = null;

  constructor(
    private readonly page: string,
    private readonly article: string,
    private readonly gesture: Gesture,
  ) {}

  want(at: GridRect): void {
    this.wanted = at;
    this.asking ??= this.run().finally(() => {
      this.asking = null;
    });
  }

  /** Resolves when the last wish has been fulfilled. */
  async settled(): Promise<void> {
    while (this.asking) await this.asking;
  }

  private async run(): Promise<void> {
    while (this.wanted && this.gesture.alive) {
      const at = this.wanted;
      this.wanted = null;
      const edit = await ask('fit', { page: this.page, article: this.article, at, back: this.gesture.back }).catch(() => null);
      if (edit && this.gesture.alive) this.gesture.to(edit);
    }
  }
}

/** No frame is thinner than this, in points. */
const LEAST_PT = 1;

interface Edges {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** The other side does what this one does, mirrored. */
function fromCentre(e: Edges, r: Rect, sides: Sides): void {
  const [cx, cy] = [r.x + r.width / 2, r.y + r.height / 2];
  if (sides.left) e.x1 = 2 * cx - e.x0;
  if (sides.right) e.x0 = 2 * cx - e.x1;
  if (sides.top) e.y1 = 2 * cy - e.y0;
  if (sides.bottom) e.y0 = 2 * cy - e.y1;
}

/** Width and height in the same measure as before: the side that was dragged further leads. */
function proportional(e: Edges, r: Rect, sides: Sides, centre: boolean): void {
  const [kx, ky] = [(e.x1 - e.x0) / r.width, (e.y1 - e.y0) / r.height];
  const corner = (sides.left || sides.right) && (sides.top || sides.bottom);
  const k = corner ? Math.max(kx, ky) : sides.left || sides.right ? kx : ky;
  const [w, h] = [r.width * k, r.height * k];
  if (centre || !(sides.left || sides.right)) [e.x0, e.x1] = [r.x + r.width / 2 - w / 2, r.x + r.width / 2 + w / 2];
  else if (sides.left) e.x0 = e.x1 - w;
  else e.x1 = e.x0 + w;
  if (centre || !(sides.top || sides.bottom)) [e.y0, e.y1] = [r.y + r.height / 2 - h / 2, r.y + r.height / 2 + h / 2];
  else if (sides.top) e.y0 = e.y1 - h;
  else e.y1 = e.y0 + h;
}

interface Free {
  readonly rect: Rect;
  readonly guides: { readonly x: readonly number[]; readonly y: readonly number[] };
}

/** Where the handle leads a rectangle that is no text's. */
function freeResize(page: Page, from: Rect, still: readonly Rect[], sides: Sides, t: Touch, by: { x: number; y: number }): Free {
  const { aids, camera } = desk();
  const e: Edges = { x0: from.x, x1: right(from), y0: from.y, y1: bottom(from) };
  const field = t.ctrl || !aids.snap ? null : fieldOf(page, still, aids.guides);
  const reach = REACH_PX / camera.scale;
  const guides: { x: number[]; y: number[] } = { x: [], y: [] };
  const draw = (axis: 'x' | 'y', at: number): number => {
    const d = field ? drawEdge(at, field[axis], reach) : { at, guide: null };
    if (d.guide !== null) guides[axis].push(d.guide);
    return d.at;
  };
  if (sides.left) e.x0 = Math.min(draw('x', e.x0 + by.x), e.x1 - LEAST_PT);
  if (sides.right) e.x1 = Math.max(draw('x', e.x1 + by.x), e.x0 + LEAST_PT);
  if (sides.top) e.y0 = Math.min(draw('y', e.y0 + by.y), e.y1 - LEAST_PT);
  if (sides.bottom) e.y1 = Math.max(draw('y', e.y1 + by.y), e.y0 + LEAST_PT);
  if (t.alt) fromCentre(e, from, sides);
  if (t.shift) proportional(e, from, sides, t.alt);
  return { rect: { x: e.x0, y: e.y0, width: Math.max(LEAST_PT, e.x1 - e.x0), height: Math.max(LEAST_PT, e.y1 - e.y0) }, guides };
}

function freeEdit(page: Page, frames: readonly Frame[], rect: Rect): Edit | null {
  const [only, more] = frames;
  const { project } = desk();
  if (only && !more && project) {
    const photo = photoOf(project, page, only);
    if (photo) return placePhoto(page, only, rect, photo.picture);
    return putFrame(page, { ...only, ...spotOf(page, rect) });
  }
  return together(scaled(page, frames, rect).map((f) => putFrame(page, f)));
}

export function resizing(steps: Steps, start: Touch, handle: HandleName): HandState {
  const page = pageOf(desk());
  const key = desk().selected[0] ?? '';
  const frames = page ? pickedFrames(page, [key]) : [];
  const ids = new Set(frames.map((f) => f.id));
  const still = page?.frames.filter((f) => !ids.has(f.id)).map((f) => frameRect(page, f)) ?? [];
  const from = boundsOf(frames);
  const rect = page && framesRect(page, frames);
  const gesture = new Gesture('frame.resize');
  const article = picked(key).kind === 'article';
  const fitter = page && article ? new Fitter(page.id, picked(key).id, gesture) : null;
  const text = article || frames.some(onGrid);
  let now = from;
  const done = (): HandState => {
    setDesk({ show: NO_SHOW });
    return steps.idle();
  };
  /** Text takes whole columns and lines. */
  const followGrid = (t: Touch, by: { x: number; y: number }): void => {
    if (!page || !from || !now) return;
    const sides = sidesOf(handle);
    const least = { columns: 1, lines: 1 };
    let at = snapResize(page.grid, from, sides, by.x, by.y, least);
    if (t.alt) {
      const both = {
        left: sides.left || sides.right,
        right: sides.left || sides.right,
        top: sides.top || sides.bottom,
        bottom: sides.top || sides.bottom,
      };
      const other = snapResize(
        page.grid,
        from,
        {
          left: both.left && !sides.left,
          right: both.right && !sides.right,
          top: both.top && !sides.top,
          bottom: both.bottom && !sides.bottom,
        },
        -by.x,
        -by.y,
        least,
      );
      const column = Math.min(at.column, other.column);
      const line = Math.min(at.line, other.line);
      at = { column, line, columns: at.columns + other.columns - from.columns, lines: at.lines + other.lines - from.lines };
      if (at.columns < 1 || at.lines < 1) return;
    }
    if (!same(at, now)) {
      now = at;
      const [only] = frames;
      if (fitter) fitter.want(at);
      else if (only) gesture.to(same(at, from) ? null : putFrame(page, { ...only, at, dxPt: 0, dyPt: 0 }));
    }
    const box = framesRect(page, [{ at, dxPt: 0, dyPt: 0 } as Frame]);
    setDesk({ show: { ...NO_SHOW, at, box, boxKind: 'place', near: t.view, guides: box ? guidesFor(page, box, still) : NO_SHOW.guides } });
  };
  const followFree = (t: Touch, by: { x: number; y: number }): void => {
    if (!page || !rect) return;
    const free = freeResize(page, rect, still, sidesOf(handle), t, by);
    gesture.to(freeEdit(page, frames, free.rect));
    setDesk({ show: { ...NO_SHOW, at: spotOf(page, free.rect).at, near: t.view, guides: free.guides } });
  };
  const follow = (t: Touch): null => {
    const by = { x: t.page.x - start.page.x, y: t.page.y - start.page.y };
    if (text) followGrid(t, by);
    else followFree(t, by);
    return null;
  };
  return {
    cursor: handleCursor[handle],
    move: follow,
    modifier: follow,
    up(t) {
      follow(t);
      if (fitter) void fitter.settled().then(() => gesture.end());
      else gesture.end();
      return done();
    },
    cancel() {
      gesture.drop();
      return done();
    },
  };
}
