/** The text tool: a press on text puts the caret there and a drag selects; a drag on the bare page draws a frame for text. */
import { caretNow, enterText, leaveText, putCaret, selectSpots, textsNow } from '../../state/caret.ts';
import { desk, pageOf, setDesk } from '../../state/desk.ts';
import { frameKey, picked } from '../../state/selection.ts';
import { drawing } from '../draw.ts';
import { type HandState, movedEnough, type Touch } from '../hand.ts';
import { spotUnder, textAt, textPartAt } from './place.ts';
import { type Spot, sameHome } from './stream.ts';
import { paragraphAround, wordAround } from './words.ts';

/** Select the frame that is written in and show its story on the desk. */
function follow(frame: string): void {
  const s = desk();
  const page = pageOf(s);
  const article = page?.frames.find((f) => f.id === frame)?.article;
  const story = page?.articles.find((a) => a.id === article)?.story;
  setDesk({ selected: [frameKey(frame)], ...(story ? { story } : {}) });
}

/** Put the caret into the text of a frame at a point of the page. False where it shows none. */
export function writeAt(frame: string, p: { x: number; y: number }): boolean {
  const part = textPartAt(p);
  const at = part && part.frame === frame ? textAt(part, p) : null;
  if (!at) return false;
  setDesk({ tool: 'text' });
  enterText(at.home, at.spot);
  follow(frame);
  return true;
}

/** Leave the text, and the tool with it. */
export function stopWriting(): void {
  leaveText();
  setDesk({ tool: 'select' });
}

/** Where words or paragraphs were selected by clicks, a drag goes on by them. */
function selectBy(clicks: number, from: Spot, to: Spot): void {
  if (clicks < 2) {
    selectSpots(from, to);
    return;
  }
  const around = clicks === 2 ? wordAround : paragraphAround;
  const texts = textsNow();
  const [a, b] = [around(texts, from), around(texts, to)];
  const back = to.passage < from.passage || (to.passage === from.passage && to.at < from.at);
  selectSpots(back ? a.focus : a.anchor, back ? b.anchor : b.focus);
}

/** Pressed in the text: a drag selects from there. */
function selecting(start: Touch, from: Spot, rest: () => HandState): HandState {
  return {
    cursor: 'text',
    move(t) {
      const to = movedEnough(start.view, t.view) ? spotUnder(t.page) : null;
      if (to) selectBy(start.clicks, from, to);
      return null;
    },
    up: () => rest(),
    cancel: () => rest(),
  };
}

/** A press outside the text: a drag draws a frame; a click leaves. */
function outside(start: Touch, done: () => HandState): HandState {
  const draw = drawing('text', done);
  draw.down?.(start);
  let drawn = false;
  return {
    cursor: draw.cursor,
    move(t) {
      drawn ||= movedEnough(start.view, t.view);
      return drawn ? (draw.move?.(t) ?? null) : null;
    },
    up(t) {
      if (!drawn) {
        stopWriting();
        return null;
      }
      leaveText();
      const next = draw.up?.(t) ?? null;
      const [key] = desk().selected;
      const page = pageOf(desk());
      const frame = key ? page?.frames.find((f) => f.id === picked(key).id) : undefined;
      if (page && frame?.shows.kind === 'text') {
        // What was drawn is written in at once.
        setDesk({ tool: 'text' });
        enterText({ kind: 'free', page: page.id, frame: frame.id }, { passage: 0, at: 0 });
      }
      return next;
    },
    cancel: () => draw.cancel?.() ?? null,
  };
}

export function textTool(done: () => HandState): HandState {
  const state: HandState = {
    cursor: 'text',
    move(t) {
      const part = textPartAt(t.page);
      setDesk({ hover: part?.frame ?? null, cursor: part ? 'text' : caretNow() ? 'default' : 'crosshair' });
      return null;
    },
    down(t) {
      if (t.button !== 0) return null;
      const part = textPartAt(t.page);
      const at = part && textAt(part, t.page);
      if (!part || !at) return outside(t, done);
      const caret = caretNow();
      const here = caret && sameHome(caret.home, at.home);
      if (here && t.shift) {
        putCaret(at.spot, { extend: true, seek: false });
        return selecting(t, caret.anchor, () => textTool(done));
      }
      enterText(at.home, at.spot);
      if (t.clicks >= 2) selectBy(t.clicks, at.spot, at.spot);
      follow(part.frame);
      return selecting(t, at.spot, () => textTool(done));
    },
    cancel() {
      stopWriting();
      return done();
    },
  };
  return state;
}
