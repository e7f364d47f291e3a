import { describe, expect, it } from 'vitest';
import { BLACK, type Colour, type Part, WHITE } from '../../src/core/scene/index.ts';
import { pressPages } from '../../src/press/index.ts';
import { type PlacedGlyph, placedGlyphs, readPdf } from './reader.ts';
import { type LineOptions, options, outlineOf, PartMaker, scene, world } from './scenes.ts';

const print = async (part: Part, changes: Parameters<typeof options>[0] = {}) =>
  readPdf(await pressPages([scene([part])], world(), options(changes)));

/** Every glyph of the part stands within a hundredth of a point of its place in the Scene. */
function expectInPlace(part: Part, glyphs: PlacedGlyph[]): void {
  expect(glyphs.length).toBe(part.glyphs.ids.length);
  const outlines = part.items.flatMap((run) =>
    run.kind === 'glyphs' ? [...part.glyphs.ids.subarray(run.start, run.end)].map((id) => outlineOf(run.font, id)) : [],
  );
  glyphs.forEach((g, i) => {
    expect(g.outline, `glyph ${i}`).toBe(outlines[i]);
    expect(Math.abs(g.x - part.x - part.glyphs.x[i]!), `x of glyph ${i} ${g.text}`).toBeLessThan(0.01);
    expect(Math.abs(g.y - part.y - part.glyphs.y[i]!), `y of glyph ${i} ${g.text}`).toBeLessThan(0.01);
  });
}

describe('glyph runs', () => {
  const cases: [string, string, LineOptions][] = [
    ['body text', '据新华社北京3月1日电（记者王晶）今年以来，各地……', {}],
    ['kerned Latin', 'AVATAR To Yo WAVE “Tea” office ffi', { font: 'latin-400', sizePt: 10.5 }],
    ['tracked headline', '抓实党建促发展', { font: 'sans-900', sizePt: 60, trackingEm: -0.053 }],
    ['condensed type', '长体字与扁体字，2026', { font: 'kai-400', sizePt: 18, scaleX: 0.837 }],
    ['vertical headline', '竖排标题，「一」——好', { font: 'serif-900', sizePt: 33, vertical: true }],
    ['sideways Latin', 'GDP 2026', { font: 'latin-700', sizePt: 14, sideways: true }],
    ['very small and very large', '小', { sizePt: 300 }],
  ];
  it.each(cases)('places %s to a hundredth of a point and gives its text back', async (_, text, o) => {
    const maker = new PartMaker();
    maker.line(text, 17.123, 133.777, o);
    const part = maker.part({ x: 3.3, y: 1.7 });
    for (const bleedPt of [0, 8.504]) {
      const glyphs = placedGlyphs(await print(part, { bleedPt }));
      const moved = glyphs.map((g) => ({ ...g, x: g.x - bleedPt, y: g.y - bleedPt }));
      expectInPlace(part, moved);
      expect(glyphs.map((g) => g.text).join('')).toBe(text);
    }
  });

  it('keeps a pen that drifts over a long spread line in place', async () => {
    const maker = new PartMaker();
    maker.line('一二三四五六七八九十'.repeat(12), 10, 50, { sizePt: 9, trackingEm: 0.03333 });
    expectInPlace(maker.part(), placedGlyphs(await print(maker.part())));
  });

  it('turns sideways glyphs clockwise and scales condensed ones', async () => {
    const maker = new PartMaker();
    maker.line('A', 50, 50, { font: 'latin-400', sideways: true });
    maker.line('B', 50, 90, { font: 'latin-400', scaleX: 0.5 });
    const [a, b] = placedGlyphs(await print(maker.part()));
    // Up in the glyph is right on the sheet; along the line is down. PDF's y grows upwards.
    expect(a!.matrix).toEqual([0, -1, 1, 0]);
    expect(b!.matrix).toEqual([0.5, 0, 0, 1]);
  });

  it('writes one TJ for a line', async () => {
    const maker = new PartMaker();
    maker.line('整行文字只用一个操作符，不是每字一个。', 10, 50);
    const { content } = (await print(maker.part())).pages[0]!;
    expect(content.match(/TJ$/gmu)).toHaveLength(1);
  });
});

