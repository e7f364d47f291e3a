/** The lines of a part, put together again from its glyph runs, and where its ink stands. */
import { legsOf } from '../compose/index.ts';
import type { Frame, Page } from '../document/index.ts';
import { type Rect, union } from '../measure/index.ts';
import type { GlyphRun, Item, Part, Source } from '../scene/index.ts';
import { Class, classOf } from '../text/index.ts';

/** One glyph as the rules measure it; x and y on the page, in points. */
export interface Mark {
  readonly character: string;
  readonly x: number;
  readonly sizePt: number;
}

export interface Line {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where its first character stands in the story; null for what is no story's. */
  readonly source: Source | null;
  /** Baseline on the page. */
  readonly y: number;
  readonly x0: number;
  /** Where its last character ends: exact for Han; a mark is taken at half an em and a Latin letter as well. */
  readonly x1: number;
  readonly sizePt: number;
  /** The leg it stands in, from 0; its width and left edge on the page. Heads and captions have one leg. */
  readonly leg: number;
  readonly legX: number;
  readonly legPt: number;
  readonly vertical: boolean;
}

/** Of the em box, what stands above the baseline and what hangs below (guide §2.3). */
const ABOVE = 0.88;
const BELOW = 0.12;
/** Baselines closer than this are one line: a Latin word may be set a hair off. */
const SAME_LINE_PT = 0.3;

interface Leg {
  readonly x: number;
  readonly widthPt: number;
}

const legsIn = (page: Page, frame: Frame, part: Part): readonly Leg[] =>
  frame.shows.kind === 'body' ? legsOf(page.grid, frame.at.columns, frame.shows.legs, frame.shows.share) : [{ x: 0, widthPt: part.width }];

/** The leg a run belongs to: the last one that begins at or left of it. An opening mark whose blank is trimmed stands half an em out. */
const legAt = (legs: readonly Leg[], x: number, sizePt: number): number =>
  Math.max(
    0,
    legs.findLastIndex((l) => l.x <= x + 0.6 * sizePt),
  );

/** The characters of a run, each with its glyph's place. A character without a glyph of its own (a ligature's second) has none. */
function marksOf(run: GlyphRun, part: Part): Mark[] {
  const marks: Mark[] = [];
  for (let i = run.start; i < run.end; i++) {
    const from = part.glyphs.cluster[i] as number;
    const to = i + 1 < run.end ? (part.glyphs.cluster[i + 1] as number) : run.text.length;
    const character = to > from ? run.text.slice(from, to) : '';
    marks.push({ character, x: part.x + (part.glyphs.x[i] as number), sizePt: run.sizePt * run.scaleX });
  }
  return marks;
}

const isGlyphs = (item: Item): item is GlyphRun => item.kind === 'glyphs' && item.end > item.start;

const sameSource = (a: Source | null, b: Source | null): boolean =>
  a === null || b === null
    ? a === b
    : a.story === b.story &&
      a.place.field === b.place.field &&
      ('block' in a.place ? a.place.block : -1) === ('block' in b.place ? b.place.block : -1);

/** The lines of a part in reading order. A vertical line's `y` is the top of its first character. */
export function linesOf(page: Page, frame: Frame, part: Part): Line[] {
  const legs = legsIn(page, frame, part);
  const vertical = frame.shows.kind === 'head' && frame.shows.form === 'vertical';
  const groups: { runs: GlyphRun[]; leg: number; at: number; source: Source | null }[] = [];
  for (const run of part.items.filter(isGlyphs)) {
    const x = part.glyphs.x[run.start] as number;
    const y = part.glyphs.y[run.start] as number;
    const leg = legAt(legs, x, run.sizePt);
    const last = groups.at(-1);
    const at = vertical ? x + run.sizePt / 2 : y;
    const near = vertical ? run.sizePt / 2 : SAME_LINE_PT;
    if (last && last.leg === leg && Math.abs(last.at - at) < near && (vertical || sameSource(last.source, run.source))) last.runs.push(run);
    else groups.push({ runs: [run], leg, at, source: run.source });
  }
  return groups.map((g) => lineOf(part, g.runs, legs, g.leg, vertical));
}

/** How far a character reaches from its origin, in points. */
const reachOf = ({ character, sizePt }: Mark): number => (classOf(character.codePointAt(0) ?? 0x4e00) === Class.han ? 1 : 0.5) * sizePt;

function lineOf(part: Part, runs: readonly GlyphRun[], legs: readonly Leg[], leg: number, vertical: boolean): Line {
  const marks = runs.flatMap((r) => marksOf(r, part));
  const first = runs[0] as GlyphRun;
  const last = marks.at(-1) as Mark;
  const { x, widthPt } = legs[leg] as Leg;
  return {
    text: runs.map((r) => r.text).join(''),
    marks,
    source: first.source,
    y: part.y + (part.glyphs.y[first.start] as number),
    x0: (marks[0] as Mark).x,
    x1: last.x + reachOf(last),
    sizePt: Math.max(...runs.map((r) => r.sizePt)),
    leg,
    legX: part.x + x,
    legPt: widthPt,
    vertical,
  };
}

function glyphInk(run: GlyphRun, part: Part): Rect {
  const marks = marksOf(run, part);
  const ys = Array.from(part.glyphs.y.subarray(run.start, run.end), (y) => part.y + y);
  const left = Math.min(...marks.map((m) => m.x));
  const top = Math.min(...ys) - ABOVE * run.sizePt;
  return {
    x: left,
    y: top,
    width: Math.max(...marks.map((m) => m.x + reachOf(m))) - left,
    height: Math.max(...ys) + BELOW * run.sizePt - top,
  };
}

function itemInk(item: Item, part: Part): Rect | null {
  if (item.kind === 'glyphs') return isGlyphs(item) ? glyphInk(item, part) : null;
  if (item.kind === 'rule')
    return {
      x: part.x + Math.min(item.x1, item.x2),
      y: part.y + Math.min(item.y1, item.y2),
      width: Math.abs(item.x2 - item.x1),
      height: Math.abs(item.y2 - item.y1),
    };
  return { x: part.x + item.x, y: part.y + item.y, width: item.width, height: item.height };
}

/** The rectangle around everything a part prints; null where it prints nothing. */
export function inkOf(part: Part): Rect | null {
  const inks = part.items.flatMap((i) => itemInk(i, part) ?? []);
  return inks.length ? inks.reduce(union) : null;
}
