/**
 * 重新收齐: a laid-out page changed in one place and closed again with the least change to the rest. A wall moved, two
 * articles swapped, one promoted, one pulled, a late one put in. Each gives one Edit, or a reason and nothing moves.
 */
import { type Article, type Edit, type Frame, findArticle, framesOf, type Page, type Project, standingOn } from '../document/index.ts';
import type { GridRect } from '../measure/index.ts';
import type { Story } from '../story/index.ts';
import { mergedOverrides } from './fit.ts';
import { articleId, framesFor } from './frames.ts';
import { moduleAt } from './layout.ts';
import { loosened, type Manner, PARTY_MANNER } from './manner.ts';
import type { Measurer } from './measurer.ts';
import { shapesFor } from './modules.ts';
import { gapOf, type Room, roomFor, type Task, tasksFor } from './room.ts';
import { costAt, type Shape } from './shape.ts';
import { type Leaf, leavesOf, type Node, type Split, splitAt, structureOf, type Wall, wallsOf } from './walls.ts';

export type Reclosed =
  | {
      readonly ok: true;
      readonly edit: Edit;
      /** Articles laid anew or moved. */
      readonly changed: readonly string[];
      /** 0…1: how far the other articles are from where they stood. */
      readonly distance: number;
    }
  | {
      readonly ok: false;
      /** `tight`: not even the smallest forms go in. `loose`: not even the largest fill it. `uneven`: no heights agree. */
      readonly reason: 'interlocked' | 'locked' | 'tight' | 'loose' | 'uneven' | 'unknown';
      readonly why: string;
      /** Lines that are lacking (`tight`) or would stay empty (`loose`), where they are known. */
      readonly lines?: number;
    };

/** What a module laid anew costs beside one left as it is, and each line its height changes. */
const CHANGED = 3;
const PER_LINE = 0.25;

/** A leaf of the changed structure. */
interface Target {
  readonly kind: 'leaf';
  readonly article: string;
  readonly story: string;
  readonly locked: boolean;
  readonly gap: number;
  /** Where the article stood; null for a late one. */
  readonly stood: GridRect | null;
}
interface Joint {
  readonly kind: 'stack' | 'side';
  readonly first: Plan;
  readonly second: Plan;
  readonly columns: number;
  /** Of a stack: the lines that the first part must have. */
  readonly firstLines?: number;
}
/** A structure without places, its widths given. */
type Plan = (Target & { readonly columns: number }) | Joint;

/** Costs by height of region; for a stack the height of its first part too. */
interface Costs {
  readonly plan: Plan;
  readonly cost: Float64Array;
  readonly cut: Int16Array | null;
  readonly parts: readonly [Costs, Costs] | null;
}

interface Set {
  readonly target: Target;
  readonly region: GridRect;
}

/** The walls of a page as it stands, found without measuring; none where its modules interlock. */
export const wallsOn = (project: Project, page: Page, manner: Manner = PARTY_MANNER): Wall[] =>
  wallsOf(structureOf({ ...page, frames: [...standingOn(project, page)] }, gapOf(page, manner)));

export class Recloser {
  readonly #project: Project;
  readonly #page: Page;
  readonly #room: Room;
  readonly #root: Node | null;
  readonly #tasks: Map<string, Task>;
  readonly #shapes = new Map<string, readonly Shape[]>();
  readonly #leaves = new Map<string, Float64Array>();

  /** Keep it while a hand is on the page: what it has measured once it does not measure again. */
  constructor(project: Project, page: Page, measurer: Measurer, manner: Manner = PARTY_MANNER) {
    this.#project = project;
    this.#page = page;
    this.#room = roomFor(project, page, measurer, loosened(manner));
    this.#root = structureOf({ ...page, frames: [...standingOn(project, page)] }, this.#room.gap);
    this.#tasks = this.#tasksWith(page.articles.map((a) => a.story));
  }

