import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACTUAL_SCALE,
  type Camera,
  fitRect,
  holdPage,
  MAX_SCALE,
  MIN_SCALE,
  nextStop,
  panBy,
  percent,
  settle,
  toPage,
  toView,
  zoomAbout,
} from '../../src/renderer/canvas/camera.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const camera: fc.Arbitrary<Camera> = fc.record({ x: number(-2000, 2000), y: number(-2000, 2000), scale: number(MIN_SCALE, MAX_SCALE) });
const point = fc.record({ x: number(-3000, 3000), y: number(-3000, 3000) });
const view = { width: 1200, height: 800 };

describe('the camera', () => {
  test('leads from view to page and back', () => {
    fc.assert(
      fc.property(camera, point, (c, p) => {
        const back = toView(c, toPage(c, p));
        expect(back.x).toBeCloseTo(p.x, 5);
        expect(back.y).toBeCloseTo(p.y, 5);
      }),
    );
  });

  test('keeps the point under the pointer there while it zooms, also at the ends of the scale', () => {
    fc.assert(
      fc.property(camera, point, number(0.01, 100), (c, at, factor) => {
        const zoomed = zoomAbout(c, at, factor);
        const [before, after] = [toPage(c, at), toPage(zoomed, at)];
        expect(after.x).toBeCloseTo(before.x, 5);
        expect(after.y).toBeCloseTo(before.y, 5);
        expect(zoomed.scale).toBeGreaterThanOrEqual(MIN_SCALE);
        expect(zoomed.scale).toBeLessThanOrEqual(MAX_SCALE);
      }),
    );
  });

  test('pans by view pixels at any zoom', () => {
    fc.assert(
      fc.property(camera, point, point, (c, p, by) => {
        const moved = toView(panBy(c, by.x, by.y), p);
        const still = toView(c, p);
        expect(moved.x - still.x).toBeCloseTo(by.x, 3);
        expect(moved.y - still.y).toBeCloseTo(by.y, 3);
      }),
    );
  });

  test('fits a page in the middle with its margin free', () => {
    const page = { x: 0, y: 0, width: 1105.5, height: 1559 };
    const c = fitRect(page, view, 20);
    const [a, b] = [toView(c, { x: 0, y: 0 }), toView(c, { x: page.width, y: page.height })];
    expect(a.y).toBeCloseTo(20, 6);
    expect(b.y).toBeCloseTo(780, 6);
    expect(a.x + b.x).toBeCloseTo(view.width, 6);
  });

  test('never loses the page', () => {
    const page = { width: 1105, height: 1559 };
    fc.assert(
      fc.property(camera, (c) => {
        const held = holdPage(c, page, view, 80);
        const [a, b] = [toView(held, { x: 0, y: 0 }), toView(held, { x: page.width, y: page.height })];
        const seen = (low: number, high: number, length: number) => Math.min(high, length) - Math.max(low, 0);
        const least = (length: number, whole: number) => Math.min(80, length, whole) - 1e-6;
        expect(seen(a.x, b.x, view.width)).toBeGreaterThanOrEqual(least(b.x - a.x, view.width));
        expect(seen(a.y, b.y, view.height)).toBeGreaterThanOrEqual(least(b.y - a.y, view.height));
      }),
    );
  });

  test('settles the page’s corner on a whole device pixel and moves by less than one', () => {
    fc.assert(
      fc.property(camera, fc.constantFrom(1, 1.25, 1.5, 2), (c, ratio) => {
        const settled = settle(c, ratio);
        const corner = settled.x * settled.scale * ratio;
        expect(corner).toBeCloseTo(Math.round(corner), 4);
        expect(Math.abs(settled.x - c.x) * c.scale * ratio).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  test('stops at round zooms and ends at the last', () => {
    expect(percent({ x: 0, y: 0, scale: nextStop(ACTUAL_SCALE, 1) })).toBe(125);
    expect(percent({ x: 0, y: 0, scale: nextStop(ACTUAL_SCALE, -1) })).toBe(75);
    expect(percent({ x: 0, y: 0, scale: nextStop(ACTUAL_SCALE * 0.36, 1) })).toBe(50);
    expect(nextStop(MAX_SCALE, 1)).toBe(MAX_SCALE);
    expect(nextStop(MIN_SCALE, -1)).toBe(MIN_SCALE);
  });
});
