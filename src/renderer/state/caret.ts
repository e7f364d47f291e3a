/** Where the caret stands and what is selected in the text; null while no text is being edited on the page. */
import { create } from 'zustand';
import type { Entry } from '../../core/document/index.ts';
import { clampSpot, type Home, ordered, type Range, type Spot, sameHome, type Text, textsOf } from '../tools/text/stream.ts';
import { desk, useDesk } from './desk.ts';

export interface Caret {
  readonly home: Home;
  /** Where the selection began; the same spot as `focus` where nothing is selected. */
  readonly anchor: Spot;
  /** Where the caret is. */
  readonly focus: Spot;
  /** The place along the leg that up and down keep; null after any other movement. In points. */
  readonly goal: number | null;
}

export interface Writing {
  readonly caret: Caret | null;
  /** Characters that an input method is composing before the caret; 0 while none does. */
  readonly composed: number;
  /** Counts what asks for the caret to be brought into view. */
  readonly seek: number;
  /** Counts what asks for the keyboard. */
  readonly wake: number;
  /** The story stands large over the side of the page. */
  readonly storyView: boolean;
  /** True between a keystroke and the page composed with it: the caret waits for its text. */
  readonly waiting: boolean;
}

export const useWriting = create<Writing>(() => ({ caret: null, composed: 0, seek: 0, wake: 0, storyView: false, waiting: false }));
export const writing = useWriting.getState;
export const setWriting = useWriting.setState;

export const caretNow = (): Caret | null => writing().caret;

/** The passages the caret runs through, as they are now. */
export function textsNow(): readonly Text[] {
  const { project } = desk();
  const caret = caretNow();
  return project && caret ? textsOf(project, caret.home) : [];
}

export const rangeOf = (c: Caret): Range => ordered(c.anchor, c.focus);
export const selects = (c: Caret | null): boolean => c !== null && (c.anchor.passage !== c.focus.passage || c.anchor.at !== c.focus.at);

interface Put {
  /** Keep the other end of the selection where it is. */
  readonly extend?: boolean;
  readonly goal?: number | null;
  /** Bring it into view. */
  readonly seek?: boolean;
}

/** Put the caret somewhere in the stream it is in. */
export function putCaret(focus: Spot, { extend = false, goal = null, seek = true }: Put = {}): void {
  const { caret, seek: sought } = writing();
  if (!caret) return;
  setWriting({ caret: { ...caret, focus, anchor: extend ? caret.anchor : focus, goal }, seek: seek ? sought + 1 : sought });
}

export function selectSpots(anchor: Spot, focus: Spot, seek = false): void {
  const { caret, seek: sought } = writing();
  if (caret) setWriting({ caret: { ...caret, anchor, focus, goal: null }, seek: seek ? sought + 1 : sought });
}

/** Begin to write in a stream, or go on there. */
export function enterText(home: Home, focus: Spot, anchor: Spot = focus, seek = false): void {
  const s = writing();
  setWriting({
    caret: { home, focus, anchor, goal: null },
    composed: 0,
    wake: s.wake + 1,
    seek: seek ? s.seek + 1 : s.seek,
    waiting: false,
  });
}

/** Leave the text. */
export function leaveText(): void {
  if (caretNow()) setWriting({ caret: null, composed: 0, waiting: false });
}

/** Carets before and after each entry of the history, so that undo gives the selection back. */
const places = new WeakMap<Entry, { before: Caret; after: Caret }>();

/** The last entry of the history was made by writing. `grown` where it went on with the entry before. */
export function rememberCaret(before: Caret, earlier: Entry | undefined): void {
  const entry = desk().history.past.at(-1);
  const after = caretNow();
  if (!entry || !after || entry === earlier) return;
  // A burst that goes on has a new entry in the place of the old one: what was before it stays.
  const grown = earlier && desk().history.past.at(-2) !== earlier ? places.get(earlier) : undefined;
  places.set(entry, { before: grown?.before ?? before, after });
}

/** Follow undo and redo, and let go where the text is gone. */
export function followHistory(): () => void {
  return useDesk.subscribe((s, b) => {
    const { caret } = writing();
    if (s.document !== b.document || s.project === null) {
      leaveText();
      return;
    }
    if (s.scenes !== b.scenes && writing().waiting) setWriting({ waiting: false });
    if (s.history === b.history) return;
    const undone =
      s.history.future[0] && s.history.future[0] === b.history.past.at(-1) ? places.get(s.history.future[0])?.before : undefined;
    const last = s.history.past.at(-1);
    const redone = last && last === b.history.future[0] ? places.get(last)?.after : undefined;
    const back = undone ?? redone;
    if (back && caret) {
      if (sameHome(back.home, caret.home)) setWriting({ caret: back, seek: writing().seek + 1, waiting: true });
      else enterText(back.home, back.focus, back.anchor, true);
    } else if (caret) holdCaret();
  });
}

/** The caret stays within the text that there is. */
function holdCaret(): void {
  const { caret } = writing();
  const texts = textsNow();
  if (!caret) return;
  if (texts.length === 0 && caret.home.kind === 'free') {
    leaveText();
    return;
  }
  const [anchor, focus] = [clampSpot(texts, caret.anchor), clampSpot(texts, caret.focus)];
  if (anchor !== caret.anchor || focus !== caret.focus) setWriting({ caret: { ...caret, anchor, focus, goal: null } });
}
