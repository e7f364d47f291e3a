import { describe, expect, it } from 'vitest';
import { composePage } from '../../src/core/compose/index.ts';
import type { GlyphRun, Part } from '../../src/core/scene/index.ts';
import type { Mark } from '../../src/core/story/index.ts';
import { faces } from '../support/faces.ts';
import { block, body, frame, projectOf, story } from '../support/project.ts';

function marked(text: string, marks: Mark[]): Part {
  const s = story('s1', '渡口', []);
  const { project, page } = projectOf([{ ...s, body: [{ ...block(text), marks }] }], [frame('b', 'a-s1', body(), 0, 0, 1, 10)]);
  return composePage(project, page, faces).parts.find((p) => p.frame === 'b') as Part;
}
const runs = (p: Part): GlyphRun[] => p.items.filter((i) => i.kind === 'glyphs');

describe('marks on text', () => {
  it('bold changes the face and loses no character', () => {
    const p = marked('城北渡口的第一班船', [{ from: 2, to: 4, look: 'bold' }]);
    expect(runs(p).map((r) => [r.font, r.text])).toEqual([
      ['serif-400', '城北'],
      ['sans-700', '渡口'],
      ['serif-400', '的第一班船'],
    ]);
  });

  it('an underline runs under its characters on each line they stand on', () => {
    const p = marked('清晨六点城北渡口的第一班船准时离岸', [{ from: 9, to: 15, look: 'underline' }]);
    const rules = p.items.filter((i) => i.kind === 'rule');
    expect(rules.map((r) => Math.round((r.x2 - r.x1) / 9))).toEqual([2, 4]);
    for (const r of rules) expect(r.widthPt).toBeGreaterThanOrEqual(0.25);
  });

  it('an emphasis dot stands centred under each character', () => {
    const p = marked('城北渡口', [{ from: 2, to: 4, look: 'emphasis' }]);
    const dots = runs(p).filter((r) => r.source === null);
    expect(dots).toHaveLength(2);
    const text = runs(p).find((r) => r.text === '城北渡口') as GlyphRun;
    expect((p.glyphs.y[(dots[0] as GlyphRun).start] as number) > (p.glyphs.y[text.start] as number)).toBe(true);
  });

  it('ruby is set at half size, centred over its base', () => {
    const p = marked('城北渡口', [{ from: 2, to: 4, look: 'ruby', note: 'dùkǒu' }]);
    const note = runs(p).find((r) => r.source === null) as GlyphRun;
    expect(note.sizePt).toBe(4.5);
    const middle = ((p.glyphs.x[note.start] as number) + (p.glyphs.x[note.end - 1] as number)) / 2;
    expect(middle).toBeGreaterThan(36);
    expect(middle).toBeLessThan(54);
  });

  it('ruby wider than its base makes room for itself, and no two touch', () => {
    const notes: Mark[] = [
      { from: 1, to: 2, look: 'ruby', note: 'zhuàng' },
      { from: 2, to: 3, look: 'ruby', note: 'shuāng' },
    ];
    const p = marked('一壮双城', notes);
    const [first, second] = runs(p).filter((r) => r.source === null) as [GlyphRun, GlyphRun];
    const left = (r: GlyphRun): number => p.glyphs.x[r.start] as number;
    const right = (r: GlyphRun): number => (p.glyphs.x[r.end - 1] as number) + 4.5 * 0.55;
    expect(left(second)).toBeGreaterThan(right(first));
    // Each stands over the middle of its base.
    const base = runs(p).filter((r) => r.source !== null);
    const xs = base.flatMap((r) => [...p.glyphs.x.slice(r.start, r.end)]);
    for (const [note, x] of [
      [first, xs[1]],
      [second, xs[2]],
    ] as const)
      expect((left(note) + right(note)) / 2).toBeCloseTo((x as number) + 4.5, 0);
    expect((xs[2] as number) - (xs[1] as number)).toBeGreaterThan(12);
  });

  it('a line whose ruby the white above does not hold stands a line of the grid lower, but not at the head of its leg', () => {
    const text = '清晨六点城北渡口的第一班船准时离岸船工老周在船头挥了挥手船上的人也';
    const baselines = (p: Part): number[] => [...new Set(runs(p).flatMap((r) => (r.source ? [p.glyphs.y[r.start] as number] : [])))];
    const plain = baselines(marked(text, []));
    const first = plain[0] as number;
    expect(plain.map((y) => Math.round((y - first) / 11.25))).toEqual([0, 1, 2]);
    const inSecond = baselines(marked(text, [{ from: 14, to: 15, look: 'ruby', note: 'zhǔn' }]));
    expect(inSecond.map((y) => Math.round((y - first) / 11.25))).toEqual([0, 2, 3]);
    const inFirst = baselines(marked(text, [{ from: 2, to: 3, look: 'ruby', note: 'liù' }]));
    expect(inFirst.map((y) => Math.round((y - first) / 11.25))).toEqual([0, 1, 2]);
  });

  it('a line does not end within the base of a ruby', () => {
    const text = '一二三四五六七八九十甲乙丙丁戊己庚辛';
    for (let from = 8; from < 16; from++) {
      const p = marked(text, [{ from, to: from + 3, look: 'ruby', note: 'a' }]);
      const lines = new Map<number, string>();
      for (const r of runs(p).filter((x) => x.source !== null)) {
        const y = Math.round(p.glyphs.y[r.start] as number);
        lines.set(y, (lines.get(y) ?? '') + r.text);
      }
      expect([...lines.values()].some((l) => l.includes(text.slice(from, from + 3)))).toBe(true);
    }
  });

  it('a superscript is smaller and raised', () => {
    const p = marked('约12km2的湖面', [{ from: 5, to: 6, look: 'superscript' }]);
    const [small] = runs(p).filter((r) => r.sizePt < 9);
    const base = runs(p)[0] as GlyphRun;
    expect(small?.text).toBe('2');
    expect((p.glyphs.y[small?.start ?? 0] as number) < (p.glyphs.y[base.start] as number)).toBe(true);
  });
});

