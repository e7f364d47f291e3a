import { expect, test } from 'vitest';
import { ORNAMENT_NAMES, ornamentBorder, ornamentLine } from '../../src/core/compose/ornament.ts';

const BLACK = { kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 } as const;

test.each(ORNAMENT_NAMES)('%s repeats a whole number of units from end to end, level and upright alike', (name) => {
  const level = ornamentLine([0, 0], [301, 0], name, 0.7, BLACK, 1);
  const upright = ornamentLine([0, 0], [0, 301], name, 0.7, BLACK, 1);
  expect(level.length).toBeGreaterThan(20);
  expect(upright.length).toBe(level.length);
  const ends = level.flatMap((i) => (i.kind === 'rule' ? [i.x1, i.x2] : i.kind === 'fill' ? [i.x, i.x + i.width] : []));
  expect(Math.min(...ends)).toBeGreaterThan(-4);
  expect(Math.max(...ends)).toBeLessThan(305);
  expect(Math.max(...ends)).toBeGreaterThan(294);
});

/** The ends of strokes and the middles of squares, to a hundredth of a point. */
function spots(w: number, h: number, name: string): Set<string> {
  const round = (n: number): number => Math.round(n * 100) / 100 + 0;
  return new Set(
    ornamentBorder(w, h, name, 1, BLACK).flatMap((i) =>
      i.kind === 'rule'
        ? [`${round(i.x1)},${round(i.y1)}`, `${round(i.x2)},${round(i.y2)}`]
        : i.kind === 'fill'
          ? [`${round(i.x + i.width / 2)},${round(i.y + i.height / 2)}`]
          : [],
    ),
  );
}

test.each(['双线方点', '城墙花边', '回纹花边'])('%s closes at its corners, which are alike turned over', (name) => {
  const [w, h] = [240, 160];
  const drawn = spots(w, h, name);
  const near = [...drawn].map((s) => s.split(',').map(Number) as [number, number]).filter(([x, y]) => x < 6 && y < 6);
  expect(near.length).toBeGreaterThan(3);
  const same = (x: number, y: number): boolean => drawn.has(`${Math.round(x * 100) / 100 + 0},${Math.round(y * 100) / 100 + 0}`);
  // Only what belongs to the corner is alike in all four: the sides' own units run one way.
  const corner = near.filter(([x, y]) => x < 3.9 && y < 3.9);
  for (const [x, y] of corner) {
    expect([x, y, same(w - x, y)]).toEqual([x, y, true]);
    expect([x, y, same(x, h - y)]).toEqual([x, y, true]);
    expect([x, y, same(w - x, h - y)]).toEqual([x, y, true]);
  }
});
