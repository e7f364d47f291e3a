import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFace } from '../../src/core/font/index.ts';

const bytesOf = (name: string): Uint8Array => readFileSync(join(process.cwd(), 'out/fonts', `${name}.ttf`));

describe.each(['serif-400', 'serif-900', 'sans-700', 'kai-400'])('the face %s with common outlines alone', (id) => {
  const whole = loadFace(id, bytesOf(id));
  let asked = 0;
  const common = loadFace(id, bytesOf(`${id}.common`), () => {
    asked += 1;
    return bytesOf(id);
  });

  test('shapes every text as the whole face does, rare characters too', () => {
    for (const text of ['版心（2026年）', '——……“”', '叆叇龘', 'office 12%'])
      for (const vertical of [false, true])
        expect(common.shape(text, { language: 'zh-Hans', vertical })).toEqual(whole.shape(text, { language: 'zh-Hans', vertical }));
  });

  test('draws common characters and the forms of vertical setting without the whole face', () => {
    const forms = whole.shape('——，。“”（）《》…', { language: 'zh-Hans', vertical: true, features: ['vert'] });
    const ids = [...'我们的报纸，。“”——ABC019'].map((c) => whole.glyph(c.codePointAt(0) as number));
    for (const glyph of [...ids, ...forms.ids]) {
      expect(common.outline(glyph)).toBe(whole.outline(glyph));
      expect(common.ink(glyph)).toEqual(whole.ink(glyph));
    }
    expect(asked).toBe(0);
  });

  test('asks for the whole face once, when a rare character is drawn', () => {
    for (const c of '叆叇') {
      const glyph = whole.glyph(c.codePointAt(0) as number);
      expect(common.outline(glyph)).toBe(whole.outline(glyph));
      expect(common.ink(glyph)).toEqual(whole.ink(glyph));
    }
    expect(asked).toBe(1);
  });
});
