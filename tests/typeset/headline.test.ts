import { describe, expect, it } from 'vitest';
import { styleFor, type TextStyle } from '../../src/core/document/index.ts';
import {
  HeadSetter,
  Memory,
  marksFrom,
  phrasePlaces,
  type SetHeadline,
  type SetParagraph,
  setParagraph,
  settingOf,
  splitAtPhrases,
} from '../../src/core/typeset/index.ts';
import { faces } from '../support/faces.ts';
import { preset } from '../support/project.ts';

const style = styleFor(preset().styles, {}, 'headline');
const set = (text: string, measurePt: number, more: Partial<TextStyle> = {}): SetHeadline =>
  new HeadSetter({ ...style, ...more }, 'zh-Hans', faces, new Memory()).set(text, measurePt);
const lines = (text: string, measurePt: number, more: Partial<TextStyle> = {}): string[] => {
  const head = set(text, measurePt, more);
  return head.lines.map((l, i) => text.slice(l.at, head.lines[i + 1]?.at ?? text.length).trim());
};

describe('a headline', () => {
  it('breaks at a space first', () => {
    expect(lines('退塘还湖十二年 候鸟来了一万三', 240, { sizePt: 30 })).toEqual(['退塘还湖十二年', '候鸟来了一万三']);
  });

  it('breaks between quoted phrases rather than within one', () => {
    expect(lines('让党的二十大精神“飞入寻常百姓家”', 330, { sizePt: 36 })).toEqual(['让党的二十大精神', '“飞入寻常百姓家”']);
  });

  it('never begins a line with 的, 了 or a mark, nor ends one with an opener', () => {
    const text = '一条灰河养回了碧水和一座小城的慢功夫';
    for (const place of phrasePlaces(text, 'zh-Hans')) expect('的了着和').not.toContain(text[place.next] as string);
    for (const place of phrasePlaces('鹭湖，把“水面”还给鸟', 'zh-Hans')) {
      expect('，”').not.toContain('鹭湖，把“水面”还给鸟'[place.next] as string);
      expect('鹭湖，把“水面”还给鸟'[place.end - 1]).not.toBe('“');
    }
  });

  it.each([
    ['旧仓库里的鼓声', '旧仓库里的／鼓声', '里 wants its noun'],
    ['柳林村把鱼棚改成了书屋', '柳林村把鱼棚／改成了书屋', '鱼棚 is one word, though the segmenter does not know it'],
    ['塔吊上的一百四十米', '塔吊上的／一百四十米', 'a number is one'],
    ['坐在家里翻开1931年的钟楼图纸', '坐在家里翻开／1931年的钟楼图纸', 'a year stays with its 年'],
    ['零下15°C里的一口气', '零下15°C里的／一口气', 'a unit is not parted'],
    ['头一茬菠菜下来了', '头一茬菠菜／下来了', 'a numeral stays with the word that counts by it'],
    ['山里来的合唱团只有十一个人', '山里来的合唱团／只有十一个人', '团 ends the noun before it'],
    ['化身“及时雨”，抗疫显担当', '化身“及时雨”，／抗疫显担当', 'a quoted phrase is one'],
    ['——听一场弦乐四重奏', '——听一场／弦乐四重奏', 'a dash at the start does not stand alone'],
    ['地铁二号线今天通车', '地铁二号线／今天通车', '地铁 may begin a line, 地 may not'],
  ])('in two lines: %s', (text, expected) => {
    const places = phrasePlaces(text, 'zh-Hans');
    const two = splitAtPhrases(text, places, 2, 1e6, (from, to) => to - from) ?? [];
    expect(two.map(([from, to]) => text.slice(from, to)).join('／')).toBe(expected);
  });

  it('does not end a line with a preposition', () => {
    for (const place of phrasePlaces('我们把水面让给鸟', 'zh-Hans')) expect('我们把水面让给鸟'[place.end - 1]).not.toBe('把');
  });

  it('is tightened before it is made smaller, and made smaller before it takes another line', () => {
    const text = '早班车上的四十七分钟';
    expect(set(text, 300)).toMatchObject({ sizePt: 30, trackingEm: 0, fits: true });
    expect(set(text, 290)).toMatchObject({ sizePt: 30, trackingEm: -0.05, fits: true });
    const smaller = set(text, 275);
    expect(smaller.lines).toHaveLength(1);
    expect(smaller.sizePt).toBeLessThan(30);
    expect(set(text, 160).lines.length).toBeGreaterThan(1);
  });

  it('says when nothing it may do makes it fit, and keeps every character', () => {
    const text = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往';
    const head = set(text, 117);
    expect(head.fits).toBe(false);
    expect(head.lines.map((l, i) => text.slice(l.at, head.lines[i + 1]?.at ?? text.length)).join('')).toBe(text);
  });

  it('spreads to its measure, but not past half an em a gap', () => {
    const spread = set('城北渡口', 150, { align: 'spread', sizePt: 30 });
    expect(spread.lines[0]?.widthPt).toBeCloseTo(150, 1);
    expect(set('城北渡口', 400, { align: 'spread', sizePt: 30 }).lines[0]?.widthPt).toBeCloseTo(120, 1);
  });

  it.each(['AI看渡口', '渡口2025年', '城北River渡口', '渡口——往事', '让“渡口”更近'])('spreads %s to its measure exactly', (text) => {
    const natural = set(text, 1000, { sizePt: 30 }).lines[0]?.widthPt ?? 0;
    const measure = natural + 24;
    expect(set(text, measure, { align: 'spread', sizePt: 30 }).lines[0]?.widthPt).toBeCloseTo(measure, 2);
  });

  it('does not count the blank half of a quote at a line’s start or end', () => {
    const natural = (text: string): number => set(text, 1000, { sizePt: 30 }).lines[0]?.widthPt ?? 0;
    expect(natural('“飞入寻常百姓家”')).toBeCloseTo(natural('飞入寻常百姓家') + 30, 1);
  });
});

