/** 评分: an arrangement's faults, each with the check it comes from (guide §3.4), what it weighs and where it stands. */
import type { GridRect } from '../measure/index.ts';
import { gridOverlaps, longChars } from '../measure/index.ts';
import type { Module } from './layout.ts';
import type { Room } from './room.ts';
import { lineRatio, MOST_RATIO } from './rung.ts';
import { unfilledShare } from './unfilled.ts';

/** One term of the score. `amount` is how much of the fault there is, `cost` what it takes from the score. */
export interface Term {
  /** C05…C36; `order` for 区序; `fit` for how far a module is from its story's best form (head size, crop, whites). */
  readonly check: string;
  readonly amount: number;
  readonly cost: number;
  /** The stories it is about; empty for the page as a whole. */
  readonly stories: readonly string[];
  /** Where to look. */
  readonly at: GridRect | null;
}

export interface Score {
  /** 100 is a page with no fault that the manner weighs; each further point of cost takes a little less, so it never reaches 0. */
  readonly total: number;
  readonly terms: readonly Term[];
}

interface Head {
  readonly module: Module;
  readonly at: GridRect;
  readonly ink: GridRect;
  readonly form: string;
}
type Found = Omit<Term, 'cost'>;

const term = (check: string, amount: number, modules: readonly Module[], at: GridRect | null = null): Found => ({
  check,
  amount,
  stories: modules.map((m) => m.task.story.id),
  at,
});

/** Where the ink of a head stands: beside its text, in the middle of a frame as deep as the module. */
function inkAt(module: Module, at: GridRect, form: string): GridRect {
  const spare = form === 'over' ? 0 : Math.max(0, at.lines - module.headLines);
  return { ...at, line: at.line + spare / 2, lines: at.lines - spare };
}

const headsOf = (modules: readonly Module[]): Head[] =>
  modules.flatMap((module) =>
    module.pieces.flatMap((p) => {
      if (p.shows.kind !== 'head') return [];
      const { form } = p.shows;
      return [{ module, at: p.at, ink: inkAt(module, p.at, form), form }];
    }),
  );
const overlap = (a0: number, a1: number, b0: number, b1: number): number => Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));
const yOverlap = (a: GridRect, b: GridRect): number => overlap(a.line, a.line + a.lines, b.line, b.line + b.lines);
const xOverlap = (a: GridRect, b: GridRect): number => overlap(a.column, a.column + a.columns, b.column, b.column + b.columns);

/** C05 碰题 and C06 叠题. */
function headsThatMeet(modules: readonly Module[]): Found[] {
  const all = headsOf(modules);
  return all.flatMap((a, i) =>
    all.slice(i + 1).flatMap((b) => {
      if (a.module === b.module) return [];
      const touching = a.at.column + a.at.columns === b.at.column || b.at.column + b.at.columns === a.at.column;
      if (touching && yOverlap(a.ink, b.ink) >= 1 && a.form !== 'vertical' && b.form !== 'vertical') {
        const ratio = Math.max(a.module.headlinePt, b.module.headlinePt) / Math.max(1, Math.min(a.module.headlinePt, b.module.headlinePt));
        return [term('C05', ratio <= 1.25 ? 3 : 1, [a.module, b.module], a.at)];
      }
      const gap = Math.max(a.ink.line, b.ink.line) - Math.min(a.ink.line + a.ink.lines, b.ink.line + b.ink.lines);
      const small = a.module.task.level === 'photo' || b.module.task.level === 'photo';
      return xOverlap(a.at, b.at) > 0 && gap >= 0 && gap < 3 ? [term('C06', small ? 0.6 : 1, [a.module, b.module], a.at)] : [];
    }),
  );
}

