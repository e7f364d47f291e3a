/**
 * Where the lines of a paragraph end.
 *
 * Line by line, best fit first (a fix does not disturb the lines above it), with the last lines reconsidered together
 * where the paragraph would end in a single character; or the paragraph as a whole, with the least total cost.
 */
import { Break } from './atoms.ts';
import { stacks, wideSpaces } from './rivers.ts';
import type { Ruler } from './ruler.ts';

/** How many lines before a lonely last character may be set anew to give it company. */
const LINES_TO_MEND = 6;
const NO_WAY = Number.POSITIVE_INFINITY;

/** Another hyphen under a hyphen looks ill; one more than the style lets stand in a row is the last resort (guide §6.2). */
const LADDER = 3;
const LADDER_TOO_LONG = 1e5;
/** Each wide space that is the third of a stack. */
const RIVER = 6;

/** What ending a line in one more hyphen costs, after so many lines that end in one. */
const ladderCost = (r: Ruler, before: number): number =>
  before === 0 ? 0 : before < r.setting.justification.hyphens ? LADDER : LADDER_TOO_LONG;

const endsInHyphen = (r: Ruler, to: number): boolean => to < r.a.n && r.a.breakAfter[to - 1] === Break.hyphen;

const isLegal = (r: Ruler, to: number): boolean => to === r.a.n || r.a.breakAfter[to - 1] !== Break.no;

/** One past the last end of a line from `from` that comes in question: the first legal break whose line cannot be brought to the measure. */
function limitOf(r: Ruler, from: number): number {
  const { n } = r.a;
  const room = r.room(from) + 0.005;
  for (let to = r.surely(from, room) + 1; to <= n; to++) if (isLegal(r, to) && r.least(from, to) > room) return to;
  return n + 1;
}

/** No legal break fits: as many atoms as the measure holds, one at least, whatever the rules say. */
function forced(r: Ruler, from: number): number {
  let to = from + 1;
  while (to < r.a.n && r.least(from, to + 1) <= r.room(from)) to++;
  return to;
}

/** The cheapest line from here, whatever follows; infinite where none fits. Nothing left to set costs nothing. */
function cheapest(r: Ruler, from: number): number {
  if (from >= r.a.n) return 0;
  let best = NO_WAY;
  for (let to = limitOf(r, from) - 1; to > from; to--) if (isLegal(r, to)) best = Math.min(best, r.cost(from, to));
  return best;
}

/**
 * The end that suits this line and the next best. Looking one line ahead keeps an ill-fitting line from being handed on,
 * and still lets a correction disturb no more than the line above it. The fullest lines are looked at first: most of the
 * others cost more by themselves than the best of these with what follows.
 */
function bestEnd(r: Ruler, from: number, hyphens: number): number {
  let best = -1;
  let bestCost = NO_WAY;
  for (let to = limitOf(r, from) - 1; to > from; to--) {
    if (!isLegal(r, to)) continue;
    const own = r.cost(from, to) + (hyphens && endsInHyphen(r, to) ? ladderCost(r, hyphens) : 0);
    if (best >= 0 && own >= bestCost) continue;
    const cost = own + cheapest(r, to);
    if (cost < bestCost || best < 0) {
      best = to;
      bestCost = cost;
    }
  }
  return best < 0 ? forced(r, from) : best;
}

function greedy(r: Ruler): number[] {
  const ends: number[] = [];
  let hyphens = 0;
  for (let from = 0; from < r.a.n; ) {
    from = bestEnd(r, from, hyphens);
    hyphens = endsInHyphen(r, from) ? hyphens + 1 : 0;
    ends.push(from);
  }
  return ends;
}

/** The cheapest ways found so far from atom `start` to each end. */
class Ways {
  readonly cost: Float64Array;
  readonly back: Int32Array;
  /** Lines in a row up to this end that end in a hyphen. */
  readonly hyphens: Uint8Array;
  readonly #r: Ruler;
  readonly #rivers: boolean;
  readonly #spaces = new Map<number, readonly number[]>();

  constructor(r: Ruler, start: number) {
    const { n } = r.a;
    this.#r = r;
    // White runs down only where lines are opened; ragged ones end before it can.
    this.#rivers = r.english && r.setting.align === 'justify';
    this.cost = new Float64Array(n + 1).fill(NO_WAY);
    this.back = new Int32Array(n + 1).fill(-1);
    this.hyphens = new Uint8Array(n + 1);
    this.cost[start] = 0;
  }

