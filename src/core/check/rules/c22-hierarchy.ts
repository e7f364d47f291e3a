/** C22 头条规格: the lead's headline is the largest, and of two of one width the lower is not the larger (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, type Block, headlinePt, isHorizontal, nameOf, type PageView, type Piece } from '../view.ts';

interface Head {
  readonly block: Block;
  readonly piece: Piece;
  readonly pt: number;
  readonly columns: number;
}

function* faults(view: PageView): Generator<Fault> {
  const heads = view.blocks.flatMap((block) =>
    block.story.kind === 'photo'
      ? []
      : block.heads
          .filter((h) => isHorizontal(h) && headlinePt(h) > 0)
          .map((piece): Head => ({ block, piece, pt: headlinePt(piece), columns: piece.frame.at.columns })),
  );
  const lead = [...heads].sort((a, b) => a.block.story.rank - b.block.story.rank)[0];
  const weight = (h: Head): number => h.pt * h.columns;
  const largest = [...heads].sort((a, b) => weight(b) - weight(a))[0];
  if (lead && largest && weight(largest) > weight(lead) + 0.5)
    yield {
      key: 'lead-not-largest',
      figures: { lead: nameOf(lead.block.story), other: nameOf(largest.block.story), size: largest.pt, columns: largest.columns },
      ...about(largest.block, largest.piece),
    };
  yield* lowerAndLarger(view, heads);
}

/** Each head that is larger than one of its width above it, once: beside the smallest of those. */
function* lowerAndLarger(view: PageView, heads: readonly Head[]): Generator<Fault> {
  for (const lower of heads) {
    const above = heads.filter(
      (h) => h.columns === lower.columns && lower.piece.rect.y - h.piece.rect.y >= view.page.grid.linePitchPt && lower.pt > h.pt + 0.05,
    );
    const upper = above.sort((a, b) => a.pt - b.pt)[0];
    if (!upper) continue;
    yield {
      key: 'lower-is-larger',
      figures: { lower: nameOf(lower.block.story), upper: nameOf(upper.block.story), lowerPt: lower.pt, upperPt: upper.pt },
      ...about(lower.block, lower.piece),
    };
  }
}

export const c22: PageRule = { id: 'C22', severity: 'warning', page: faults };
