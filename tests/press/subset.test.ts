import { Blob, Face, Font } from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { subsetFont } from '../../src/press/fonts/subset.ts';
import { face, fontBytes } from './scenes.ts';

const open = (bytes: Uint8Array): Font => new Font(new Face(new Blob(bytes)));
const glyphsOf = (id: string, text: string): number[] => [...text].map((c) => face(id).glyph(c.codePointAt(0)!));
const numbers = (path: string): number[] => [...path.matchAll(/-?\d+(?:\.\d+)?/gu)].map((m) => Number(m[0]));

describe('subsetFont', () => {
  it.each([
    ['serif-400', '版心日报，——……AV é一'],
    ['kai-400', '楷体字“引号”'],
    ['latin-400i', 'Ångström façade Čeština ﬁ'],
    ['sans-900', '粗黑'],
  ])('keeps outlines, advances and ids of %s, composites too', (id, text) => {
    const glyphs = glyphsOf(id, text);
    const [whole, cut] = [open(fontBytes(id)), open(subsetFont(fontBytes(id), glyphs, []))];
    for (const g of new Set(glyphs)) {
      expect(cut.glyphToPath(g), `glyph ${g}`).toBe(whole.glyphToPath(g));
      expect(cut.glyphHAdvance(g)).toBe(whole.glyphHAdvance(g));
    }
  });

  it('holds only what is asked for, and what that is made of', () => {
    const [a] = glyphsOf('latin-400', 'A');
    const [aring] = glyphsOf('latin-400', 'Å');
    const [b] = glyphsOf('latin-400', 'B');
    const cut = open(subsetFont(fontBytes('latin-400'), [aring!], []));
    expect(cut.glyphToPath(b!)).toBe('');
    expect(cut.glyphToPath(aring!)).not.toBe('');
    expect(open(subsetFont(fontBytes('latin-400'), [a!], [])).glyphToPath(aring!)).toBe('');
    expect(subsetFont(fontBytes('serif-400'), glyphsOf('serif-400', '版'), []).length).toBeLessThan(300_000);
  });

  it('adds glyphs that repeat others, moved and with another advance', () => {
    const [comma, quote] = glyphsOf('serif-400', '，“');
    const [space] = glyphsOf('serif-400', '　');
    const bytes = fontBytes('serif-400');
    const whole = open(bytes);
    const count = maxGlyphs(bytes);
    const extras = [
      { glyph: comma!, dx: 0, width: 500 },
      { glyph: quote!, dx: -475, width: 525 },
      { glyph: space!, dx: 0, width: 500 },
    ];
    const cut = open(subsetFont(bytes, [comma!], extras));
    expect(cut.glyphToPath(count)).toBe(whole.glyphToPath(comma!));
    expect(cut.glyphHAdvance(count)).toBe(500);
    const moved = numbers(cut.glyphToPath(count + 1));
    const original = numbers(whole.glyphToPath(quote!));
    expect(moved).toEqual(original.map((n, i) => (i % 2 === 0 ? n - 475 : n)));
    expect(cut.glyphHAdvance(count + 1)).toBe(525);
    expect(cut.glyphToPath(count + 2)).toBe('');
  });

  it('says what is wrong with a damaged font', () => {
    const bytes = Uint8Array.from(fontBytes('latin-400'));
    expect(() => subsetFont(new Uint8Array(64), [1], [])).toThrow('it has no outlines');
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < view.getUint16(4); i++) {
      const at = 12 + 16 * i;
      if (String.fromCharCode(...bytes.subarray(at, at + 4)) === 'loca')
        bytes.fill(0xff, view.getUint32(at + 8), view.getUint32(at + 8) + 200);
    }
    expect(() => subsetFont(bytes, [5], [])).toThrow('its glyphs are damaged');
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
