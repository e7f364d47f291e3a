/** The numbered rules of composition, one case each, as the lines look on paper. Sources: guide §4.1–4.8; wishes 2–6; the clreq gap list. */
import { afterAll, describe, expect, it } from 'vitest';
import { matchesGolden } from '../support/golden.ts';
import { type Case, setCase, showCase } from '../support/lines.ts';

const RIVER = '城北渡口的第一班船准时离岸，船工老周说：“水清了，鱼也多了。”';

const CASES: readonly (readonly [name: string, c: Case])[] = [
  // §4.1 prohibition, by level
  ['4.1 none: a mark may begin a line', { text: '一二三四五六七八九十，甲乙丙丁', chars: 10, prohibition: 'none' }],
  ['4.1 basic: a mark may not', { text: '一二三四五六七八九十，甲乙丙丁', chars: 10, prohibition: 'basic' }],
  ['4.1 basic: a slash may end a line', { text: '一二三四五六七八九／甲乙丙丁', chars: 10, prohibition: 'basic' }],
  ['4.1 GB: a slash may not', { text: '一二三四五六七八九／甲乙丙丁', chars: 10, prohibition: 'gb' }],
  [
    '4.1 GB: a dash is not let begin a line where the one above can do without a character',
    { text: '一二三四五六七八九十——甲乙丙丁', chars: 10, prohibition: 'gb' },
  ],
  ['4.1 GB: a dash may begin a line where the one above would gape', { text: '古楞12,345——甲乙丙丁', chars: 5.4, prohibition: 'gb' }],
  ['4.1 strict: a dash may not begin a line', { text: '一二三四五六七八九十——甲乙丙丁', chars: 10, prohibition: 'strict' }],
  ['4.1 strict: a paragraph may begin with an ellipsis', { text: '……甲乙丙丁戊己庚辛', chars: 10, prohibition: 'strict' }],
  ['4.1 several closers keep together', { text: '一二三四五六七《八九》”。甲乙丙丁', chars: 10 }],
  ['4.1 an opener goes with its word', { text: '一二三四五六七八九“十甲乙丙丁”', chars: 10 }],
  ['4.1 a percent sign stays with its number', { text: '一二三四五六增长12.5%左右', chars: 8 }],
  ['4.1 a currency sign stays with its number', { text: '一二三四五六七￥1200元', chars: 8 }],
  ['4.1 a mark after “digit）” does not begin a line (typst 3082)', { text: '一二三四五六七（2025），甲乙', chars: 10 }],
  ['4.1 an interpunct does not begin a line (typst 6774)', { text: '一二三四五六七八九十·古楞甲乙', chars: 10 }],
  // §4.2 unbreakable units
  ['4.2 thousands keep together', { text: '一二三四五六1,280,000元', chars: 9 }],
  ['4.2 a decimal keeps together', { text: '一二三四五六七八3.14159', chars: 9 }],
  ['4.2 a time keeps together', { text: '一二三四五六七八12:30开始', chars: 9 }],
  ['4.2 two ellipses may part between', { text: '一二三四五六七八…………甲乙', chars: 10 }],
  ['4.2 number and measure word part only for a loose line', { text: '一二三四五六七八九2025年甲乙丙丁', chars: 11 }],
  ['4.2 an address parts after its separators', { text: '网址www.banxin.example/river/2025/map欢迎', chars: 12 }],
  // §4.3 widths
  ['4.3-1 ，“', { text: '甲，“乙', chars: 12 }],
  ['4.3-1 ：“', { text: '甲：“乙', chars: 12 }],
  ['4.3-1 。”', { text: '甲。”乙', chars: 12 }],
  ['4.3-1 ”，', { text: '甲”，乙', chars: 12 }],
  ['4.3-1 ）。', { text: '甲）。乙', chars: 12 }],
  ['4.3-1 》、', { text: '甲》、乙', chars: 12 }],
  ['4.3-1 ”“', { text: '甲”“乙', chars: 12 }],
  ['4.3-1 （“', { text: '甲（“乙', chars: 12 }],
  ['4.3-1 ”）', { text: '甲”）乙', chars: 12 }],
  ['4.3-1 three marks: 。”）', { text: '甲。”）乙', chars: 12 }],
  ['4.3-1 three marks: ）”“', { text: '甲）”“乙', chars: 12 }],
  ['4.3-2 a comma at a line end takes half', { text: '一二三四五六七八九，甲乙丙丁', chars: 9.5 }],
  ['4.3-2 ！ at a line end takes half', { text: '一二三四五六七八九！甲乙丙丁', chars: 9.5 }],
  ['4.3-2 a last line too', { text: '一二三四五。', chars: 9 }],
  ['4.3-3 an opener at a line start hangs its blank half', { text: '一二三四五六七八九十“甲乙丙”丁戊', chars: 10 }],
  ['4.3-4 an opener at a paragraph start', { text: '“甲乙丙丁戊己', chars: 12, indentEm: 2 }],
  ['4.3-5 全角式', { text: RIVER, chars: 40, marks: 'full' }],
  ['4.3-5 开明式', { text: RIVER, chars: 40, marks: 'kaiming' }],
  ['4.3-5 半角式', { text: RIVER, chars: 40, marks: 'half' }],
  // §4.3 reductions and expansions, in order
  ['4.3 reduce: brackets before commas', { text: '一二（三）四，五六七八九十甲乙。丙丁', chars: 12.5 }],
  ['4.3 reduce: commas before full stops', { text: '一二三。四五，六七八九十甲乙丙丁', chars: 12.5 }],
  ['4.3 reduce: commas alike', { text: '一，二，三四五六七八九十甲乙，丙丁', chars: 12 }],
  ['4.3 expand: all gaps alike', { text: '一二三四五六七八九十甲乙丙丁', chars: 9.4 }],
  ['4.3 expand: word spaces first', { text: '一二three four五六七八九十甲乙丙丁', chars: 11.2 }],
  ['4.3 expand: the Han–Latin gap before the rest', { text: '一二GDP三四五六七八九十甲乙', chars: 10.6 }],
  ['4.3 push in before push out', { text: '城北渡口，第一班船准时离岸，挥手', chars: 11 }],
  ['4.3 the last line is left', { text: '一二三四五六七八九十甲乙丙', chars: 10 }],
  [
    '4.3 Traditional: marks stand in the middle and give from both sides',
    { text: '一二，三四五六七八九十甲。', chars: 12, language: 'zh-Hant' },
  ],
  ['4.3 Traditional: adjacent marks', { text: '甲：「乙。」丙', chars: 12, language: 'zh-Hant' }],
  // §4.4, §4.5
  ['4.4 nothing hangs at a line end', { text: '一二三四五六七八九十，甲乙', chars: 10.5 }],
  ['4.5 a lonely last character gets company', { text: '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子', chars: 10 }],
  ['4.5 a lonely last character with its stop', { text: '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子。', chars: 10 }],
  ['4.5 one em of indent', { text: RIVER, chars: 13, indentEm: 1 }],
  // §4.6
  ['4.6 no gap', { text: '共25个GDP点', chars: 20, hanLatinGapEm: 0 }],
  ['4.6 an eighth', { text: '共25个GDP点', chars: 20, hanLatinGapEm: 0.125 }],
  ['4.6 a quarter', { text: '共25个GDP点', chars: 20, hanLatinGapEm: 0.25 }],
  ['4.6 none beside a mark', { text: '共“25”，GDP。', chars: 20 }],
  ['4.6 none at a line start', { text: '一二三四五六七八九十GDP甲乙丙', chars: 10 }],
  ['4.6 an English word in a Chinese line is hyphenated, not spaced', { text: '一二三四五六environment七八九', chars: 9 }],
  // §4.8 display
  ['4.8 display: every mark takes half', { text: '“飞入”寻常，百姓家', chars: 20, display: true, sizePt: 30 }],
  ['4.8 display: ”“ takes one em together', { text: '“及时雨”“疫”线', chars: 20, display: true, sizePt: 30 }],
  ['4.8 display: a space between Han is one em', { text: '贴近基层 讲实说透', chars: 20, display: true, sizePt: 16 }],
  ['4.8 tracking tightens every gap', { text: '城北渡口', chars: 20, display: true, sizePt: 30, trackingEm: -0.05 }],
  ['4.8 tracking holds within a word', { text: 'River town', chars: 20, display: true, sizePt: 30, trackingEm: -0.05, language: 'en' }],
  // wishes 2, 6; clreq gaps
  ['justify after compression (wish 2)', { text: '甲乙丙（丁）戊己庚辛壬癸子丑寅卯', chars: 12 }],
  ['compression across a change of face (wish 6)', { text: '甲乙“丙，丁”，戊己', chars: 20, looks: [{ from: 3, to: 6, look: 'bold' }] }],
  ['a rare ideograph beyond the basic plane', { text: '甲𠀀乙丙丁', chars: 10 }],
  ['a private-use character is reported', { text: '甲\ue000乙', chars: 10 }],
  // English (§6.2)
  ['6.2 word spaces alone are opened', { text: 'The last car will leave at eleven twenty.', chars: 10, language: 'en', composer: 'total' }],
  ['6.2 an em dash may end a line', { text: 'MILLBROOK—Half the lessons happen outdoors.', chars: 8, language: 'en', composer: 'total' }],
  ['6.2 a hyphenated compound parts at its hyphen', { text: 'a well-intentioned neighbour', chars: 6, language: 'en', composer: 'total' }],
];

describe('the rules of composition', () => {
  const shown: string[] = [];
  it.each(CASES)('%s', (name, c) => {
    shown.push(showCase(name, c));
    const p = setCase(c);
    expect(p.lines.map((l) => c.text.slice(l.from, l.to)).join('')).toBe(c.text);
  });
  afterAll(() => matchesGolden('typeset/rules.txt', shown.join('\n')));
});

describe('whatever the measure', () => {
  it('a narrower one never means fewer lines', () => {
    for (const [, c] of CASES) {
      let before = 0;
      for (let chars = 40; chars >= 8; chars -= 1) {
        const count = setCase({ ...c, chars }).lines.length;
        expect(count, `${c.text} at ${chars}`).toBeGreaterThanOrEqual(before);
        before = count;
      }
    }
  });
});
