/** Frames that belong to no story: rules, boxes, tints and free text. Line styles are those of guide §1.7. */
import type { Frame } from '../document/index.ts';
import type { Colour, Item, Part } from '../scene/index.ts';
import { frameBox, makePart } from './article.ts';
import { fillFields } from './fields.ts';
import { ORNAMENTS, ornamentBorder, ornamentLine } from './ornament.ts';
import { PartBuilder } from './pool.ts';
import { ASCENT, type Workshop } from './workshop.ts';

/** A line style across its direction: strokes at an offset, with a thickness and a dash, all in weights of the rule. Ends are butt. */
interface Stroke {
  readonly at: number;
  readonly weight: number;
  readonly dash: readonly number[];
}

/** 水线: plain rules (guide §1.7). */
export const RULE_STYLES: Readonly<Record<string, readonly Stroke[]>> = {
  正线: [{ at: 0, weight: 1, dash: [] }],
  反线: [{ at: 0, weight: 4, dash: [] }],
  正反线: [
    { at: 0, weight: 4, dash: [] },
    { at: 5, weight: 1, dash: [] },
  ],
  双正线: [
    { at: -2, weight: 1, dash: [] },
    { at: 2, weight: 1, dash: [] },
  ],
  双反线: [
    { at: -4, weight: 3, dash: [] },
    { at: 4, weight: 3, dash: [] },
  ],
  点线: [{ at: 0, weight: 2, dash: [2, 3] }],
  虚线: [{ at: 0, weight: 1, dash: [8, 5] }],
};

/** Every name a rule or a border can have, 水线 first, then 花边. */
export const LINE_STYLES: readonly string[] = [...Object.keys(RULE_STYLES), ...Object.keys(ORNAMENTS)];

type Point = readonly [number, number];

function line(from: Point, to: Point, style: string, weightPt: number, colour: Colour): Item[] {
  if (ORNAMENTS[style]) return ornamentLine(from, to, style, weightPt, colour, 1);
  const level = from[1] === to[1];
  return (RULE_STYLES[style] ?? (RULE_STYLES.正线 as readonly Stroke[])).map((s) => {
    const off = s.at * weightPt;
    return {
      kind: 'rule' as const,
      x1: from[0] + (level ? 0 : off),
      y1: from[1] + (level ? off : 0),
      x2: to[0] + (level ? 0 : off),
      y2: to[1] + (level ? off : 0),
      widthPt: s.weight * weightPt,
      colour,
      dash: s.dash.map((d) => d * weightPt),
    };
  });
}

/**
 * A border of plain lines: each stroke a rectangle of its own, as far in on all four sides, so that its corners meet. Solid
 * strokes reach half their thickness beyond the corner and close it.
 */
function border(w: number, h: number, strokes: readonly Stroke[], weightPt: number, colour: Colour): Item[] {
  return strokes.flatMap((s) => {
    const [near, widthPt] = [s.at * weightPt, s.weight * weightPt];
    const [right, foot] = [w - near, h - near];
    const more = s.dash.length > 0 ? 0 : widthPt / 2;
    const side = (x1: number, y1: number, x2: number, y2: number): Item => ({
      kind: 'rule',
      x1,
      y1,
      x2,
      y2,
      widthPt,
      colour,
      dash: s.dash.map((d) => d * weightPt),
    });
    return [
      side(near - more, near, right + more, near),
      side(near - more, foot, right + more, foot),
      side(near, near, near, foot),
      side(right, near, right, foot),
    ];
  });
}

function draw(shop: Workshop, frame: Frame, out: PartBuilder): void {
  const { width: w, height: h } = frameBox(shop, frame);
  const { shows } = frame;
  if (shows.kind === 'tint') out.items.push({ kind: 'fill', x: 0, y: 0, width: w, height: h, colour: shows.colour });
  if (shows.kind === 'rule') {
    const ends: [Point, Point] =
      w >= h
        ? [
            [0, h / 2],
            [w, h / 2],
          ]
        : [
            [w / 2, 0],
            [w / 2, h],
          ];
    out.items.push(...line(...ends, shows.style, shows.weightPt, shows.colour));
  }
  if (shows.kind === 'box') {
    const { style, weightPt, colour } = shows;
    const strokes = RULE_STYLES[style] ?? (RULE_STYLES.正线 as readonly Stroke[]);
    out.items.push(...(ORNAMENTS[style] ? ornamentBorder(w, h, style, weightPt, colour) : border(w, h, strokes, weightPt, colour)));
  }
  if (shows.kind === 'text') {
    const style = shop.style(shows.role, shows.overrides ?? {});
    let y = 0;
    for (const text of fillFields(shows.text, shop.project, shop.page).split('\n')) {
      const set = shop.set(style, shop.project.paper, text, w);
      for (const l of set.lines) {
        out.line(set, l, text, 0, y + (style.leadingPt - style.sizePt) / 2 + ASCENT * style.sizePt, style, null);
        y += style.leadingPt;
      }
      if (set.lines.length === 0) y += style.leadingPt;
    }
  }
}

const ROLES = { tint: 'tint', rule: 'rule', box: 'box', text: 'text' } as const;

/** Compose a frame that is not an article's; null where it is one that needs a story. */
export function composeFurniture(shop: Workshop, frame: Frame): Part | null {
  const { kind } = frame.shows;
  if (kind !== 'tint' && kind !== 'rule' && kind !== 'box' && kind !== 'text') return null;
  const out = new PartBuilder();
  draw(shop, frame, out);
  return makePart(shop, frame, null, ROLES[kind], out);
}
