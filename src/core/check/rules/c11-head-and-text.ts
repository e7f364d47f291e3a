/** C11 题文相接: the text begins right under its head and at the head's left edge (guide §3.4). Beside and vertical heads lead elsewhere. */
import { bottom, toMm } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { type Block, nameOf, type PageView } from '../view.ts';

const MOST_LINES = 2;
const ASIDE_PT = 1;

/** The head that stands over the text; null where the form is another one or a picture of the same story stands between. */
const overHead = (block: Block): Block['heads'][number] | null =>
  block.heads.find((h) => h.frame.shows.kind === 'head' && h.frame.shows.form === 'over') ?? null;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    const head = overHead(block);
    const body = block.bodies[0];
    const first = body?.lines[0];
    if (!head || !body || !first || first.vertical) continue;
    const { linePitchPt } = view.page.grid;
    const common = { frame: body.frame.id, article: block.article.id, story: block.story.id, at: body.rect };
    // The story's own pictures may hang from the head, the text beginning under them.
    const own = [...block.photos, ...block.captions].map((p) => bottom(p.rect)).filter((y) => y <= body.rect.y + 1);
    const from = Math.max(bottom(head.rect), ...own);
    const gap = Math.round((first.across - from) / linePitchPt - 1);
    if (gap > MOST_LINES) yield { key: 'head-apart', figures: { story: nameOf(block.story), lines: gap }, ...common };
    const aside = first.legFrom - head.rect.x;
    const photoAtLeft = block.photos.some((p) => p.rect.x < first.legFrom && p.rect.y < first.across && bottom(p.rect) > first.across);
    if (Math.abs(aside) > ASIDE_PT && !photoAtLeft)
      yield { key: 'head-aside', figures: { story: nameOf(block.story), mm: toMm(Math.abs(aside)) }, ...common };
  }
}

export const c11: PageRule = { id: 'C11', severity: 'error', page: faults };
