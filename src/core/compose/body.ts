/** The body of an article over its threaded frames. */
import type { Frame, StyleOverrides } from '../document/index.ts';
import { placeRect, type Rect, right, spanPt } from '../measure/index.ts';
import type { Overset } from '../scene/index.ts';
import type { Block, Story } from '../story/index.ts';
import { marksFrom, settingOf } from '../typeset/index.ts';
import { BodyFlow, type Cursor, type Poured, type Row, type Slot } from './flow.ts';
import type { Jumps } from './jump.ts';
import { type Leg, legsOf } from './legs.ts';
import { drawLooks } from './looks.ts';
import { PartBuilder } from './pool.ts';
import { baselineIn, type Workshop } from './workshop.ts';

export interface BodyFrame {
  readonly frame: Frame;
  readonly legs: readonly Leg[];
}

/** What one frame of the body became. */
export interface SetBody {
  readonly frame: Frame;
  readonly out: PartBuilder;
  readonly slots: number;
  readonly used: number;
}

const bodyLegs = (shop: Workshop, frame: Frame): readonly Leg[] =>
  frame.shows.kind === 'body' ? legsOf(shop.grid, frame.at.columns, frame.shows.legs, frame.shows.share) : [];

/** A slot with where it stands. */
interface PlacedSlot extends Slot {
  readonly owner: number;
  /** Left edge from the frame's left edge, in points; of a vertical slot its right edge. */
  readonly x: number;
  /** Of a vertical slot: its top from the frame's top, in points. */
  readonly y?: number;
}

/** The legs of a vertical frame, from the top down, a gutter between: whole characters long, as many lines as stand side by side. */
function verticalSlots(shop: Workshop, frame: Frame, owner: number): PlacedSlot[] {
  const { grid } = shop;
  const count = frame.shows.kind === 'body' ? Math.max(1, frame.shows.legs) : 1;
  const width = spanPt(grid, frame.at.columns);
  const height = frame.at.lines * grid.linePitchPt;
  const gutter = grid.gutterEm * grid.bodyPt;
  const chars = Math.floor((height - (count - 1) * gutter) / count / grid.bodyPt + 1e-6);
  const lines = Math.floor((width + grid.linePitchPt - grid.bodyPt) / grid.linePitchPt + 1e-6);
  const step = count > 1 ? (height - chars * grid.bodyPt) / (count - 1) : 0;
  return Array.from({ length: count }, (_, i) => ({
    widthPt: chars * grid.bodyPt,
    top: 0,
    bottom: lines,
    vertical: true,
    owner,
    x: width,
    y: i * step,
  }));
}

const isVertical = (frame: Frame): boolean => frame.shows.kind === 'body' && frame.shows.vertical === true;

/** Narrower than this, in characters, text is not run beside an obstacle. */
const LEAST_BESIDE = 5;

/** A leg less what stands on it: stretches of lines with one free measure each, in whole characters (图文互斥). */
function freeSlots(shop: Workshop, frame: Frame, owner: number, leg: Leg, obstacles: readonly Rect[]): PlacedSlot[] {
  const { grid, page } = shop;
  const top = Math.round(frame.at.line);
  const bottom = top + Math.floor(frame.at.lines + 1e-6);
  const left = placeRect(page.format, grid, frame.at).x + frame.dxPt + leg.x;
  const inTheWay = obstacles.filter((o) => o.x < left + leg.widthPt - 0.5 && right(o) > left + 0.5);
  if (inTheWay.length === 0) return [{ widthPt: leg.widthPt, top, bottom, owner, x: leg.x }];
  const slots: PlacedSlot[] = [];
  for (let line = top; line < bottom; line++) {
    const y = page.format.topPt + line * grid.linePitchPt;
    const hit = inTheWay.filter((o) => o.y < y + grid.linePitchPt - 0.5 && o.y + o.height > y + 0.5);
    const free = widest(left, leg.widthPt, hit, grid.bodyPt * grid.gutterEm);
    const chars = hit.length ? Math.floor(free.width / grid.bodyPt + 1e-6) : 0;
    if (hit.length && chars < LEAST_BESIDE) continue;
    const width = hit.length ? chars * grid.bodyPt : leg.widthPt;
    // What whole characters leave over goes to the side of the obstacle.
    const x = leg.x + (hit.length && free.x > left + 0.5 ? free.x - left + free.width - width : 0);
    const last = slots.at(-1);
    if (last && last.bottom === line && last.widthPt === width && last.x === x) slots[slots.length - 1] = { ...last, bottom: line + 1 };
    else slots.push({ widthPt: width, top: line, bottom: line + 1, owner, x });
  }
  return slots;
}

