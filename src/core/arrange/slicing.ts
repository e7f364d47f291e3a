/**
 * 分割: whole pages as slicing structures. For a reading order of stories, every run of the order and every width in
 * columns has a table of the least cost for each height; two runs stack with their heights added, or stand side by side
 * with the same height. The table at the page's own width and height is the best page that closes to the line
 * (after the optimal guillotine layout of Gange, Marriott and Stuckey; guide/arrangement.md).
 *
 * Heights count the white under each module, so a page of n lines is closed at n and one white.
 */
import { type Bite, cornerHolds } from './bite.ts';
import type { Shape } from './shape.ts';

export type Tree =
  | { readonly kind: 'leaf'; readonly task: number; readonly shape: Shape; readonly lines: number }
  | { readonly kind: 'stack' | 'side'; readonly first: Tree; readonly second: Tree }
  /** Parts from their columns and lines: five groups about a middle one, or a story with others in its corner. */
  | {
      readonly kind: 'wheel';
      readonly parts: readonly { readonly tree: Tree; readonly column: number; readonly line: number }[];
      readonly columns: number;
      readonly lines: number;
    };

/** What joining costs beyond the parts. */
export interface JoinCosts {
  /** A cut across the page's whole width. */
  readonly throughCut: number;
  /** Two heads starting side by side on the same line (C05). */
  readonly butting: number;
  /** A cut from the page's top to its foot. */
  readonly downCut: number;
}

/** Whether the module in a corner begins with its head: bit 0 top left, bit 1 top right. */
const TOP_LEFT = 1;
const TOP_RIGHT = 2;
const FLAGS = 4;

interface Cell {
  /** Cost at `flags × (height + 1) + lines`. */
  readonly cost: Float64Array;
  readonly back: Int32Array;
  /** The cheapest over the flags, and which it is. */
  readonly best: Float64Array;
  readonly bestFlags: Uint8Array;
  lo: number;
  hi: number;
}

const LEAF = 0;
const STACK = 1;
const SIDE = 2;
const BITE = 3;
/** kind 2 bits, split (of a bite: columns of its long legs) 8, lines or columns 10, flags of the first 2, of the second 2. */
const pack = (kind: number, split: number, x: number, first: number, second: number): number =>
  kind | (split << 2) | (x << 10) | (first << 20) | (second << 22);

export class Slicing {
  readonly #cells = new Map<number, Cell>();
  readonly #height: number;
  readonly #count: number;
  readonly #columns: number;
  readonly #shapes: readonly (readonly (readonly Shape[])[])[];
  readonly #join: JoinCosts;
  readonly #gap: number;
  readonly #joined: readonly boolean[];
  readonly #bites: readonly (readonly (readonly Bite[])[])[];

