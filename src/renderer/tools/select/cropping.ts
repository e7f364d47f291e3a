/** The picture within its frame under the hand: the frame stays, another part of the picture shows, or its focus goes elsewhere. */

import type { Page, Picture } from '../../../core/document/index.ts';
import type { Rect } from '../../../core/measure/index.ts';
import { Gesture } from '../../state/change.ts';
import { desk, NO_SHOW, pageOf, setDesk } from '../../state/desk.ts';
import { type Crop, cropAt, cropOf, type Photo, photoOf, setCrop, shapeOf, wholeZoom, zoomOf } from '../../state/photo.ts';
import { frameRect } from '../../state/place.ts';
import { picked } from '../../state/selection.ts';
import type { HandState, Touch } from '../hand.ts';
import type { Steps } from './steps.ts';

export interface Held {
  readonly page: Page;
  readonly photo: Photo;
  readonly picture: Picture;
  readonly rect: Rect;
  readonly crop: Crop;
}

/** The one photo that is selected as a frame, with its picture; null where it is something else or has none. */
export function selectedPhoto(): Held | null {
  const s = desk();
  const page = pageOf(s);
  const [key, ...more] = s.selected;
  if (!s.project || !page || !key || more.length > 0 || picked(key).kind !== 'frame') return null;
  const frame = page.frames.find((f) => f.id === picked(key).id);
  const photo = frame && photoOf(s.project, page, frame);
  if (!photo?.picture) return null;
  const rect = frameRect(page, photo.frame);
  return { page, photo, picture: photo.picture, rect, crop: cropOf(photo, photo.picture, rect) };
}

/** A way on the page as the picture has it, which may lie on its side or be turned. */
function turnedBack(dx: number, dy: number, degrees: number): { x: number; y: number } {
  const a = (-degrees * Math.PI) / 180;
  return { x: dx * Math.cos(a) - dy * Math.sin(a), y: dx * Math.sin(a) + dy * Math.cos(a) };
}

/** From a point of the page to fractions of the picture. */
export function pictureAt(h: Held, p: { x: number; y: number }): { x: number; y: number } {
  const shape = shapeOf(h.rect, h.photo.shows.rotate);
  const by = turnedBack(p.x - h.rect.x - h.rect.width / 2, p.y - h.rect.y - h.rect.height / 2, h.photo.shows.rotate);
  return { x: h.crop.x + (by.x / shape.width + 0.5) * h.crop.width, y: h.crop.y + (by.y / shape.height + 0.5) * h.crop.height };
}

/** Where the picture's focus stands on the page. */
export function focusOnPage(h: Held): { x: number; y: number } {
  const shape = shapeOf(h.rect, h.photo.shows.rotate);
  const { focus } = h.picture;
  const at = turnedBack(
    ((focus.x - h.crop.x) / h.crop.width - 0.5) * shape.width,
    ((focus.y - h.crop.y) / h.crop.height - 0.5) * shape.height,
    -h.photo.shows.rotate,
  );
  return { x: h.rect.x + h.rect.width / 2 + at.x, y: h.rect.y + h.rect.height / 2 + at.y };
}

const FOCUS_PX = 9;

/** True where the press took the focus mark, which shows while a photo's content is selected. */
export function onFocus(h: Held, t: Touch): boolean {
  const f = focusOnPage(h);
  return Math.hypot(t.page.x - f.x, t.page.y - f.y) * desk().camera.scale <= FOCUS_PX;
}

export function cropping(steps: Steps, start: Touch): HandState {
  const held = selectedPhoto();
  const focus = held !== null && onFocus(held, start);
  const gesture = new Gesture(focus ? 'photo.focus' : 'photo.crop');
  const done = (): HandState => {
    setDesk({ show: NO_SHOW });
    return steps.idle();
  };
  const follow = (t: Touch): null => {
    if (!held) return null;
    const { page, photo, picture, rect, crop } = held;
    if (focus) {
      const p = pictureAt(held, t.page);
      const clamp = (v: number): number => Number(Math.min(1, Math.max(0, v)).toFixed(4));
      gesture.to({ kind: 'picture', id: picture.id, after: { ...picture, focus: { x: clamp(p.x), y: clamp(p.y) } } });
      return null;
    }
    const shape = shapeOf(rect, photo.shows.rotate);
    const by = turnedBack(t.page.x - start.page.x, t.page.y - start.page.y, photo.shows.rotate);
    const zoom = zoomOf(picture, shape, crop);
    const cx = crop.x + crop.width / 2 - (by.x / shape.width) * crop.width;
    const cy = crop.y + crop.height / 2 - (by.y / shape.height) * crop.height;
    gesture.to(setCrop(page, photo, cropAt(picture, shape, zoom, cx, cy)));
    return null;
  };
  return {
    cursor: focus ? 'crosshair' : 'grabbing',
    move: follow,
    up(t) {
      follow(t);
      gesture.end();
      return done();
    },
    cancel() {
      gesture.drop();
      return done();
    },
  };
}

/** Turns of the wheel that follow each other are one undo. */
const WHEEL_MS = 600;
let wheeled: { gesture: Gesture; held: Held; zoom: number; timer: ReturnType<typeof setTimeout> } | null = null;

/** Zoom the picture in its frame about a point of the page. False where no photo's content is selected. */
export function zoomContent(factor: number, about: { x: number; y: number }): boolean {
  const now = selectedPhoto();
  if (!now || now.photo.frame.locked) return false;
  if (!wheeled || wheeled.held.photo.frame.id !== now.photo.frame.id) {
    wheeled?.gesture.end();
    const shape = shapeOf(now.rect, now.photo.shows.rotate);
    wheeled = { gesture: new Gesture('photo.zoom'), held: now, zoom: zoomOf(now.picture, shape, now.crop), timer: setTimeout(() => {}, 0) };
  }
  const { held, gesture } = wheeled;
  const shape = shapeOf(held.rect, held.photo.shows.rotate);
  wheeled.zoom = Math.min(20, Math.max(wholeZoom(held.picture, shape), wheeled.zoom * factor));
  const under = pictureAt(now, about);
  const after = cropAt(held.picture, shape, wheeled.zoom, 0.5, 0.5);
  // What lay under the pointer stays there.
  const share = { x: (under.x - now.crop.x) / now.crop.width, y: (under.y - now.crop.y) / now.crop.height };
  const cx = under.x + (0.5 - share.x) * after.width;
  const cy = under.y + (0.5 - share.y) * after.height;
  gesture.to(setCrop(held.page, held.photo, cropAt(held.picture, shape, wheeled.zoom, cx, cy)));
  clearTimeout(wheeled.timer);
  wheeled.timer = setTimeout(() => {
    gesture.end();
    if (wheeled?.gesture === gesture) wheeled = null;
  }, WHEEL_MS);
  return true;
}
