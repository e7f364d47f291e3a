/** Caret and text lines: a spot to its place on the page and back, line by line, the selection's boxes. Pure geometry. */
import type { Rect } from '../../../core/measure/index.ts';
import type { Point } from '../../canvas/camera.ts';
import type { TextLine } from './lines.ts';
import { pieces, type Range, type Spot, type Text } from './stream.ts';

const keyOf = (texts: readonly Text[], spot: Spot): string | undefined => texts[spot.passage]?.key;

/** The line a spot stands in; −1 where its text is on no page. A spot between two lines is in the second, or at `end` of the first. */
export function lineOf(lines: readonly TextLine[], texts: readonly Text[], spot: Spot): number {
  const key = keyOf(texts, spot);
  let found = -1;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as TextLine;
    if (line.key !== key || spot.at < line.from) continue;
    if (spot.at <= line.to) {
      found = i;
      if (spot.at < line.to || spot.end) break;
    } else {
      // A space that fell between two lines: the caret waits at the first one's end.
      const next = lines[i + 1];
      if (next?.key === key && spot.at < next.from) found = i;
    }
  }
  return found;
}

/** How far along its line a spot stands, in points. */
export const alongOf = (line: TextLine, at: number): number =>
  line.stops[Math.max(0, Math.min(line.stops.length - 1, at - line.from))] as number;

/** The caret as a line of no width: `x, y` its beginning, `length` across the text. */
export interface CaretPlace {
  readonly page: string;
  readonly frame: string;
  readonly rect: Rect;
  readonly vertical: boolean;
}

function placeIn(line: TextLine, along: number): CaretPlace {
  const across = line.far - line.near;
  const rect = line.vertical ? { x: line.near, y: along, width: across, height: 0 } : { x: along, y: line.near, width: 0, height: across };
  return { page: line.page, frame: line.frame, rect, vertical: line.vertical };
}

/** An empty paragraph has no line of its own: its caret stands one line under the last line before it. */
function placeUnder(lines: readonly TextLine[], texts: readonly Text[], spot: Spot): CaretPlace | null {
  for (let p = spot.passage - 1, gap = 1; p >= 0; p--) {
    const key = texts[p]?.key;
    const line = lines.findLast((l) => l.key === key);
    if (!line) {
      if (texts[p]?.passage.text !== '') return null;
      gap++;
      continue;
    }
    if (line.to < (texts[p]?.passage.text.length ?? 0)) return null;
    const step = (line.far - line.near) * 1.25 * gap * (line.vertical ? -1 : 1);
    return placeIn({ ...line, near: line.near + step, far: line.far + step }, legStart(lines, line));
  }
  const first = spot.passage === 0 ? lines[0] : undefined;
  return first ? placeIn(first, first.stops[0] as number) : null;
}

/** Where the caret of a spot is drawn; null where its text is on no page. */
export function caretAt(lines: readonly TextLine[], texts: readonly Text[], spot: Spot): CaretPlace | null {
  const line = lines[lineOf(lines, texts, spot)];
  if (line) return placeIn(line, alongOf(line, spot.at));
  return texts[spot.passage]?.passage.text === '' ? placeUnder(lines, texts, spot) : null;
}

/** Lines of one leg overlap along their direction; the leg begins where the first of them does. */
function legStart(lines: readonly TextLine[], line: TextLine): number {
  const [from, to] = [line.stops[0] as number, line.stops.at(-1) as number];
  let start = from;
  for (const l of lines) {
    if (l.frame !== line.frame || l.vertical !== line.vertical) continue;
    const [a, b] = [l.stops[0] as number, l.stops.at(-1) as number];
    if (a < to && b > from && a < start) start = a;
  }
  return start;
}

/** The stop of a line nearest to a place along it, as an offset. */
export function nearestIn(line: TextLine, along: number): number {
  const { stops } = line;
  let best = 0;
  for (let i = 1; i < stops.length; i++) if (Math.abs((stops[i] as number) - along) < Math.abs((stops[best] as number) - along)) best = i;
  return line.from + best;
}

const spotIn = (lines: readonly TextLine[], index: number, passage: number, at: number): Spot => {
  const line = lines[index] as TextLine;
  const goesOn = at === line.to && lines[index + 1]?.key === line.key;
  return goesOn ? { passage, at, end: true } : { passage, at };
};

/** Lines count more than columns: the pointer beside a line means that line. */
const ACROSS_WEIGHT = 3;
const outside = (v: number, from: number, to: number): number => Math.max(from - v, v - to, 0);

/** The spot nearest to a point of a page, among the lines of one frame where it is given. */
export function spotAt(lines: readonly TextLine[], texts: readonly Text[], page: string, p: Point, frame?: string): Spot | null {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  lines.forEach((line, i) => {
    if (line.page !== page || (frame !== undefined && line.frame !== frame)) return;
    const [along, across] = line.vertical ? [p.y, p.x] : [p.x, p.y];
    const far = outside(along, line.stops[0] as number, line.stops.at(-1) as number) + ACROSS_WEIGHT * outside(across, line.near, line.far);
    if (far < least) [best, least] = [i, far];
  });
  const line = lines[best];
  const passage = line ? texts.findIndex((t) => t.key === line.key) : -1;
  if (!line || passage < 0) return null;
  return spotIn(lines, best, passage, nearestIn(line, line.vertical ? p.y : p.x));
}

/** One line on or back, the place along the leg kept; null at the stream's ends. `goal` is that place from the leg's start. */
export function lineStep(
  lines: readonly TextLine[],
  texts: readonly Text[],
  spot: Spot,
  by: number,
  goal: number | null,
): { readonly spot: Spot; readonly goal: number } | null {
  const now = lineOf(lines, texts, spot);
  const line = lines[now];
  if (!line) return null;
  const keep = goal ?? alongOf(line, spot.at) - legStart(lines, line);
  const to = Math.max(0, Math.min(lines.length - 1, now + by));
  const next = lines[to] as TextLine;
  const passage = texts.findIndex((t) => t.key === next.key);
  if (to === now || passage < 0) return null;
  return { spot: spotIn(lines, to, passage, nearestIn(next, legStart(lines, next) + keep)), goal: keep };
}

/** Beginning or end of the line a spot stands in. */
export function lineEdge(lines: readonly TextLine[], texts: readonly Text[], spot: Spot, end: boolean): Spot {
  const i = lineOf(lines, texts, spot);
  const line = lines[i];
  if (!line) return { passage: spot.passage, at: end ? (texts[spot.passage]?.passage.text.length ?? 0) : 0 };
  return end ? spotIn(lines, i, spot.passage, line.to) : { passage: spot.passage, at: line.from };
}

export interface Box extends Rect {
  readonly page: string;
  readonly vertical: boolean;
}

/** The boxes of a range, one for each line it touches. */
export function boxesOf(lines: readonly TextLine[], texts: readonly Text[], range: Range): Box[] {
  const taken = new Map(pieces(texts, range).map((p) => [texts[p.passage]?.key, p]));
  return lines.flatMap((line) => {
    const piece = taken.get(line.key);
    if (!piece || piece.from >= line.to || piece.to <= line.from) return [];
    const [a, b] = [alongOf(line, piece.from), alongOf(line, Math.min(piece.to, line.to))];
    const across = line.far - line.near;
    const { page, vertical } = line;
    return [
      vertical
        ? { page, vertical, x: line.near, y: a, width: across, height: b - a }
        : { page, vertical, x: a, y: line.near, width: b - a, height: across },
    ];
  });
}
