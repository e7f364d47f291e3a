/** Stories in one reading order put into the regions of a page: which run of them fills which region, and how. */
import type { Region } from './regions.ts';
import type { Slicing, Tree } from './slicing.ts';
import { wheels } from './wheel.ts';

export interface Filled {
  readonly parts: readonly { readonly tree: Tree; readonly region: Region }[];
  readonly cost: number;
  /** Lines of basic column left empty at the feet of regions; 0 where the page is closed. */
  readonly empty: number;
}

/** What one empty line of basic column costs when a page cannot be closed. */
const EMPTY_LINE = 0.5;

/** The height a region offers, the white under its last module included. */
const offered = (r: Region, gap: number): number => r.lines + (r.foot ? gap : 0);

/** Every good way of filling a single region exactly, cheapest first. */
export function fillOne(slicing: Slicing, count: number, region: Region, gap: number, most: number): Filled[] {
  const height = offered(region, gap);
  return [...slicing.alternatives(0, count - 1, region.columns, height, most), ...wheels(slicing, count, region.columns, height, 3)].map(
    ({ cost, tree }) => ({ parts: [{ tree, region }], cost, empty: 0 }),
  );
}

interface Share {
  readonly cost: number;
  readonly empty: number;
  /** How many stories the region takes, and its height. */
  readonly takes: number;
  readonly height: number;
}

/**
 * The cheapest way to share the stories out over the regions in order. With `exact`, every region closes or is left
 * whole; without, a region may stay empty at its foot. Null where the stories do not go in.
 */
export function fillAll(slicing: Slicing, count: number, regions: readonly Region[], gap: number, exact: boolean): Filled | null {
  const memo = new Map<number, Share | null>();
  const best = (r: number, from: number): Share | null => {
    const key = r * (count + 1) + from;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const share = r === regions.length ? (from === count ? { cost: 0, empty: 0, takes: 0, height: 0 } : null) : choose(r, from);
    memo.set(key, share);
    return share;
  };
  const choose = (r: number, from: number): Share | null => {
    const region = regions[r] as Region;
    let chosen: Share | null = null;
    for (let takes = 0; from + takes <= count; takes++) {
      if (from + takes > 0 && from + takes < count && !slicing.mayPart(from + takes - 1)) continue;
      const rest = best(r + 1, from + takes);
      const own = rest && regionShare(slicing, region, gap, from, takes, exact);
      if (!own || !rest) continue;
      const cost = own.cost + rest.cost;
      if (!chosen || cost < chosen.cost) chosen = { cost, empty: own.empty + rest.empty, takes, height: own.height };
    }
    return chosen;
  };
  const whole = best(0, 0);
  if (!whole || !Number.isFinite(whole.cost)) return null;
  const parts: { tree: Tree; region: Region }[] = [];
  let from = 0;
  regions.forEach((region, r) => {
    const share = best(r, from) as Share;
    if (share.takes > 0) parts.push({ region, tree: slicing.tree(from, from + share.takes - 1, region.columns, share.height) });
    from += share.takes;
  });
  return { parts, cost: whole.cost, empty: whole.empty };
}

function regionShare(
  slicing: Slicing,
  region: Region,
  gap: number,
  from: number,
  takes: number,
  exact: boolean,
): Omit<Share, 'takes'> | null {
  const height = offered(region, gap);
  if (takes === 0) {
    const empty = region.lines * region.columns;
    return { cost: empty * EMPTY_LINE, empty, height: 0 };
  }
  const got = exact ? height : slicing.nearest(from, from + takes - 1, region.columns, height);
  if (got === null) return null;
  const empty = (height - got) * region.columns;
  const cost = slicing.cost(from, from + takes - 1, region.columns, got) + empty * EMPTY_LINE;
  return Number.isFinite(cost) ? { cost, empty, height: got } : null;
}
