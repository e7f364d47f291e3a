/** C34 隔开: articles stand one character apart across and about one line down, or a rule stands between (guide §3.4). */
import { bottom, type Rect, right, union } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, type Block, nameOf, overlapX, overlapY, type PageView, pairs } from '../view.ts';

/** Ink rarely fills its line: this share of a line, and of a character, is enough. */
const ENOUGH = 0.6;

const ruleBetween = (view: PageView, at: Rect): boolean =>
  view.furniture.some(({ frame, rect }) => {
    if (frame.shows.kind !== 'rule' && frame.shows.kind !== 'box') return false;
    return rect.x < right(at) + 1 && right(rect) > at.x - 1 && rect.y < bottom(at) + 1 && bottom(rect) > at.y - 1;
  });

/** The narrowest white between two articles' inks, and where; null where they are apart. */
function closest(view: PageView, a: Block, b: Block): { pt: number; at: Rect } | null {
  const { grid } = view.page;
  for (const p of a.pieces)
    for (const q of b.pieces) {
      if (!p.ink || !q.ink) continue;
      const [x, y] = [overlapX(p.ink, q.ink), overlapY(p.ink, q.ink)];
      const close = (x > 1 && y <= 0.5 && -y < ENOUGH * grid.linePitchPt) || (y > 1 && x <= 0.5 && -x < ENOUGH * grid.bodyPt);
      if (!close) continue;
      const at =
        x > 1 ? { x: Math.max(p.ink.x, q.ink.x), width: x, y: Math.min(bottom(p.ink), bottom(q.ink)), height: Math.max(0, -y) } : null;
      return { pt: Math.max(0, x > 1 ? -y : -x), at: at ?? union(p.ink, q.ink) };
    }
  return null;
}

function* faults(view: PageView): Generator<Fault> {
  for (const [a, b] of pairs(view.blocks)) {
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
