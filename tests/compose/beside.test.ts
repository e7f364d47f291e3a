/** A head beside its text, in a frame as deep as the text: one block in the middle of it. */
import { describe, expect, it } from 'vitest';
import { composePage } from '../../src/core/compose/index.ts';
import type { Frame } from '../../src/core/document/index.ts';
import { type Story, typed } from '../../src/core/story/index.ts';
import { faces } from '../support/faces.ts';
import { frame, projectOf, story } from '../support/project.ts';

const words: Partial<Story> = { label: typed('民生'), deck: typed('六点十分准时离岸'), byline: typed('本报记者 沈知夏') };

/** Baselines of the head's lines from its frame's top, in lines of the grid. */
function baselines(form: 'over' | 'beside', lines: number): number[] {
  const shows: Frame['shows'] = { kind: 'head', form };
  const { project, page } = projectOf([story('s1', '渡口清晨六点开', [], words)], [frame('h', 'a-s1', shows, 0, 0, 3, lines)]);
  const part = composePage(project, page, faces).parts.find((p) => p.frame === 'h');
  const ys = part?.items.flatMap((i) => (i.kind === 'glyphs' ? [(part.glyphs.y[i.start] as number) / page.grid.linePitchPt] : [])) ?? [];
  return [...new Set(ys.map((y) => Math.round(y * 100) / 100))].sort((a, b) => a - b);
}

describe('a head beside its text', () => {
  it('is as high in a deep frame as in a shallow one', () => {
    const height = (lines: number): number => {
      const ys = baselines('beside', lines);
      return (ys.at(-1) as number) - (ys[0] as number);
    };
    expect(height(40)).toBeCloseTo(height(20), 5);
  });

  it('stands in the middle, on whole lines', () => {
    const [shallow, deep] = [baselines('beside', 20), baselines('beside', 41)];
    expect(deep).toHaveLength(shallow.length);
    const moved = (deep[0] as number) - (shallow[0] as number);
    expect(moved).toBeCloseTo(Math.round(moved), 5);
    expect(moved).toBeGreaterThanOrEqual(10);
    expect(moved).toBeLessThanOrEqual(11);
  });

  it('over its text it fills its frame', () => {
    expect((baselines('over', 20).at(-1) as number) - (baselines('over', 12).at(-1) as number)).toBeCloseTo(8, 1);
  });
});
