/** C34 隔开: articles stand one character apart across and about one line down, or a rule stands between (guide §3.4). */
import { bottom, type Rect, right, union } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, type Block, nameOf, overlapX, overlapY, type PageView, type Piece, pairs } from '../view.ts';

/** Ink rarely fills its line: this share of a line, and of a character, is enough. */
const ENOUGH = 0.6;

const ruleBetween = (view: PageView, at: Rect): boolean =>
  view.furniture.some(({ frame, rect }) => {
    if (frame.shows.kind !== 'rule' && frame.shows.kind !== 'box') return false;
    return rect.x < right(at) + 1 && right(rect) > at.x - 1 && rect.y < bottom(at) + 1 && bottom(rect) > at.y - 1;
  });

/** A piece's ink inside its own frame: a mark that hangs in the gutter brings its line no nearer to its neighbour. */
function inkIn({ ink, rect }: Piece): Rect | null {
  if (!ink) return null;
  const x = Math.max(ink.x, rect.x);
  return { ...ink, x, width: Math.max(0, Math.min(right(ink), right(rect)) - x) };
}

/** The narrowest white between two articles' inks, and where; null where they are apart. */
function closest(view: PageView, a: Block, b: Block): { pt: number; at: Rect } | null {
  const { grid } = view.page;
  for (const p of a.pieces)
    for (const q of b.pieces) {
      const [one, other] = [inkIn(p), inkIn(q)];
      if (!one || !other) continue;
      const [x, y] = [overlapX(one, other), overlapY(one, other)];
      const close = (x > 1 && y <= 0.5 && -y < ENOUGH * grid.linePitchPt) || (y > 1 && x <= 0.5 && -x < ENOUGH * grid.bodyPt);
      if (!close) continue;
      const at = x > 1 ? { x: Math.max(one.x, other.x), width: x, y: Math.min(bottom(one), bottom(other)), height: Math.max(0, -y) } : null;
      return { pt: Math.max(0, x > 1 ? -y : -x), at: at ?? union(one, other) };
    }
  return null;
}

/** Briefs without heads of their own stand one under the other as one column. */
const together = (a: Block, b: Block): boolean =>
  a.story.kind === 'brief' && b.story.kind === 'brief' && (a.heads.length === 0 || b.heads.length === 0);

function* faults(view: PageView): Generator<Fault> {
  for (const [a, b] of pairs(view.blocks)) {
    if (together(a, b)) continue;
    const close = closest(view, a, b);
    if (!close || ruleBetween(view, close.at)) continue;
    yield {
      key: 'too-close',
      figures: { a: nameOf(a.story), b: nameOf(b.story), pt: Math.round(close.pt * 10) / 10 },
      ...about(b),
      at: close.at,
    };
  }
}

export const c34: PageRule = { id: 'C34', severity: 'warning', page: faults };
