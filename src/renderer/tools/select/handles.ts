/** Where the eight handles of a selection stand, and which of them is under the pointer. View pixels throughout. */
import type { Rect } from '../../../core/measure/index.ts';
import type { Point } from '../../canvas/camera.ts';
import { type HandleName, handleNames } from '../snap.ts';

/** Half of a handle's side, and how far around its middle it is felt. */
export const HANDLE_PX = 3.5;
const REACH_PX = 8;
/** A side shorter than this has no handle in its middle. */
const ROOM_PX = 28;

export function handlePoints(r: Rect): { readonly name: HandleName; readonly at: Point }[] {
  const [cx, cy, x1, y1] = [r.x + r.width / 2, r.y + r.height / 2, r.x + r.width, r.y + r.height];
  const at: Record<HandleName, Point> = {
    nw: { x: r.x, y: r.y },
    n: { x: cx, y: r.y },
    ne: { x: x1, y: r.y },
    e: { x: x1, y: cy },
    se: { x: x1, y: y1 },
    s: { x: cx, y: y1 },
    sw: { x: r.x, y: y1 },
    w: { x: r.x, y: cy },
  };
  return handleNames
    .filter((n) => (n === 'n' || n === 's' ? r.width >= ROOM_PX : n === 'e' || n === 'w' ? r.height >= ROOM_PX : true))
    .map((name) => ({ name, at: at[name] }));
}

export function handleAt(r: Rect, p: Point): HandleName | null {
  let best: HandleName | null = null;
  let nearest = REACH_PX;
  for (const h of handlePoints(r)) {
    const d = Math.max(Math.abs(h.at.x - p.x), Math.abs(h.at.y - p.y));
    if (d < nearest) [best, nearest] = [h.name, d];
  }
  return best;
}

export const handleCursor: Readonly<Record<HandleName, string>> = {
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
  n: 'ns-resize',
  s: 'ns-resize',
  e: 'ew-resize',
  w: 'ew-resize',
};
