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
  readonly y: number;
  readonly sizePt: number;
  /** Lying on its side in a vertical line. */
  readonly turned: boolean;
}

export interface Line {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Where its first character stands in the story; null for what is no story's. */
  readonly source: Source | null;
  /** Where it stands among the lines, in points of the page: the baseline, or of a vertical line the negative of its place from the left. */
  readonly across: number;
  /** Where its first character begins and its last one ends, along the line; exact for Han, half an em for a mark or a Latin letter. */
  readonly from: number;
  readonly to: number;
  readonly sizePt: number;
  /** The leg it stands in, from 0; where that begins and how long its lines are. Heads and captions have one leg. */
  readonly leg: number;
  readonly legFrom: number;
  readonly legPt: number;
  readonly vertical: boolean;
  /** On the page. */
  readonly at: Rect;
}

/** Of the em box, what stands above the baseline and what hangs below (guide §2.3). */
const ABOVE = 0.88;
const BELOW = 0.12;
/** Baselines closer than this are one line: a Latin word may be set a hair off. */
const SAME_LINE_PT = 0.3;

interface Leg {
  /** Along the line, from the part's left edge or, of vertical lines, its top. */
  readonly from: number;
  readonly lengthPt: number;
}

export const isVertical = ({ shows }: Frame): boolean =>
  (shows.kind === 'head' && shows.form === 'vertical') || (shows.kind === 'body' && shows.vertical === true);

/** Legs of a vertical body stand one below the other, whole characters long. */
function verticalLegs(page: Page, frame: Frame, part: Part): Leg[] {
  const { grid } = page;
  const count = frame.shows.kind === 'body' ? Math.max(1, frame.shows.legs) : 1;
  const gutter = grid.gutterEm * grid.bodyPt;
  const lengthPt = Math.floor((part.height - (count - 1) * gutter) / count / grid.bodyPt + 1e-6) * grid.bodyPt;
  const step = count > 1 ? (part.height - lengthPt) / (count - 1) : 0;
  return Array.from({ length: count }, (_, i) => ({ from: i * step, lengthPt }));
}

function legsIn(page: Page, frame: Frame, part: Part): readonly Leg[] {
  if (frame.shows.kind !== 'body') return [{ from: 0, lengthPt: isVertical(frame) ? part.height : part.width }];
  if (isVertical(frame)) return verticalLegs(page, frame, part);
  const legs = legsOf(page.grid, frame.at.columns, frame.shows.legs, frame.shows.share);
  return legs.map((l) => ({ from: l.x, lengthPt: l.widthPt }));
}

/** The leg a run belongs to: the last one that begins at or before it. An opening mark whose blank is trimmed stands half an em out. */
const legAt = (legs: readonly Leg[], along: number, sizePt: number): number =>
  Math.max(
    0,
    legs.findLastIndex((l) => l.from <= along + 0.6 * sizePt),
  );

