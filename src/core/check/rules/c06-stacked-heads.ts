/**
 * C06 叠题: a headline almost under another one; at least three lines of text belong between (guide §3.4). What counts is
 * the ink of the head: beside its text it stands in the middle of a frame as deep as the whole module.
 */
import { bottom, type Rect, union } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { isHorizontal, nameOf, overlapX, type PageView, type Piece } from '../view.ts';

const LEAST_LINES = 3;

/** As wide as the head's frame, as high as its ink; the frame itself where the white in it is only what every head has. */
function standing({ frame, rect, ink }: Piece): Rect {
  const beside = frame.shows.kind === 'head' && frame.shows.form !== 'over';
  return beside && ink ? { ...rect, y: ink.y, height: ink.height } : rect;
}

function* faults(view: PageView): Generator<Fault> {
  const heads = view.blocks.flatMap((block) =>
    block.heads.filter((h) => isHorizontal(h) && h.ink).map((piece) => ({ block, piece, rect: standing(piece) })),
  );
  for (const a of heads)
    for (const b of heads) {
      if (a.block === b.block || overlapX(a.rect, b.rect) <= 0.5) continue;
      const gap = b.rect.y - bottom(a.rect);
      const lines = gap / view.page.grid.linePitchPt;
      if (lines < -0.05 || lines >= LEAST_LINES - 0.05) continue;
      // Beside or under a photo story's small head stands its caption: that is text enough to let it pass with a word.
      yield {
        key: 'stacked-heads',
        severity: a.block.story.kind === 'photo' ? 'note' : 'warning',
        figures: { a: nameOf(a.block.story), b: nameOf(b.block.story), lines: Math.round(lines) },
        frame: b.piece.frame.id,
        article: b.block.article.id,
        story: b.block.story.id,
        at: union(a.rect, b.rect),
      };
    }
}

export const c06: PageRule = { id: 'C06', severity: 'warning', page: faults };
