/**
 * 定题号: the sizes of the headlines of a page that is laid out, chosen once more beside each other. Each module was given
 * the size that suits it alone; on the page it stands above and below others (C22). The places stay, only sizes change,
 * and the white around each head takes up the difference.
 */
import type { GridRect } from '../measure/index.ts';
import { sizesIn, whiteCost } from './head.ts';
import type { Module } from './layout.ts';
import { besideCost } from './modules.ts';
import type { Room } from './room.ts';
import { layHead, type Rung } from './rung.ts';
import { costOfSizes, type Score, scoreOf } from './score.ts';

export interface Settled {
  readonly modules: readonly Module[];
  readonly score: Score;
}

/** Rounds over all heads; the second hardly ever changes one. */
const ROUNDS = 3;

/** The module with its head at each other size that stands in the same place, its strain reckoned anew. */
function others(room: Room, module: Module): Module[] {
  const head = module.pieces.find((p) => p.shows.kind === 'head' && (p.story ?? module.task.story.id) === module.task.story.id);
  if (head?.shows.kind !== 'head' || module.headlinePt === 0) return [];
  const { form } = head.shows;
  const { columns, lines } = head.at;
  const price = (r: Rung): number => r.cost + (form === 'over' ? whiteCost(lines - r.lines) : besideCost(r.lines, lines));
  const sizes = sizesIn(room, module.task, columns, form, lines, form === 'over' ? room.manner.whiteLines : lines);
  const now = sizes.find((r) => r.sizePt === module.headlinePt);
  if (!now) return [];
  return sizes
    .filter((r) => r !== now)
    .map((r) => ({ ...module, ...layHead(module.task.story, r), strain: Math.max(0, module.strain - price(now) + price(r)) }));
}

/** The page with the sizes of heads that together cost least, each changed only where the page gains by it. */
export function settled(room: Room, given: readonly Module[], kept: readonly GridRect[]): Settled {
  let modules = given;
  let cost = costOfSizes(room, modules);
  const choices = given.map((m) => [m, ...others(room, m)]);
  for (let round = 0; round < ROUNDS; round++) {
    const before = cost;
    choices.forEach((list, i) => {
      for (const one of list) {
        if (one.headlinePt === modules[i]?.headlinePt) continue;
        const tried = modules.map((m, k) => (k === i ? one : m));
        const costs = costOfSizes(room, tried);
        if (costs < cost - 1e-9) [modules, cost] = [tried, costs];
      }
    });
    if (cost === before) break;
  }
  return { modules, score: scoreOf(room, modules, kept) };
}
