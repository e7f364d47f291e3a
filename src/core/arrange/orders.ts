/** 排序: reading orders to try. The lead stays first; the others move about, near their importance first. */
import { chance } from './chance.ts';
import type { Task } from './room.ts';

/** All orders of up to this many movable stories are known; of more, as many are drawn. */
const MOST_PERMUTED = 5;

function permutations(of: readonly number[]): number[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((first, i) => permutations([...of.slice(0, i), ...of.slice(i + 1)]).map((rest) => [first, ...rest]));
}

/** How far an order turns importance round; photographs may stand anywhere. */
function disorder(tasks: readonly Task[], order: readonly number[]): number {
  let sum = 0;
  for (let a = 0; a < order.length; a++)
    for (let b = a + 1; b < order.length; b++) {
      const first = tasks[order[a] as number] as Task;
      const second = tasks[order[b] as number] as Task;
      const weight = first.level === 'photo' || second.level === 'photo' ? 0.15 : 1;
      if (first.order > second.order) sum += weight;
    }
  return sum;
}

function drawn(movable: readonly number[], count: number, random: () => number): number[][] {
  return Array.from({ length: count }, (_, n) => {
    const order = [...movable];
    // A few swaps of neighbours: near the order of importance, further away as the draw goes on.
    const swaps = 1 + Math.floor(n / 8) + Math.floor(random() * order.length);
    for (let s = 0; s < swaps; s++) {
      const i = Math.floor(random() * order.length);
      const j = Math.min(order.length - 1, Math.max(0, i + (random() < 0.5 ? -1 : 1) * (1 + Math.floor(random() * 3))));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    return order;
  });
}

/**
 * Orders of the tasks (as indices), at most `count`, the plain order of importance first and no order twice.
 * The lead keeps its place at the head of each.
 */
export function orders(tasks: readonly Task[], seed: number, count: number): number[][] {
  const random = chance(seed ^ 0x5eed);
  const units = unitsOf(tasks);
  const lead = units.findIndex((u) => u.some((i) => tasks[i]?.level === 'lead'));
  const movable = units.map((_, i) => i).filter((i) => i !== lead);
  const all = movable.length <= MOST_PERMUTED ? permutations(movable) : [movable, ...drawn(movable, count * 6, random)];
  const seen = new Set<string>();
  const unique = all.filter((o) => {
    const key = o.join();
    return seen.has(key) ? false : seen.add(key);
  });
  const flat = (order: readonly number[]): number[] => order.flatMap((u) => units[u] as readonly number[]);
  const ranked = unique.map((o, i) => ({ o: flat(o), weight: i === 0 ? -1 : disorder(tasks, flat(o)) + random() * 4 }));
  ranked.sort((a, b) => a.weight - b.weight || a.o.join().localeCompare(b.o.join()));
  return ranked.slice(0, count).map(({ o }) => (lead < 0 ? o : [...flat([lead]), ...o]));
}

/** Stories that move together: each with those joined to it. */
function unitsOf(tasks: readonly Task[]): number[][] {
  const units: number[][] = [];
  tasks.forEach((t, i) => {
    if (t.joined && units.length > 0) (units.at(-1) as number[]).push(i);
    else units.push([i]);
  });
  return units;
}