/** C06 for a head beside its text: the text of another story right above it, with a line of white, runs into its own. */
function textUnderText(room: Room, modules: readonly Module[]): Found[] {
  const bodies = modules.flatMap((module) => module.pieces.flatMap((p) => (p.shows.kind === 'body' ? [{ module, at: p.at }] : [])));
  return headsOf(modules).flatMap(({ module, at, form }) => {
    if (form === 'over' || at.line === 0) return [];
    const above = bodies.find(
      (b) => b.module !== module && at.line - (b.at.line + b.at.lines) <= room.gap && b.at.line < at.line && xOverlap(b.at, module.at) > 0,
    );
    return above ? [term('C06', 0.8, [above.module, module], at)] : [];
  });
}

/** C07 通线: cuts from edge to edge. A modular page may have one: it counts little, least where it runs across. */
function cuts(room: Room, modules: readonly Module[]): Found[] {
  const { columns, lines } = room.grid;
  const across = distinct(modules.map((m) => m.at.line)).filter(
    (y) => y > lines * 0.1 && y - room.gap < lines * 0.9 && !modules.some((m) => m.at.line < y && m.at.line + m.at.lines > y),
  );
  const down = distinct(modules.map((m) => m.at.column)).filter(
    (x) => x > 0 && x < columns && !modules.some((m) => m.at.column < x && m.at.column + m.at.columns > x),
  );
  const found = [
    ...across.map((y) => term('C07', 0.2, [], { column: 0, line: y, columns, lines: 1 })),
    // Down the very middle the page falls into two.
    ...down.map((x) => term('C07', x * 2 === columns ? 1 : 0.35, [], { column: x, line: 0, columns: 1, lines })),
  ];
  return found.map((f, i) => (i === 0 ? f : { ...f, amount: 1 }));
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** A single line that takes less of its measure looks lost in it (C09). */
const LEAST_FILL = 0.5;

/** How badly a headline's lines fill their measure. */
function illFilled(fills: readonly number[]): number {
  const longest = Math.max(0, ...fills);
  if (fills.length === 1 && longest < LEAST_FILL) return 0.6 + (LEAST_FILL - longest) * 4;
  const beyond = lineRatio(fills) - MOST_RATIO;
  return beyond > 0 ? Math.min(1.5, 0.6 + beyond) : 0;
}

/** C09 题长, C13 一栏题, C33 types. */
function headShapes(modules: readonly Module[]): Found[] {
  const found: Found[] = [];
  let narrow = 0;
  for (const { module, at, form } of headsOf(modules)) {
    if (module.headlinePt === 0) continue;
    const ill = illFilled(module.headlineFills);
    if (ill > 0) found.push(term('C09', ill, [module], at));
    const alone = form === 'over' && at.columns === 1 && module.task.level !== 'photo';
    if (alone && ++narrow > 1) found.push(term('C13', narrow > 3 ? 1 : 0.4, [module], at));
  }
  const sizes = distinct(modules.map((m) => m.headlinePt)).filter((s) => s > 0).length;
  return sizes > 8 ? [...found, term('C33', sizes - 8, [])] : found;
}

/** C26 图说: captions in long lines. */
function captions(room: Room, modules: readonly Module[]): Found[] {
  return modules.flatMap((m) =>
    m.pieces.flatMap((p) => {
      const chars = longChars(room.grid, p.at.columns);
      return p.shows.kind === 'caption' && p.at.lines > 1 && chars > 44 ? [term('C26', (chars - 44) / 30, [m], p.at)] : [];
    }),
  );
}

/** C16 leg depth. A column of briefs is short by its nature. */
function legs(modules: readonly Module[]): Found[] {
  return modules.flatMap((m) =>
    m.pieces.flatMap((p) => {
      if (p.shows.kind !== 'body' || m.task.story.kind === 'brief') return [];
      if (p.at.lines < 6) return [term('C16', (7 - p.at.lines) / 3, [m], p.at)];
      return p.at.lines > 64 ? [term('C16', (p.at.lines - 64) / 30, [m], p.at)] : [];
    }),
  );
}

/** C22: the lead's head is the largest, and of two heads as wide the lower is not larger. */
function hierarchy(room: Room, modules: readonly Module[]): Found[] {
  const found: Found[] = [];
  const heads = modules.flatMap((module) => {
    const piece = module.pieces.find((p) => p.shows.kind === 'head' && p.shows.form !== 'vertical');
    return piece && module.headlinePt > 0 && module.task.level !== 'photo' ? [{ module, at: piece.at, pt: module.headlinePt }] : [];
  });
  const lead = heads.find((h) => h.module.task.level === 'lead');
  for (const h of heads) {
    if (!lead || h === lead) continue;
    const short = h.pt + 8 * room.scale - lead.pt;
    if (short > 0) found.push(term('C22', short / 10, [lead.module, h.module], h.at));
    else if (h.pt * h.at.columns > lead.pt * lead.at.columns) found.push(term('C22', 0.7, [lead.module, h.module], h.at));
  }
  for (const lower of heads) {
    const above = heads.filter((h) => h.at.columns === lower.at.columns && h.at.line < lower.at.line && h.pt < lower.pt);
    if (above.length > 0) found.push(term('C22', 0.6 + 0.1 * above.length, [above[0]?.module ?? lower.module, lower.module], lower.at));
  }
  return found;
}

interface Art {
  readonly module: Module;
  readonly at: GridRect;
  readonly cells: number;
}
const artOf = (modules: readonly Module[]): Art[] =>
  modules
    .flatMap((module) =>
      module.pieces.flatMap((p) => (p.shows.kind === 'photo' ? [{ module, at: p.at, cells: p.at.columns * p.at.lines }] : [])),
    )
    .sort((a, b) => b.cells - a.cells);

/** C23 主图, C24 图文比, C29 图相邻. */
function pictures(room: Room, modules: readonly Module[]): Found[] {
  const art = artOf(modules);
  const [first, second] = art;
  if (!first) return [];
  const found: Found[] = [];
  const page = room.grid.columns * room.grid.lines;
  if (second && first.cells < 1.5 * second.cells)
    found.push(term('C23', Math.min(1, (1.5 * second.cells) / first.cells - 1), [first.module, second.module], first.at));
  const share = art.reduce((s, a) => s + a.cells, 0) / page;
  const [from, to] = room.manner.photoShare;
  if (share < from) found.push(term('C24', ((from - share) / from) * 2, []));
  if (share > to) found.push(term('C24', ((share - to) / to) * 2, []));
  art.forEach((a, i) => {
    for (const b of art.slice(i + 1)) {
      if (a.module === b.module) continue;
      const side = (a.at.column + a.at.columns === b.at.column || b.at.column + b.at.columns === a.at.column) && yOverlap(a.at, b.at) > 0;
      const gap = Math.max(a.at.line, b.at.line) - Math.min(a.at.line + a.at.lines, b.at.line + b.at.lines);
      if (side || (xOverlap(a.at, b.at) > 0 && gap <= 6)) found.push(term('C29', 1, [a.module, b.module], b.at));
    }
  });
  return found;
}

/** C31 平衡 and C32 四分. */
function balance(room: Room, modules: readonly Module[]): Found[] {
  const { columns, lines } = room.grid;
  const weights = { photo: 1, head: 0.6, body: 0.25, caption: 0.25 } as Record<string, number>;
  let sum = 0;
  let x = 0;
  let y = 0;
  for (const p of modules.flatMap((m) => m.pieces)) {
    const w = (weights[p.shows.kind] ?? 0) * p.at.columns * p.at.lines;
    sum += w;
    x += w * (p.at.column + p.at.columns / 2);
    y += w * (p.at.line + p.at.lines / 2);
  }
  if (sum === 0) return [];
  const found: Found[] = [];
  const offX = Math.abs(x / sum / columns - 0.5) - 0.06;
  const offY = Math.abs(y / sum / lines - 0.5) - 0.1;
  if (offX > 0) found.push(term('C31', offX * 10, []));
  if (offY > 0) found.push(term('C31', offY * 10, []));
  const photos = modules.flatMap((m) => m.pieces.filter((p) => p.shows.kind === 'photo').map((p) => p.at));
  const oneSided = photos.every((p) => p.column >= columns / 2) || photos.every((p) => p.column + p.columns <= columns / 2);
  if (photos.length > 1 && oneSided) found.push(term('C31', 0.5, []));
  for (const [c, l] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const quarter: GridRect = { column: (c * columns) / 2, line: (l * lines) / 2, columns: columns / 2, lines: lines / 2 };
    const entry = modules.some((m) =>
      m.pieces.some((p) => (p.shows.kind === 'photo' || p.shows.kind === 'head') && p.at.columns > 1 && gridOverlaps(p.at, quarter)),
    );
    if (!entry) found.push(term('C32', 1, [], quarter));
  }
  return found;
}

/** 区序: a more important story should stand in the stronger place: higher, then further left (guide §3.1). */
function order(room: Room, modules: readonly Module[]): Found[] {
  const strength = (m: Module): number => 1 - (0.62 * m.at.line) / room.grid.lines - (0.38 * m.at.column) / room.grid.columns;
  const found: Found[] = [];
  const text = modules.filter((m) => m.task.level !== 'photo');
  text.forEach((a, i) => {
    for (const b of text.slice(i + 1)) {
      const [more, less] = a.task.order < b.task.order ? [a, b] : [b, a];
      const wrong = strength(less) - strength(more);
      const leadBeaten = more.task.level === 'lead' ? 2.5 : 1;
      if (wrong > 0.05 && less.task.order - more.task.order > (more.task.level === 'lead' ? 0 : 1))
        found.push(term('order', wrong * leadBeaten, [more, less], more.at));
    }
  });
  return found;
}

/** C30: what stays empty. */
function white(room: Room, modules: readonly Module[], kept: readonly GridRect[]): Found[] {
  const share = unfilledShare(room.grid, [...modules.flatMap((m) => m.pieces.map((p) => p.at)), ...kept]);
  return share > 0 ? [term('C30', share * 20, [])] : [];
}

/** Points of cost that bring a page's score down to 37. */
const SCALE = 70;

/** What depends on how large the heads are, where every frame stays in its place. */
const ofSizes = (room: Room, modules: readonly Module[]): Found[] => [
  ...headsThatMeet(modules),
  ...headShapes(modules),
  ...hierarchy(room, modules),
  ...modules.filter((m) => m.strain > 0).map((m) => term('fit', m.strain, [m], m.at)),
];

/** What the sizes of the heads cost, alone. */
export const costOfSizes = (room: Room, modules: readonly Module[]): number =>
  ofSizes(room, modules).reduce((sum, f) => sum + f.amount * (room.manner.weights[f.check] ?? 0), 0);

/** Score the modules of a page. `kept` is what stood on it before. */
export function scoreOf(room: Room, modules: readonly Module[], kept: readonly GridRect[]): Score {
  const found = [
    ...ofSizes(room, modules),
    ...textUnderText(room, modules),
    ...cuts(room, modules),
    ...legs(modules),
    ...captions(room, modules),
    ...pictures(room, modules),
    ...balance(room, modules),
    ...order(room, modules),
    ...white(room, modules, kept),
  ];
  const terms = found
    .map((f) => ({ ...f, amount: round(f.amount), cost: round(f.amount * (room.manner.weights[f.check] ?? 0)) }))
    .filter((t) => t.cost > 0)
    .sort((a, b) => b.cost - a.cost || a.check.localeCompare(b.check));
  const cost = terms.reduce((s, t) => s + t.cost, 0);
  return { total: round(100 * Math.exp(-cost / SCALE)), terms };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