  /**
   * `shapes[i][w]` are the shapes of the i-th story of the order at `w` columns; `lines` is the greatest height of any
   * region to be filled, `gap` the white under each module.
   * `bites[i][w]` are the ways in which the i-th story may take those after it into its corner;
   * `joined[i]` keeps the i-th story right under the one before it.
   */
  constructor(
    shapes: readonly (readonly (readonly Shape[])[])[],
    columns: number,
    lines: number,
    gap: number,
    join: JoinCosts,
    joined: readonly boolean[] = [],
    bites: readonly (readonly (readonly Bite[])[])[] = [],
  ) {
    this.#shapes = shapes;
    this.#count = shapes.length;
    this.#columns = columns;
    this.#height = lines + gap;
    this.#gap = gap;
    this.#joined = joined;
    this.#bites = bites;
    this.#join = join;
    for (let length = 1; length <= this.#count; length++)
      for (let i = 0; i + length <= this.#count; i++) for (let w = 1; w <= columns; w++) this.#fill(i, i + length - 1, w);
  }

  #key = (i: number, j: number, w: number): number => (i * this.#count + j) * (this.#columns + 1) + w;

  #cell(i: number, j: number, w: number): Cell {
    return this.#cells.get(this.#key(i, j, w)) as Cell;
  }

  #fill(i: number, j: number, w: number): void {
    const size = this.#height + 1;
    const cell: Cell = {
      cost: new Float64Array(FLAGS * size).fill(Number.POSITIVE_INFINITY),
      back: new Int32Array(FLAGS * size),
      best: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
      bestFlags: new Uint8Array(size),
      lo: size,
      hi: -1,
    };
    if (i === j) this.#leaves(cell, i, w);
    for (let k = i; k < j; k++) {
      if (!this.#parts(i, j, k)) continue;
      this.#stack(cell, this.#cell(i, k, w), this.#cell(k + 1, j, w), k, w === this.#columns ? this.#join.throughCut : 0);
      for (let w1 = 1; w1 < w && this.mayPart(k); w1++) this.#beside(cell, this.#cell(i, k, w1), this.#cell(k + 1, j, w - w1), k, w1);
    }
    if (j > i && this.mayPart(i)) for (const bite of this.#bites[i]?.[w] ?? []) this.#bite(cell, bite, this.#cell(i + 1, j, w - bite.long));
    this.#close(cell);
    this.#cells.set(this.#key(i, j, w), cell);
  }

  /** True where the story after the k-th need not stand right under it. */
  mayPart(k: number): boolean {
    return !this.#joined[k + 1];
  }

  /** A joined block is parted only within itself. */
  #parts(i: number, j: number, k: number): boolean {
    if (this.mayPart(k)) return true;
    for (let n = i; n < j; n++) if (this.mayPart(n)) return false;
    return true;
  }

  #leaves(cell: Cell, i: number, w: number): void {
    const size = this.#height + 1;
    this.#shapes[i]?.[w]?.forEach((s, index) => {
      const flags = (s.headLeft ? TOP_LEFT : 0) | (s.headRight ? TOP_RIGHT : 0);
      s.costs.forEach((c, at) => {
        const h = s.least + at + this.#gap;
        if (h >= size || c >= (cell.cost[flags * size + h] as number)) return;
        cell.cost[flags * size + h] = c;
        cell.back[flags * size + h] = pack(LEAF, 0, 0, 0, 0) | (index << 2);
      });
    });
  }

  #stack(cell: Cell, top: Cell, bottom: Cell, k: number, extra: number): void {
    const size = this.#height + 1;
    for (let flags = 0; flags < FLAGS; flags++) {
      const at = flags * size;
      for (let h = top.lo; h <= top.hi; h++) {
        const c = (top.cost[at + h] as number) + extra;
        if (c === Number.POSITIVE_INFINITY) continue;
        const end = Math.min(bottom.hi, this.#height - h);
        for (let g = bottom.lo; g <= end; g++) {
          const sum = c + (bottom.best[g] as number);
          if (sum < (cell.cost[at + h + g] as number)) {
            cell.cost[at + h + g] = sum;
            cell.back[at + h + g] = pack(STACK, k, h, flags, bottom.bestFlags[g] as number);
          }
        }
      }
    }
  }

  #beside(cell: Cell, left: Cell, right: Cell, k: number, w1: number): void {
    const size = this.#height + 1;
    const lo = Math.max(left.lo, right.lo);
    const hi = Math.min(left.hi, right.hi);
    for (let f = 0; f < FLAGS; f++)
      for (let g = 0; g < FLAGS; g++) {
        const extra = f & TOP_RIGHT && g & TOP_LEFT ? this.#join.butting : 0;
        const at = ((f & TOP_LEFT) | (g & TOP_RIGHT)) * size;
        for (let h = lo; h <= hi; h++) {
          const sum = (left.cost[f * size + h] as number) + (right.cost[g * size + h] as number) + extra;
          if (sum < (cell.cost[at + h] as number)) {
            cell.cost[at + h] = sum;
            cell.back[at + h] = pack(SIDE, k, w1, f, g);
          }
        }
      }
  }

  /** Others in the corner of the run's first story: they end on its last line. */
  #bite(cell: Cell, bite: Bite, corner: Cell): void {
    const at = (TOP_LEFT | TOP_RIGHT) * (this.#height + 1);
    for (let g = corner.lo; g <= corner.hi; g++) {
      const inner = corner.best[g] as number;
      if (inner === Number.POSITIVE_INFINITY || !cornerHolds(bite, g)) continue;
      const depth = bite.depth(g) + this.#gap;
      for (const head of bite.heads) {
        const h = head.lines + depth;
        const sum = inner + bite.cost + head.cost;
        if (h > this.#height || sum >= (cell.cost[at + h] as number)) continue;
        cell.cost[at + h] = sum;
        cell.back[at + h] = pack(BITE, bite.long, g, 0, corner.bestFlags[g] as number);
      }
    }
  }

  #close(cell: Cell): void {
    const size = this.#height + 1;
    for (let h = 0; h < size; h++) {
      for (let flags = 0; flags < FLAGS; flags++) {
        const c = cell.cost[flags * size + h] as number;
        if (c < (cell.best[h] as number)) {
          cell.best[h] = c;
          cell.bestFlags[h] = flags;
        }
      }
      if ((cell.best[h] as number) < Number.POSITIVE_INFINITY) {
        cell.lo = Math.min(cell.lo, h);
        cell.hi = h;
      }
    }
  }

  /** Cost of stories `i…j` in a region `columns` × `height` (the white under the last module counted); infinite where none closes. */
  cost(i: number, j: number, columns: number, height: number): number {
    return this.#cell(i, j, columns).best[height] ?? Number.POSITIVE_INFINITY;
  }

  /** Costs of stories `i…j` at a width by height; not to be changed. */
  costs(i: number, j: number, columns: number): Float64Array {
    return this.#cell(i, j, columns).best;
  }

  /** The heights, least and greatest, that stories `i…j` can take at a width; null where they cannot be set at all. */
  range(i: number, j: number, columns: number): [number, number] | null {
    const c = this.#cell(i, j, columns);
    return c.hi < 0 ? null : [c.lo, c.hi];
  }

  /** The height nearest to `height` and not above it that stories `i…j` can take; null where there is none. */
  nearest(i: number, j: number, columns: number, height: number): number | null {
    const c = this.#cell(i, j, columns);
    for (let h = Math.min(height, c.hi); h >= c.lo; h--) if ((c.best[h] as number) < Number.POSITIVE_INFINITY) return h;
    return null;
  }

  /** The cheapest structure of stories `i…j` at exactly this height. Throws where `cost` is infinite. */
  tree(i: number, j: number, columns: number, height: number): Tree {
    return this.#build(i, j, columns, height, this.#cell(i, j, columns).bestFlags[height] as number);
  }

  #build(i: number, j: number, w: number, h: number, flags: number): Tree {
    const cell = this.#cell(i, j, w);
    const b = cell.back[flags * (this.#height + 1) + h] as number;
    const kind = b & 3;
    if (kind === LEAF) return { kind: 'leaf', task: i, shape: this.#shapes[i]?.[w]?.[b >> 2] as Shape, lines: h - this.#gap };
    const k = (b >> 2) & 255;
    const x = (b >> 10) & 1023;
    const first = (b >> 20) & 3;
    const second = (b >> 22) & 3;
    if (kind === BITE) {
      const bite = this.#bites[i]?.[w]?.find((one) => one.long === k) as Bite;
      const lines = h - this.#gap;
      const own: Tree = { kind: 'leaf', task: i, shape: bite.shape(lines - bite.depth(x), x), lines };
      const corner = this.#build(i + 1, j, w - k, x, second);
      const parts = [
        { tree: own, column: 0, line: 0 },
        { tree: corner, column: k, line: h - x },
      ];
      return { kind: 'wheel', parts, columns: w, lines: h };
    }
    if (kind === STACK) return { kind: 'stack', first: this.#build(i, k, w, x, first), second: this.#build(k + 1, j, w, h - x, second) };
    return { kind: 'side', first: this.#build(i, k, x, h, first), second: this.#build(k + 1, j, w - x, h, second) };
  }

  /** The best structure for each way of making the first cut, cheapest first, at most `most` of them. */
  alternatives(i: number, j: number, columns: number, height: number, most: number): { cost: number; tree: Tree }[] {
    const found: { cost: number; tree: () => Tree }[] = [];
    for (let k = i; k < j; k++) {
      if (!this.#parts(i, j, k)) continue;
      this.#firstStack(found, i, j, k, columns, height);
      if (this.mayPart(k)) this.#firstSides(found, i, j, k, columns, height);
    }
    if (i === j && this.cost(i, j, columns, height) < Number.POSITIVE_INFINITY)
      found.push({ cost: this.cost(i, j, columns, height), tree: () => this.tree(i, j, columns, height) });
    return found
      .sort((a, b) => a.cost - b.cost)
      .slice(0, most)
      .map((f) => ({ cost: f.cost, tree: f.tree() }));
  }

  #firstStack(found: { cost: number; tree: () => Tree }[], i: number, j: number, k: number, w: number, height: number): void {
    const top = this.#cell(i, k, w);
    const bottom = this.#cell(k + 1, j, w);
    let best = Number.POSITIVE_INFINITY;
    let at = 0;
    for (let h = top.lo; h <= Math.min(top.hi, height); h++) {
      const sum = (top.best[h] as number) + (bottom.best[height - h] ?? Number.POSITIVE_INFINITY);
      if (sum < best) {
        best = sum;
        at = h;
      }
    }
    if (best === Number.POSITIVE_INFINITY) return;
    found.push({
      cost: best + this.#join.throughCut,
      tree: () => ({ kind: 'stack', first: this.tree(i, k, w, at), second: this.tree(k + 1, j, w, height - at) }),
    });
  }

  #firstSides(found: { cost: number; tree: () => Tree }[], i: number, j: number, k: number, w: number, height: number): void {
    const size = this.#height + 1;
    for (let w1 = 1; w1 < w; w1++) {
      const left = this.#cell(i, k, w1);
      const right = this.#cell(k + 1, j, w - w1);
      let best = Number.POSITIVE_INFINITY;
      let flags: [number, number] = [0, 0];
      for (let f = 0; f < FLAGS; f++)
        for (let g = 0; g < FLAGS; g++) {
          const butting = f & TOP_RIGHT && g & TOP_LEFT ? this.#join.butting : 0;
          const sum = (left.cost[f * size + height] as number) + (right.cost[g * size + height] as number) + butting;
          if (sum < best) {
            best = sum;
            flags = [f, g];
          }
        }
      if (best === Number.POSITIVE_INFINITY) continue;
      found.push({
        cost: best + this.#join.downCut,
        tree: () => ({
          kind: 'side',
          first: this.#build(i, k, w1, height, flags[0]),
          second: this.#build(k + 1, j, w - w1, height, flags[1]),
        }),
      });
    }
  }
}
