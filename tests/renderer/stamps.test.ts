/** Stamps of a small glyph, which follow from its ink in quarters of a pixel. */
import { describe, expect, test } from 'vitest';
import { type Master, stampOf } from '../../src/renderer/canvas/glyphs.ts';

/** A solid block of quarters, from `dx`, `dy` quarters of the origin on. */
const solid = (width: number, height: number, dx: number, dy: number): Master => ({
  cover: new Uint8Array(width * height).fill(255),
  width,
  height,
  dx,
  dy,
});

const at = (stamp: ReturnType<typeof stampOf>, x: number, y: number): number =>
  stamp.cover[(y - stamp.dy) * stamp.width + x - stamp.dx] ?? 0;

describe('stampOf', () => {
  test('a block on whole pixels covers them and nothing else', () => {
    const stamp = stampOf(solid(8, 4, 0, -4), 4, 0, 0);
    expect([stamp.dx, stamp.dy, stamp.width, stamp.height]).toEqual([0, -1, 2, 1]);
    expect([...stamp.cover]).toEqual([255, 255]);
  });

  test('a quarter further, and half a pixel down, it covers its neighbours by as much', () => {
    const stamp = stampOf(solid(8, 4, 0, -4), 4, 1, 2);
    expect(at(stamp, 0, -1)).toBe(Math.floor(((12 - 6) * 255) / 16 + 0.5));
    expect(at(stamp, 1, -1)).toBe(Math.floor((8 * 255) / 16 + 0.5));
    expect(at(stamp, 2, -1)).toBe(Math.floor((2 * 255) / 16 + 0.5));
    expect(at(stamp, 2, 0)).toBe(Math.floor((2 * 255) / 16 + 0.5));
  });

  test('where rows are not divided, it moves across only', () => {
    const stamp = stampOf(solid(4, 3, -2, -3), 1, 3, 3);
    expect([stamp.dx, stamp.dy, stamp.height]).toEqual([0, -3, 3]);
    expect(at(stamp, 0, -3)).toBe(Math.floor((3 * 255) / 4 + 0.5));
    expect(at(stamp, 1, -1)).toBe(Math.floor(255 / 4 + 0.5));
  });

  test('no ink is lost or made, wherever it stands', () => {
    const seed = 7;
    let state = seed;
    const chance = (): number => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    for (let round = 0; round < 200; round++) {
      const rows = chance() < 0.5 ? 1 : 4;
      const [width, height] = [1 + Math.floor(chance() * 30), 1 + Math.floor(chance() * 30)];
      const cover = Uint8Array.from({ length: width * height }, () => Math.floor(chance() * 256));
      const master: Master = { cover, width, height, dx: Math.floor(chance() * 40) - 20, dy: Math.floor(chance() * 40) - 20 };
      const stamp = stampOf(master, rows, Math.floor(chance() * 4), Math.floor(chance() * 4));
      const ink = cover.reduce((n, v) => n + v, 0) / (4 * rows);
      const kept = stamp.cover.reduce((n, v) => n + v, 0);
      // Each pixel is rounded once.
      expect(Math.abs(ink - kept), `seed ${seed}, round ${round}`).toBeLessThanOrEqual(stamp.cover.length / 2);
    }
  });
});
