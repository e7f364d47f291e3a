/**
 * 花边 and 曲线: lines that are drawn rather than ruled. One unit is repeated a whole number of times, so that a border
 * meets at its corners. Units are in weights of the line: `along` it and `across` it, across 0 being the line itself.
 */
import type { Colour, Item } from '../scene/index.ts';

type Spot = readonly [along: number, across: number];

/**
 * The piece that stands where two sides meet, so that a border closes: in weights from the corner, into the box along
 * either side; less than 0 is outside. The sides begin `reach` from the corner.
 */
interface Corner {
  readonly reach: number;
  readonly strokes: readonly (readonly Spot[])[];
  readonly squares: readonly { readonly at: Spot; readonly side: number }[];
}

interface Ornament {
  /** Length of one unit. */
  readonly period: number;
  /** Strokes through these points, one weight thick times `stroke`. */
  readonly strokes: readonly (readonly Spot[])[];
  readonly stroke: number;
  /** Filled squares: middle and side. */
  readonly squares?: readonly { readonly at: Spot; readonly side: number }[];
  readonly corner?: Corner;
}

/** One wave of a sine, in eight straight pieces: at the weights of a page nobody sees that they are. */
const WAVE: readonly Spot[] = Array.from({ length: 9 }, (_, i): Spot => [i, 1.8 * Math.sin((i / 8) * 2 * Math.PI)]);

/** A quarter of a circle about (4, 4), in six straight pieces. */
const ARC: readonly Spot[] = Array.from({ length: 7 }, (_, i): Spot => {
  const turn = (i / 6) * (Math.PI / 2);
  return [4 - 4 * Math.sin(turn), 4 - 4 * Math.cos(turn)];
});

export const ORNAMENTS: Readonly<Record<string, Ornament>> = {
  曲线: { period: 8, stroke: 1, strokes: [WAVE], corner: { reach: 4, strokes: [ARC], squares: [] } },
  锯齿线: {
    period: 6,
    stroke: 1,
    strokes: [
      [
        [0, 1.5],
        [3, -1.5],
        [6, 1.5],
      ],
    ],
  },
  方点花边: {
    period: 6,
    stroke: 1,
    strokes: [],
    squares: [{ at: [3, 0], side: 3 }],
    corner: { reach: 3, strokes: [], squares: [{ at: [0, 0], side: 3 }] },
  },
  菱格花边: {
    period: 10,
    stroke: 1,
    strokes: [
      [
        [0, 0],
        [5, -3.5],
        [10, 0],
      ],
      [
        [0, 0],
        [5, 3.5],
        [10, 0],
      ],
    ],
    squares: [{ at: [5, 0], side: 2 }],
    corner: {
      reach: 5,
      strokes: [
        [
          [5, 0],
          [0, -5],
          [-5, 0],
          [0, 5],
          [5, 0],
        ],
      ],
      squares: [{ at: [0, 0], side: 2 }],
    },
  },
  城墙花边: {
    period: 12,
    stroke: 1,
    strokes: [
      [
        [0, 2.5],
        [3, 2.5],
        [3, -2.5],
        [9, -2.5],
        [9, 2.5],
        [12, 2.5],
      ],
    ],
    // A tower of the wall.
    corner: {
      reach: 6,
      strokes: [
        [
          [6, 2.5],
          [3, 2.5],
          [3, -2.5],
          [-2.5, -2.5],
          [-2.5, 3],
          [2.5, 3],
          [2.5, 6],
        ],
      ],
      squares: [],
    },
  },
  回纹花边: {
    period: 14,
    stroke: 1,
    strokes: [
      [
        [2, 4],
        [2, -4],
        [12, -4],
        [12, 2],
        [6, 2],
        [6, -1],
        [9, -1],
      ],
      [
        [0, 4],
        [14, 4],
      ],
    ],
    // A square within a square, joined to the line that runs under the key.
    corner: {
      reach: 6,
      strokes: [
        [
          [6, 4],
          [-4, 4],
          [-4, -4],
          [4, -4],
          [4, 6],
        ],
      ],
      squares: [{ at: [0, 0], side: 3 }],
    },
  },
  双线方点: {
    period: 7,
    stroke: 0.7,
    strokes: [
      [
        [0, -3],
        [7, -3],
      ],
      [
        [0, 3],
        [7, 3],
      ],
    ],
    squares: [{ at: [3.5, 0], side: 2.4 }],
    // The outer line turns, the inner ones meet; a point stands between.
    corner: {
      reach: 3,
      strokes: [
        [
          [3, -3],
          [-3, -3],
          [-3, 3],
        ],
      ],
      squares: [{ at: [0, 0], side: 2.4 }],
    },
  },
};

