/** C05 碰题: headlines of different articles side by side with nothing between them read as one (guide §3.4). */
import { bottom, right, union } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { type Block, headlineLines, headlinePt, isHorizontal, nameOf, overlapY, type PageView, type Piece, pairs } from '../view.ts';

/** Beyond the gutter, how far apart heads still butt. */
const SLACK_PT = 1;
/** Sizes closer than this ratio look the same. */
const ALIKE = 1.25;

interface Head {
  readonly block: Block;
  readonly piece: Piece;
  /** As wide as its frame, as high as the headline's own lines. */
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

function headsOf(view: PageView): Head[] {
  return view.blocks.flatMap((block) =>
    block.heads.filter(isHorizontal).flatMap((piece) => {
      const lines = headlineLines(piece);
      const first = lines[0];
      const last = lines.at(-1);
      if (!first || !last) return [];
      return [{ block, piece, rect: { ...piece.rect, y: first.at.y, height: bottom(last.at) - first.at.y } }];
    }),
  );
}

/** A rule or the edge of a box that stands between the two heads. */
function divided(view: PageView, from: number, to: number, y: number): boolean {
  return view.furniture.some(({ frame, rect }) => {
    if (rect.y > y || rect.y + rect.height < y) return false;
    const edges = frame.shows.kind === 'rule' ? [rect.x + rect.width / 2] : frame.shows.kind === 'box' ? [rect.x, right(rect)] : [];
    return edges.some((x) => x >= from - SLACK_PT && x <= to + SLACK_PT);
  });
}

function* faults(view: PageView): Generator<Fault> {
  const { grid } = view.page;
  const gutter = grid.gutterEm * grid.bodyPt;
  for (const [a, b] of pairs(headsOf(view))) {
    if (a.block === b.block || overlapY(a.rect, b.rect) < grid.linePitchPt) continue;
    const [l, r] = a.rect.x < b.rect.x ? [a, b] : [b, a];
    const gap = r.rect.x - right(l.rect);
    if (gap < -SLACK_PT || gap > gutter + SLACK_PT) continue;
    const middle = Math.max(l.rect.y, r.rect.y) + overlapY(l.rect, r.rect) / 2;
    if (divided(view, right(l.rect), r.rect.x, middle)) continue;
    const [sizeA, sizeB] = [headlinePt(l.piece), headlinePt(r.piece)];
    yield {
      key: 'butting-heads',
      severity: Math.max(sizeA, sizeB) / Math.min(sizeA, sizeB) <= ALIKE ? 'error' : 'warning',
      figures: { a: nameOf(l.block.story), b: nameOf(r.block.story), sizeA, sizeB },
      frame: r.piece.frame.id,
      article: r.block.article.id,
      story: r.block.story.id,
      at: union(l.rect, r.rect),
    };
  }
}

export const c05: PageRule = { id: 'C05', severity: 'error', page: faults };
