/** Looking: the hand that pans and the glass that zooms. */

import type { Rect } from '../../../core/measure/index.ts';
import { type Camera, fitRect, holdPage, panBy, settle, zoomAbout } from '../../canvas/camera.ts';
import { desk, NO_SHOW, pageOf, setDesk } from '../../state/desk.ts';
import { type HandState, movedEnough, type Touch } from '../hand.ts';

/** Move the camera, but never away from the page. */
export function lookFrom(camera: Camera): void {
  const s = desk();
  const page = pageOf(s);
  const held = page ? holdPage(camera, { width: page.format.widthPt, height: page.format.heightPt }, s.view) : camera;
  setDesk({ camera: settle(held, globalThis.devicePixelRatio || 1) });
}

/** Show the whole page, with air around it. */
export function fitPage(): void {
  const s = desk();
  const page = pageOf(s);
  if (page) lookFrom(fitRect({ x: 0, y: 0, width: page.format.widthPt, height: page.format.heightPt }, s.view, 20));
}

/** Bring a place of the page, in points, to the middle of the view, no larger than it is. */
export function lookAt(place: Rect): void {
  const { camera, view } = desk();
  const x = place.x + place.width / 2 - view.width / camera.scale / 2;
  const y = place.y + place.height / 2 - view.height / camera.scale / 2;
  lookFrom({ ...camera, x, y });
}

const panning = (start: Touch): HandState => {
  let last = start.view;
  return {
    cursor: 'grabbing',
    move(t) {
      lookFrom(panBy(desk().camera, t.view.x - last.x, t.view.y - last.y));
      last = t.view;
      return null;
    },
    up: () => handTool(),
    cancel: () => handTool(),
  };
};

/** Drag the page. */
export function handTool(): HandState {
  return { cursor: 'grab', down: (t) => panning(t) };
}

const framing = (start: Touch): HandState => ({
  cursor: 'zoom-in',
  move(t) {
    if (!movedEnough(start.view, t.view)) return null;
    const [x, y] = [Math.min(start.page.x, t.page.x), Math.min(start.page.y, t.page.y)];
    const box = { x, y, width: Math.abs(t.page.x - start.page.x), height: Math.abs(t.page.y - start.page.y) };
    setDesk({ show: { ...NO_SHOW, box, boxKind: 'marquee' } });
    return null;
  },
  up(t) {
    const { box } = desk().show;
    if (box && box.width > 0 && box.height > 0) lookFrom(fitRect(box, desk().view, 8));
    else lookFrom(zoomAbout(desk().camera, t.view, t.alt ? 0.5 : 2));
    setDesk({ show: NO_SHOW });
    return zoomTool();
  },
  cancel() {
    setDesk({ show: NO_SHOW });
    return zoomTool();
  },
});

/** Click to come nearer, Alt-click to go away, drag to fill the view with a rectangle. */
export function zoomTool(): HandState {
  return { cursor: 'zoom-in', down: (t) => framing(t) };
}
