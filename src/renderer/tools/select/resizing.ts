/** A handle under the hand: the frame, or the article with all its parts, takes the new place and its text flows again. */
import type { Frame, Page } from '../../../core/document/index.ts';
import type { GridRect } from '../../../core/measure/index.ts';
import { Gesture } from '../../state/change.ts';
import { desk, NO_SHOW, pageOf, setDesk } from '../../state/desk.ts';
import { placeFrame } from '../../state/edits.ts';
import { frameRect, framesRect } from '../../state/place.ts';
import { boundsOf, picked, pickedFrames } from '../../state/selection.ts';
import { ask } from '../../worker/client.ts';
import type { HandState, Touch } from '../hand.ts';
import { type HandleName, sidesOf, snapResize } from '../snap.ts';
import { handleCursor } from './handles.ts';
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

function showResize(page: Page, frames: readonly Frame[], at: GridRect, t: Touch): void {
  const ids = new Set(frames.map((f) => f.id));
  const rect = framesRect(page, [{ at, dxPt: 0, dyPt: 0 } as Frame]);
  const still = page.frames.filter((f) => !ids.has(f.id)).map((f) => frameRect(page, f));
  setDesk({
    show: { ...NO_SHOW, at, box: rect, boxKind: 'place', near: t.view, guides: rect ? guidesFor(page, rect, still) : NO_SHOW.guides },
  });
}

export function resizing(steps: Steps, start: Touch, handle: HandleName): HandState {
  const page = pageOf(desk());
  const key = desk().selected[0] ?? '';
  const frames = page ? pickedFrames(page, [key]) : [];
  const from = boundsOf(frames);
  const gesture = new Gesture('frame.resize');
  const fitter = page && picked(key).kind === 'article' ? new Fitter(page.id, picked(key).id, gesture) : null;
  let now = from;
  const done = (): HandState => {
    setDesk({ show: NO_SHOW });
    return steps.idle();
  };
  const follow = (t: Touch): null => {
    if (!page || !from || !now) return null;
    const at = snapResize(page.grid, from, sidesOf(handle), t.page.x - start.page.x, t.page.y - start.page.y, { columns: 1, lines: 1 });
    if (!same(at, now)) {
      now = at;
      const [only] = frames;
      if (fitter) fitter.want(at);
      else if (only) gesture.to(same(at, from) ? null : placeFrame(page, only, at));
    }
    showResize(page, frames, at, t);
    return null;
  };
  return {
    cursor: handleCursor[handle],
    move: follow,
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
