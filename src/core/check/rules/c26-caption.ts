/** C26 图说: a caption stands within its picture's width and right by it, or beside it in a decent measure (guide §3.4). */
import { bottom, contains } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import { changeFrame } from '../mend.ts';
import type { PageRule } from '../rule.ts';
import { about, type Block, nameOf, overlapY, type PageView, type Piece } from '../view.ts';

const MOST_LINES = 1;
/** The same where a headline stands beside it: the band has one white for both. */
const BAND_LINES = 2;
/** Six picas: a caption beside its picture is not narrower. */
const BESIDE_PT = 72;

function hasCaption(block: Block, index: number): boolean {
  if (block.story.kind === 'photo' && index === 0) return block.story.body.some((b) => b.text.trim());
  return Boolean(block.story.pictures[index]?.caption?.text.trim());
}

function* placed(view: PageView, block: Block, photo: Piece, caption: Piece): Generator<Fault> {
  const figures = { story: nameOf(block.story) };
  const tall = (r: Piece['rect']): Piece['rect'] => ({ ...r, y: 0, height: 1 });
  if (overlapY(photo.rect, caption.rect) > 1) {
    if (caption.rect.width < BESIDE_PT) yield { key: 'caption-beyond', figures, ...about(block, caption) };
    return;
  }
  if (!contains(tall(photo.rect), tall(caption.rect), 0.6)) {
    const at = { ...caption.frame.at, column: photo.frame.at.column, columns: photo.frame.at.columns };
    yield { key: 'caption-beyond', figures, ...about(block, caption), mend: changeFrame(view.page, caption.frame, { at, dxPt: 0 }) };
  }
  const ink = caption.ink ?? caption.rect;
  // The photo story's headline may stand between the two, or beside the caption in one band with it.
  const own = block.heads.filter((h) => h.rect.y >= bottom(photo.rect) - 1 && h.rect.y < ink.y);
  const over = own.filter((h) => bottom(h.rect) <= caption.rect.y + 1).map((h) => bottom(h.rect));
  const from = Math.max(bottom(photo.rect), ...over);
  const most = own.length > over.length ? BAND_LINES : MOST_LINES;
  const gap = Math.max(ink.y - from, photo.rect.y - bottom(ink)) / view.page.grid.linePitchPt;
  if (gap > most + 0.3) yield { key: 'caption-apart', figures: { ...figures, lines: Math.round(gap) }, ...about(block, caption) };
}

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks)
    for (const photo of block.photos) {
      const index = photo.frame.shows.kind === 'photo' ? photo.frame.shows.picture : 0;
      const caption = block.captions.find((c) => c.frame.shows.kind === 'caption' && c.frame.shows.picture === index);
      if (!caption || !hasCaption(block, index))
        yield { key: 'no-caption', figures: { story: nameOf(block.story) }, ...about(block, photo) };
      else yield* placed(view, block, photo, caption);
    }
}

export const c26: PageRule = { id: 'C26', severity: 'warning', page: faults };
