/** What the keys of movement do to the caret. */
import { type Caret, caretNow, putCaret, rangeOf, selectSpots, selects, textsNow } from '../../state/caret.ts';
import { lineEdge, lineOf, lineStep } from './caret.ts';
import { linesNow } from './place.ts';
import type { Spot } from './stream.ts';
import { endOf, paragraphStep, START, spotAfter, spotBefore } from './words.ts';

/** Lines that Page up and Page down go. */
const PAGE_LINES = 20;

interface Step {
  readonly spot: Spot;
  readonly goal?: number | null;
}

type Way = 'before' | 'after' | 'up' | 'down';

const ARROWS: Readonly<Record<string, Way>> = { ArrowLeft: 'before', ArrowRight: 'after', ArrowUp: 'up', ArrowDown: 'down' };
/** In vertical text the next character lies below and the next line to the left. */
const DOWNWARDS: Readonly<Record<Way, Way>> = { before: 'down', after: 'up', up: 'before', down: 'after' };

function byLine(caret: Caret, by: number): Step {
  const texts = textsNow();
  const step = lineStep(linesNow(), texts, caret.focus, by, caret.goal);
  if (step) return step;
  // Beyond the lines that are on a page, and at the stream's ends: by whole paragraphs.
  return {
    spot:
      by < 0
        ? lineOf(linesNow(), texts, caret.focus) < 0
          ? spotBefore(texts, { ...caret.focus, at: 0 }, false)
          : START
        : paragraphStep(texts, caret.focus, 1),
  };
}

function arrow(caret: Caret, e: KeyboardEvent, mod: boolean): Step | null {
  const texts = textsNow();
  const lines = linesNow();
  const pressed = ARROWS[e.key];
  if (!pressed) return null;
  const way = lines[lineOf(lines, texts, caret.focus)]?.vertical ? DOWNWARDS[pressed] : pressed;
  if (way === 'up' || way === 'down') {
    const by = way === 'up' ? -1 : 1;
    return mod ? { spot: paragraphStep(texts, caret.focus, by) } : byLine(caret, by);
  }
  if (selects(caret) && !e.shiftKey && !mod) {
    const { from, to } = rangeOf(caret);
    return { spot: way === 'before' ? from : to };
  }
  return { spot: way === 'before' ? spotBefore(texts, caret.focus, mod) : spotAfter(texts, caret.focus, mod) };
}

const MOVES: ReadonlySet<string> = new Set([...Object.keys(ARROWS), 'Home', 'End', 'PageUp', 'PageDown']);
/** True for a key that moves the caret. */
export const moves = (e: KeyboardEvent): boolean => !e.altKey && MOVES.has(e.key);

/** Move the caret by a key. */
export function moveByKey(e: KeyboardEvent): void {
  const caret = caretNow();
  if (!caret) return;
  const mod = e.ctrlKey || e.metaKey;
  const texts = textsNow();
  const edge = (end: boolean): Step => ({ spot: mod ? (end ? endOf(texts) : START) : lineEdge(linesNow(), texts, caret.focus, end) });
  const step =
    e.key === 'Home'
      ? edge(false)
      : e.key === 'End'
        ? edge(true)
        : e.key === 'PageUp'
          ? byLine(caret, -PAGE_LINES)
          : e.key === 'PageDown'
            ? byLine(caret, PAGE_LINES)
            : arrow(caret, e, mod);
  if (step) putCaret(step.spot, { extend: e.shiftKey, goal: step.goal ?? null });
}

/** The whole stream. */
export function selectAll(): void {
  selectSpots(START, endOf(textsNow()));
}
