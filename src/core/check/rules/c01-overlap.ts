/** C01 不得重叠: no two articles print on the same place. A body runs around a picture or a head that stands on it (guide §3.4). */
import { bottom, type Rect, right } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { nameOf, overlapX, overlapY, type PageView, type Piece, pairs } from '../view.ts';

/** Sharing less than this in either direction is touching. */
const TOUCH_PT = 0.5;

/** Frames that lie under text on purpose, and those that draw only lines. */
const lies = (p: Piece): boolean => ['rule', 'box', 'tint'].includes(p.frame.shows.kind);

/** Text that runs around the other one keeps out of its way by itself. */
const runsAround = (a: Piece, b: Piece): boolean =>
  a.frame.shows.kind === 'body' && ['photo', 'caption', 'head', 'text'].includes(b.frame.shows.kind) && a.frame.at.columns > 0;

const shared = (a: Rect, b: Rect): Rect => {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return { x, y, width: Math.min(right(a), right(b)) - x, height: Math.min(bottom(a), bottom(b)) - y };
};

const named = (view: PageView, p: Piece): string => {
  const block = view.blocks.find((b) => b.article.id === p.frame.article);
  return block ? nameOf(block.story) : '@frame';
};

function* faults(view: PageView): Generator<Fault> {
  const solid = view.pieces.filter((p) => !lies(p));
  for (const [a, b] of pairs(solid)) {
    if (a.frame.article === b.frame.article && a.frame.article !== null) continue;
    if (overlapX(a.rect, b.rect) <= TOUCH_PT || overlapY(a.rect, b.rect) <= TOUCH_PT) continue;
    if (runsAround(a, b) || runsAround(b, a)) continue;
    const at = shared(a.rect, b.rect);
    const { grid } = view.page;
    yield {
      key: 'overlap',
      figures: {
        a: named(view, a),
        b: named(view, b),
        columns: Math.max(1, Math.round(at.width / ((grid.charsPerColumn + grid.gutterEm) * grid.bodyPt))),
        lines: Math.max(1, Math.round(at.height / grid.linePitchPt)),
      },
      frame: b.frame.id,
      article: b.frame.article,
      story: b.part.story,
      at,
    };
  }
}

export const c01: PageRule = { id: 'C01', severity: 'error', page: faults };