/** The glyphs of a part that come from no story: dots and ruby. */
const beside = (p: Part): GlyphRun[] => runs(p).filter((r) => r.source === null);

describe('marks on vertical text', () => {
  function vertical(text: string, marks: Mark[]): Part {
    const s = story('s1', '渡口', []);
    const shows = { kind: 'body', legs: 1, share: 'absolute', vertical: true } as const;
    const { project, page } = projectOf([{ ...s, body: [{ ...block(text), marks }] }], [frame('b', 'a-s1', shows, 0, 0, 1, 20)]);
    return composePage(project, page, faces).parts.find((p) => p.frame === 'b') as Part;
  }

  it('the rule runs down the left of its characters', () => {
    const p = vertical('城北渡口，2022年', [{ from: 2, to: 4, look: 'underline' }]);
    const [rule] = p.items.filter((i) => i.kind === 'rule');
    expect(rule?.x1).toBe(rule?.x2);
    // Two characters of indent and two of text stand above it.
    expect([rule?.y1, rule?.y2].map((y) => Math.round((y as number) / 9))).toEqual([4, 6]);
    expect(rule?.x1 as number).toBeLessThan(p.glyphs.x[0] as number);
  });

  it('dots stand to the right of Han, and marks take none', () => {
    const p = vertical('城北，渡口', [{ from: 0, to: 5, look: 'emphasis' }]);
    const dots = beside(p);
    expect(dots).toHaveLength(4);
    for (const d of dots) expect(p.glyphs.x[d.start] as number).toBeGreaterThan((p.glyphs.x[0] as number) + 4.5);
  });

  it('ruby stands to the right, half the size, about the middle of its base', () => {
    const p = vertical('城北渡口', [{ from: 2, to: 4, look: 'ruby', note: '码头' }]);
    const [note] = beside(p);
    expect(note?.sizePt).toBe(4.5);
    const ys = [note?.start, (note?.end ?? 1) - 1].map((g) => (p.glyphs.y[g as number] as number) - 0.88 * 4.5);
    expect(((ys[0] as number) + (ys[1] as number) + 4.5) / 2).toBeCloseTo(5 * 9, 0);
  });
});

describe('marks on heads', () => {
  const marks: Mark[] = [
    { from: 2, to: 4, look: 'kai' },
    { from: 0, to: 2, look: 'underline' },
    { from: 2, to: 4, look: 'emphasis' },
  ];
  for (const form of ['over', 'vertical'] as const)
    it(`a head set ${form} keeps its looks`, () => {
      const s = story('s1', '城北渡口', ['渡口']);
      const { project, page } = projectOf(
        [{ ...s, headline: { ...s.headline, marks } }],
        [frame('h', 'a-s1', { kind: 'head', form }, 0, 0, 2, 30)],
      );
      const own = composePage(project, page, faces).parts.find((q) => q.frame === 'h') as Part;
      expect(runs(own).some((r) => r.font === 'kai-400' && r.text === '渡口')).toBe(true);
      expect(beside(own)).toHaveLength(2);
      expect(own.items.filter((i) => i.kind === 'rule')).toHaveLength(1);
    });

  it('ruby in a vertical head of two lines keeps clear of the line to its right', () => {
    const s = story('s1', '城北渡口，清晨六点第一渡口离岸', ['渡口']);
    const ruby: Mark[] = [{ from: 11, to: 13, look: 'ruby', note: '码头' }];
    const { project, page } = projectOf(
      [{ ...s, headline: { ...s.headline, marks: ruby } }],
      [frame('h', 'a-s1', { kind: 'head', form: 'vertical' }, 0, 0, 2, 20)],
    );
    const p = composePage(project, page, faces).parts.find((q) => q.frame === 'h') as Part;
    const [note] = beside(p) as [GlyphRun];
    const own = runs(p).filter((r) => r.source !== null);
    const size = (own[0] as GlyphRun).sizePt;
    expect(note.sizePt).toBeCloseTo(size / 2);
    const x = p.glyphs.x[note.start] as number;
    for (const left of own.map((r) => p.glyphs.x[r.start] as number)) expect(left >= x + note.sizePt || left + size <= x + 0.01).toBe(true);
  });
});
