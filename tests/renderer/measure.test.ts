import { describe, expect, test } from 'vitest';
import { mm } from '../../src/core/measure/index.ts';
import { parseMeasure, showMeasure } from '../../src/renderer/panels/inspector/measure.ts';

const lines = { pt: 11.25, linePt: 11.25 };
const columns = { pt: 126, columnPt: 126, charPt: 9 };
const points = { pt: 1 };

describe('a figure in the inspector', () => {
  test.each([
    ['12', 30, lines, 12],
    ['+2行', 30, lines, 32],
    ['-3', 30, lines, 27],
    ['+ 2', 30, lines, 32],
    ['*1.5', 30, lines, 45],
    ['/2', 30, lines, 15],
    ['3栏', 1, columns, 3],
    ['28字', 1, columns, 2],
    ['小二', 9, points, 18],
    ['三', 9, points, 16],
    ['初号', 9, points, 42],
    ['２４', 9, points, 24],
    ['24pt', 9, points, 24],
    ['1pc', 9, points, 12],
    ['.5', 0, points, 0.5],
  ] as const)('%s, where %d stands, in its unit', (text, now, unit, value) => {
    expect(parseMeasure(text, now, unit)).toBeCloseTo(value, 9);
  });

  test('millimetres become lines', () => {
    expect(parseMeasure('35mm', 1, lines)).toBeCloseTo(mm(35) / 11.25, 9);
    expect(parseMeasure('3.5cm', 1, lines)).toBeCloseTo(mm(35) / 11.25, 9);
  });

  test.each(['', 'abc', '3栏', '12字', '/0', '*2mm', '1.2.3', '--4'])('%s is not understood where the field has no such unit', (text) => {
    expect(parseMeasure(text, 5, lines)).toBeNull();
  });

  test('is shown without idle zeros', () => {
    expect([showMeasure(12), showMeasure(11.25), showMeasure(1 / 3)]).toEqual(['12', '11.25', '0.33']);
  });
});
