/** C23 主图: one picture leads, half as large again as the next (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, type PageView } from '../view.ts';

const LEAST = 1.5;

function* faults(view: PageView): Generator<Fault> {
  const photos = view.blocks
    .flatMap((block) => block.photos.map((piece) => ({ block, piece, area: piece.rect.width * piece.rect.height })))
    .sort((a, b) => b.area - a.area);
  const [first, second] = photos;
  if (!first) {
    if (view.blocks.length > 0) yield { key: 'no-photo', severity: 'note' };
    return;
  }
  const ratio = second ? first.area / second.area : LEAST;
  if (ratio < LEAST)
    yield { key: 'no-dominant-photo', figures: { ratio: Math.round(ratio * 100) / 100, least: LEAST }, ...about(first.block, first.piece) };
}

export const c23: PageRule = { id: 'C23', severity: 'warning', page: faults };
