/** What lies under a point or in a rectangle of the page. */
import type { Rect } from '../../core/measure/index.ts';
import type { Part, Scene } from '../../core/scene/index.ts';
import type { Point } from './camera.ts';

export const inside = (r: Rect, p: Point, slack = 0): boolean =>
  p.x >= r.x - slack && p.x <= r.x + r.width + slack && p.y >= r.y - slack && p.y <= r.y + r.height + slack;

/** Furniture that compose adds by itself cannot be taken hold of. */
const holdable = (part: Part): boolean => part.role !== 'folio';

/** The parts under a point, the topmost first; `slackPt` makes thin rules easier to hit. */
export const partsAt = (scene: Scene, p: Point, slackPt: number): Part[] =>
  scene.parts.filter((part) => holdable(part) && inside(part, p, Math.min(part.width, part.height) < 2 * slackPt ? slackPt : 0)).reverse();

/** The parts that a marquee touches. */
export const partsIn = (scene: Scene, r: Rect): Part[] =>
  scene.parts.filter(
    (part) =>
      holdable(part) && part.x < r.x + r.width && r.x < part.x + part.width && part.y < r.y + r.height && r.y < part.y + part.height,
  );
