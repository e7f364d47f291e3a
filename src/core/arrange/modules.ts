/** 稿块的各种形状: every way to set a story in a module of a given width. */
import { longChars } from '../measure/index.ts';
import { type Block, blockCost, blockShare, layBlock, pictureBlock, tooNarrow } from './crop.ts';
import { levelDepth, levelSpare, raggedDepth, widowLegs } from './depth.ts';
import { rungs, whiteCost } from './head.ts';
import type { HeadForm } from './measurer.ts';
import { hasBody, hasHead, isPhoto, type Room, storiesOf, type Task } from './room.ts';
import { layHead, type Rung } from './rung.ts';
import type { Laid, Piece, Shape } from './shape.ts';

/** 破栏 that come out in whole characters often enough to be used: columns → legs (guide §1.3). */
const BROKEN: readonly (readonly [columns: number, legs: number])[] = [
  [2, 1],
  [3, 2],
  [4, 3],
  [5, 2],
  [5, 3],
  [5, 4],
  [6, 4],
  [8, 5],
  [8, 6],
];

type Parts = Pick<Shape, 'top' | 'headLeft' | 'headRight' | 'name'>;

/** One part of a module that can be set at several heights: what stands there, and at what cost. */
interface Plan {
  readonly lines: number;
  readonly cost: number;
  lay(): Laid;
}

/** Gather plans into a shape: the cheapest for each height. Null where there is none. */
function gather(task: Task, columns: number, parts: Parts, plans: readonly Plan[], limit: number): Shape | null {
  const fit = plans.filter((p) => p.lines <= limit && p.lines > 0);
  if (fit.length === 0) return null;
  const least = Math.min(...fit.map((p) => p.lines));
  const most = Math.max(...fit.map((p) => p.lines));
  const best: (Plan | null)[] = Array.from({ length: most - least + 1 }, () => null);
  for (const p of fit) {
    const old = best[p.lines - least];
    if (!old || p.cost < old.cost) best[p.lines - least] = p;
  }
  return {
    story: task.story.id,
    columns,
    ...parts,
    least,
    costs: best.map((p) => p?.cost ?? Number.POSITIVE_INFINITY),
    lay: (lines) => {
      const plan = best[lines - least];
      if (!plan) throw new Error(`Story ${task.story.id} has no ${parts.name} module of ${lines} lines.`);
      return plan.lay();
    },
  };
}

/** The weight at which what a depth costs was found. */
const DEPTH_WEIGHT = 3;

/** What a leg's depth costs (C16), by the paper's own weight. */
function depthCost(room: Room, depth: number): number {
  const by = (room.manner.weights.C16 ?? 0) / DEPTH_WEIGHT;
  if (depth < 6) return (5 + (6 - depth)) * by;
  if (depth < 9) return (9 - depth) * 0.7 * by;
  if (depth > 64) return (4 + (depth - 64) * 0.15) * by;
  return depth > 44 ? (depth - 44) * 0.12 * by : 0;
}

/** What a last leg that ends above the others costs (C17), by the paper's own weight: one line is as it should be. */
const spareCost = (room: Room, spare: number): number => Math.max(0, spare - 1) * 0.7 * (room.manner.weights.C17 ?? 0);

/** What legs that begin with a paragraph's last line cost (C19). */
const widowCost = (widows: number): number => widows * 0.8;

/** What a module's width costs a story of this importance on this page. */
function widthCost(room: Room, task: Task, columns: number): number {
  const share = columns / room.grid.columns;
  if (task.level === 'lead') {
    const [from, to] = room.manner.leadShare;
    if (share < from - 0.01) return (from - share) * 26;
    return share > to + 0.01 ? (share - to) * 6 : 0;
  }
  if (columns === 1) return room.grid.columns > 4 ? 3.5 : 1;
  if (share > 0.95) return 1.2;
  return task.level === 'second' && share < 0.3 ? 1.5 : 0;
}