export const ORNAMENT_NAMES: readonly string[] = Object.keys(ORNAMENTS);

type Point = readonly [number, number];

/** A stroke's pieces; each is a little longer than it is, so that no notch shows where two meet at an angle. */
function pieces(spots: readonly Spot[], widthPt: number, place: (s: Spot) => Point, colour: Colour): Item[] {
  return spots.slice(1).flatMap((to, i): Item[] => {
    const [x1, y1] = place(spots[i] as Spot);
    const [x2, y2] = place(to);
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length === 0) return [];
    const [dx, dy] = [((x2 - x1) / length) * widthPt * 0.5, ((y2 - y1) / length) * widthPt * 0.5];
    return [{ kind: 'rule', x1: x1 - dx, y1: y1 - dy, x2: x2 + dx, y2: y2 + dy, widthPt, colour, dash: [] }];
  });
}

/** An ornament from one point to another, level or upright. `side` −1 turns it over. Empty for a name that is no ornament's. */
export function ornamentLine(from: Point, to: Point, style: string, weightPt: number, colour: Colour, side: 1 | -1): Item[] {
  const o = ORNAMENTS[style];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (!o || length <= 0) return [];
  const level = from[1] === to[1];
  const units = Math.max(1, Math.round(length / (o.period * weightPt)));
  const along = length / (units * o.period);
  const items: Item[] = [];
  for (let u = 0; u < units; u++) {
    const place = ([a, n]: Spot): Point => {
      const t = (u * o.period + a) * along;
      const off = n * weightPt * side;
      return level ? [from[0] + t, from[1] + off] : [from[0] + off, from[1] + t];
    };
    for (const stroke of o.strokes) items.push(...pieces(stroke, o.stroke * weightPt, place, colour));
    for (const s of o.squares ?? []) {
      const [x, y] = place(s.at);
      const w = s.side * weightPt;
      items.push({ kind: 'fill', x: x - w / 2, y: y - w / 2, width: w, height: w, colour });
    }
  }
  return items;
}

/** The piece at a corner of a border. `inX` and `inY` say which way its box lies: 1 to the right or down, −1 to the left or up. */
function cornerPiece(at: Point, inX: 1 | -1, inY: 1 | -1, o: Ornament, weightPt: number, colour: Colour): Item[] {
  const place = ([a, b]: Spot): Point => [at[0] + a * weightPt * inX, at[1] + b * weightPt * inY];
  const strokes = (o.corner?.strokes ?? []).flatMap((s) => pieces(s, o.stroke * weightPt, place, colour));
  const squares = (o.corner?.squares ?? []).map((s): Item => {
    const [x, y] = place(s.at);
    const w = s.side * weightPt;
    return { kind: 'fill', x: x - w / 2, y: y - w / 2, width: w, height: w, colour };
  });
  return [...strokes, ...squares];
}

/** A border of an ornament about a box at the origin, in points: its four sides, each with its face outwards, and what closes its corners. */
export function ornamentBorder(w: number, h: number, style: string, weightPt: number, colour: Colour): Item[] {
  const o = ORNAMENTS[style];
  if (!o) return [];
  const r = (o.corner?.reach ?? 0) * weightPt;
  const sides: readonly [Point, Point, 1 | -1][] = [
    [[r, 0], [w - r, 0], 1],
    [[r, h], [w - r, h], -1],
    [[0, r], [0, h - r], 1],
    [[w, r], [w, h - r], -1],
  ];
  const corners: readonly [Point, 1 | -1, 1 | -1][] = [
    [[0, 0], 1, 1],
    [[w, 0], -1, 1],
    [[0, h], 1, -1],
    [[w, h], -1, -1],
  ];
  const drawn = sides.flatMap(([from, to, side]) =>
    to[0] < from[0] || to[1] < from[1] ? [] : ornamentLine(from, to, style, weightPt, colour, side),
  );
  return [...drawn, ...corners.flatMap(([at, inX, inY]) => cornerPiece(at, inX, inY, o, weightPt, colour))];
}
