/** Edits of several things at once: align, distribute, order, group. Pure: page in, Edit out. */
import type { Edit, Frame, Page } from '../../core/document/index.ts';
import { bottom, type Rect, right, typeArea } from '../../core/measure/index.ts';
import { putFrame, together } from './edits.ts';
import { framesRect } from './place.ts';
import { pickedFrames } from './selection.ts';
import { carried } from './spot.ts';

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];
export type AlignTo = 'selection' | 'typeArea';
export type Axis = 'across' | 'down';

/** One selected thing: all its frames move as one. */
interface Unit {
  readonly frames: readonly Frame[];
  readonly rect: Rect;
}

function unitsOf(page: Page, keys: readonly string[]): Unit[] {
  return keys.flatMap((key) => {
    const frames = pickedFrames(page, [key]);
    const rect = framesRect(page, frames);
    return rect ? [{ frames, rect }] : [];
  });
}

/** Units carried by points, as one edit; null where none moves. */
const carry = (page: Page, moves: readonly { unit: Unit; dx: number; dy: number }[]): Edit | null =>
  together(
    moves
      .filter((m) => Math.abs(m.dx) > 0.01 || Math.abs(m.dy) > 0.01)
      .flatMap((m) => m.unit.frames.map((f) => putFrame(page, carried(page, f, m.dx, m.dy)))),
  );

const offset = (side: Alignment, r: Rect, to: Rect): { dx: number; dy: number } => ({
  dx:
    side === 'left'
      ? to.x - r.x
      : side === 'right'
        ? right(to) - right(r)
        : side === 'centre'
          ? to.x + to.width / 2 - r.x - r.width / 2
          : 0,
  dy:
    side === 'top'
      ? to.y - r.y
      : side === 'bottom'
        ? bottom(to) - bottom(r)
        : side === 'middle'
          ? to.y + to.height / 2 - r.y - r.height / 2
          : 0,
});

/** Everything selected brought to one edge or middle: of what is selected together, or of the type area. */
export function alignEdit(page: Page, keys: readonly string[], side: Alignment, to: AlignTo): Edit | null {
  const units = unitsOf(page, keys);
  const around = to === 'typeArea' ? typeArea(page.format, page.grid) : framesRect(page, pickedFrames(page, keys));
  return (
    around &&
    carry(
      page,
      units.map((unit) => ({ unit, ...offset(side, unit.rect, around) })),
    )
  );
}

/** Equal white between neighbours; the outermost stay. Over the type area, the outermost go to its edges. */
export function distributeEdit(page: Page, keys: readonly string[], axis: Axis, to: AlignTo): Edit | null {
  const across = axis === 'across';
  const start = (r: Rect): number => (across ? r.x : r.y);
  const size = (r: Rect): number => (across ? r.width : r.height);
  const units = unitsOf(page, keys).sort((a, b) => start(a.rect) - start(b.rect));
  const [first, last] = [units[0], units.at(-1)];
  if (!first || !last || units.length < (to === 'typeArea' ? 2 : 3)) return null;
  const area = typeArea(page.format, page.grid);
  const from = to === 'typeArea' ? start(area) : start(first.rect);
  const end = to === 'typeArea' ? start(area) + size(area) : start(last.rect) + size(last.rect);
  const white = (end - from - units.reduce((sum, u) => sum + size(u.rect), 0)) / (units.length - 1);
  let at = from;
  const moves = units.map((unit) => {
    const by = at - start(unit.rect);
    at += size(unit.rect) + white;
    return { unit, dx: across ? by : 0, dy: across ? 0 : by };
  });
  return carry(page, moves);
}

/** A body frame is ordered with its whole article: the order on the page is the thread. */
function wholes(page: Page, frames: readonly Frame[]): Set<string> {
  const ids = new Set(frames.map((f) => f.id));
  const articles = new Set(frames.flatMap((f) => (f.shows.kind === 'body' && f.article ? [f.article] : [])));
  for (const f of page.frames) if (f.article && articles.has(f.article)) ids.add(f.id);
  return ids;
}

export type Order = 'front' | 'forward' | 'backward' | 'back';

/** Where frames stand in the paint order: to an end, or past the next thing that is not selected. Null where they are there already. */
export function orderEdit(page: Page, frames: readonly Frame[], to: Order): Edit | null {
  const ids = wholes(page, frames);
  const own = page.frames.filter((f) => ids.has(f.id));
  const rest = page.frames.filter((f) => !ids.has(f.id));
  const first = page.frames.findIndex((f) => ids.has(f.id));
  const last = page.frames.length - 1 - [...page.frames].reverse().findIndex((f) => ids.has(f.id));
  const below = page.frames.slice(0, first).length;
  const above = page.frames.slice(0, last).filter((f) => !ids.has(f.id)).length;
  const at =
    to === 'front' ? rest.length : to === 'back' ? 0 : to === 'forward' ? Math.min(rest.length, above + 1) : Math.max(0, below - 1);
  const order = [...rest.slice(0, at), ...own, ...rest.slice(at)];
  if (order.every((f, i) => f === page.frames[i])) return null;
  return together(order.map((f, index): Edit => ({ kind: 'frame', page: page.id, id: f.id, after: f, index })));
}

/** Free frames under one name; with one article among what is selected, they become parts of it. */
export function groupEdit(page: Page, frames: readonly Frame[], id: string): { edit: Edit; article: string | null } | null {
  const articles = new Set(frames.flatMap((f) => f.article ?? []));
  const free = frames.filter((f) => f.article === null);
  if (articles.size > 1 || free.length === 0 || (articles.size === 0 && free.length < 2)) return null;
  const [article = null] = articles;
  const edit = together(free.map(({ group: _group, ...f }) => putFrame(page, article ? { ...f, article } : { ...f, group: id })));
  return edit && { edit, article };
}

const FURNITURE: ReadonlySet<string> = new Set(['rule', 'box', 'tint', 'text']);

/** What can leave its group or its article: an article's own text and pictures cannot stand without it. */
export const looseable = (f: Frame): boolean => f.group !== undefined || (f.article !== null && FURNITURE.has(f.shows.kind));

export function ungroupEdit(page: Page, frames: readonly Frame[]): Edit | null {
  return together(
    frames
      .filter(looseable)
      .map(({ group: _group, ...f }) => putFrame(page, { ...f, article: FURNITURE.has(f.shows.kind) ? null : f.article })),
  );
}
