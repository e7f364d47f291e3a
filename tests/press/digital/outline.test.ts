import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline, type Ring } from '../../../src/press/index.ts';

const PAGE = { x: 0, y: 0, width: 100, height: 100 };
const rect = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

/** Even-odd rule for a point on no edge. */
function inside(rings: Ring[], x: number, y: number): boolean {
  let crossings = 0;
  for (const ring of rings)
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) crossings++;
    });
  return crossings % 2 === 1;
}

describe('outline', () => {
  it('is the rectangle itself for one', () => {
    expect(outline([rect(10, 20, 30, 40)], 0, PAGE)).toEqual([
      [
        [10, 20],
        [40, 20],
        [40, 60],
        [10, 60],
      ],
    ]);
  });

  it('joins frames that are only a gutter apart, and keeps far ones apart', () => {
    const [a, b] = [rect(0, 0, 20, 50), rect(29, 0, 20, 30)];
    expect(outline([a, b], 0, PAGE)).toHaveLength(2);
    expect(outline([a, b], 4.5, PAGE)).toEqual([
      [
        [0, 0],
        [53.5, 0],
        [53.5, 34.5],
        [24.5, 34.5],
        [24.5, 54.5],
        [0, 54.5],
      ],
    ]);
  });

  it('stays on the page', () => {
    expect(outline([rect(-5, 90, 50, 50)], 3, PAGE)).toEqual([
      [
        [0, 87],
        [48, 87],
        [48, 100],
        [0, 100],
      ],
    ]);
  });

  it('has a ring for the hole of a box that another article stands in', () => {
    const frame = [rect(0, 0, 30, 10), rect(0, 20, 30, 10), rect(0, 0, 10, 30), rect(20, 0, 10, 30)];
    const rings = outline(frame, 0, PAGE);
    expect(rings).toHaveLength(2);
    expect(inside(rings, 15, 15)).toBe(false);
    expect(inside(rings, 5, 15)).toBe(true);
  });

  it('is nothing for nothing', () => {
    expect(outline([rect(5, 5, 0, 9)], 0, PAGE)).toEqual([]);
  });

  it('holds exactly the points of the rectangles', () => {
    const n = fc.integer({ min: 0, max: 9 });
    const box = fc.tuple(n, n, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).map(([x, y, w, h]) => rect(x, y, w, h));
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), (boxes) => {
        const rings = outline(boxes, 0, PAGE);
        for (let x = 0.5; x < 16; x++)
          for (let y = 0.5; y < 16; y++) {
            const covered = boxes.some((b) => x > b.x && x < b.x + b.width && y > b.y && y < b.y + b.height);
            expect(inside(rings, x, y)).toBe(covered);
          }
        for (const ring of rings) expect(ring.length % 2).toBe(0);
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});