/** The widest stretch of a line that no obstacle covers, a gutter kept from each. */
function widest(left: number, width: number, hit: readonly Rect[], gutter: number): { x: number; width: number } {
  let best = { x: left, width: 0 };
  let from = left;
  for (const o of [...hit].sort((a, b) => a.x - b.x)) {
    if (o.x - gutter - from > best.width) best = { x: from, width: o.x - gutter - from };
    from = Math.max(from, right(o) + gutter);
  }
  if (left + width - from > best.width) best = { x: from, width: left + width - from };
  return best;
}

/** Every leg of the thread as slots between lines of the page. */
const slotsOf = (shop: Workshop, frames: readonly BodyFrame[], obstacles: readonly Rect[]): PlacedSlot[] =>
  frames.flatMap(({ frame, legs }, i) =>
    isVertical(frame) ? verticalSlots(shop, frame, i) : legs.flatMap((leg) => freeSlots(shop, frame, i, leg, obstacles)),
  );

/** Centre of a vertical slot's line, counted from the right. */
const verticalCentre = (shop: Workshop, slot: PlacedSlot, line: number): number =>
  slot.x - shop.grid.bodyPt / 2 - line * shop.grid.linePitchPt;

/** Where a row's line stands: left edge and baseline, or centre and top of a vertical one. */
function rowPlace(shop: Workshop, slot: PlacedSlot, frame: Frame, row: Row): { x: number; y: number } {
  const pitch = shop.grid.linePitchPt;
  if (slot.vertical) return { x: verticalCentre(shop, slot, slot.top + row.line), y: slot.y ?? 0 };
  const down = slot.top - Math.round(frame.at.line);
  return { x: slot.x + (row.dx ?? 0), y: (down + row.line) * pitch + (row.baseline ?? baselineIn(pitch, row.style.sizePt)) };
}

function drawRows(
  shop: Workshop,
  story: Story,
  blocks: readonly Block[],
  poured: Poured,
  slots: readonly PlacedSlot[],
  frames: readonly Frame[],
  outs: readonly PartBuilder[],
): void {
  for (const row of poured.rows) {
    const slot = slots[row.slot] as PlacedSlot;
    const out = outs[slot.owner] as PartBuilder;
    const block = blocks[row.block] as Block;
    const line = row.set.lines[row.index];
    if (!line) continue;
    const { x, y } = rowPlace(shop, slot, frames[slot.owner] as Frame, row);
    const source = { story: story.id, place: { field: 'body', block: row.block } as const, at: row.at };
    const { sizePt, colour } = row.style;
    const text = block.text.slice(row.at);
    const vertical = slot.vertical ?? false;
    out.line(row.set, line, text, x, y, { sizePt, colour, vertical }, source);
    if (block.marks) drawLooks(out, shop, { set: row.set, line, text, x, y, sizePt, colour, vertical }, marksFrom(block.marks, row.at));
  }
}

/** Where a body begins, and what it says of the pages it comes from and goes on to. */
export interface Thread {
  readonly start: Cursor;
  readonly jumps: Jumps;
}

export const WHOLE_BODY: Thread = { start: { block: 0, at: 0 }, jumps: { from: null, to: null } };

export interface ComposedBody {
  readonly parts: readonly SetBody[];
  readonly overset: Overset | null;
  /** Where the text stops here; past the last block where all of it is set. */
  readonly cut: Cursor;
}

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

/** A slot without its first or its last line. */
const without = (slots: readonly PlacedSlot[], index: number, edge: 'top' | 'bottom'): PlacedSlot[] =>
  slots.map((s, i) => (i === index ? { ...s, [edge]: edge === 'top' ? s.top + 1 : s.bottom - 1 } : s));