  /** A line from an end reached to another, if it is the cheapest way there. Stacks are counted along the cheapest way to its start. */
  offer(from: number, to: number, cost: number): void {
    const r = this.#r;
    const hyphens = endsInHyphen(r, to) ? (this.hyphens[from] as number) + 1 : 0;
    let sum = (this.cost[from] as number) + cost + (hyphens ? ladderCost(r, hyphens - 1) : 0);
    if (sum >= (this.cost[to] as number)) return;
    if (this.#rivers) sum += RIVER * this.#stacks(from, to);
    if (sum >= (this.cost[to] as number)) return;
    this.cost[to] = sum;
    this.back[to] = from;
    this.hyphens[to] = Math.min(255, hyphens);
  }

  #stacks(from: number, to: number): number {
    const above = this.back[from] as number;
    const top = above >= 0 ? (this.back[above] as number) : -1;
    return top < 0 ? 0 : stacks(this.#of(top, above), this.#of(above, from), this.#of(from, to));
  }

  #of(from: number, to: number): readonly number[] {
    const name = from * (this.#r.a.n + 1) + to;
    let found = this.#spaces.get(name);
    if (!found) {
      found = wideSpaces(this.#r, from, to);
      this.#spaces.set(name, found);
    }
    return found;
  }
}

/** The cheapest way from atom `start` to the end; null where there is none without breaking a rule. */
function total(r: Ruler, start: number): number[] | null {
  const n = r.a.n;
  const ways = new Ways(r, start);
  for (let from = start; from < n; from++) {
    if (ways.cost[from] === NO_WAY) continue;
    let any = false;
    const limit = limitOf(r, from);
    for (let to = from + 1; to < limit; to++) {
      if (!isLegal(r, to)) continue;
      any = true;
      ways.offer(from, to, r.cost(from, to));
    }
    if (!any) ways.offer(from, forced(r, from), 1e6);
  }
  if (ways.cost[n] === NO_WAY) return null;
  const ends: number[] = [];
  for (let at = n; at > start; at = ways.back[at] as number) ends.unshift(at);
  return ends;
}

/** A line costing no more than this after mending is as even as its neighbours: some 0.11 em a gap. */
const EVEN = 5;

/** Set the last lines anew, together: as few of them as give an even result, or the evenest there is. */
function mendTail(r: Ruler, ends: number[]): number[] {
  let best = ends;
  let bestWorst = NO_WAY;
  for (let lines = 2; lines <= Math.min(LINES_TO_MEND, ends.length); lines++) {
    const keep = ends.slice(0, ends.length - lines);
    const start = keep.at(-1) ?? 0;
    const tail = total(r, start);
    if (!tail) continue;
    const worst = Math.max(...tail.map((to, i) => r.cost(i ? (tail[i - 1] as number) : start, to)));
    if (worst < bestWorst) {
      best = [...keep, ...tail];
      bestWorst = worst;
    }
    if (worst <= EVEN) break;
  }
  return best;
}

/** A line costing more than this gapes: some 0.13 em a gap. */
const GAPING = 7;

/** What the worst of these lines costs, the last left out. */
function worstOf(r: Ruler, ends: readonly number[]): number {
  let worst = 0;
  for (let k = 0; k + 1 < ends.length; k++) worst = Math.max(worst, r.cost(k ? (ends[k - 1] as number) : 0, ends[k] as number));
  return worst;
}

/** Where a line would gape, the lines above it may be set anew: the whole paragraph, if that is more even. */
function mendGaps(r: Ruler, ends: number[]): number[] {
  const worst = worstOf(r, ends);
  const whole = worst > GAPING ? total(r, 0) : null;
  return whole && worstOf(r, whole) < worst ? whole : ends;
}

/** The ends (exclusive atom indices) of a paragraph's lines; empty for an empty paragraph. */
export function breakLines(r: Ruler, whole: boolean): number[] {
  if (r.a.n === 0) return [];
  if (whole) return total(r, 0) ?? greedy(r);
  const ends = mendGaps(r, greedy(r));
  return ends.length > 1 && r.lonely(ends.at(-2) as number) ? mendTail(r, ends) : ends;
}
