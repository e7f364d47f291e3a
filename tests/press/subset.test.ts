import { Blob, Face, Font } from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { type ShownGlyph, subsetFont } from '../../src/press/fonts/subset.ts';
import { face, fontBytes } from './scenes.ts';

const open = (bytes: Uint8Array): Font => new Font(new Face(new Blob(bytes)));
const glyphsOf = (id: string, text: string): number[] => [...text].map((c) => face(id).glyph(c.codePointAt(0)!));
const numbers = (path: string): number[] => [...path.matchAll(/-?\d+(?:\.\d+)?/gu)].map((m) => Number(m[0]));

const own = (glyph: number): ShownGlyph => ({ glyph, moved: null });

describe('subsetFont', () => {
  it.each([
    ['serif-400', '版心日报，——……AV é一'],
    ['kai-400', '楷体字“引号”'],
    ['latin-400i', 'Ångström façade Čeština ﬁ'],
    ['sans-900', '粗黑'],
  ])('numbers the glyphs of %s as they are shown, and keeps outlines and advances, composites too', (id, text) => {
    const glyphs = [...new Set(glyphsOf(id, text))];
    const [whole, cut] = [open(fontBytes(id)), open(subsetFont(fontBytes(id), glyphs.map(own)))];
    for (const [i, g] of glyphs.entries()) {
      expect(cut.glyphToPath(i + 1), `glyph ${g}`).toBe(whole.glyphToPath(g));
      expect(cut.glyphHAdvance(i + 1)).toBe(whole.glyphHAdvance(g));
    }
    expect(cut.glyphToPath(0)).toBe(whole.glyphToPath(0));
  });

  it('holds only what is asked for, and what that is made of', () => {
    const [a, aring] = glyphsOf('latin-400', 'AÅ');
    const count = (...shown: number[]): number => maxGlyphs(subsetFont(fontBytes('latin-400'), shown.map(own)));
    expect(count()).toBe(1);
    expect(count(a!)).toBe(2);
    // The letter and its ring stand behind it; where the letter is shown itself, it is not there twice.
    expect(count(aring!)).toBe(4);
    expect(count(aring!, a!)).toBe(4);
    expect(subsetFont(fontBytes('serif-400'), glyphsOf('serif-400', '版').map(own)).length).toBeLessThan(1200);
  });

  it('shows glyphs moved and with another advance', () => {
    const [comma, quote] = glyphsOf('serif-400', '，“');
    const [space] = glyphsOf('serif-400', '　');
    const bytes = fontBytes('serif-400');
    const whole = open(bytes);
    const cut = open(
      subsetFont(bytes, [
        { glyph: comma!, moved: { dx: 0, width: 500 } },
        own(comma!),
        { glyph: quote!, moved: { dx: -475, width: 525 } },
        { glyph: space!, moved: { dx: 0, width: 500 } },
      ]),
    );
    for (const code of [1, 2]) expect(cut.glyphToPath(code)).toBe(whole.glyphToPath(comma!));
    expect([1, 2, 3, 4].map((code) => cut.glyphHAdvance(code))).toEqual([500, 1000, 525, 500]);
    const moved = numbers(cut.glyphToPath(3));
    const original = numbers(whole.glyphToPath(quote!));
    expect(moved).toEqual(original.map((n, i) => (i % 2 === 0 ? n - 475 : n)));
    expect(cut.glyphToPath(4)).toBe('');
  });

  it('says what is wrong with a damaged font', () => {
    const bytes = Uint8Array.from(fontBytes('latin-400'));
    expect(() => subsetFont(new Uint8Array(64), [own(1)])).toThrow('it has no outlines');
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < view.getUint16(4); i++) {
      const at = 12 + 16 * i;
      if (String.fromCharCode(...bytes.subarray(at, at + 4)) === 'loca')
        bytes.fill(0xff, view.getUint32(at + 8), view.getUint32(at + 8) + 200);
    }
    expect(() => subsetFont(bytes, [own(5)])).toThrow('its glyphs are damaged');
  });
});

function maxGlyphs(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === 'maxp') return view.getUint16(view.getUint32(at + 8) + 4);
  }
  throw new Error('no maxp');
}
