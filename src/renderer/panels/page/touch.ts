/** DOM pointer events as the hand hears them. */
import { toPage } from '../../canvas/camera.ts';
import { desk } from '../../state/desk.ts';
import type { Touch } from '../../tools/hand.ts';

interface Modifiers {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The view's corner in the window. It stays where it is while a button is down: asking then would lay the window out at every move. */
let corner = { x: 0, y: 0 };
let last: { x: number; y: number } = { x: 0, y: 0 };
let clicks = { count: 0, at: 0, x: 0, y: 0 };

const CLICK_MS = 400;
const CLICK_PX = 5;

const touchAt = (x: number, y: number, button: number, m: Modifiers): Touch => ({
  view: { x, y },
  page: toPage(desk().camera, { x, y }),
  button,
  shift: m.shiftKey,
  alt: m.altKey,
  ctrl: m.ctrlKey || m.metaKey,
  clicks: clicks.count,
});

const MOVES = new Set(['pointermove', 'pointerrawupdate']);

/** A pointer event over `view`, the element the canvas fills. */
export function touchOf(e: PointerEvent | MouseEvent, view: Element): Touch {
  if (e.buttons === 0 || e.type === 'pointerdown') {
    const r = view.getBoundingClientRect();
    corner = { x: r.left, y: r.top };
  }
  last = { x: e.clientX - corner.x, y: e.clientY - corner.y };
  if (e.type === 'pointerdown') {
    const again = e.timeStamp - clicks.at < CLICK_MS && Math.hypot(last.x - clicks.x, last.y - clicks.y) < CLICK_PX;
    clicks = { count: again ? clicks.count + 1 : 1, at: e.timeStamp, x: last.x, y: last.y };
  }
  return touchAt(last.x, last.y, MOVES.has(e.type) ? -1 : e.button, e);
}

/** The pointer where it was, with the modifiers as they are now. */
export const touchAgain = (e: KeyboardEvent): Touch => touchAt(last.x, last.y, -1, e);
