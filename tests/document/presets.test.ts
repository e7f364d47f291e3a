import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newPage, newProject, parsePreset, projectSchema } from '../../src/core/document/index.ts';
import { longChars, toMm, typeAreaHeightPt, typeAreaWidthPt } from '../../src/core/measure/index.ts';
import { findPreset, presetIds, readPreset, readPresets } from '../../src/node/presets.ts';

const catalogue = JSON.parse(readFileSync('resources/fonts/catalogue.json', 'utf8')) as Record<string, unknown>;

/** Guide §1.1–1.2 and §6.1: columns, characters across the page, type area in mm, lines. */
const table = [
  ['broadsheet-8', 8, 111, 352.4, 488.2, 123],
  ['broadsheet-6', 6, 109.5, 347.7, 488.2, 123],
  ['tabloid-6', 6, 71, 225.4, 349.3, 88],
  ['tabloid-5', 5, 74, 234.9, 349.3, 88],
  ['us-broadsheet-6', 6, 93.1, 295.5, 544.5, 147],
] as const;

describe('presets', () => {
  test('are the five of the guide, and no other', async () => {
    expect(await presetIds()).toEqual(table.map(([id]) => id).sort());
  });

  test.each(table)('%s has the guide’s grid', async (id, columns, chars, width, height, lines) => {
    const { grid } = await readPreset(id);
    expect(grid.columns).toBe(columns);
    expect(grid.lines).toBe(lines);
    expect(longChars(grid, grid.columns)).toBeCloseTo(chars, 1);
    expect(toMm(typeAreaWidthPt(grid))).toBeCloseTo(width, 0);
    expect(toMm(typeAreaHeightPt(grid))).toBeCloseTo(height, 0);
  });

  test('name only faces of the catalogue', async () => {
    for (const preset of await readPresets())
      for (const [role, style] of Object.entries(preset.styles))
        expect([preset.id, role, style.font in catalogue, style.latin in catalogue]).toEqual([preset.id, role, true, true]);
  });

  test('set their body on the page’s own line grid', async () => {
    for (const { grid, styles } of await readPresets()) {
      expect(styles.body.sizePt).toBe(grid.bodyPt);
      expect(styles.body.leadingPt).toBe(grid.linePitchPt);
    }
  });

  test('print text in black alone', async () => {
    for (const { styles } of await readPresets())
      for (const style of Object.values(styles)) expect(style.colour).toEqual({ kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 });
  });

  test('make a valid project and page, the type area centred on the sheet', async () => {
    for (const preset of await readPresets()) {
      const page = newPage(preset, 3, { section: '要闻' });
      const project = { ...newProject(preset, { name: '新报', date: '2026-01-05' }), pages: [page] };
      expect(projectSchema.parse(project)).toEqual(project);
      expect(page.format.widthPt - 2 * page.format.leftPt).toBeCloseTo(typeAreaWidthPt(preset.grid), 6);
    }
  });

  test('are found by id and by title, however it is spaced', async () => {
    expect((await findPreset('tabloid-5'))?.id).toBe('tabloid-5');
    expect((await findPreset('对开 8 栏'))?.id).toBe('broadsheet-8');
    expect((await findPreset('us broadsheet, 6 columns'))?.id).toBe('us-broadsheet-6');
    expect(await findPreset('六开')).toBeNull();
  });

  test('are refused in one sentence where they cannot be used', async () => {
    const good = await readPreset('broadsheet-8');
    expect(() => parsePreset('x', '{')).toThrow('The preset x is not JSON.');
    expect(() => parsePreset('x', JSON.stringify({ ...good, grid: { ...good.grid, columns: 0 } }))).toThrow(
      /^The preset x .*grid\.columns/u,
    );
    expect(() => parsePreset('x', JSON.stringify({ ...good, grid: { ...good.grid, lines: 200 } }))).toThrow(/larger than its paper/u);
  });
});
