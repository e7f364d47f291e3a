/** C24 图文比: the share of pictures in the type area; under 15 % is less than pages of text usually have (guide §3.4). */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const USUAL = 0.15;

function* faults(view: PageView): Generator<Fault> {
  const photos = view.blocks.flatMap((b) => b.photos);
  const share = photos.reduce((sum, p) => sum + p.rect.width * p.rect.height, 0) / (view.area.width * view.area.height);
  if (photos.length > 0 && share < USUAL) yield { key: 'few-pictures', figures: { percent: Math.round(share * 100) } };
}

export const c24: PageRule = { id: 'C24', severity: 'note', page: faults };
