/**
 * The camera over the page: pure arithmetic. A point of the page (in points) and a point of the view (in CSS pixels from
 * its top-left corner) lead into each other by one scale and one corner.
 */
import type { Rect } from '../../core/measure/index.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Camera {
  /** The point of the page, in points, that stands in the view's top-left corner. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels for one point. */
  readonly scale: number;
}

/** The scale at which a printed millimetre is a millimetre of a 96 dpi screen: 100 %. */
export const ACTUAL_SCALE = 96 / 72;
/** 10 % and 3,200 %. */
export const MIN_SCALE = 0.1 * ACTUAL_SCALE;
export const MAX_SCALE = 32 * ACTUAL_SCALE;

export const clampScale = (scale: number): number => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));

export const toView = (c: Camera, p: Point): Point => ({ x: (p.x - c.x) * c.scale, y: (p.y - c.y) * c.scale });
export const toPage = (c: Camera, p: Point): Point => ({ x: p.x / c.scale + c.x, y: p.y / c.scale + c.y });

export const rectToView = (c: Camera, r: Rect): Rect => ({
  ...toView(c, r),
  width: r.width * c.scale,
  height: r.height * c.scale,
});

/** Zoom by `factor` so that the point of the page under `at` (CSS pixels of the view) stays under it. */
export function zoomAbout(c: Camera, at: Point, factor: number): Camera {
  const scale = clampScale(c.scale * factor);
  const under = toPage(c, at);
  return { scale, x: under.x - at.x / scale, y: under.y - at.y / scale };
}

/** Move the page by CSS pixels: positive moves it right and down. */
export const panBy = (c: Camera, dx: number, dy: number): Camera => ({ ...c, x: c.x - dx / c.scale, y: c.y - dy / c.scale });

/** The camera that shows all of `what` in the middle of the view, `margin` CSS pixels left free on each side. */
export function fitRect(what: Rect, view: Size, margin: number): Camera {
  const free = { width: Math.max(1, view.width - 2 * margin), height: Math.max(1, view.height - 2 * margin) };
  const scale = clampScale(Math.min(free.width / what.width, free.height / what.height));
  return centreOn({ x: what.x + what.width / 2, y: what.y + what.height / 2 }, view, scale);
}

/** The camera at `scale` with a point of the page in the middle of the view. */
export const centreOn = (p: Point, view: Size, scale: number): Camera => ({
  scale,
  x: p.x - view.width / 2 / scale,
  y: p.y - view.height / 2 / scale,
});

/** Keep at least `keep` CSS pixels of the page in the view, so that it cannot be lost. */
export function holdPage(c: Camera, page: Size, view: Size, keep = 80): Camera {
  const k = keep / c.scale;
  const clamp = (v: number, length: number, viewLength: number): number => Math.min(length - k, Math.max(k - viewLength / c.scale, v));
  return { ...c, x: clamp(c.x, page.width, view.width), y: clamp(c.y, page.height, view.height) };
}

/** The camera moved by less than one pixel, so that the page's corner falls on a whole device pixel and panning can copy pixels. */
export function settle(c: Camera, pixelRatio: number): Camera {
  const s = c.scale * pixelRatio;
  return { ...c, x: Math.round(c.x * s) / s, y: Math.round(c.y * s) / s };
}

export const percent = (c: Camera): number => Math.round((c.scale / ACTUAL_SCALE) * 100);

/** The zooms that Zoom in and Zoom out stop at, in per cent. */
export const ZOOM_STOPS: readonly number[] = [
  10, 15, 20, 25, 33, 50, 67, 75, 100, 125, 150, 200, 300, 400, 600, 800, 1200, 1600, 2400, 3200,
];

/** The next stop above (`direction` 1) or below (−1) a scale, as a scale. */
export function nextStop(scale: number, direction: 1 | -1): number {
  const now = (scale / ACTUAL_SCALE) * 100;
  const stops = direction > 0 ? ZOOM_STOPS.filter((z) => z > now * 1.01) : ZOOM_STOPS.filter((z) => z < now * 0.99).reverse();
  return clampScale(((stops[0] ?? now) / 100) * ACTUAL_SCALE);
}