/** What setting the body in so many legs over so many columns costs; infinite where the manner or the measure forbids. */
function measureCost(room: Room, task: Task, columns: number, legs: number): number {
  if (legs === 0) return 0;
  // A brief of a few lines reads better in one longer measure than in legs of two.
  const free = task.story.kind === 'commentary' || (task.story.kind === 'brief' && legs === 1);
  const own = free ? room.manner.measures.commentary : room.manner.measures.article;
  if (own === null) return Number.POSITIVE_INFINITY;
  const chars = (longChars(room.grid, columns) - (legs - 1) * room.grid.gutterEm) / legs;
  const whole = Math.abs(chars - Math.round(chars)) < 0.01 ? 0 : 0.5;
  return chars < 9 || chars > 31 ? Number.POSITIVE_INFINITY : own + whole;
}

/** Measures worth trying at a width: basic columns, and 破栏 where the page allows them. */
const measures = (room: Room, columns: number): number[] =>
  room.quick ? [0] : [0, ...BROKEN.filter(([c]) => c === columns).map(([, legs]) => legs)];

const bodyPiece = (column: number, line: number, columns: number, lines: number, legs: number): Piece => ({
  shows: { kind: 'body', legs, share: 'absolute' },
  at: { column, line, columns, lines },
});
const headPiece = (form: HeadForm, column: number, line: number, columns: number, lines: number): Piece => ({
  shows: { kind: 'head', form },
  at: { column, line, columns, lines },
});

/** Each rung with each white the manner allows. */
function* heads(
  room: Room,
  task: Task,
  columns: number,
  form: HeadForm,
): Generator<{ rung: Rung; white: number; lines: number; cost: number }> {
  for (const rung of rungs(room, task, columns, form)) {
    const most = rung.lines === 0 ? 0 : room.manner.whiteLines;
    for (let white = 0; white <= most; white++) yield { rung, white, lines: rung.lines + white, cost: rung.cost + whiteCost(white) };
  }
}

/** 盖文题: the head over the whole width, the body level under it. */
function over(room: Room, task: Task, columns: number, limit: number): Shape[] {
  return measures(room, columns).flatMap((legs) => {
    const measure = measureCost(room, task, columns, legs);
    if (!Number.isFinite(measure)) return [];
    const depth = levelDepth(room, task.story, columns, legs);
    const ragged = spareCost(room, levelSpare(room, task.story, columns, legs));
    const widows = widowCost(widowLegs(room, task.story, columns, legs));
    const base =
      measure + ragged + widows + (depth > 0 ? depthCost(room, depth) : 0) + widthCost(room, task, columns) + room.manner.forms.over;
    const plans: Plan[] = [...heads(room, task, columns, 'over')].map(({ rung, lines, cost }) => ({
      lines: lines + depth,
      cost: base + cost,
      lay: () => ({
        pieces: [
          ...(lines > 0 ? [headPiece('over', 0, 0, columns, lines)] : []),
          ...(depth > 0 ? [bodyPiece(0, lines, columns, depth, legs)] : []),
        ],
        ...layHead(task.story, rung),
      }),
    }));
    const top = hasHead(task.story);
    const parts: Parts = { top: top ? 'head' : 'other', headLeft: top, headRight: top, name: legs ? `over-${legs}` : 'over' };
    return gather(task, columns, parts, plans, limit) ?? [];
  });
}

/** What the white above and below a head of so many lines costs that stands beside text of this depth. */
export const besideCost = (lines: number, depth: number): number => Math.max(0, (depth - lines) / depth - 0.35) * 6;

/** An upright headline wants Han alone: quotation marks change their form there, letters and figures turn or stand apart. */
const NOT_UPRIGHT = /[“”‘’「」『』《》A-Za-z0-9]/u;
const MARKED = 8;

