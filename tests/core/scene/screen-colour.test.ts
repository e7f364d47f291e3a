import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLACK, type Colour, emptyBox, grey, screenColour, screenHex, WHITE } from '../../../src/core/scene/index.ts';

describe('screenColour', () => {
  it('shows paper white and black as a rich, neutral dark', () => {
    expect(screenColour(WHITE)).toEqual([255, 255, 255]);
    expect(screenHex(BLACK)).toBe('#231f20');
    const half = screenColour(grey(0.5));
    expect(Math.max(...half) - Math.min(...half)).toBeLessThan(6);
  });

  it('follows the newsprint profile at half tones within 12 of 255', () => {
    // Ghostscript, WAN-IFRAnewspaper26v5, relative colorimetric with black point compensation.
    const measured: [number[], number[]][] = [
      [
        [1, 0, 0, 0],
        [0, 175, 234],
      ],
      [
        [0, 0.5, 0, 0],
        [247, 143, 190],
      ],
      [
        [0, 1, 1, 0],
        [241, 60, 54],
      ],
      [
        [0, 0, 0, 0.2],
        [206, 205, 205],
      ],
      [
        [0, 0, 0, 0.5],
        [140, 136, 134],
      ],
    ];
    for (const [[c, m, y, k], rgb] of measured) {
      const shown = screenColour({ kind: 'cmyk', c: c!, m: m!, y: y!, k: k! });
      shown.forEach((v, i) => {
        expect(Math.abs(v - rgb[i]!), `${[c, m, y, k]} channel ${i}: ${v}`).toBeLessThanOrEqual(12);
      });
    }
  });

  it('never gets lighter when an ink is added', () => {
    const tint = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(tint, tint, tint, tint, fc.constantFrom('c', 'm', 'y', 'k'), (c, m, y, k, which) => {
        const less: Colour = { kind: 'cmyk', c, m, y, k };
        const more: Colour = { ...less, [which]: 1 };
        const sum = (x: Colour): number => screenColour(x).reduce((a, b) => a + b, 0);
        expect(sum(more)).toBeLessThanOrEqual(sum(less) + 3);
      }),
      { seed: 20260101 },
    );
  });

  it('shows a spot colour as its process stand-in at its tint', () => {
    expect(screenColour({ kind: 'spot', name: '专红', tint: 0, c: 0, m: 1, y: 1, k: 0 })).toEqual([255, 255, 255]);
    expect(screenColour({ kind: 'spot', name: '专红', tint: 1, c: 0, m: 1, y: 1, k: 0 })).toEqual([241, 60, 54]);
  });
});

describe('emptyBox', () => {
  it('keeps every line within the box and starts with its tint', () => {
    const items = emptyBox(10, 20, 200, 100);
    expect(items[0]).toMatchObject({ kind: 'fill', x: 10, y: 20, width: 200, height: 100 });
    for (const item of items) {
      const xs = item.kind === 'fill' ? [item.x, item.x + item.width] : [item.x1, item.x2];
      const ys = item.kind === 'fill' ? [item.y, item.y + item.height] : [item.y1, item.y2];
      for (const x of xs) expect(x >= 10 && x <= 210).toBe(true);
      for (const y of ys) expect(y >= 20 && y <= 120).toBe(true);
    }
    expect(items.length).toBeGreaterThan(8);
  });

  it('leaves out the sign where there is no room for it', () => {
    expect(emptyBox(0, 0, 20, 20)).toHaveLength(5);
  });
});