describe('text behind the glyphs', () => {
  it('lets one ligature glyph stand for the two characters of a dash', async () => {
    const maker = new PartMaker();
    maker.line('是——是', 10, 50);
    expect(maker.part().glyphs.ids).toHaveLength(3);
    const glyphs = placedGlyphs(await print(maker.part()));
    expect(glyphs.map((g) => g.text)).toEqual(['是', '——', '是']);
  });

  it('gives a glyph that stands for different characters in different places a code for each', async () => {
    const maker = new PartMaker();
    maker.line('一⼀一', 10, 50);
    const [a, b] = maker.part().glyphs.ids;
    expect(a).toBe(b);
    const glyphs = placedGlyphs(await print(maker.part()));
    expect(glyphs.map((g) => g.text)).toEqual(['一', '⼀', '一']);
    expect(new Set(glyphs.map((g) => g.code)).size).toBe(2);
    expectInPlace(maker.part(), glyphs);
  });

  it('lets the first of two glyphs for one character stand for it, without spoiling it for later', async () => {
    const base = new PartMaker();
    base.line('xy', 10, 50, { font: 'latin-400' });
    const part = base.part();
    const run = part.items[0]!;
    if (run.kind !== 'glyphs') throw new Error('no run');
    const items = [
      { ...run, text: '\u0178' },
      { ...run, end: 1, text: 'x' },
    ];
    const twoForOne = { ...part, items, glyphs: { ...part.glyphs, cluster: Uint16Array.from([0, 0]) } };
    expect(placedGlyphs(await print(twoForOne)).map((g) => g.text)).toEqual(['\u0178', '\u200B', 'x']);
  });

  it('does not let a space that setting dropped stick to the letter before it', async () => {
    const base = new PartMaker();
    base.line('ab', 10, 50, { font: 'latin-400' });
    const part = base.part();
    const run = part.items[0]!;
    if (run.kind !== 'glyphs') throw new Error('no run');
    const gap = { ...part, items: [{ ...run, text: 'a b' }], glyphs: { ...part.glyphs, cluster: Uint16Array.from([0, 2]) } };
    expect(placedGlyphs(await print(gap)).map((g) => g.text)).toEqual(['a', 'b']);
  });

  it('tells every code of every font', async () => {
    const maker = new PartMaker();
    for (const font of ['serif-400', 'sans-700', 'kai-400', 'latin-400i']) maker.line('Aé“1”', 10, 50, { font });
    const file = await print(maker.part());
    for (const glyph of placedGlyphs(file)) expect(glyph.text).not.toBe('');
    for (const font of file.find('/Subtype /CIDFontType2')) expect(font.dict).toMatch(/\/BaseFont \/[A-Z]{6}\+\w/u);
  });
});

describe('compressed marks', () => {
  /** Cells of the line's glyphs as a reader of the file sees them, in points: from, to. */
  const cells = (glyphs: PlacedGlyph[], dx: readonly number[]): [number, number][] =>
    glyphs.map((g, i) => [g.x - dx[i]!, g.x - dx[i]! + g.advancePt]);

  /** A line of body text set by hand: each character and the width it is given, in em; an opener trimmed at its left. */
  function tight(chars: [string, number, 'left' | 'right' | ''][]): Part {
    const maker = new PartMaker();
    const text = chars.map(([c]) => c).join('');
    maker.line(text, 0, 50);
    const part = maker.part();
    let pen = 30;
    chars.forEach(([, width, trimmed], i) => {
      part.glyphs.x[i] = pen - (trimmed === 'left' ? (1 - width) * 9 : 0);
      pen += width * 9;
    });
    return part;
  }

  it('are shown by forms as wide as their place, so that no cell overlaps another and outlines stay', async () => {
    const part = tight([
      ['“', 0.5, 'left'],
      ['党', 1, ''],
      ['课', 1, ''],
      ['”', 0.5, 'right'],
      ['，', 0.5, 'right'],
      ['“', 0.5, 'left'],
      ['学', 1, ''],
      ['。', 0.62, 'right'],
      ['《', 0.7, 'left'],
      ['人', 1, ''],
      ['》', 1, ''],
      ['说', 1, ''],
      ['：', 0.5, 'right'],
    ]);
    const glyphs = placedGlyphs(await print(part));
    expectInPlace(part, glyphs);
    expect(glyphs.map((g) => g.text).join('')).toBe('“党课”，“学。《人》说：');
    const seen = cells(
      glyphs,
      glyphs.map((g) => g.dxPt),
    );
    expect(seen[0]![0]).toBeCloseTo(30, 1);
    seen.slice(1).forEach(([from], i) => {
      const end = seen[i]![1];
      expect(end - from, `cell ${i} (${glyphs[i]!.text}) overlaps`).toBeLessThan(0.1 * 9);
      expect(from - end, `gap after ${glyphs[i]!.text}`).toBeLessThan(0.1 * 9);
    });
    expect(seen.at(-1)![1] - seen.at(-1)![0]).toBeCloseTo(4.5, 1);
  });

  it('at their full width keep the glyph of the font', async () => {
    const maker = new PartMaker();
    maker.line('说：好，“是”。', 30, 50);
    const glyphs = placedGlyphs(await print(maker.part()));
    expectInPlace(maker.part(), glyphs);
    for (const g of glyphs.slice(0, -1)) expect([g.dxPt, g.advancePt]).toEqual([0, 9]);
  });
});

