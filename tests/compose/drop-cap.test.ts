import { describe, expect, it } from 'vitest';
import { composePage } from '../../src/core/compose/index.ts';
import type { Page } from '../../src/core/document/index.ts';
import type { GlyphRun, Part } from '../../src/core/scene/index.ts';
import { faces } from '../support/faces.ts';
import { body, frame, projectOf, story } from '../support/project.ts';

const TEXT = '清晨六点，城北渡口的第一班船准时离岸。船工老周说：“水清了，鱼也多了。”三年来，沿河十二个村庄清理旧网箱。';
const ENGLISH =
  'Morning came late to the valley, and the first ferry left the north landing with only two people on board, one of them asleep.';
const PITCH = 11.25;

interface Cap {
  readonly lines: number;
  readonly characters: number;
}

function capped(paragraphs: readonly string[], dropCap: Cap, lines = 12, language: 'zh-Hans' | 'en' = 'zh-Hans'): Part {
  const s = { ...story('s1', '渡口', paragraphs), language };
  const { project, page } = projectOf([s], [frame('b', 'a-s1', body(), 0, 0, 1, lines)]);
  const with_: Page = { ...page, articles: page.articles.map((a) => ({ ...a, overrides: { body: { dropCap } } })) };
  return composePage({ ...project, pages: [with_] }, with_, faces).parts.find((p) => p.frame === 'b') as Part;
}

const runs = (p: Part): GlyphRun[] => p.items.filter((i) => i.kind === 'glyphs');
const at = (p: Part, r: GlyphRun): { x: number; y: number } => ({ x: p.glyphs.x[r.start] as number, y: p.glyphs.y[r.start] as number });
/** The words of each line of the body's own size, from the top down. */
function linesOf(p: Part): string[] {
  const lines = new Map<number, string>();
  for (const r of runs(p)) if (r.sizePt === 9) lines.set(at(p, r).y, (lines.get(at(p, r).y) ?? '') + r.text);
  return [...lines].sort((a, b) => a[0] - b[0]).map(([, text]) => text);
}

describe('a drop cap', () => {
  it('stands over its lines, which are whole characters narrower, and loses nothing', () => {
    const p = capped([TEXT, '后来的事，大家都知道了。'], { lines: 3, characters: 1 });
    const [cap, ...rest] = runs(p);
    expect(cap).toMatchObject({ text: '清', sizePt: 2 * PITCH + 9 });
    expect(rest.every((r) => r.sizePt === 9)).toBe(true);
    expect(
      runs(p)
        .map((r) => r.text)
        .join(''),
    ).toBe(`${TEXT}后来的事，大家都知道了。`);
    // 31.5 pt and a gap are four characters of nine; three lines of nine characters are left of thirteen.
    const beside = rest.filter((r) => at(p, r).y < 3 * PITCH);
    expect(new Set(beside.filter((r, i) => i === 0 || at(p, r).y !== at(p, beside[i - 1] as GlyphRun).y).map((r) => at(p, r).x))).toEqual(
      new Set([36]),
    );
    for (const line of linesOf(p).slice(0, 3)) expect([...line].length).toBeLessThanOrEqual(10);
    expect(at(p, rest.at(-1) as GlyphRun).x).toBeLessThan(36);
  });

  it('fills its lines from em box to em box', () => {
    const p = capped([TEXT], { lines: 2, characters: 1 });
    const cap = runs(p)[0] as GlyphRun;
    const top = at(p, cap).y - 0.88 * cap.sizePt;
    expect(top).toBeCloseTo((PITCH - 9) / 2, 4);
    expect(top + cap.sizePt).toBeCloseTo(PITCH + (PITCH - 9) / 2 + 9, 4);
  });

  it('of a Latin letter stands on the last line and is level with the capitals of the first', () => {
    const p = capped([ENGLISH], { lines: 3, characters: 1 }, 20, 'en');
    const cap = runs(p)[0] as GlyphRun;
    const third = [
      ...new Set(
        runs(p)
          .filter((r) => r.sizePt === 9)
          .map((r) => at(p, r).y),
      ),
    ].sort((a, b) => a - b)[2] as number;
    expect(cap.text).toBe('M');
    expect(at(p, cap).y).toBeCloseTo(third, 4);
    const { capHeight } = faces.face('latin-400');
    const firstTop = third - 2 * PITCH - capHeight * 9;
    expect(at(p, cap).y - capHeight * cap.sizePt).toBeCloseTo(firstTop, 4);
  });

  it('takes the opening mark along with what it opens', () => {
    expect(runs(capped(['“水清了，鱼也多了。”船工老周说，三年来沿河十二个村庄清理旧网箱。'], { lines: 3, characters: 1 }))[0]?.text).toBe(
      '“水',
    );
  });

  it('does not cut a number', () => {
    expect(runs(capped(['11月19日10时26分，随着最后一榀钢梁缓缓落位，两名测量员举起右手。'], { lines: 2, characters: 1 }))[0]?.text).toBe(
      '11',
    );
  });

  it('is left out where its leg has no room for all its lines, and where lines beside it would be too narrow', () => {
    expect(runs(capped([TEXT], { lines: 3, characters: 1 }, 2)).every((r) => r.sizePt === 9)).toBe(true);
    expect(runs(capped([TEXT], { lines: 6, characters: 2 })).every((r) => r.sizePt === 9)).toBe(true);
  });

  it('keeps its depth under a paragraph shorter than itself', () => {
    const p = capped(['清晨六点。', TEXT], { lines: 3, characters: 1 });
    const second = runs(p).find((r) => r.text.startsWith('清晨') || r.text.includes('城北')) as GlyphRun;
    expect(at(p, second).y).toBeGreaterThan(3 * PITCH);
  });

  it('begins no line with a mark and ends none with an opener', () => {
    for (let lines = 2; lines <= 5; lines++)
      for (const line of linesOf(capped([TEXT.repeat(2)], { lines, characters: 1 }, 40))) {
        expect('，。：”').not.toContain(line[0]);
        expect('“').not.toContain(line.at(-1));
      }
  });
});
