import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { styleFor } from '../../src/core/document/index.ts';
import { type SetParagraph, setParagraph, settingOf } from '../../src/core/typeset/index.ts';
import { faces } from '../support/faces.ts';
import { preset } from '../support/project.ts';

const style = styleFor(preset().styles, {}, 'body');
const EM = 9;

function set(text: string, chars = 13, more: Partial<typeof style> = {}, language: 'zh-Hans' | 'en' = 'zh-Hans'): SetParagraph {
  return setParagraph({ text, marks: [], setting: settingOf({ ...style, ...more }, language), indent: true }, chars * EM, faces);
}
const lines = (text: string, chars = 13, more: Partial<typeof style> = {}): string[] =>
  set(text, chars, more).lines.map((l) => text.slice(l.from, l.to));
/** x of the glyph that stands for character `at`, in em. */
const xOf = (p: SetParagraph, at: number): number => (p.x[p.at.indexOf(at)] as number) / EM;

const NOT_FIRST = '，。、；：？！”’）》」』】〉〕·％℃';
const NOT_LAST = '“‘（《「『【〈〔￥';

describe('a paragraph of a newspaper column', () => {
  it('begins two em in and fills thirteen characters a line', () => {
    expect(lines('清晨六点城北渡口的第一班船准时离岸船工老周在船头挥了挥手')).toEqual([
      '清晨六点城北渡口的第一',
      '班船准时离岸船工老周在船头',
      '挥了挥手',
    ]);
  });

  it('pulls a mark in rather than push a character out', () => {
    const text = '城北渡口，第一班船准时离岸，船工老周挥手。';
    const p = set(text, 11, { indentEm: 0 });
    expect(lines(text, 11, { indentEm: 0 })[0]).toBe('城北渡口，第一班船准时');
    for (const l of p.lines) expect(l.widthPt).toBeLessThanOrEqual(11 * EM + 0.01);
  });

  it('gives two neighbouring marks one and a half em', () => {
    const p = set('他说：“好。”大家笑了', 20, { indentEm: 0 });
    // ： keeps its em, the opening quote gives its blank half; 。 gives its half to the closing quote.
    expect(xOf(p, 4) - xOf(p, 2)).toBeCloseTo(1.5, 2);
    expect(xOf(p, 7) - xOf(p, 5)).toBeCloseTo(1.5, 2);
    expect(xOf(p, 6) - xOf(p, 5)).toBeCloseTo(0.5, 2);
  });

  it('trims an opening quote at the paragraph start so that its ink stands two em in', () => {
    const p = set('“水清了。”老周说', 20);
    expect(xOf(p, 1)).toBeCloseTo(2.5, 2);
  });

  it('ends a line on half a mark', () => {
    const p = set('城北渡口第一班船准时离岸，船工老周', 12.5, { indentEm: 0 });
    expect(p.lines[0]?.to).toBe(13);
    expect(p.lines[0]?.widthPt).toBeCloseTo(12.5 * EM, 2);
    expect(p.lines[0]?.openEm).toBe(0);
  });

  it('never cuts a number, a two-em dash or an ellipsis', () => {
    const text = '全年共清运淤泥约合三万多吨1,280,000.5立方米——比上年多……同比增长12.5%。';
    for (const chars of [7, 8, 9, 10, 11, 12, 13]) {
      for (const line of lines(text, chars)) {
        expect(line).not.toMatch(/^[,.%]|^—(?!—)|^…(?!…)/u);
        expect(line).not.toMatch(/(?<!—)—$|(?<!…)…$|\d[,.]$/u);
      }
    }
  });

  it('draws a two-em dash as two em without a gap', () => {
    const p = set('渡口——新生', 20, { indentEm: 0 });
    expect(xOf(p, 4) - xOf(p, 2)).toBeCloseTo(2, 2);
  });

  it('does not end in a single character', () => {
    const text = '学习活动推动各项工作在基层落地生根，让更多的人受益良多，大家都说好。';
    for (let chars = 8; chars <= 20; chars++) {
      const last = lines(text, chars).at(-1) as string;
      expect(last.replace(/[^\p{Script=Han}]/gu, '').length, `${chars}: ${last}`).toBeGreaterThan(1);
    }
  });

  it('leaves its last line as it stands', () => {
    const p = set('清晨六点城北渡口的第一班船准时离岸船工老周', 13);
    expect(p.lines.at(-1)?.openEm).toBe(0);
  });

  it('hyphenates English, never spaces its letters, and fills the measure', () => {
    const text = 'The municipal conservation department announced comprehensive environmental improvements along the riverside promenade.';
    const p = set(text, 16, { align: 'justify', indentEm: 0 }, 'en');
    expect(p.at.includes(text.length)).toBe(true);
    for (const l of p.lines.slice(0, -1)) expect(l.widthPt).toBeCloseTo(16 * EM, 1);
  });

  it('reports a character no face can draw', () => {
    expect(set('文字\u{1f9ff}结束').missing).toEqual(['\u{1f9ff}']);
  });

  it('gives no line for an empty text', () => {
    expect(set('').lines).toEqual([]);
  });
});

describe('any text at any measure', () => {
  const piece = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...'清晨六点城北渡口的第一班船准时离岸工老周说水了鱼也多三年来沿河') },
    { weight: 4, arbitrary: fc.constantFrom(...'，。、；：？！') },
    { weight: 3, arbitrary: fc.constantFrom('“渡口”', '《河志》', '（摄）', '——', '……', '‘好’') },
    { weight: 2, arbitrary: fc.constantFrom('2025', '3.6', '12.5%', '1,280', 'GDP', 'river', '98％', '36℃') },
  );

  it('keeps every character, breaks no rule and stays within the measure', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 160 }), fc.integer({ min: 8, max: 30 }), (parts, chars) => {
        const text = `清${parts.join('')}`;
        const p = set(text, chars);
        expect(p.lines.map((l) => text.slice(l.from, l.to)).join('')).toBe(text);
        const all = p.lines.map((l) => text.slice(l.from, l.to));
        all.forEach((line, i) => {
          const l = p.lines[i] as (typeof p.lines)[number];
          expect(l.widthPt, line).toBeLessThanOrEqual(chars * EM + 0.01);
          if (i > 0) {
            const run = text.slice(Math.max(0, l.from - chars), l.from + chars);
            // Where marks stand in a row longer than any line can hold no break is right.
            if (!/[，。、；：？！”’）》·％℃]{6}/u.test(run)) expect(NOT_FIRST, line).not.toContain(line[0] as string);
          }
          if (i < all.length - 1) expect(NOT_LAST, line).not.toContain(line.at(-1) as string);
        });
      }),
      { numRuns: 400 },
    );
  });
});
