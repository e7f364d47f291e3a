/** What must be repainted when a page was composed again: rectangles of the page in points. */
import { type Rect, union } from '../../core/measure/index.ts';
import type { GlyphRun, Item, Part, Scene } from '../../core/scene/index.ts';
import { itemBoxes } from './boxes.ts';

const onPage = (part: Part, r: Rect): Rect => ({ x: part.x + r.x, y: part.y + r.y, width: r.width, height: r.height });

const grow = (sum: Rect | null, r: Rect): Rect => (sum ? union(sum, r) : r);

/** All that a part paints, its frame included. */
function reach(part: Part): Rect {
  return itemBoxes(part).reduce((sum, box) => (box.width > 0 || box.height > 0 ? union(sum, onPage(part, box)) : sum), {
    x: part.x,
    y: part.y,
    width: part.width,
    height: part.height,
  } as Rect);
}

function sameRun(a: Part, x: GlyphRun, b: Part, y: GlyphRun): boolean {
  if (x.text !== y.text || x.font !== y.font || x.sizePt !== y.sizePt || x.end - x.start !== y.end - y.start) return false;
  if (x.scaleX !== y.scaleX || x.orientation !== y.orientation || JSON.stringify(x.colour) !== JSON.stringify(y.colour)) return false;
  for (let i = 0; i < x.end - x.start; i++) {
    const [p, q] = [x.start + i, y.start + i];
    if (a.glyphs.ids[p] !== b.glyphs.ids[q] || a.glyphs.x[p] !== b.glyphs.x[q] || a.glyphs.y[p] !== b.glyphs.y[q]) return false;
  }
  return true;
}

function sameItem(a: Part, x: Item, b: Part, y: Item): boolean {
  if (x.kind === 'glyphs' && y.kind === 'glyphs') return sameRun(a, x, b, y);
  return x.kind === y.kind && JSON.stringify(x) === JSON.stringify(y);
}

/** Two compositions of one frame that stands where it stood: the box around the items that differ; null where none does. */
function partDiff(before: Part, after: Part): Rect | null {
  const [old, now] = [itemBoxes(before), itemBoxes(after)];
  let first = 0;
  const both = Math.min(before.items.length, after.items.length);
  while (first < both && sameItem(before, before.items[first] as Item, after, after.items[first] as Item)) first++;
  let tail = 0;
  while (
    tail < both - first &&
    sameItem(before, before.items[before.items.length - 1 - tail] as Item, after, after.items[after.items.length - 1 - tail] as Item)
  )
    tail++;
  let sum: Rect | null = null;
  for (const box of old.slice(first, before.items.length - tail)) sum = grow(sum, onPage(before, box));
  for (const box of now.slice(first, after.items.length - tail)) sum = grow(sum, onPage(after, box));
  return sum;
}

const still = (a: Part, b: Part): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** The rectangles to repaint. The whole sheet where there was no page before or the sheet itself changed. */
export function dirtyRects(before: Scene | null, after: Scene): Rect[] {
  const sheet = { x: 0, y: 0, width: after.widthPt, height: after.heightPt };
  if (!before || before.page !== after.page || before.widthPt !== after.widthPt || before.heightPt !== after.heightPt) return [sheet];
  const rects: Rect[] = [];
  const old = new Map(before.parts.map((p, i) => [p.frame, { part: p, i }]));
  let last = -1;
  for (const part of after.parts) {
    const was = old.get(part.frame);
    old.delete(part.frame);
    if (!was) {
      rects.push(reach(part));
      continue;
    }
    const reordered = was.i < last;
    last = Math.max(last, was.i);
    if (was.part === part && !reordered) continue;
    if (reordered || !still(was.part, part)) rects.push(reach(was.part), reach(part));
    else {
      const r = was.part.items === part.items ? null : partDiff(was.part, part);
      if (r) rects.push(r);
    }
  }
  for (const gone of old.values()) rects.push(reach(gone.part));
  return rects;
}
