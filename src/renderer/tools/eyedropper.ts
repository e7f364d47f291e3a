/** 吸管: takes up how one thing looks and gives it to others. What is selected gets it at once; Alt takes up another. */
import type { Edit, Frame, Page } from '../../core/document/index.ts';
import { findArticle } from '../../core/document/index.ts';
import { commit } from '../state/change.ts';
import { desk, pageOf, setDesk } from '../state/desk.ts';
import { putFrame, together } from '../state/edits.ts';
import { tell } from '../state/notices.ts';
import { pickedFrames } from '../state/selection.ts';
import type { HandState, Touch } from './hand.ts';
import { framesUnder } from './select/reach.ts';

/** What was taken up: a frame, with what its article sets otherwise than the sheet. */
interface Look {
  readonly frame: Frame;
  readonly overrides: NonNullable<ReturnType<typeof findArticle>>['overrides'] | null;
}

const lookOf = (page: Page, frame: Frame): Look => ({
  frame,
  overrides: (frame.article && findArticle(page, frame.article)?.overrides) || null,
});

/** A frame's contents with another's look; null where there is nothing the two have in common. */
function dressed(f: Frame, look: Frame): Frame['shows'] | null {
  const [own, other] = [f.shows, look.shows];
  const lined = (s: Frame['shows']): s is Extract<Frame['shows'], { kind: 'rule' | 'box' }> => s.kind === 'rule' || s.kind === 'box';
  if (lined(own) && lined(other)) return { ...own, style: other.style, weightPt: other.weightPt, colour: other.colour };
  if (own.kind === 'text' && other.kind === 'text') {
    const { overrides: _was, ...rest } = own;
    return { ...rest, role: other.role, ...(other.overrides ? { overrides: other.overrides } : {}) };
  }
  if ('colour' in own && 'colour' in other) return { ...own, colour: other.colour };
  if (own.kind === 'head' && other.kind === 'head') return { ...own, form: other.form };
  if (own.kind === 'body' && other.kind === 'body') return { ...own, legs: other.legs, share: other.share };
  return null;
}

/** Give a look to frames, and to their articles what its article set of its own. */
function give(page: Page, frames: readonly Frame[], look: Look): void {
  const edits: Edit[] = [];
  for (const f of frames) {
    const shows = f.id === look.frame.id || f.locked ? null : dressed(f, look.frame);
    if (shows) edits.push(putFrame(page, { ...f, shows }));
  }
  const heads = new Set(frames.flatMap((f) => (f.article && f.article !== look.frame.article && !f.locked ? [f.article] : [])));
  if (look.overrides)
    for (const id of heads) {
      const article = findArticle(page, id);
      if (article) edits.push({ kind: 'article', page: page.id, id, after: { ...article, overrides: look.overrides } });
    }
  const edit = together(edits);
  if (edit) commit('object.look', edit);
  else tell('info', 'notice.nothingAlike');
}

export function eyedropper(): HandState {
  let look: Look | null = null;
  const press = (t: Touch): void => {
    const page = pageOf(desk());
    const frame = framesUnder(t)[0];
    if (!page || !frame) return;
    if (look && !t.alt) {
      give(page, [frame], look);
      return;
    }
    look = lookOf(page, frame);
    const frames = pickedFrames(page, desk().selected);
    if (frames.length > 0 && !frames.some((f) => f.id === frame.id)) give(page, frames, look);
    else tell('info', 'notice.lookTaken');
  };
  return {
    cursor: 'crosshair',
    move(t) {
      setDesk({ hover: framesUnder(t)[0]?.id ?? null });
      return null;
    },
    down(t) {
      if (t.button === 0) press(t);
      return null;
    },
    cancel() {
      look = null;
      setDesk({ tool: 'select' });
      return null;
    },
  };
}
