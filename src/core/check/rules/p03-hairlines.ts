/** P03: a rule finer than a quarter of a point breaks up on newsprint (guide/print.md, GWG R0018). Once a frame. */
import type { Part } from '../../scene/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const LEAST_PT = 0.25;

const finest = (part: Part): number =>
  Math.min(Number.POSITIVE_INFINITY, ...part.items.flatMap((i) => (i.kind === 'rule' ? [i.widthPt] : [])));

function* faults(view: PageView): Generator<Fault> {
  for (const part of view.scene.parts) {
    const pt = finest(part);
    if (pt >= LEAST_PT - 1e-6) continue;
    yield {
      key: 'hairline',
      figures: { pt, least: LEAST_PT },
      frame: part.frame,
      article: part.article,
      story: part.story,
      at: { x: part.x, y: part.y, width: part.width, height: part.height },
    };
  }
}

export const p03: PageRule = { id: 'P03', severity: 'warning', page: faults };