/** 边题 or 竖题: the head in the left columns for the module's whole depth, the body beside it. */
function beside(room: Room, task: Task, columns: number, form: 'beside' | 'vertical', limit: number): Shape[] {
  const own = room.manner.forms[form];
  if (own === null || !hasHead(task.story) || !hasBody(task.story)) return [];
  const widths = form === 'vertical' ? [1] : [1, 2, 3].filter((k) => k <= columns / 2 && (k > 1 || room.grid.charsPerColumn > 14));
  return widths.flatMap((k) => {
    const text = columns - k;
    if (text < 2) return [];
    const depth = levelDepth(room, task.story, text, 0);
    // A lead's head belongs over its text.
    const widows = widowCost(widowLegs(room, task.story, text, 0));
    const marked = form === 'vertical' && NOT_UPRIGHT.test(task.story.headline?.text ?? '') ? MARKED : 0;
    const base = own + marked + widows + depthCost(room, depth) + widthCost(room, task, columns) + (task.level === 'lead' ? 8 : 0);
    const plans: Plan[] = rungs(room, task, k, form)
      .filter((r) => r.lines <= depth)
      .map((rung) => ({
        lines: depth,
        cost: base + rung.cost + besideCost(rung.lines, depth),
        lay: () => ({
          pieces: [headPiece(form, 0, 0, k, depth), bodyPiece(k, 0, text, depth, 0)],
          ...layHead(task.story, rung),
        }),
      }));
    const parts: Parts = { top: 'head', headLeft: true, headRight: false, name: `${form}-${k}` };
    return gather(task, columns, parts, plans, limit) ?? [];
  });
}

/** The pictures' blocks worth trying over so many columns. */
function blocks(room: Room, task: Task, columns: number): Block[] {
  const count = Math.max(1, task.story.pictures.length);
  const rows = [...new Set([1, 2, 3, count].filter((n) => n <= count && !tooNarrow(room, Math.floor(columns / n))))];
  return rows.flatMap((perRow) => pictureBlock(room, task.story, columns, perRow) ?? []);
}

/** What a photograph's share of the page costs (C23, C24). */
function shareCost(room: Room, task: Task, share: number): number {
  const target = task.dominant ? room.manner.dominantShare : room.manner.dominantShare * 0.5;
  const off = Math.abs(Math.log(Math.max(0.002, share) / target));
  return Math.max(0, off - 0.15) * (task.dominant ? 6 : 3.5);
}

/** Heights of a block from its least to its most. */
const heights = (b: Block): number[] => Array.from({ length: b.most - b.least + 1 }, (_, i) => b.least + i);

/** The head over the whole width, the pictures under it, the body level under them; or the pictures on top of all. */
function artAcross(room: Room, task: Task, columns: number, limit: number): Shape[] {
  const depth = levelDepth(room, task.story, columns, 0);
  const tops = [...heads(room, task, columns, 'over')].filter((h) => h.white < 2);
  return blocks(room, task, columns).flatMap((block) =>
    ([true, false] as const).flatMap((headFirst) => {
      const base = (depth > 0 ? depthCost(room, depth) : 0) + widthCost(room, task, columns);
      const plans = heights(block).flatMap((art) =>
        tops.map(({ rung, lines, cost }): Plan => {
          // Under a picture a head brings its own white; text and a second block need a line.
          const gap = depth > 0 || !headFirst ? 1 : 0;
          return {
            lines: lines + art + gap + depth,
            cost: base + cost + blockCost(block, art) + shareCost(room, task, blockShare(room, block, art)),
            lay: () => ({
              pieces: [
                ...(headFirst ? [] : layBlock(block, 0, 0, art)),
                ...(lines > 0 ? [headPiece('over', 0, headFirst ? 0 : art + gap, columns, lines)] : []),
                ...(headFirst ? layBlock(block, 0, lines, art) : []),
                ...(depth > 0 ? [bodyPiece(0, lines + art + gap, columns, depth, 0)] : []),
              ],
              ...layHead(task.story, rung),
            }),
          };
        }),
      );
      const top = headFirst && hasHead(task.story);
      const parts: Parts = { top: top ? 'head' : 'other', headLeft: top, headRight: top, name: headFirst ? 'art-under' : 'art-over' };
      return gather(task, columns, parts, plans, limit) ?? [];
    }),
  );
}