  #tasksWith(storyIds: readonly string[], ranks: ReadonlyMap<string, number> = new Map()): Map<string, Task> {
    const ids = new Set(storyIds);
    const stories = this.#project.storyOrder.flatMap((id): Story[] => {
      const s = this.#project.stories[id];
      return s && ids.has(id) ? [{ ...s, rank: ranks.get(id) ?? s.rank }] : [];
    });
    return new Map(tasksFor(stories).map((t) => [t.story.id, t]));
  }

  /**
   * Measure what a hand may ask for next, a story at a width at a time, nearest widths first: with each step taken a wall
   * moves sooner. Take steps while nobody waits.
   */
  *prepare(): Generator<void> {
    const leaves = this.#root ? leavesOf(this.#root).filter((l) => !l.locked && !l.fixed) : [];
    for (let by = 0; by < this.#room.grid.columns; by++)
      for (const leaf of leaves)
        for (const columns of by === 0 ? [leaf.region.columns] : [leaf.region.columns - by, leaf.region.columns + by]) {
          const story = findArticle(this.#page, leaf.article)?.story;
          const task = story === undefined ? undefined : this.#tasks.get(story);
          if (!task || columns < 1 || columns > this.#room.grid.columns) continue;
          this.#shapesOf(task, columns);
          yield;
        }
  }

  /** The walls a hand can take hold of; none where the modules interlock. */
  get walls(): Wall[] {
    return wallsOf(this.#root);
  }

  /**
   * Move a wall by whole lines (a wall across) or columns (a wall down). Only what it parts changes, if that closes;
   * else the rest of the page gives way as little as it can.
   */
  wall(id: string, by: number): Reclosed {
    const root = this.#root;
    const split = root && splitAt(root, id);
    if (!root || !split) return refuse('unknown', `There is no wall ${id}.`);
    if (by === 0) return refuse('unknown', 'The wall stands where it stood.');
    const parted = this.#moved(split, by);
    if (!parted) return refuse('tight', 'A module would lose its last column.');
    const near = this.#close([{ plan: parted, region: split.region }]);
    if (near.ok || split === root) return near;
    const far = this.#close([{ plan: this.#replaced(root, split, parted), region: root.region }]);
    return far.ok ? far : near;
  }

  /** A split with its wall moved. */
  #moved({ kind, first, second, region }: Split, by: number): Joint | null {
    const across = kind === 'stack';
    const a = this.#plan(first, first.region.columns + (across ? 0 : by), across ? 'none' : 'right');
    const b = this.#plan(second, second.region.columns - (across ? 0 : by), across ? 'none' : 'left');
    if (!a || !b) return null;
    return { kind, first: a, second: b, columns: region.columns, ...(across ? { firstLines: first.region.lines + by } : {}) };
  }

  /** The whole structure as it stands, one split of it planned otherwise. */
  #replaced(node: Node, split: Split, by: Plan): Plan {
    if (node === split) return by;
    if (node.kind === 'leaf') return this.#plan(node, node.region.columns, 'none') as Plan;
    return {
      kind: node.kind,
      first: this.#replaced(node.first, split, by),
      second: this.#replaced(node.second, split, by),
      columns: node.region.columns,
    };
  }

  /** Let two articles change places. */
  swap(one: string, other: string): Reclosed {
    return this.#exchange(one, other, this.#tasks);
  }

  /** Make an article the lead: it takes the lead's place and rank, and the lead takes its. */
  promote(article: string): Reclosed {
    const lead = [...this.#tasks.values()].find((t) => t.level === 'lead');
    const story = findArticle(this.#page, article)?.story;
    const own = story === undefined ? undefined : this.#tasks.get(story);
    const leadArticle = this.#page.articles.find((a) => a.story === lead?.story.id);
    if (!lead || !own || !leadArticle || story === undefined) return refuse('unknown', `There is no article ${article}.`);
    if (own.level === 'photo') return refuse('unknown', 'A photograph cannot be the lead.');
    if (own === lead) return refuse('unknown', 'It is the lead already.');
    const ranks = new Map([
      [story, lead.story.rank],
      [lead.story.id, own.story.rank],
    ]);
    const done = this.#exchange(article, leadArticle.id, this.#tasksWith([...this.#tasks.keys()], ranks));
    if (!done.ok) return done;
    const stories = [...ranks].map(([id, rank]): Edit => ({ kind: 'story', id, after: { ...(this.#project.stories[id] as Story), rank } }));
    return { ...done, edit: { kind: 'all', edits: [...stories, done.edit] } };
  }

  #exchange(one: string, other: string, tasks: ReadonlyMap<string, Task>): Reclosed {
    const root = this.#root;
    if (!root) return interlocked();
    const [a, b] = [findArticle(this.#page, one), findArticle(this.#page, other)];
    if (!a || !b || a === b) return refuse('unknown', 'Two articles of the page are needed.');
    const leaves = leavesOf(root);
    if (leaves.some((l) => l.locked && (l.article === one || l.article === other)))
      return refuse('locked', 'A locked article stays where it is.');
    const becomes = new Map([
      [one, b],
      [other, a],
    ]);
    const plan = this.#plan(root, root.region.columns, 'none', becomes);
    return plan ? this.#close([{ plan, region: root.region }], tasks) : refuse('tight', 'A module would lose its last column.');
  }

  /** Take an article off the page; what it was parted from takes its place. */
  pull(article: string): Reclosed {
    const root = this.#root;
    if (!root) return interlocked();
    const leaf = leavesOf(root).find((l) => l.article === article);
    if (!leaf) return refuse('unknown', `There is no article ${article}.`);
    if (leaf.locked) return refuse('locked', 'A locked article stays where it is.');
    if (root.kind === 'leaf') return this.#close([], this.#tasks, [article]);
    const tasks = this.#tasksWith(this.#page.articles.filter((a) => a.id !== article).map((a) => a.story));
    const plan = this.#without(root, article, root.region.columns, 'none');
    return plan ? this.#close([{ plan, region: root.region }], tasks, [article]) : refuse('tight', 'A module would lose its last column.');
  }

  /** Put a story of the project on the page, parting one module from below or beside. */
  add(story: string): Reclosed {
    const root = this.#root;
    if (!root) return interlocked();
    if (!this.#project.stories[story] || this.#tasks.has(story)) return refuse('unknown', `Story ${story} cannot be added.`);
    const id = articleId(this.#page, this.#project.storyOrder.indexOf(story) + 1, new globalThis.Set(this.#page.articles.map((a) => a.id)));
    const late: Target = { kind: 'leaf', article: id, story, locked: false, gap: this.#room.gap, stood: null };
    const tasks = this.#tasksWith([...this.#tasks.keys(), story]);
    let best: { cost: number; plan: Plan } | null = null;
    let failed: Reclosed = refuse('tight', 'There is no room for it.');
    for (const leaf of leavesOf(root)) {
      if (leaf.locked) continue;
      for (let right = 0; right < leaf.region.columns; right++) {
        const plan = this.#parted(root, leaf, late, right);
        const costs = plan && this.#costs(plan, tasks, root.region.lines);
        const cost = costs?.cost[root.region.lines] ?? Number.POSITIVE_INFINITY;
        if (plan && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { cost, plan };
        else if (costs && !best) failed = this.#reasonFor(costs, root.region.lines);
      }
    }
    return best ? this.#close([{ plan: best.plan, region: root.region }], tasks) : failed;
  }

  /** The structure with a late story under a leaf (`right` 0) or in the `right` columns beside it. */
  #parted(node: Node, leaf: Leaf, late: Target, right: number): Plan | null {
    if (node.kind !== 'leaf') {
      const first = this.#parted(node.first, leaf, late, right);
      const second = this.#parted(node.second, leaf, late, right);
      return first && second ? { kind: node.kind, first, second, columns: node.region.columns } : null;
    }
    const own = this.#plan(node, node.region.columns - (node === leaf ? right : 0), 'right');
    if (node !== leaf || !own) return own;
    const columns = node.region.columns;
    return right === 0
      ? { kind: 'stack', first: own, second: { ...late, columns }, columns }
      : { kind: 'side', first: own, second: { ...late, columns: right }, columns };
  }

  /** The structure without one article. `edge` is where the node's width changes. */
  #without(node: Split, article: string, columns: number, edge: 'left' | 'right' | 'none'): Plan | null {
    const gone = (n: Node): boolean => n.kind === 'leaf' && n.article === article;
    if (gone(node.first)) return this.#plan(node.second, columns, node.kind === 'side' ? 'left' : edge);
    if (gone(node.second)) return this.#plan(node.first, columns, node.kind === 'side' ? 'right' : edge);
    const inFirst = leavesOf(node.first).some((l) => l.article === article);
    const first = inFirst
      ? this.#without(node.first as Split, article, node.first.region.columns, 'none')
      : this.#plan(node.first, node.first.region.columns, 'none');
    const second = inFirst
      ? this.#plan(node.second, node.second.region.columns, 'none')
      : this.#without(node.second as Split, article, node.second.region.columns, 'none');
    return first && second ? { kind: node.kind, first, second, columns } : null;
  }

  /** A node as a plan of another width; what it gains or loses falls to the part at the moved edge. */
  #plan(node: Node, columns: number, edge: 'left' | 'right' | 'none', becomes?: ReadonlyMap<string, Article>): Plan | null {
    if (columns < 1) return null;
    if (node.kind === 'leaf') {
      if (node.locked && columns !== node.region.columns) return null;
      if (node.fixed) return { kind: 'leaf', article: node.article, story: '', locked: true, gap: node.gap, stood: node.region, columns };
      const article = becomes?.get(node.article) ?? findArticle(this.#page, node.article);
      if (!article) return null;
      const stood = this.#stood(article.id);
      return {
        kind: 'leaf',
        article: article.id,
        story: article.story,
        locked: node.locked,
        gap: Math.max(1, Math.min(this.#room.gap, node.gap)),
        stood,
        columns,
      };
    }
    const by = columns - node.region.columns;
    const [a, b] = node.kind === 'stack' ? [by, by] : edge === 'left' ? [by, 0] : [0, by];
    const first = this.#plan(node.first, node.first.region.columns + a, edge, becomes);
    const second = this.#plan(node.second, node.second.region.columns + b, edge, becomes);
    return first && second ? { kind: node.kind, first, second, columns } : null;
  }

  #stood(article: string): GridRect | null {
    const leaf = this.#root && leavesOf(this.#root).find((l) => l.article === article);
    return leaf ? leaf.region : null;
  }

  #shapesOf(task: Task, columns: number): readonly Shape[] {
    const key = `${task.story.id} ${task.level} ${columns}`;
    let shapes = this.#shapes.get(key);
    if (!shapes) {
      shapes = shapesFor(this.#room, task, columns, this.#room.grid.lines);
      this.#shapes.set(key, shapes);
    }
    return shapes;
  }

  #leafCosts(t: Target & { columns: number }, tasks: ReadonlyMap<string, Task>, most: number): Float64Array {
    const task = tasks.get(t.story);
    const key = [t.article, t.story, task?.level, t.columns, t.gap, t.locked, t.stood?.columns, t.stood?.lines, most].join();
    let cost = this.#leaves.get(key);
    if (!cost) {
      cost = this.#leafCostsAnew(t, task, most);
      this.#leaves.set(key, cost);
    }
    return cost;
  }

  #leafCostsAnew(t: Target & { columns: number }, task: Task | undefined, most: number): Float64Array {
    const cost = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY);
    const same = t.locked || (task && this.#tasks.get(t.story)?.level === task.level && t.stood?.columns === t.columns);
    if (same && t.stood && t.stood.lines <= most) cost[t.stood.lines] = 0;
    if (t.locked || !task) return cost;
    for (const s of this.#shapesOf(task, t.columns))
      s.costs.forEach((c, at) => {
        const h = s.least + at + t.gap;
        const all = c + CHANGED + PER_LINE * Math.abs(h - (t.stood?.lines ?? h));
        if (h <= most && all < (cost[h] as number)) cost[h] = all;
      });
    return cost;
  }

  #costs(plan: Plan, tasks: ReadonlyMap<string, Task>, most: number): Costs {
    if (plan.kind === 'leaf') return { plan, cost: this.#leafCosts(plan, tasks, most), cut: null, parts: null };
    const a = this.#costs(plan.first, tasks, most);
    const b = this.#costs(plan.second, tasks, most);
    const cost = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY);
    const cut = new Int16Array(most + 1);
    for (let h = 1; h <= most; h++) {
      if (plan.firstLines !== undefined && h !== plan.firstLines) continue;
      const c = a.cost[h] as number;
      if (plan.kind === 'side') cost[h] = c + (b.cost[h] as number);
      else if (c < Number.POSITIVE_INFINITY)
        for (let g = 1; h + g <= most; g++) {
          const sum = c + (b.cost[g] as number);
          if (sum < (cost[h + g] as number)) {
            cost[h + g] = sum;
            cut[h + g] = h;
          }
        }
    }
    return { plan, cost, cut, parts: [a, b] };
  }

  #reasonFor(costs: Costs, lines: number): Reclosed {
    const can = [...costs.cost.keys()].filter((h) => (costs.cost[h] as number) < Number.POSITIVE_INFINITY);
    const [least, most] = [can[0], can.at(-1)];
    if (least === undefined || most === undefined) return refuse('uneven', 'The modules side by side cannot be set equally deep.');
    if (lines < least) return refuse('tight', `The text needs ${least - lines} lines more.`, least - lines);
    if (lines > most) return refuse('loose', `${lines - most} lines would stay empty.`, lines - most);
    return refuse('uneven', `No setting of these modules is ${lines} lines deep; ${nearest(can, lines)} would be.`);
  }

  /** Set each part at exactly its region and make the Edit. */
  #close(
    parts: readonly { plan: Plan; region: GridRect }[],
    tasks: ReadonlyMap<string, Task> = this.#tasks,
    gone: readonly string[] = [],
  ): Reclosed {
    const sets: Set[] = [];
    for (const { plan, region } of parts) {
      const costs = this.#costs(plan, tasks, Math.max(1, region.lines));
      if (region.lines < 1 || !((costs.cost[region.lines] as number) < Number.POSITIVE_INFINITY))
        return this.#reasonFor(costs, region.lines);
      sets.push(...spread(costs, region));
    }
    const moved = sets.find((s) => s.target.locked && s.target.stood && !sameRect(s.target.stood, s.region));
    return moved ? refuse('locked', 'A locked article would have to move.') : this.#edit(sets, tasks, gone);
  }

  #edit(sets: readonly Set[], tasks: ReadonlyMap<string, Task>, gone: readonly string[]): Reclosed {
    let articles = this.#page.articles.filter((a) => !gone.includes(a.id));
    let frames = this.#page.frames.filter((f) => f.article === null || !gone.includes(f.article));
    const changed = [...gone];
    let off = 0;
    for (const { target, region } of sets) {
      if (target.locked) continue;
      if (target.stood && sameRect(target.stood, region) && this.#tasks.get(target.story)?.level === tasks.get(target.story)?.level)
        continue;
      const { article, own } = this.#lay(target, region, tasks.get(target.story) as Task);
      const at = frames.findIndex((f) => f.article === target.article);
      const rest = frames.filter((f) => f.article !== target.article);
      const to = at < 0 ? rest.length : frames.slice(0, at).filter((f) => f.article !== target.article).length;
      frames = [...rest.slice(0, to), ...own, ...rest.slice(to)];
      articles = articles.some((a) => a.id === article.id)
        ? articles.map((a) => (a.id === article.id ? article : a))
        : [...articles, article];
      changed.push(target.article);
      if (target.stood) off += 1 - shared(target.stood, region);
    }
    const edit: Edit = { kind: 'page', id: this.#page.id, after: { ...this.#page, articles, frames } };
    return { ok: true, edit, changed, distance: sets.length ? off / sets.length : 0 };
  }

  #lay(target: Target, region: GridRect, task: Task): { article: Article; own: Frame[] } {
    const old = findArticle(this.#page, target.article);
    const { stood } = target;
    if (
      old &&
      stood &&
      stood.columns === region.columns &&
      stood.lines === region.lines &&
      this.#tasks.get(target.story)?.level === task.level
    ) {
      const shift = (at: GridRect): GridRect => ({
        ...at,
        column: at.column + region.column - stood.column,
        line: at.line + region.line - stood.line,
      });
      return { article: old, own: framesOf(this.#page, target.article).map((f) => ({ ...f, at: shift(f.at) })) };
    }
    const lines = region.lines - target.gap;
    const shapes = this.#shapesOf(task, region.columns);
    const shape = shapes.reduce((a, b) => (costAt(b, lines) < costAt(a, lines) ? b : a));
    const module = moduleAt(task, shape.name, shape.lay(lines), { ...region, lines });
    const overrides = mergedOverrides(old?.overrides ?? {}, module.overrides);
    return { article: { id: target.article, story: target.story, overrides }, own: framesFor(target.article, module.pieces) };
  }
}

const refuse = (reason: Extract<Reclosed, { ok: false }>['reason'], why: string, lines?: number): Reclosed => ({
  ok: false,
  reason,
  why,
  ...(lines === undefined ? {} : { lines }),
});
const interlocked = (): Reclosed => refuse('interlocked', 'The modules interlock; there is no wall to move.');
const nearest = (of: readonly number[], to: number): number => of.reduce((a, b) => (Math.abs(b - to) < Math.abs(a - to) ? b : a));
const sameRect = (a: GridRect, b: GridRect): boolean =>
  a.column === b.column && a.line === b.line && a.columns === b.columns && a.lines === b.lines;

/** What two places share, over what they cover together. */
function shared(a: GridRect, b: GridRect): number {
  const w = Math.min(a.column + a.columns, b.column + b.columns) - Math.max(a.column, b.column);
  const h = Math.min(a.line + a.lines, b.line + b.lines) - Math.max(a.line, b.line);
  const both = Math.max(0, w) * Math.max(0, h);
  return both / (a.columns * a.lines + b.columns * b.lines - both);
}

/** Each leaf's region when the whole has `region`. */
function spread(costs: Costs, region: GridRect): Set[] {
  const { plan, parts, cut } = costs;
  if (plan.kind === 'leaf') return [{ target: plan, region }];
  const [a, b] = parts as readonly [Costs, Costs];
  if (plan.kind === 'side') {
    const left = { ...region, columns: plan.first.columns };
    return [...spread(a, left), ...spread(b, { ...region, column: region.column + left.columns, columns: plan.second.columns })];
  }
  const lines = (cut as Int16Array)[region.lines] as number;
  return [...spread(a, { ...region, lines }), ...spread(b, { ...region, line: region.line + lines, lines: region.lines - lines })];
}
