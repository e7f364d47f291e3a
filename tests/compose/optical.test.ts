/** Quotation marks at the ends of display lines: what the eye takes for a line's middle and its edge. */
import { describe, expect, it } from 'vitest';
import { composePage } from '../../src/core/compose/index.ts';
import type { Frame, TextStyle } from '../../src/core/document/index.ts';
import { gutterPt, spanPt } from '../../src/core/measure/index.ts';
import type { GlyphRun, Part } from '../../src/core/scene/index.ts';
import { type Story, typed } from '../../src/core/story/index.ts';
import { faces } from '../support/faces.ts';
import { frame, head, projectOf, story } from '../support/project.ts';

const size = 30;

/** The head of a story over four columns, or beside them; its headline of 30 points. */
function headOf(headline: string, style: Partial<TextStyle>, more: Partial<Story> = {}, shows: Frame['shows'] = head): Part {
  const { project, page } = projectOf([story('s1', headline, [], more)], [frame('h', 'a-s1', shows, 0, 0, 4, 24)]);
  const own = { headline: { sizePt: size, ...style } };
  const articles = page.articles.map((a) => ({ ...a, overrides: own }));
  return composePage(project, { ...page, articles }, faces).parts.find((p) => p.frame === 'h') as Part;
}
const runs = (p: Part): GlyphRun[] => p.items.filter((i) => i.kind === 'glyphs');
/** The place of a character of the headline along the line. */
function placeOf(p: Part, character: string, axis: 'x' | 'y' = 'x'): number {
  const run = runs(p).find((r) => r.text.includes(character)) as GlyphRun;
  return p.glyphs[axis][run.start + run.text.indexOf(character)] as number;
}

/** How far the words of a one-line headline, the quotes at its ends left aside, stand right of the frame's middle. */
function offMiddle(headline: string, style: Partial<TextStyle>): number {
  const words = headline.replace(/^[“]|[”]$/gu, '');
  const p = headOf(headline, style);
  const middle = (placeOf(p, words[0] as string) + placeOf(p, words.at(-1) as string) + size) / 2;
  return middle - spanPt(projectOf([], []).page.grid, 4) / 2;
}

describe('quotation marks at the ends of display lines', () => {
  it('one quote weighs half of what it takes: the words of a centred line stand an eighth of an em off its middle', () => {
    expect(offMiddle('“渡口”清晨六点开', { align: 'centre' })).toBeCloseTo(size / 8, 1);
    expect(offMiddle('开清晨六点“渡口”', { align: 'centre' })).toBeCloseTo(-size / 8, 1);
  });

  it('with quotes at both ends, or at none, the words stand in the middle', () => {
    expect(offMiddle('渡口清晨六点开船', { align: 'centre' })).toBeCloseTo(0, 1);
    expect(offMiddle('“渡口清晨六点开”', { align: 'centre' })).toBeCloseTo(0, 1);
  });

  it('a head set to its left edge lets a quote into the gutter, three tenths of it and no more', () => {
    const hung = placeOf(headOf('“渡口”清晨六点开', { align: 'left' }), '渡');
    const flush = placeOf(headOf('渡口清晨六点开', { align: 'left' }), '渡');
    const most = 0.3 * gutterPt(projectOf([], []).page.grid);
    expect(hung - flush).toBeCloseTo(size / 2 - Math.min(size / 4, most), 1);
  });

  it('no centred line is moved out of its measure', () => {
    const inner = spanPt(projectOf([], []).page.grid, 4);
    for (let n = 2; n <= 16; n++) {
      const words = '渡口清晨六点开往对岸的第一班船准'.slice(0, n);
      const first = headOf(`“${words[0]}”${words.slice(1)}`, { align: 'centre', fit: { minPt: size, trackingEm: 0, maxLines: 1 } });
      const last = headOf(`${words.slice(1)}“${words[0]}”`, { align: 'centre', fit: { minPt: size, trackingEm: 0, maxLines: 1 } });
      const width = (n + 1) * size;
      if (width > inner) continue;
      expect([n, placeOf(first, '渡') - size / 2 >= -0.01]).toEqual([n, true]);
      expect([n, placeOf(last, '渡') + size * 1.5 <= inner + 0.01]).toEqual([n, true]);
    }
  });

  it('in a vertical head 『 stands above the line its neighbours begin on', () => {
    const vertical = { kind: 'head', form: 'vertical' } as const;
    const kicker = { kicker: typed('清晨六点') };
    const fall = (headline: string): number => {
      const p = headOf(headline, {}, kicker, vertical);
      return placeOf(p, '渡', 'y') - placeOf(p, '清', 'y');
    };
    // The mark takes half an em and hangs a quarter.
    expect(fall('“渡口”开船') - fall('渡口开船了')).toBeCloseTo(size / 4, 1);
  });
});
