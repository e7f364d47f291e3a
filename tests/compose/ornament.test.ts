import { expect, test } from 'vitest';
import { ORNAMENT_NAMES, ornamentLine } from '../../src/core/compose/ornament.ts';

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
