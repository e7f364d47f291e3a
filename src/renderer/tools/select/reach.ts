/** What the select tool's states ask of the desk. */
import type { Frame, Page } from '../../../core/document/index.ts';
import type { Rect } from '../../../core/measure/index.ts';
import { rectToView } from '../../canvas/camera.ts';
import { partsAt } from '../../canvas/hit.ts';
import { desk, pageOf, sceneOf, setDesk } from '../../state/desk.ts';
import { framesRect } from '../../state/place.ts';
import { frameKey, keyFor, pickedFrames } from '../../state/selection.ts';
import type { Touch } from '../hand.ts';
import type { HandleName } from '../snap.ts';
import { handleAt } from './handles.ts';
import type { Pressed } from './steps.ts';

/** CSS pixels around a thin frame in which it is still hit. */
const SLACK_PX = 4;

/** The frames under the pointer, topmost first. */
export function framesUnder(t: Touch): Frame[] {
  const s = desk();
  const [page, scene] = [pageOf(s), sceneOf(s)];
  if (!page || !scene) return [];
  return partsAt(scene, t.page, SLACK_PX / s.camera.scale).flatMap((part) => page.frames.find((f) => f.id === part.frame) ?? []);
}

/** The topmost frame under the pointer is selected as a frame: a press goes on with it. */
function heldFrame(under: readonly Frame[]): boolean {
  const [top] = under;
  return top !== undefined && desk().selected.includes(frameKey(top.id));
}

/**
 * What a press takes hold of. The content tool and a double click reach through the article to its frame, and so does a
 * press on a frame that is selected; Ctrl goes one deeper in the stack with each click.
 */
export function pressedOn(t: Touch): Pressed | null {
  const s = desk();
  const under = framesUnder(t);
  const deep = s.tool === 'content' || t.clicks >= 2 || heldFrame(under);
  const keys = [...new Set(under.map((f) => keyFor(f, deep)))];
  const next = t.ctrl && keys.length > 1 ? (keys.findIndex((k) => s.selected.includes(k)) + 1) % keys.length : 0;
  const key = keys[next];
  const frame = under.find((f) => keyFor(f, deep) === key);
  return key && frame ? { key, frame: frame.id } : null;
}

/** The selection's box in view pixels, where it is one thing that can be resized; null where not. */
export function handleBox(): Rect | null {
  const s = desk();
  const page = pageOf(s);
  if (!page || s.selected.length !== 1) return null;
  const r = framesRect(page, pickedFrames(page, s.selected));
  return r && rectToView(s.camera, r);
}

export function handleUnder(t: Touch): HandleName | null {
  const box = handleBox();
  const page = pageOf(desk());
  if (!box || !page || pickedFrames(page, desk().selected).some((f) => f.locked)) return null;
  return handleAt(box, t.view);
}

/** Select, and show the story of what is selected on the copy desk. */
export function select(keys: readonly string[]): void {
  const page = pageOf(desk());
  const frame = page && pickedFrames(page, keys)[0];
  const story = page?.articles.find((a) => a.id === frame?.article)?.story;
  setDesk({ selected: keys, ...(story ? { story } : {}) });
}

/** Edges of the frames that do not move, for guides: those a moved edge falls on. In points of the page. */
export function guidesFor(page: Page, moved: Rect, still: readonly Rect[]): { x: number[]; y: number[] } {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.5;
  const xs = [moved.x, moved.x + moved.width];
  const ys = [moved.y, moved.y + moved.height];
  const { leftPt, topPt } = page.format;
  const x = xs.filter((v) => still.some((r) => near(r.x, v) || near(r.x + r.width, v)) || near(v, leftPt));
  const y = ys.filter((v) => still.some((r) => near(r.y, v) || near(r.y + r.height, v)) || near(v, topPt));
  return { x, y };
}
