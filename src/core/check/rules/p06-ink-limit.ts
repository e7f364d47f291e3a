/** P06: a colour of more ink than newsprint takes, 240 % (guide §1.8, guide/print.md). Pictures are brought under it by the press. */

import { totalInk } from '../colours.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const MOST = 2.4;

function* faults(view: PageView): Generator<Fault> {
  for (const part of view.scene.parts) {
    const inks = part.items.flatMap((i) => (i.kind === 'picture' ? [] : [totalInk(i.colour)]));
    const most = Math.max(0, ...inks);
    if (most <= MOST + 1e-6) continue;
    yield {
      key: 'too-much-ink',
      figures: { percent: Math.round(most * 100), most: MOST * 100 },
      frame: part.frame,
      article: part.article,
      story: part.story,
      at: { x: part.x, y: part.y, width: part.width, height: part.height },
    };
  }
}

export const p06: PageRule = { id: 'P06', severity: 'error', page: faults };
