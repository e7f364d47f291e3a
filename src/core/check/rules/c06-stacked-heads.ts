/** C06 叠题: a headline almost under another one; at least three lines of text belong between (guide §3.4). */
import { bottom, union } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { isHorizontal, nameOf, overlapX, type PageView } from '../view.ts';

const LEAST_LINES = 3;

function* faults(view: PageView): Generator<Fault> {
  const heads = view.blocks.flatMap((block) => block.heads.filter((h) => isHorizontal(h) && h.ink).map((piece) => ({ block, piece })));
  for (const a of heads)
    for (const b of heads) {
      if (a.block === b.block || overlapX(a.piece.rect, b.piece.rect) <= 0.5) continue;
      const gap = b.piece.rect.y - bottom(a.piece.rect);
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
        at: union(a.piece.rect, b.piece.rect),
      };
    }
}

export const c06: PageRule = { id: 'C06', severity: 'warning', page: faults };