/** The head over all, the pictures under it in the right columns, text in the left legs and under the pictures. */
function artRight(room: Room, task: Task, columns: number, limit: number): Shape[] {
  const shapes: Shape[] = [];
  for (let k = 1; k < columns; k++) {
    if (tooNarrow(room, k) || columns - k < 1) continue;
    for (const block of blocks(room, task, k)) {
      const tops = [...heads(room, task, columns, 'over')].filter((h) => h.white < 2);
      const plans = heights(block).flatMap((art) => {
        const depth = raggedDepth(room, task.story, columns, 0, k, art + 1);
        if (depth < art + 1 + 6) return [];
        const widows = widowCost(widowLegs(room, task.story, columns, 0, k, art + 1));
        const base = widows + depthCost(room, depth) + widthCost(room, task, columns) + blockCost(block, art);
        const share = shareCost(room, task, blockShare(room, block, art));
        return tops.map(
          ({ rung, lines, cost }): Plan => ({
            lines: lines + depth,
            cost: base + share + cost,
            lay: () => ({
              pieces: [
                ...(lines > 0 ? [headPiece('over', 0, 0, columns, lines)] : []),
                bodyPiece(0, lines, columns - k, depth, 0),
                ...layBlock(block, columns - k, lines, art),
                bodyPiece(columns - k, lines + art + 1, k, depth - art - 1, 0),
              ],
              ...layHead(task.story, rung),
            }),
          }),
        );
      });
      const top = hasHead(task.story);
      const parts: Parts = { top: top ? 'head' : 'other', headLeft: top, headRight: top, name: `art-right-${k}` };
      const shape = gather(task, columns, parts, plans, limit);
      if (shape) shapes.push(shape);
    }
  }
  return shapes;
}

/** What setting a caption in lines of so many characters costs (C26). */
const captionCost = (room: Room, columns: number, lines: number): number =>
  lines > 1 ? Math.max(0, longChars(room.grid, columns) - 44) * 0.04 : 0;

/** The small head and the caption of a photo story, under each other or side by side: the frames below `line`. */
interface Foot {
  readonly name: string;
  readonly lines: number;
  readonly cost: number;
  readonly rung: Rung;
  lay(line: number): Piece[];
}

const captionPiece = (column: number, line: number, columns: number, lines: number): Piece => ({
  shows: { kind: 'caption', picture: 0 },
  at: { column, line, columns, lines },
});

/** Head under the picture and caption under the head; or the head at the left and the caption beside it. */
function* feet(room: Room, task: Task, columns: number): Generator<Foot> {
  const captioned = hasBody(task.story) || task.story.credit !== null;
  const text = (k: number): number => (captioned ? room.measurer.caption(task.story, 0, k).lines : 0);
  for (const { rung, white, lines, cost } of heads(room, task, columns, 'over')) {
    if (white > 1) continue;
    const under = text(columns);
    const gap = lines > 0 ? 1 : 0;
    yield {
      name: 'photo',
      lines: gap + lines + under,
      cost: cost + captionCost(room, columns, under),
      rung,
      lay: (at) => [
        ...(lines > 0 ? [headPiece('over', 0, at + gap, columns, lines)] : []),
        ...(under > 0 ? [captionPiece(0, at + gap + lines, columns, under)] : []),
      ],
    };
  }
  if (!captioned || !hasHead(task.story)) return;
  for (let k = 1; k < columns; k++) {
    if (k > columns / 2) continue;
    const beside = text(columns - k);
    for (const rung of rungs(room, task, k, 'over')) {
      const lines = Math.max(rung.lines, beside);
      yield {
        name: `photo-split-${k}`,
        lines: lines + 1,
        cost: rung.cost + captionCost(room, columns - k, beside) + Math.abs(rung.lines - beside) * 0.25,
        rung,
        lay: (at) => [headPiece('over', 0, at + 1, k, lines), captionPiece(k, at + 1, columns - k, lines)],
      };
    }
  }
}

