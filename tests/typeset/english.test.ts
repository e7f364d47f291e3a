/** English lines: what gives way to justify them, hyphens in a row, rivers (guide §6.2, §6.5). */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Justification, TextStyle } from '../../src/core/document/index.ts';
import { type SetLine, type SetParagraph, setParagraph, settingOf } from '../../src/core/typeset/index.ts';
import { faces } from '../support/faces.ts';

const body = JSON.parse(readFileSync('resources/presets/us-broadsheet-6.json', 'utf8')).styles.body as TextStyle;
const COPY = readFileSync('resources/samples/english-page/english-page.txt', 'utf8')
  .split(/\n+/u)
  .filter((p) => p.length > 200);
const EM = body.sizePt;
/** Word space of the face, in em. */
const SPACE = 0.25;
const PLAIN: Justification = { word: [0.8, 1, 1.33], letterEm: [0, 0], glyph: [1, 1], hyphens: 3 };

function set(text: string, measurePt: number, justification: Justification = PLAIN, more: Partial<TextStyle> = {}): SetParagraph {
  return setParagraph({ text, marks: [], setting: settingOf({ ...body, justification, ...more }, 'en'), indent: true }, measurePt, faces);
}

const hyphenated = (p: SetParagraph, text: string, l: SetLine): boolean => p.at[l.glyphTo - 1] === text.length;

function hyphensInARow(p: SetParagraph, text: string): number {
  let most = 0;
  let row = 0;
  for (const l of p.lines) {
    row = hyphenated(p, text, l) ? row + 1 : 0;
    most = Math.max(most, row);
  }
  return most;
}

type Gap = readonly [from: number, to: number];

/** Word spaces of a line, in points from the measure's left edge. */
function spacesOf(p: SetParagraph, text: string, l: SetLine): Gap[] {
  const found: Gap[] = [];
  for (let g = l.glyphFrom; g + 1 < l.glyphTo; g++) {
    const gap: Gap = [p.x[g] as number, p.x[g + 1] as number];
    if (text[p.at[g] as number] === ' ' && gap[1] > gap[0]) found.push(gap);
  }
  return found;
}

/** Stacks of three wide spaces. */
function rivers(p: SetParagraph, text: string): number {
  const wide = p.lines.map((l) => spacesOf(p, text, l).filter(([a, b]) => b - a >= 0.4 * EM));
  const under = (a: Gap, b: Gap): boolean => Math.min(a[1], b[1]) - Math.max(a[0], b[0]) >= 0.5 * Math.min(a[1] - a[0], b[1] - b[0]);
  let count = 0;
  for (let i = 2; i < wide.length; i++)
    for (const c of wide[i] as Gap[])
      if ((wide[i - 1] as Gap[]).some((b) => under(b, c) && (wide[i - 2] as Gap[]).some((a) => under(a, b)))) count++;
  return count;
}

const textOf = (p: SetParagraph, text: string): string => p.lines.map((l) => text.slice(l.from, l.to)).join('');
const narrowest = (p: SetParagraph): number => Math.min(...p.casts.map((c) => c.narrow));
const widest = (p: SetParagraph): number => Math.max(...p.casts.map((c) => c.narrow));

