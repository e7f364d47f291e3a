/** The marked place where a picture is still missing: the same lines on the canvas, in the PDF and in the PNG. */
import { type Fill, grey, type Rule } from './scene.ts';

/** Tint, edge and sign are black tints that stay legible on newsprint and cannot be taken for a printed photo. */
const TINT = grey(0.08);
const EDGE = grey(0.5);
const SIGN = grey(0.4);
const EDGE_PT = 0.75;
const DASH = [4, 2.5];

/** The outline of hills in the sign, in fractions of its width and height. */
const HILLS = [
  [0.08, 0.84],
  [0.36, 0.42],
  [0.56, 0.7],
  [0.7, 0.54],
  [0.92, 0.84],
] as const;

/** What is drawn for a picture item without a picture, in the item's own coordinates. Sizes in points; needs a positive area. */
export function emptyBox(x: number, y: number, width: number, height: number): (Fill | Rule)[] {
  const line = (x1: number, y1: number, x2: number, y2: number, widthPt: number, colour = EDGE, dash: readonly number[] = []): Rule => ({
    kind: 'rule',
    x1,
    y1,
    x2,
    y2,
    widthPt,
    colour,
    dash,
  });
  const frame = (l: number, t: number, w: number, h: number, pt: number, colour = EDGE, dash: readonly number[] = []): Rule[] => [
    line(l, t, l + w, t, pt, colour, dash),
    line(l + w, t, l + w, t + h, pt, colour, dash),
    line(l + w, t + h, l, t + h, pt, colour, dash),
    line(l, t + h, l, t, pt, colour, dash),
  ];
  const inset = EDGE_PT / 2;
  const items: (Fill | Rule)[] = [
    { kind: 'fill', x, y, width, height, colour: TINT },
    ...frame(x + inset, y + inset, width - EDGE_PT, height - EDGE_PT, EDGE_PT, EDGE, DASH),
  ];
  const w = Math.min(width * 0.3, height * 0.3 * 1.4, 84);
  if (w < 10) return items;
  const h = w / 1.4;
  const [l, t] = [x + (width - w) / 2, y + (height - h) / 2];
  const pt = Math.max(0.75, w / 28);
  items.push(...frame(l, t, w, h, pt, SIGN));
  HILLS.slice(1).forEach(([hx, hy], i) => {
    const [px, py] = HILLS[i] as (typeof HILLS)[number];
    items.push(line(l + px * w, t + py * h, l + hx * w, t + hy * h, pt, SIGN));
  });
  items.push({ kind: 'fill', x: l + 0.68 * w, y: t + 0.18 * h, width: 0.14 * h, height: 0.14 * h, colour: SIGN });
  return items;
}
