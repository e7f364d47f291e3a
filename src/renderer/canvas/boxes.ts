/** How far each item of a part reaches, so that only what a dirty rectangle touches is drawn. */
import type { Rect } from '../../core/measure/index.ts';
import type { Item, Part } from '../../core/scene/index.ts';

/** An em on each side of the pen covers every glyph of a text face, accents and turned marks included. */
function itemBox(part: Part, item: Item): Rect {
  switch (item.kind) {
    case 'glyphs': {
      let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let i = item.start; i < item.end; i++) {
        const x = part.glyphs.x[i] as number;
        const y = part.glyphs.y[i] as number;
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
      }
      if (x0 > x1) return { x: 0, y: 0, width: 0, height: 0 };
      const em = item.sizePt * Math.max(1, item.scaleX);
      return { x: x0 - em * 0.4, y: y0 - em * 1.1, width: x1 - x0 + em * 1.8, height: y1 - y0 + em * 2.2 };
    }
    case 'rule': {
      const w = item.widthPt;
      return {
        x: Math.min(item.x1, item.x2) - w,
        y: Math.min(item.y1, item.y2) - w,
        width: Math.abs(item.x2 - item.x1) + 2 * w,
        height: Math.abs(item.y2 - item.y1) + 2 * w,
      };
    }
    case 'fill':
    case 'picture':
      return item;
    default:
      return item satisfies never;
  }
}

const known = new WeakMap<readonly Item[], readonly Rect[]>();

/** A box for each item, relative to the part; remembered as long as the part's items live. */
export function itemBoxes(part: Part): readonly Rect[] {
  let boxes = known.get(part.items);
  if (!boxes) {
    boxes = part.items.map((item) => itemBox(part, item));
    known.set(part.items, boxes);
  }
  return boxes;
}
