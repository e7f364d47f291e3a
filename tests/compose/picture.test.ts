import { describe, expect, it } from 'vitest';
import { pictureItem } from '../../src/core/compose/picture.ts';
import type { Frame, Picture } from '../../src/core/document/index.ts';

const picture = { id: 'p', width: 3000, height: 2000, focus: { x: 0.5, y: 0.5 } } as Picture;
const frame = (rotate: number): Frame => ({ shows: { kind: 'photo', picture: 0, crop: null, rotate } }) as Frame;

describe('a picture that fills its frame', () => {
  it('keeps its proportions, also when it lies on its side', () => {
    for (const [rotate, box] of [
      [0, { width: 100, height: 80 }],
      [90, { width: 100, height: 80 }],
      [270, { width: 60, height: 200 }],
      [180, { width: 300, height: 40 }],
    ] as const) {
      const { crop } = pictureItem(frame(rotate), picture, box);
      const shown = (crop.width * picture.width) / (crop.height * picture.height);
      const wanted = rotate % 180 === 0 ? box.width / box.height : box.height / box.width;
      expect(shown).toBeCloseTo(wanted, 6);
      expect(Math.max(crop.width, crop.height)).toBeCloseTo(1, 9);
    }
  });
});
