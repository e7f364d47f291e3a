/** C25 图位: a picture of several columns stands on or hangs from a headline, a picture, a rule or the page's edge (guide §3.4). */
import { bottom, type Rect, union } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, nameOf, overlapX, type PageView, type Piece } from '../view.ts';

/** White up to this many lines is still contact. */
const NEAR_LINES = 2;

const bears = (p: Piece): boolean => ['head', 'photo', 'caption', 'rule', 'box'].includes(p.frame.shows.kind);

function* faults(view: PageView): Generator<Fault> {
  const near = NEAR_LINES * view.page.grid.linePitchPt;
  for (const block of view.blocks)
    for (const photo of block.photos) {
      if (photo.frame.at.columns < 2) continue;
      const index = photo.frame.shows.kind === 'photo' ? photo.frame.shows.picture : 0;
      const caption = block.captions.find((c) => c.frame.shows.kind === 'caption' && c.frame.shows.picture === index);
      const whole: Rect = caption && overlapX(caption.rect, photo.rect) > 0 ? union(photo.rect, caption.rect) : photo.rect;
      const edge = whole.y - view.area.y <= near || bottom(view.area) - bottom(whole) <= near;
      const others = view.pieces.filter((p) => p !== photo && p !== caption && bears(p) && overlapX(p.rect, whole) > 1);
      const held = others.some((p) => Math.abs(whole.y - bottom(p.rect)) <= near || Math.abs(p.rect.y - bottom(whole)) <= near);
      const boxed = others.some((p) => p.frame.shows.kind === 'box' && p.rect.y <= whole.y && bottom(p.rect) >= bottom(whole));
      if (!edge && !held && !boxed) yield { key: 'photo-floats', figures: { story: nameOf(block.story) }, ...about(block, photo) };
    }
}

export const c25: PageRule = { id: 'C25', severity: 'warning', page: faults };
