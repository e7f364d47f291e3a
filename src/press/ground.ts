/**
 * What lies below black type: over a dark picture or a heavy tint, overprinted black adds its own ink to theirs and can
 * pass the limit of the paper. Small type overprints all the same, for register (GWG R0009: below 12 pt); larger type
 * knocks out there, where a thin edge of paper does no harm.
 */
import type { GlyphRun, Part, Scene } from '../core/scene/index.ts';
import { INK_LIMIT } from './options.ts';

/** From this size on black type may knock out. Points. */
const LARGE_PT = 12;
/** What a picture may reach below type: the limit it was held to is taken for granted, so every picture counts as dark. */
const PICTURE_INK = INK_LIMIT;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
  readonly ink: number;
}

/** The inked areas of one page as far as it is painted. */
export class Ground {
  private readonly areas: Area[] = [];
  private readonly inkLimit: number;

  constructor(inkLimit: number) {
    this.inkLimit = inkLimit;
  }

  /** Notes what an item adds to the ground. */
  paint(part: Part, item: Scene['parts'][number]['items'][number]): void {
    if (item.kind !== 'fill' && item.kind !== 'picture') return;
    if (item.kind === 'picture' && item.picture === null) return;
    const ink = item.kind === 'picture' ? PICTURE_INK : inkOf(item.colour);
    const [x, y] = [part.x + item.x, part.y + item.y];
    this.areas.push({ x, y, right: x + item.width, bottom: y + item.height, ink });
  }

  /** Whether black of this run must knock out: it is large and what lies below would pass the limit with it. */
  knocksOut(part: Part, run: GlyphRun): boolean {
    if (run.sizePt < LARGE_PT || this.areas.length === 0) return false;
    const box = boxOf(part, run);
    return this.areas.some((a) => a.ink + 1 > this.inkLimit && a.x < box.right && box.x < a.right && a.y < box.bottom && box.y < a.bottom);
  }
}

const inkOf = (c: { kind: string; c: number; m: number; y: number; k: number; tint?: number }): number =>
  c.kind === 'spot' ? (c.tint ?? 1) : c.c + c.m + c.y + c.k;

/** A box that holds the run's ink: an em round every glyph's origin. */
function boxOf(part: Part, run: GlyphRun): Area {
  let [x, y, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = run.start; i < run.end; i++) {
    const [gx, gy] = [part.x + (part.glyphs.x[i] as number), part.y + (part.glyphs.y[i] as number)];
    x = Math.min(x, gx - (run.orientation === 'sideways' ? run.sizePt * 0.2 : 0));
    right = Math.max(right, gx + run.sizePt);
    y = Math.min(y, gy - (run.orientation === 'sideways' ? 0 : run.sizePt * 0.85));
    bottom = Math.max(bottom, gy + run.sizePt * (run.orientation === 'sideways' ? 1 : 0.15));
  }
  return { x, y, right, bottom, ink: 0 };
}