describe('ink and overprint', () => {
  const red: Colour = { kind: 'cmyk', c: 0, m: 1, y: 1, k: 0 };
  const stateBefore = (content: string, colour: string): string => {
    const before = content.slice(0, content.indexOf(colour));
    return before.slice(before.lastIndexOf('/', before.lastIndexOf(' gs'))).split(' ')[0]!;
  };

  it('overprints pure black and knocks out everything else', async () => {
    const maker = new PartMaker();
    const inks: [Colour, string, string][] = [
      [BLACK, '0 0 0 1 k\n', '/Over'],
      [red, '0 1 1 0 k\n', '/Knock'],
      [{ kind: 'cmyk', c: 0, m: 0, y: 0, k: 0.5 }, '0 0 0 0.5 k\n', '/Knock'],
      [WHITE, '0 0 0 0 k\n', '/Knock'],
    ];
    for (const [colour] of inks) maker.line('字', 10, 50, { colour });
    const file = await print(maker.part());
    for (const [, operators, state] of inks) expect(stateBefore(file.pages[0]!.content, operators)).toBe(state);
    expect(file.find('/OPM 1')[0]!.dict).toMatch(/\/OP true\s+\/op true/u);
    expect(file.find('/OPM 0')[0]!.dict).toMatch(/\/OP false\s+\/op false/u);
  });

  it('lets large black type knock out over what it would darken past the limit, and small type overprint all the same', async () => {
    const dark: Colour = { kind: 'cmyk', c: 0.6, m: 0.5, y: 0.5, k: 0 };
    const state = async (sizePt: number, x: number, colour: Colour): Promise<string> => {
      const maker = new PartMaker().add({ kind: 'fill', x: 0, y: 0, width: 100, height: 100, colour });
      maker.line('字', x, 50, { sizePt });
      const { content } = (await print(maker.part())).pages[0]!;
      return stateBefore(content, '0 0 0 1 k\n');
    };
    expect(await state(30, 20, dark)).toBe('/Knock');
    expect(await state(9, 20, dark)).toBe('/Over');
    expect(await state(30, 120, dark)).toBe('/Over');
    expect(await state(30, 20, { ...dark, y: 0 })).toBe('/Over');
  });

  it('names a spot colour in UTF-8 and gives it one Separation', async () => {
    const spot = (tint: number): Colour => ({ kind: 'spot', name: '专红 1', tint, c: 0, m: 1, y: 0.9, k: 0 });
    const maker = new PartMaker();
    maker.line('套红', 10, 50, { colour: spot(1) });
    maker.line('套红', 10, 90, { colour: spot(0.3) });
    const file = await print(maker.part());
    const separations = [...file.objects.values()].filter((o) => o.dict.includes('/Separation'));
    expect(separations).toHaveLength(1);
    expect(separations[0]!.dict).toContain('/Separation /#E4#B8#93#E7#BA#A2#201 /DeviceCMYK');
    expect(file.pages[0]!.content).toContain('/Spot1 cs 0.3 scn');
  });

  it('draws no line thinner than a hairline and lets thin black lines overprint', async () => {
    const rule = { kind: 'rule', x1: 1, y1: 1, x2: 90, y2: 1, widthPt: 0.1, colour: BLACK, dash: [] } as const;
    const { content } = (await print(new PartMaker().add(rule).part({ x: 5 }))).pages[0]!;
    expect(content).toContain('/Over gs\n0 0 0 1 K\n0.25 w\n6 1 m 95 1 l S');
  });

  it('knocks a large black area out and draws a thin bar as a line would', async () => {
    const fill = { kind: 'fill', x: 0, y: 0, width: 50, height: 50, colour: BLACK } as const;
    const { content } = (
      await print(
        new PartMaker()
          .add(fill)
          .add({ ...fill, height: 1 })
          .part(),
      )
    ).pages[0]!;
    expect(content).toContain('/Knock gs\n0 0 0 1 k\n0 0 50 50 re f\n/Over gs\n0 0 50 1 re f');
  });
});
