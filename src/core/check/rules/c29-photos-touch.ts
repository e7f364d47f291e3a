/** C29 图相邻: pictures of different stories do not touch (guide §3.4). */
import { union } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, nameOf, overlapX, overlapY, type PageView, pairs } from '../view.ts';

function* faults(view: PageView): Generator<Fault> {
  const { grid } = view.page;
  const gutter = grid.gutterEm * grid.bodyPt + 0.5;
  const photos = view.blocks.flatMap((block) => block.photos.map((piece) => ({ block, piece })));
  for (const [a, b] of pairs(photos)) {
    if (a.block === b.block) continue;
    const [x, y] = [overlapX(a.piece.rect, b.piece.rect), overlapY(a.piece.rect, b.piece.rect)];
    if (!((x > 0.5 && y > -gutter) || (y > 0.5 && x > -gutter))) continue;
    yield {
      key: 'photos-touch',
      figures: { a: nameOf(a.block.story), b: nameOf(b.block.story) },
      ...about(b.block, b.piece),
      at: union(a.piece.rect, b.piece.rect),
    };
  }
}

export const c29: PageRule = { id: 'C29', severity: 'warning', page: faults };
