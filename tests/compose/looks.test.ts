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

  it('a superscript is smaller and raised', () => {
    const p = marked('约12km2的湖面', [{ from: 5, to: 6, look: 'superscript' }]);
    const [small] = runs(p).filter((r) => r.sizePt < 9);
    const base = runs(p)[0] as GlyphRun;
    expect(small?.text).toBe('2');
    expect((p.glyphs.y[small?.start ?? 0] as number) < (p.glyphs.y[base.start] as number)).toBe(true);
  });
});
