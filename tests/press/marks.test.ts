import { describe, expect, it } from 'vitest';
import type { Colour } from '../../src/core/scene/index.ts';
import { ALL_MARKS, NO_MARKS, pressPages } from '../../src/press/index.ts';
import { placedGlyphs, readPdf } from './reader.ts';
import { options, PartMaker, scene, world } from './scenes.ts';

const red: Colour = { kind: 'spot', name: '专红', tint: 0.4, c: 0, m: 1, y: 1, k: 0 };
const SPOT_FILL = { kind: 'fill', x: 0, y: 0, width: 9, height: 9, colour: red } as const;
const print = async (changes: Parameters<typeof options>[0]) =>
  readPdf(await pressPages([scene([new PartMaker().add(SPOT_FILL).part()])], world(), options(changes)));

/** What is drawn after the page itself: its content stream from the last restore on. */
const marksOf = (content: string): string => content.slice(content.lastIndexOf('Q\n') + 2);

describe("printer's marks", () => {
  it('widen the sheet, and are left out where none is wanted', async () => {
    const bare = await print({ marks: NO_MARKS, bleedPt: 8 });
    expect(bare.pages[0]!.dict).toContain('/MediaBox [0 0 416 516]');
    expect(marksOf(bare.pages[0]!.content).replace('EMC\n', '')).toBe('');
    const marked = await print({ marks: ALL_MARKS, bleedPt: 8 });
    expect(marked.pages[0]!.dict).toContain('/MediaBox [0 0 496 596]');
    expect(marked.pages[0]!.dict).toContain('/BleedBox [40 40 456 556]');
    expect(marked.pages[0]!.dict).toContain('/TrimBox [48 48 448 548]');
  });

  it('stand outside the bleed and on the sheet, in every plate', async () => {
    const bleed = 8;
    const file = await print({ marks: { ...ALL_MARKS, slug: false }, bleedPt: bleed });
    const marks = marksOf(file.pages[0]!.content);
    const shapes = [...marks.matchAll(/^(.*) (?:S|re f)$/gmu)].map((m) => m[0]);
    expect(shapes.length).toBe(8 + 4 + 14);
    for (const shape of shapes) {
      const isBar = shape.endsWith('re f');
      const n = [...shape.matchAll(/-?\d+(?:\.\d+)?/gu)].map((m) => Number(m[0]));
      const points = isBar
        ? [
            [n[0]!, n[1]!],
            [n[0]! + n[2]!, n[1]! + n[3]!],
          ]
        : n.flatMap((v, i) => (i % 2 === 0 ? [[v, n[i + 1]!]] : []));
      const xs = points.map((p) => p[0]!);
      const ys = points.map((p) => p[1]!);
      const outside =
        Math.max(...xs) <= -bleed || Math.min(...xs) >= 400 + bleed || Math.max(...ys) <= -bleed || Math.min(...ys) >= 500 + bleed;
      expect(outside, shape).toBe(true);
      expect(Math.min(...xs) >= -48 && Math.max(...xs) <= 448 && Math.min(...ys) >= -48 && Math.max(...ys) <= 548, shape).toBe(true);
    }
    expect([...file.objects.values()].some((o) => o.dict.startsWith('[/Separation /All /DeviceCMYK'))).toBe(true);
  });

  it("show the page's spot colours solid in the bar", async () => {
    const file = await print({ marks: { ...NO_MARKS, colourBar: true } });
    expect(marksOf(file.pages[0]!.content)).toContain('/Spot1 cs 1 scn');
  });

  it('say in the slug what the page is', async () => {
    const file = await print({ marks: { ...NO_MARKS, slug: true } });
    const glyphs = placedGlyphs(file);
    expect(glyphs.map((g) => g.text).join('')).toBe('版心日报　2026-03-02　WAN-IFRA newspaper 26 %　CMYK + 专红　2026-03-01 18:30 UTC');
    for (const g of glyphs) expect(g.y).toBeLessThan(40 - 22);
  });
});