describe('a vertical line', () => {
  const vertical = (text: string): SetParagraph => {
    const setting = settingOf({ ...style, sizePt: 30, align: 'left', indentEm: 0 }, 'zh-Hans', true, true);
    return setParagraph({ text, marks: [], setting, indent: false }, 1e6, faces);
  };
  const glyphs = (p: SetParagraph, at: number, count: number): number[] =>
    [...p.at.keys()].filter((g) => (p.at[g] as number) >= at && (p.at[g] as number) < at + count);

  it('sets two digits abreast, a word on its side, and quotes as corner brackets', () => {
    const text = '12岁“渡口”River';
    const p = vertical(text);
    const digits = glyphs(p, 0, 2);
    expect(new Set(digits.map((g) => p.x[g])).size).toBe(1);
    expect(p.casts[p.font[glyphs(p, 7, 1)[0] as number] as number]?.turned).toBe(true);
    const quote = glyphs(p, 3, 1)[0] as number;
    expect(p.ids[quote]).toBe(faces.face('serif-900').shape('『', { language: 'zh-Hans', vertical: true }).ids[0]);
  });

  it('sets a year upright, one figure a cell, and never cuts it', () => {
    const p = vertical('2025年');
    expect(p.lines[0]?.widthPt).toBeCloseTo(5 * 30, 1);
  });

  it('draws a dash and an ellipsis along the line', () => {
    expect(vertical('渡口——往事……').lines[0]?.widthPt).toBeCloseTo(8 * 30, 0);
  });

  it('narrows what is wider than its cell', () => {
    const p = vertical('88岁');
    expect(p.casts.some((c) => c.narrow < 1)).toBe(true);
  });
});

describe('marks on text that goes on elsewhere', () => {
  it('a look goes on, a ruby cut inside its base is not drawn again', () => {
    const looks = [
      { from: 1, to: 4, look: 'bold' as const },
      { from: 1, to: 4, look: 'ruby' as const, note: 'lùhú' },
    ];
    expect(marksFrom(looks, 2)).toEqual([{ from: 0, to: 2, look: 'bold' }]);
    expect(marksFrom(looks, 1)).toHaveLength(2);
  });
});

describe('a headline of a few characters', () => {
  const opened = (text: string, measurePt: number, more: Partial<TextStyle> = {}, language: 'zh-Hans' | 'en' = 'zh-Hans'): SetHeadline =>
    new HeadSetter({ ...style, sizePt: 30, ...more }, language, faces, new Memory(), true).set(text, measurePt);
  const width = (head: SetHeadline): number => head.lines[0]?.widthPt ?? 0;

  it.each([
    ['末班', 2 + 0.5],
    ['末班车', 3 + 2 * 0.5],
    ['霜降前后', 4 + 3 / 3],
    ['周末去哪儿', 5 + 4 / 4],
  ])('%s is opened to %f em where it would look lost', (text, em) => {
    expect(width(opened(text, 600))).toBeCloseTo(em * 30, 0);
  });

  it.each([
    ['fills enough of its measure', '霜降前后', 190, {}],
    ['has more than five characters', '一面墙的时间', 600, {}],
    ['has a mark in it', '去哪儿？', 600, {}],
    ['has a tracking of its own', '霜降前后', 600, { trackingEm: -0.02 }],
    ['stands at the left', '霜降前后', 600, { align: 'left' }],
  ] as const)('stays as it is where it %s', (_, text, measurePt, more) => {
    expect(width(opened(text, measurePt, more))).toBeCloseTo(width(set(text, measurePt, { sizePt: 30, ...more })), 5);
  });
});

describe('a size set below the least one of the fit', () => {
  it('is what was asked for', () => {
    const fit = { trackingEm: -0.05, minPt: 33, maxLines: 2 };
    expect(set('四把琴的一次谈话', 900, { sizePt: 24, fit }).sizePt).toBe(24);
    expect(set('四把琴的一次谈话', 60, { sizePt: 24, fit }).sizePt).toBe(24);
  });
});