/** The characters of a run, each with its glyph's place. A character without a glyph of its own (a ligature's second) has none. */
function marksOf(run: GlyphRun, part: Part): Mark[] {
  const marks: Mark[] = [];
  for (let i = run.start; i < run.end; i++) {
    const from = part.glyphs.cluster[i] as number;
    const to = i + 1 < run.end ? (part.glyphs.cluster[i + 1] as number) : run.text.length;
    marks.push({
      character: to > from ? run.text.slice(from, to) : '',
      x: part.x + (part.glyphs.x[i] as number),
      y: part.y + (part.glyphs.y[i] as number),
      sizePt: run.sizePt * run.scaleX,
      turned: run.orientation === 'sideways',
    });
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

interface Group {
  readonly runs: GlyphRun[];
  readonly leg: number;
}

const firstOf = (part: Part, run: GlyphRun): readonly [number, number] => [
  part.glyphs.x[run.start] as number,
  part.glyphs.y[run.start] as number,
];

/** Whether a run goes on in the line of the one before it. */
function goesOn(part: Part, last: GlyphRun, run: GlyphRun, vertical: boolean): boolean {
  const [x, y] = firstOf(part, run);
  if (!vertical) return Math.abs(firstOf(part, last)[1] - y) < SAME_LINE_PT && sameSource(last.source, run.source);
  const end = last.end - 1;
  // A new vertical line begins again at the top, and stands a line further to the left.
  const below = y > (part.glyphs.y[end] as number) + 0.2 * last.sizePt;
  return below && Math.abs(x - (part.glyphs.x[end] as number)) < 1.05 * Math.max(last.sizePt, run.sizePt);
}

/** The lines of a part in reading order. */
export function linesOf(page: Page, frame: Frame, part: Part): Line[] {
  const legs = legsIn(page, frame, part);
  const vertical = isVertical(frame);
  const groups: Group[] = [];
  for (const run of part.items.filter(isGlyphs)) {
    const last = groups.at(-1);
    const leg = legAt(legs, firstOf(part, run)[vertical ? 1 : 0], run.sizePt);
    const on = last && goesOn(part, last.runs.at(-1) as GlyphRun, run, vertical) && (vertical || last.leg === leg);
    if (on) last.runs.push(run);
    else groups.push({ runs: [run], leg });
  }
  return groups.map((g) => lineOf(part, g, legs, vertical));
}

/** How far a character reaches from its origin, in points. */
const reachOf = ({ character, sizePt }: Mark): number => (classOf(character.codePointAt(0) ?? 0x4e00) === Class.han ? 1 : 0.5) * sizePt;

function lineOf(part: Part, { runs, leg }: Group, legs: readonly Leg[], vertical: boolean): Line {
  const perRun = runs.map((r) => marksOf(r, part));
  const marks = perRun.length === 1 ? (perRun[0] as Mark[]) : perRun.flat();
  const [first, last] = [marks[0] as Mark, marks.at(-1) as Mark];
  const { from, lengthPt } = legs[leg] as Leg;
  // An upright character of a vertical line begins above its baseline.
  const along = (m: Mark): number => (vertical ? m.y - (m.turned ? 0 : ABOVE * m.sizePt) : m.x);
  const at = runs.map((r, i) => runInk(r, perRun[i] as Mark[])).reduce(union);
  return {
    text: runs.map((r) => r.text).join(''),
    marks,
    source: runs[0]?.source ?? null,
    across: vertical ? -at.x : first.y,
    from: along(first),
    to: along(last) + reachOf(last),
    sizePt: Math.max(...runs.map((r) => r.sizePt)),
    leg,
    legFrom: (vertical ? part.y : part.x) + from,
    legPt: lengthPt,
    vertical,
    at,
  };
}

/** Where a run's ink stands, from its characters: an opening mark's left half is blank. */
function runInk(run: GlyphRun, marks: readonly Mark[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { character, x, y, sizePt } of marks) {
    const kind = classOf(character.codePointAt(0) ?? 0x4e00);
    const from = kind === Class.opener ? x + 0.5 * sizePt : x;
    left = Math.min(left, from);
    right = Math.max(right, x + (kind === Class.han ? 1 : 0.5) * sizePt, from + 0.4 * sizePt);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  top -= ABOVE * run.sizePt;
  return { x: left, y: top, width: right - left, height: bottom + BELOW * run.sizePt - top };
}

function itemInk(item: Item, part: Part): Rect | null {
  if (item.kind === 'glyphs') return null;
  if (item.kind === 'rule')
    return {
      x: part.x + Math.min(item.x1, item.x2),
      y: part.y + Math.min(item.y1, item.y2),
      width: Math.abs(item.x2 - item.x1),
      height: Math.abs(item.y2 - item.y1),
    };
  return { x: part.x + item.x, y: part.y + item.y, width: item.width, height: item.height };
}

/** The rectangle around everything a part prints, whose lines these are; null where it prints nothing. */
export function inkOf(part: Part, lines: readonly Line[]): Rect | null {
  const inks = [...lines.map((l) => l.at), ...part.items.flatMap((i) => itemInk(i, part) ?? [])];
  return inks.length ? inks.reduce(union) : null;
}
