/** Keys that change type by a step: size, leading, tracking, of what is written in or selected. */
import type { TextRole, TextStyle } from '../../../core/document/index.ts';
import { stepSize } from '../../../core/measure/index.ts';
import { commit } from '../../state/change.ts';
import { type Desk, desk } from '../../state/desk.ts';
import { overrideStyle, styleOf } from '../../state/edits.ts';
import { type Styled, styledNow } from '../../state/styled.ts';
import type { Available, Command } from './command.ts';

/** Heads go by the table of sizes; text by half points. */
const DISPLAY: ReadonlySet<TextRole> = new Set(['headline', 'kicker', 'deck']);
const SIZE_STEP = 0.5;
const LEADING_STEP = 0.5;
const TRACKING_STEP = 0.01;
const LEAST = { sizePt: 5, leadingPt: 5, trackingEm: -0.1 };
const MOST = { sizePt: 300, leadingPt: 400, trackingEm: 0.5 };

type Change = (style: TextStyle, role: TextRole) => Partial<TextStyle>;

/** A size keeps its share of leading; the body's lines stand on the page's grid whatever their size. */
const bySize =
  (steps: number): Change =>
  (style, role) => {
    const sizePt = DISPLAY.has(role) ? stepSize(style.sizePt, steps) : style.sizePt + steps * SIZE_STEP;
    return role === 'body' ? { sizePt } : { sizePt, leadingPt: Number(((sizePt * style.leadingPt) / style.sizePt).toFixed(3)) };
  };

const byLeading =
  (steps: number): Change =>
  (style) => ({ leadingPt: style.leadingPt + steps * LEADING_STEP });

const byTracking =
  (steps: number): Change =>
  (style) => ({ trackingEm: Number((style.trackingEm + steps * TRACKING_STEP).toFixed(4)) });

const holds = (change: Partial<TextStyle>): boolean =>
  (Object.keys(LEAST) as (keyof typeof LEAST)[]).every((k) => change[k] === undefined || (change[k] >= LEAST[k] && change[k] <= MOST[k]));

function step(s: Desk, label: string, change: Change): void {
  const on = styledNow(s);
  if (!on) return;
  const next = change(styleOf(on.project, on.page, on.article.id, on.role), on.role);
  if (holds(next)) commit(label, overrideStyle(on.project, on.page, on.article, on.role, next));
}

const styled = (s: Desk): Available => (styledNow(s) ? true : 'noStyled');
/** Lines of the body and what stands among them follow the page's grid. */
const ON_GRID: ReadonlySet<TextRole> = new Set(['body', 'note']);
const led = (s: Desk): Available => {
  const on: Styled | null = styledNow(s);
  return !on ? 'noStyled' : ON_GRID.has(on.role) ? 'onGrid' : true;
};

/** Outside text Alt and arrows move a picture in its frame. */
const inText = (id: string, keys: readonly string[], available: Command['available'], label: string, change: Change): Command => ({
  id,
  keys,
  typingOnly: true,
  repeats: true,
  available,
  run: () => step(desk(), label, change),
});

const size = (id: string, keys: readonly string[], steps: number): Command => ({
  id,
  keys,
  whileTyping: true,
  repeats: true,
  available: styled,
  run: () => step(desk(), 'headline.size', bySize(steps)),
});

export const typeCommands: readonly Command[] = [
  size('headline.bigger', ['$mod+Shift+Period'], 1),
  size('headline.smaller', ['$mod+Shift+Comma'], -1),
  inText('text.looser', ['Alt+ArrowRight'], styled, 'style.set', byTracking(1)),
  inText('text.tighter', ['Alt+ArrowLeft'], styled, 'style.set', byTracking(-1)),
  inText('text.leadingMore', ['Alt+ArrowDown'], led, 'style.set', byLeading(1)),
  inText('text.leadingLess', ['Alt+ArrowUp'], led, 'style.set', byLeading(-1)),
];
