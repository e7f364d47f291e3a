/** C31 平衡: where the page's weight lies, pictures counted most and text least; and pictures all in one half (guide §3.4). */
import { bottom, type Rect } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const WEIGHTS: Readonly<Record<string, number>> = { photo: 1, tint: 0.5, head: 0.6, body: 0.25, caption: 0.25 };
const MOST_ASIDE = 0.06;
const MOST_OFF = 0.1;

function* faults(view: PageView): Generator<Fault> {
  const { area } = view;
  let [sum, x, y] = [0, 0, 0];
  for (const { frame, rect } of view.pieces) {
    const mass = (WEIGHTS[frame.shows.kind] ?? 0) * rect.width * rect.height;
    sum += mass;
    x += mass * (rect.x + rect.width / 2);
    y += mass * (rect.y + rect.height / 2);
  }
  if (sum > 0) {
    const aside = (x / sum - area.x) / area.width - 0.5;
    const off = (y / sum - area.y) / area.height - 0.5;
    const percent = (n: number): number => Math.round(Math.abs(n) * 100);
    if (Math.abs(aside) > MOST_ASIDE)
      yield { key: 'off-balance', figures: { side: aside < 0 ? '@left' : '@right', percent: percent(aside) } };
    if (Math.abs(off) > MOST_OFF) yield { key: 'off-balance', figures: { side: off < 0 ? '@above' : '@below', percent: percent(off) } };
  }
  const photos = view.blocks.flatMap((b) => b.photos.map((p) => p.rect));
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  const sides: [string, (r: Rect) => boolean][] = [
    ['@above', (r) => bottom(r) <= middle.y],
    ['@below', (r) => r.y >= middle.y],
    ['@left', (r) => r.x + r.width <= middle.x],
    ['@right', (r) => r.x >= middle.x],
  ];
  if (photos.length < 2) return;
  for (const [side, within] of sides) if (photos.every(within)) yield { key: 'photos-one-half', severity: 'warning', figures: { side } };
}

export const c31: PageRule = { id: 'C31', severity: 'note', page: faults };