/** 图片新闻: the photographs with a small head over or under them, the text as a caption. */
function photo(room: Room, task: Task, columns: number, limit: number): Shape[] {
  if (tooNarrow(room, columns) && columns < room.grid.columns) return [];
  const price = (block: Block, art: number): number => blockCost(block, art) + shareCost(room, task, blockShare(room, block, art));
  const under = [...feet(room, task, columns)];
  const tops = [...heads(room, task, columns, 'over')].filter((h) => h.white < 2);
  const text = hasBody(task.story) || task.story.credit ? room.measurer.caption(task.story, 0, columns).lines : 0;
  return blocks(room, task, columns).flatMap((block) => {
    const below = heights(block).flatMap((art) =>
      under.map(
        (f): Plan => ({
          lines: art + f.lines,
          cost: f.cost + price(block, art),
          lay: () => ({ pieces: [...layBlock(block, 0, 0, art), ...f.lay(art)], ...layHead(task.story, f.rung) }),
        }),
      ),
    );
    const above = heights(block).flatMap((art) =>
      tops.map(
        ({ rung, lines, cost }): Plan => ({
          lines: lines + art + text,
          cost: cost + price(block, art) + captionCost(room, columns, text),
          lay: () => ({
            pieces: [
              ...(lines > 0 ? [headPiece('over', 0, 0, columns, lines)] : []),
              ...layBlock(block, 0, lines, art),
              ...(text > 0 ? [captionPiece(0, lines + art, columns, text)] : []),
            ],
            ...layHead(task.story, rung),
          }),
        }),
      ),
    );
    const top = hasHead(task.story);
    return [
      gather(task, columns, { top: 'other', headLeft: false, headRight: false, name: 'photo' }, below, limit) ?? [],
      gather(task, columns, { top: top ? 'head' : 'other', headLeft: top, headRight: top, name: 'photo-under' }, above, limit) ?? [],
    ].flat();
  });
}

/** Widest measure in characters of a column of briefs, and what each gap left out between two of them costs. */
const WIDEST_BRIEF = 42;
const NO_GAP = 1.5;

/** 简讯: briefs one under the other, each in one leg over the whole width, a line of white between them where there is room. */
function briefs(room: Room, task: Task, columns: number, limit: number): Shape[] {
  if (longChars(room.grid, columns) > WIDEST_BRIEF && columns > 1) return [];
  const stories = storiesOf(task);
  const bodies = stories.map((s) => (hasBody(s) ? room.measurer.body(s, columns, 1).total : 0));
  const smallHeads = stories.map((s, i) => (i > 0 && hasHead(s) ? (rungs(room, { ...task, story: s }, columns, 'over')[0] as Rung) : null));
  const plans = [...heads(room, task, columns, 'over')].flatMap(({ rung, lines, cost }) =>
    [1, 0].map((gap): Plan => {
      const inner = bodies.reduce((n, b, i) => n + b + (smallHeads[i]?.lines ?? 0) + (i > 0 ? gap : 0), 0);
      return {
        lines: lines + inner,
        cost: cost + (gap ? 0 : NO_GAP),
        lay: () => {
          const pieces: Piece[] = lines > 0 ? [{ ...headPiece('over', 0, 0, columns, lines), story: task.story.id }] : [];
          let at = lines;
          stories.forEach((s, i) => {
            if (i > 0) at += gap;
            const head = smallHeads[i]?.lines ?? 0;
            if (head > 0) pieces.push({ ...headPiece('over', 0, at, columns, head), story: s.id });
            at += head;
            const depth = bodies[i] as number;
            if (depth > 0) pieces.push({ ...bodyPiece(0, at, columns, depth, 1), story: s.id });
            at += depth;
          });
          return { pieces, ...layHead(task.story, rung) };
        },
      };
    }),
  );
  const top = hasHead(task.story);
  const shape = gather(task, columns, { top: top ? 'head' : 'other', headLeft: top, headRight: top, name: 'briefs' }, plans, limit);
  return shape ? [shape] : [];
}

/** Every shape of a story at a width whose height is at most `limit` lines. May be empty. */
export function shapesFor(room: Room, task: Task, columns: number, limit: number): Shape[] {
  if (task.followers?.length) return briefs(room, task, columns, limit);
  // A first look leaves out widths that the story hardly ever gets.
  if (room.quick && !isPhoto(task.story) && widthCost(room, task, columns) > 3) return [];
  if (isPhoto(task.story)) return photo(room, task, columns, limit);
  if (task.story.pictures.length > 0) {
    const art = [...artAcross(room, task, columns, limit), ...(hasBody(task.story) ? artRight(room, task, columns, limit) : [])];
    return art;
  }
  return [
    ...(task.story.kind === 'brief' ? briefs(room, task, columns, limit) : []),
    ...over(room, task, columns, limit),
    ...(room.quick ? [] : beside(room, task, columns, 'beside', limit)),
    ...(room.quick ? [] : beside(room, task, columns, 'vertical', limit)),
  ];
}
