/** C17 齐栏: the legs of a text end on one line, the last ones a line higher where it does not divide (guide §3.4). */
import { overlaps } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { legLines } from '../story-lines.ts';
import { about, nameOf, type PageView } from '../view.ts';

const MOST = 1;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    const body = block.bodies.at(-1);
    if (!body || view.scene.overset.some((o) => o.article === block.article.id)) continue;
    // Text that runs around something ends where that lets it.
    if (
      view.pieces.some(
        (p) => p !== body && ['photo', 'caption', 'head', 'text'].includes(p.frame.shows.kind) && overlaps(p.rect, body.rect, 1),
      )
    )
      continue;
    const feet = legLines(block)
      .filter((l) => l.piece === body)
      .map((l) => Math.max(...l.lines.map(({ line }) => line.across)));
    const lines = Math.round((Math.max(...feet) - Math.min(...feet)) / view.page.grid.linePitchPt);
    if (feet.length > 1 && lines > MOST)
      yield { key: 'legs-uneven', figures: { story: nameOf(block.story), lines }, ...about(block, body) };
  }
}

export const c17: PageRule = { id: 'C17', severity: 'warning', page: faults };
