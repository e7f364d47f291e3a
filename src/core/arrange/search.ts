/** The search for pages: orders of the stories one after another, each giving the best pages that close to the line. */
import type { GridRect } from '../measure/index.ts';
import { type Bite, bitesFor } from './bite.ts';
import { chance } from './chance.ts';
import { raggedDepth } from './depth.ts';
import { type Filled, fillAll, fillOne } from './fill.ts';
import { flatten, type Module } from './layout.ts';
import { shapesFor } from './modules.ts';
import { orders } from './orders.ts';
import type { Region } from './regions.ts';
import type { Room, Task } from './room.ts';
import { type Score, scoreOf } from './score.ts';
import type { Shape } from './shape.ts';
import { type JoinCosts, Slicing } from './slicing.ts';

export interface Candidate {
  readonly modules: readonly Module[];
  readonly score: Score;
  /** Lines of basic column left empty; 0 where the page is closed. */
  readonly empty: number;
}

export interface Problem {
  readonly room: Room;
  readonly tasks: readonly Task[];
  /** Ways to cut the free area, each in reading order. */
  readonly regions: readonly (readonly Region[])[];
  readonly kept: readonly GridRect[];
  readonly seed: number;
  /** How many orders to try. */
  readonly tries: number;
}

/** First cuts tried for each order. */
const CUTS_PER_ORDER = 6;

type ShapeTable = ReadonlyMap<string, readonly (readonly Shape[])[]>;

/** Every story's shapes by width, measured once. */
export function shapeTable(room: Room, tasks: readonly Task[], limit: number): ShapeTable {
  return new Map(
    tasks.map((t) => [t.story.id, Array.from({ length: room.grid.columns + 1 }, (_, w) => (w === 0 ? [] : shapesFor(room, t, w, limit)))]),
  );
}

/** Every story's ways to interlock, by width. Every other order may use them. */
const biteTable = (room: Room, tasks: readonly Task[]): ReadonlyMap<string, readonly (readonly Bite[])[]> =>
  new Map(tasks.map((t) => [t.story.id, Array.from({ length: room.grid.columns + 1 }, (_, w) => bitesFor(room, t, w))]));

const joinCosts = (room: Room): JoinCosts => ({
  throughCut: (room.manner.weights.C07 ?? 0) * 0.6,
  butting: room.manner.weights.C05 ?? 0,
  downCut: (room.manner.weights.C07 ?? 0) * 0.5,
});

/** What a page is asked to be beside cheap, so that pages differ where a reader sees it first: in the lead and the photograph. */
const THEMES: readonly ((task: Task, share: number) => number)[] = [
  () => 0,
  (t, share) => (t.level === 'lead' && share < 0.7 ? 5 : 0),
  (t, share) => (t.dominant && share < 0.55 ? 5 : 0),
  (t, share) => (t.level === 'lead' && share > 0.52 ? 5 : 0),
  (t, share) => (t.dominant && share > 0.45 ? 5 : 0),
  (t, share) => (t.level === 'second' && share < 0.6 ? 5 : 0),
];

/** A little seeded unevenness in the shapes' costs, and the theme's, so that different orders do not all find the same page. */
function uneven(
  shapes: readonly (readonly Shape[])[],
  random: () => number,
  strength: number,
  theme: (columns: number) => number,
): Shape[][] {
  return shapes.map((at) =>
    at.map((s) => {
      const extra = random() * strength + theme(s.columns);
      return { ...s, bias: extra, costs: s.costs.map((c) => c + extra) };
    }),
  );
}

export function* search(problem: Problem, table: ShapeTable, exact: boolean): Generator<Candidate | null> {
  const { room, tasks, regions, kept, seed } = problem;
  const most = Math.max(...regions.flat().map((r) => r.lines));
  const random = chance(seed);
  const bites = exact ? biteTable(room, tasks) : new Map<string, Bite[][]>();
  let nth = 0;
  for (const order of orders(tasks, seed, problem.tries)) {
    const inOrder = order.map((i) => tasks[i] as Task);
    const strength = nth === 0 ? 0 : 2.5;
    const theme = THEMES[nth++ % THEMES.length] as (typeof THEMES)[number];
    const shapes = inOrder.map((t) => uneven(table.get(t.story.id) ?? [], random, strength, (w) => theme(t, w / room.grid.columns)));
    const slicing = new Slicing(
      shapes,
      room.grid.columns,
      most,
      room.gap,
      joinCosts(room),
      inOrder.map((t) => t.joined),
      nth % 2 === 0 ? inOrder.map((t) => bites.get(t.story.id) ?? []) : [],
    );
    for (const way of regions) {
      const found =
        way.length === 1 && exact
          ? fillOne(slicing, inOrder.length, way[0] as Region, room.gap, CUTS_PER_ORDER)
          : several(slicing, inOrder.length, way, room.gap, exact);
      for (const filled of found) {
        const one = candidate(room, inOrder, filled, kept);
        if (holdsAll(room, one.modules)) yield one;
      }
    }
    yield null;
  }
}

const several = (slicing: Slicing, count: number, way: readonly Region[], gap: number, exact: boolean): Filled[] => {
  const f = fillAll(slicing, count, way, gap, exact);
  return f && (!exact || f.empty === 0) ? [f] : [];
};

function candidate(room: Room, tasks: readonly Task[], filled: Filled, kept: readonly GridRect[]): Candidate {
  const modules = filled.parts.flatMap(({ tree, region }) => flatten(tree, tasks, region, room.gap));
  const score = scoreOf(room, modules, kept);
  return { modules, score, empty: filled.empty };
}

/** How different two pages are in structure, 0…1: the mean over stories of what their modules do not share. */
export function difference(a: readonly Module[], b: readonly Module[]): number {
  let sum = 0;
  for (const m of a) {
    const o = b.find((x) => x.task.story.id === m.task.story.id);
    if (!o) {
      sum += 1;
      continue;
    }
    const w = Math.min(m.at.column + m.at.columns, o.at.column + o.at.columns) - Math.max(m.at.column, o.at.column);
    const h = Math.min(m.at.line + m.at.lines, o.at.line + o.at.lines) - Math.max(m.at.line, o.at.line);
    const both = Math.max(0, w) * Math.max(0, h);
    sum += 1 - both / (m.at.columns * m.at.lines + o.at.columns * o.at.lines - both);
  }
  return a.length === 0 ? 0 : sum / a.length;
}

/** The best of the candidates that differ in structure, best first. */
export function pick(candidates: readonly Candidate[], count: number, apart: number): Candidate[] {
  const ranked = [...candidates].sort((a, b) => b.score.total - a.score.total);
  const chosen: Candidate[] = [];
  for (let least = apart; chosen.length < count && least > 0.02; least *= 0.6)
    for (const c of ranked) {
      if (chosen.length >= count) break;
      if (!chosen.includes(c) && chosen.every((o) => difference(o.modules, c.modules) >= least)) chosen.push(c);
    }
  return chosen.sort((a, b) => b.score.total - a.score.total);
}

/** True where the composer sets every interlocked story in its legs as they were reckoned, with at most a line to spare. */
function holdsAll(room: Room, modules: readonly Module[]): boolean {
  return modules.every((m) => {
    if (!m.form.startsWith('bite-')) return true;
    const [long, short] = m.pieces.filter((p) => p.shows.kind === 'body').map((p) => p.at);
    if (!long || !short) return false;
    const depth = raggedDepth(room, m.task.story, m.at.columns, 0, short.columns, long.lines - short.lines);
    return depth <= long.lines && long.lines - depth <= 1;
  });
}
