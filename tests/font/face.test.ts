import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFace } from '../../src/core/font/index.ts';
import { faces } from '../support/faces.ts';

const HAN_FACES = ['serif-400', 'serif-700', 'serif-900', 'sans-400', 'sans-700', 'sans-900', 'kai-400'];

/** Every ideograph of GB 2312, by decoding its two-byte codes. */
function gb2312(): string[] {
  const bytes: number[] = [];
  for (let hi = 0xb0; hi <= 0xf7; hi++) for (let lo = 0xa1; lo <= 0xfe; lo++) bytes.push(hi, lo);
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))].filter((c) => /\p{Script=Han}/u.test(c));
}

describe('the faces that ship', () => {
  const characters = gb2312();

  it.each(HAN_FACES)('%s has every ideograph of GB 2312', (id) => {
    const face = faces.face(id);
    expect(characters.length).toBe(6763);
    expect(characters.filter((c) => !face.glyph(c.codePointAt(0) as number)).join('')).toBe('');
  });

  it.each(HAN_FACES)('%s draws an ideograph alone as shaping would', (id) => {
    const face = faces.face(id);
    for (const c of characters.filter((_, i) => i % 5 === 0)) {
      const quick = face.shape(c, { language: 'zh-Hans' });
      // Any feature, even one switched off, sends the text through the shaper.
      const slow = face.shape(c, { language: 'zh-Hans', features: ['-dlig'] });
      expect([...quick.ids], c).toEqual([...slow.ids]);
      expect([...quick.advances], c).toEqual([...slow.advances]);
    }
  });

  it('draws —— two em wide without a gap in 宋 and 黑', () => {
    for (const id of HAN_FACES.filter((f) => f !== 'kai-400')) {
      const dash = faces.face(id).shape('——', { language: 'zh-Hans' });
      expect(dash.advances.reduce((a, b) => a + b, 0)).toBeCloseTo(2, 3);
    }
  });

  it('kerns Latin', () => {
    const face = faces.face('latin-400');
    const pair = face.shape('AV', { language: 'en' });
    const apart = face.advance(pair.ids[0] as number) + face.advance(pair.ids[1] as number);
    expect(pair.advances.reduce((a, b) => a + b, 0)).toBeLessThan(apart);
  });

  it('turns marks and quotes in a vertical line', () => {
    const face = faces.face('serif-400');
    const level = face.shape('『', { language: 'zh-Hans' });
    const upright = face.shape('『', { language: 'zh-Hans', vertical: true });
    expect(upright.ids[0]).not.toBe(level.ids[0]);
    expect(upright.advances[0]).toBeCloseTo(1, 3);
  });

  it('refuses bytes that are no font', () => {
    const text = new Uint8Array(readFileSync(join(import.meta.dirname, '../../package.json')));
    expect(() => loadFace('none', text)).toThrow(/no readable characters/u);
  });
});