function drawJump(
  shop: Workshop,
  story: Story,
  text: string,
  slot: PlacedSlot,
  line: number,
  overrides: StyleOverrides,
  frames: readonly Frame[],
  outs: readonly PartBuilder[],
): void {
  const style = { ...shop.style('jump', overrides), indentEm: 0 };
  const vertical = slot.vertical ?? false;
  const setting = settingOf(style, story.language, undefined, vertical);
  const set = shop.memory.set({ text, marks: [], setting, indent: false }, slot.widthPt, shop.faces);
  const first = set.lines[0];
  const out = outs[slot.owner];
  if (!first || !out) return;
  if (vertical) {
    out.line(set, first, text, verticalCentre(shop, slot, line), slot.y ?? 0, { ...style, vertical }, null);
    return;
  }
  const down = line - Math.round((frames[slot.owner] as Frame).at.line);
  const pitch = shop.grid.linePitchPt;
  out.line(set, first, text, slot.x, down * pitch + baselineIn(pitch, style.sizePt), style, null);
}

/**
 * Pour a body into its frames. The overset is null where everything found room, or goes on on another page. What was made
 * of the same words in slots that lie alike is handed out again, wherever on the page they lie.
 */
export function composeBody(
  shop: Workshop,
  story: Story,
  article: string,
  frames: readonly Frame[],
  overrides: StyleOverrides,
  obstacles: readonly Rect[],
  thread: Thread,
): ComposedBody {
  const bodies = frames.map((frame) => ({ frame, legs: bodyLegs(shop, frame) }));
  const all = slotsOf(shop, bodies, obstacles);
  const { start, jumps } = thread;
  const from = [
    story.id,
    story.language,
    story.body,
    overrides,
    shop.project.styles,
    shop.grid,
    ...[start.block, start.at, jumps.from, jumps.to],
    shapeOf(bodies, all),
  ];
  const made = shop.recall(`body ${shop.page.id} ${article}`, from, () => pourBody(shop, story, article, bodies, all, overrides, thread));
  return { ...made, parts: made.parts.map((p, i) => ({ ...p, frame: frames[i] as Frame })) };
}

/** How the slots lie to each other and in their frames, as a name. */
function shapeOf(bodies: readonly BodyFrame[], slots: readonly PlacedSlot[]): string {
  const top = Math.round(bodies[0]?.frame.at.line ?? 0);
  return JSON.stringify([
    bodies.map(({ frame: { id, at, shows } }) => [id, Math.round(at.line) - top, at.lines, at.columns, shows]),
    slots.map((s) => [s.widthPt, s.top - (s.vertical ? 0 : top), s.bottom - (s.vertical ? 0 : top), s.owner, s.x, s.y]),
  ]);
}

function pourBody(
  shop: Workshop,
  story: Story,
  article: string,
  bodies: readonly BodyFrame[],
  all: readonly PlacedSlot[],
  overrides: StyleOverrides,
  { start, jumps }: Thread,
): ComposedBody {
  const frames = bodies.map((b) => b.frame);
  const { body: blocks } = story;
  const flow = new BodyFlow(shop, story, blocks, overrides);
  const goesOn = start.block < blocks.length;
  const from = goesOn ? jumps.from : null;
  const slots = from ? without(all, 0, 'top') : all;
  const free = flow.pour(slots, start);
  const jumpsOn = jumps.to !== null && free.overLines > 0;
  const last = slots.length - 1;
  const poured = jumpsOn ? flow.pour(without(slots, last, 'bottom'), start) : free;
  const outs = bodies.map(() => new PartBuilder());
  if (from && all[0]) drawJump(shop, story, from, all[0], all[0].top, overrides, frames, outs);
  drawRows(shop, story, blocks, poured, slots, frames, outs);
  const foot = slots[last];
  if (jumpsOn && jumps.to && foot) drawJump(shop, story, jumps.to, foot, foot.bottom - 1, overrides, frames, outs);
  const extra = (s: number): number => (s === 0 && from ? 1 : 0) + (s === last && jumpsOn ? 1 : 0);
  const parts = bodies.map(({ frame, legs }, i) => ({
    frame,
    out: outs[i] as PartBuilder,
    slots: isVertical(frame)
      ? sum(all.filter((s) => s.owner === i).map((s) => s.bottom - s.top))
      : legs.length * Math.floor(frame.at.lines + 1e-6),
    used: poured.depths.reduce((n, d, s) => n + (slots[s]?.owner === i ? d + extra(s) : 0), 0),
  }));
  const end = frames.at(-1);
  const overset =
    poured.overLines > 0 && !jumpsOn && end
      ? { story: story.id, article, frame: end.id, characters: poured.overCharacters, lines: poured.overLines, cut: poured.cut }
      : null;
  return { parts, overset, cut: poured.cut };
}