describe('justified English', () => {
  it('opens word spaces alone where its style allows nothing else', () => {
    for (const text of COPY) {
      const p = set(text, 141);
      expect(p.casts.every((c) => c.narrow === 1)).toBe(true);
      const first = p.lines[0] as SetLine;
      const ragged = set(text.slice(first.from, first.to).trim(), 400, PLAIN, { align: 'left' });
      // Within a word letters stand as they do in an open line.
      const end = text.indexOf(' ');
      for (let g = 1; g < end; g++)
        expect((p.x[g] as number) - (p.x[g - 1] as number)).toBeCloseTo((ragged.x[g] as number) - (ragged.x[g - 1] as number), 4);
    }
  });

  it('lets letters and their width give way within their limits, and no further', () => {
    const limits: Justification = { word: [0.8, 1, 1.33], letterEm: [-0.01, 0.02], glyph: [0.98, 1.02], hyphens: 2 };
    let pressed = 1;
    let opened = 1;
    for (const text of COPY) {
      const p = set(text, 129.6, limits);
      expect(textOf(p, text)).toBe(text);
      pressed = Math.min(pressed, narrowest(p));
      opened = Math.max(opened, widest(p));
      for (const l of p.lines.slice(0, -1)) expect(l.widthPt).toBeCloseTo(129.6, 3);
    }
    expect(pressed).toBeGreaterThanOrEqual(0.98);
    expect(pressed).toBeLessThan(0.99);
    expect(opened).toBeLessThanOrEqual(1.02);
    expect(opened).toBeGreaterThan(1.01);
  });

  it('opens letters by the same share of their limit as word spaces and letter widths', () => {
    const limits: Justification = { word: [1, 1, 1.4], letterEm: [0, 0.04], glyph: [1, 1], hyphens: 0 };
    const text = 'and the ferry left the north landing before the mist had gone from the far side';
    const measure = set(text.slice(0, text.indexOf(' before')), 400, limits, { align: 'left', indentEm: 0 }).lines[0]?.widthPt as number;
    const p = set(text, measure + 3, limits, { indentEm: 0 });
    const [l] = p.lines as [SetLine];
    expect(text.slice(l.from, l.to).trim()).toBe(text.slice(0, text.indexOf(' before')).trim());
    const plain = set(text.slice(0, text.indexOf(' before')), 400, limits, { align: 'left', indentEm: 0 });
    const added = (g: number): number =>
      (p.x[g + 1] as number) - (p.x[g] as number) - ((plain.x[g + 1] as number) - (plain.x[g] as number));
    const [letter, space] = [added(0), added(text.indexOf(' '))];
    expect(letter).toBeGreaterThan(0);
    expect(letter / (0.04 * EM)).toBeCloseTo(space / (0.4 * SPACE * EM), 1);
  });

  it('gives the word space its best width where nothing must give', () => {
    const p = set('a b', 400, { ...PLAIN, word: [0.7, 0.9, 1.5] });
    const q = set('a b', 400);
    expect(((p.x[2] as number) - (p.x[1] as number)) / ((q.x[2] as number) - (q.x[1] as number))).toBeCloseTo(0.9, 3);
  });

  it('parts no word where the style allows no hyphen', () => {
    for (const text of COPY) {
      const p = set(text, 129.6, { ...PLAIN, hyphens: 0 });
      expect(hyphensInARow(p, text)).toBe(0);
      expect(textOf(p, text)).toBe(text);
    }
  });

  it('keeps hyphens in a row to what its style allows, line by line and as a whole', () => {
    for (const composer of ['greedy', 'total'] as const)
      for (const hyphens of [1, 2])
        for (const text of COPY)
          expect(hyphensInARow(set(text, 141, { ...PLAIN, hyphens }, { composer }), text)).toBeLessThanOrEqual(hyphens);
  });

  it('has fewer rivers as a whole than line by line, and none within the limits of the paper', () => {
    const count = (j: Justification, composer: 'greedy' | 'total'): number =>
      COPY.reduce((n, text) => n + rivers(set(text, 129.6, j, { composer }), text), 0);
    const [byLine, whole, paper] = [count(PLAIN, 'greedy'), count(PLAIN, 'total'), count(body.justification as Justification, 'total')];
    expect(whole).toBeLessThan(byLine);
    expect(paper).toBe(0);
  });

  it('loses nothing and stays within its measure under any limits, whatever they are', () => {
    const least = fc.double({ min: 0.5, max: 1, noNaN: true });
    const limits = fc.record({
      word: fc.tuple(least, fc.constant(1), fc.double({ min: 1, max: 3, noNaN: true })),
      letterEm: fc.tuple(fc.double({ min: -0.05, max: 0, noNaN: true }), fc.double({ min: 0, max: 0.1, noNaN: true })),
      glyph: fc.tuple(fc.double({ min: 0.95, max: 1, noNaN: true }), fc.double({ min: 1, max: 1.05, noNaN: true })),
      hyphens: fc.integer({ min: 0, max: 4 }),
    });
    const seed = 20261125;
    fc.assert(
      fc.property(
        fc.constantFrom(...COPY),
        fc.integer({ min: 90, max: 260 }),
        limits,
        fc.constantFrom('greedy', 'total'),
        (text, measure, j, composer) => {
          const p = set(text, measure, j, { composer });
          expect(textOf(p, text)).toBe(text);
          for (const l of p.lines) expect(l.widthPt).toBeLessThanOrEqual(measure + 0.01);
        },
      ),
      { seed, numRuns: 200 },
    );
  });
});
