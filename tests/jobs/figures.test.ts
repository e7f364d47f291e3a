import { describe, expect, test } from 'vitest';
import { accountOf, coverage, coveredCells, holes } from '../../src/core/check/index.ts';
import { newPage, type Page, type Project } from '../../src/core/document/index.ts';
import { type GridRect, placeRect } from '../../src/core/measure/index.ts';
import { BLACK, EMPTY_POOL, type Part, type PartRole, type Scene } from '../../src/core/scene/index.ts';
import { emptyStory, type Story, type TextPlace, typed } from '../../src/core/story/index.ts';
import { example, preset } from '../document/example.ts';

const page: Page = newPage(preset(), 1);
const { grid, format } = page;

/** A part whose glyphs stand at the given characters of the given lines of its rectangle: [line, first character, last]. */
function part(role: PartRole, at: GridRect, rows: readonly [number, number, number][]): Part {
  const rect = placeRect(format, grid, at);
  const places = rows.flatMap(([line, from, to]) =>
    Array.from({ length: to - from }, (_, i) => [(from + i) * grid.bodyPt, line * grid.linePitchPt + 9.05]),
  );
  const items =
    role === 'photo'
      ? [
          {
            kind: 'picture',
            picture: null,
            x: 0,
            y: 0,
            width: rect.width,
            height: rect.height,
            crop: { x: 0, y: 0, width: 1, height: 1 },
            rotate: 0,
          } as const,
        ]
      : [
          {
            kind: 'glyphs',
            font: 'serif-400',
            sizePt: 9,
            scaleX: 1,
            colour: BLACK,
            orientation: 'upright',
            start: 0,
            end: places.length,
            text: '字'.repeat(places.length),
            source: null,
          } as const,
        ];
  const pool = {
    ids: new Uint16Array(places.length),
    x: Float32Array.from(places, ([x]) => x as number),
    y: Float32Array.from(places, ([, y]) => y as number),
    cluster: new Uint16Array(places.length),
  };
  return { frame: 'f', article: 'a', story: 's', role, ...rect, items, glyphs: places.length ? pool : EMPTY_POOL, slots: 0, used: 0 };
}
const scene = (...parts: Part[]): Scene => ({ page: 'p1', widthPt: 1, heightPt: 1, parts, overset: [], missing: [] });
const full = (lines: number, width: number): [number, number, number][] => Array.from({ length: lines }, (_, l) => [l, 0, width]);

describe('holes', () => {
  test('an empty page is one hole', () => {
    const c = coverage(page, scene());
    expect(holes(c)).toEqual([{ column: 0, line: 0, columns: 8, lines: 123 }]);
    expect(coveredCells(c)).toBe(0);
  });

  test('a full page has none', () => {
    const c = coverage(
      page,
      scene(
        part('photo', { column: 0, line: 0, columns: 8, lines: 60 }, []),
        part('body', { column: 0, line: 60, columns: 8, lines: 63 }, full(63, 111)),
      ),
    );
    expect(holes(c)).toEqual([]);
    expect(coveredCells(c)).toBe(8 * 123);
  });

  test('are found at the foot of a text that ends early, column by column', () => {
    const body = part('body', { column: 0, line: 0, columns: 2, lines: 123 }, [
      ...full(120, 13),
      ...full(123, 27).map(([l]): [number, number, number] => [l, 14, 27]),
    ]);
    const rest = part('photo', { column: 2, line: 0, columns: 6, lines: 119 }, []);
    expect(holes(coverage(page, scene(body, rest)))).toEqual([
      { column: 2, line: 119, columns: 6, lines: 4 },
      { column: 0, line: 120, columns: 1, lines: 3 },
    ]);
  });

  test('two lines of white are none, three are', () => {
    const above = part('photo', { column: 0, line: 0, columns: 8, lines: 50 }, []);
    const below = (line: number): Part => part('photo', { column: 0, line, columns: 8, lines: 123 - line }, []);
    expect(holes(coverage(page, scene(above, below(52))))).toEqual([]);
    expect(holes(coverage(page, scene(above, below(53))))).toEqual([{ column: 0, line: 50, columns: 8, lines: 3 }]);
  });

  test('white beside a headline and above a subhead is inside its block', () => {
    const head = part('head', { column: 0, line: 0, columns: 8, lines: 10 }, [[4, 30, 60]]);
    const lines = full(113, 111).filter(([l]) => l !== 40 && l !== 42);
    expect(holes(coverage(page, scene(head, part('body', { column: 0, line: 10, columns: 8, lines: 113 }, lines))))).toEqual([]);
  });

  test('a headline without text, a tint and a box cover nothing', () => {
    const all = { column: 0, line: 0, columns: 8, lines: 123 };
    const bare = (role: PartRole): Part => ({ ...part(role, all, []), items: [] });
    expect(holes(coverage(page, scene(bare('head'), bare('tint'), bare('box'), bare('rule'))))).toHaveLength(1);
  });
});

describe('the account', () => {
  const story: Story = { ...emptyStory('s1'), headline: typed('标题 甲'), body: [{ ...typed('正文𠮷字\u200b。'), type: 'paragraph' }] };
  const project: Project = {
    ...example(),
    stories: { s1: story, s2: { ...emptyStory('s2'), label: typed('一') } },
    storyOrder: ['s1', 's2'],
  };
  const run = (place: TextPlace, at: number, text: string): Part => {
    const base = part('body', { column: 0, line: 0, columns: 1, lines: 1 }, [[0, 0, text.length]]);
    return { ...base, items: base.items.map((i) => ({ ...i, text, source: { story: 's1', place, at } }) as Part['items'][number]) };
  };

  test('counts what stands on the page, each character once, blanks and joiners never', () => {
    const scenes = [
      scene(run({ field: 'headline' }, 0, '标题'), run({ field: 'headline' }, 1, '题 甲'), run({ field: 'body', block: 0 }, 0, '正文𠮷')),
      scene(run({ field: 'body', block: 0 }, 4, '字')),
    ];
    expect(accountOf(project, scenes)).toEqual({ in: 9, placed: 7, cut: 0, lost: 2 });
    expect(accountOf(project, scenes, ['s1'])).toEqual({ in: 8, placed: 7, cut: 0, lost: 1 });
    expect(accountOf(project, [])).toEqual({ in: 9, placed: 0, cut: 0, lost: 9 });
  });
});
