/** Numbers that do not add up to the total of their own sentence. Only where it is certain: a desk that cries wolf is switched off. */
import { passages, type TextPlace } from '../../story/index.ts';
import type { Check, Fault } from './finding.ts';
import { overlapping } from './tables.ts';

const sentences = /[^。！？!?\n]+[。！？!?]?/gu;
const about = /以上|以下|约|約|近|余|餘|多|超|左右/u;
const NUMBER = '\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?';
// 中共, 公共, 共青团 and 共同 count nothing.
const SUM = '(?:一共|总共|總共|共计|共計|合计|合計|总计|總計|共有|(?<![中公])共(?![青同产產和]))';

type Sentence = (s: string, offset: number, place: TextPlace) => Fault[];
const rules: readonly Sentence[] = [menAndWomen, menAndWomenAfter, parts, list, medals, shares];

/** The first that a sentence breaks. */
export const checkTotals: Check = (story) =>
  passages(story).flatMap(({ place, passage: { text } }) =>
    [...text.matchAll(sentences)].flatMap((s): Fault[] => {
      for (const rule of rules) {
        const found = rule(s[0], s.index, place);
        if (found.length > 0) return found;
      }
      return [];
    }),
  );

const value = (figure = ''): number => Number(figure.replaceAll(',', ''));
const sumOf = (figures: readonly string[]): number => Math.round(figures.reduce((t, f) => t + value(f), 0) * 1000) / 1000;

function fault(place: TextPlace, offset: number, m: RegExpExecArray, key: Fault['key'], figures: Fault['figures']): Fault[] {
  const from = offset + m.index;
  return [{ place, from, to: from + m[0].length, text: m[0], key, figures }];
}

/** What the parts make is not what the sentence says. */
function differs(place: TextPlace, offset: number, m: RegExpExecArray, of: readonly string[], total: string, unit: string): Fault[] {
  const sum = sumOf(of);
  return sum === value(total) ? [] : fault(place, offset, m, 'total-differs', { parts: of.join('、'), sum, total: value(total), unit });
}

const WHO = '(?:性|生|选手|職工|职工|代表|党员)?';
const men = new RegExp(`男${WHO}(${NUMBER})(人|名|位)[、，,和]\\s*女${WHO}(${NUMBER})\\2`, 'u');

/** 男 a 人、女 b 人，共 c 人. */
function menAndWomen(s: string, offset: number, place: TextPlace): Fault[] {
  const m = men.exec(s);
  const total =
    m && new RegExp(`^[，,。；]?[^，,；\\d]{0,4}${SUM}[^，,；\\d]{0,4}(${NUMBER})(人|名|位)`, 'u').exec(s.slice(m.index + m[0].length));
  if (!m || !total || total[2] !== m[2] || about.test(s)) return [];
  return differs(place, offset, m, [m[1] as string, m[3] as string], total[1] as string, m[2] as string);
}

/** 共 c 人，其中男 a 人，女 b 人: there are no others. */
function menAndWomenAfter(s: string, offset: number, place: TextPlace): Fault[] {
  const m = new RegExp(`${SUM}[^，,；\\d]{0,8}(${NUMBER})(人|名|位)[^，,；\\d]{0,6}[，,]其中(?=男)`, 'u').exec(s);
  const both = m && men.exec(s.slice(m.index + m[0].length));
  if (!m || both?.index !== 0 || both[2] !== m[2] || about.test(s)) return [];
  const at = offset + m.index + m[0].length;
  return differs(place, at, both, [both[1] as string, both[3] as string], m[1] as string, m[2] as string);
}

/** 共 120 件，其中工业类 50 件、农业类 …: parts that are more than their whole. */
function parts(s: string, offset: number, place: TextPlace): Fault[] {
  const m = new RegExp(`${SUM}[^，,；\\d共]{0,10}?(${NUMBER})([万亿萬億]?\\p{Script=Han}{1,2}?)[^，,。]{0,12}[，,]其中(.+)$`, 'u').exec(s);
  if (!m || about.test(s)) return [];
  const [unit, rest] = [m[2] as string, m[3] as string];
  // A second 其中, or 包括, speaks of parts of parts; another total of another whole; 女党员 and 少数民族党员 may be the same people.
  if (/其中|包括|含|共/u.test(rest) || overlapping.test(rest)) return [];
  const found = [...rest.matchAll(new RegExp(`(${NUMBER})${unit}`, 'gu'))].map((f) => f[1] as string);
  const [sum, total] = [sumOf(found), value(m[1])];
  return found.length >= 2 && sum > total ? fault(place, offset, m, 'total-less', { sum, total, unit }) : [];
}

/** 分别为 3 名、5 名、10 名，共 20 名: a list from its beginning, and right behind it what it makes. */
function list(s: string, offset: number, place: TextPlace): Fault[] {
  const m = new RegExp(
    `((?:[^\\d，,、；：]{0,10}(?:${NUMBER})([万亿萬億]?\\p{Script=Han})[、，,和]){1,12}?)${SUM}[^\\d，,、；]{0,2}(${NUMBER})\\2(?!\\p{Script=Han}{1,2}[，,]其中)`,
    'u',
  ).exec(s);
  if (!m || about.test(s)) return [];
  const [items, unit] = [m[1] as string, m[2] as string];
  const found = [...items.matchAll(new RegExp(`(${NUMBER})([万亿萬億]?\\p{Script=Han})`, 'gu'))];
  // Something of the kind before the list, or another unit within it: the list is not whole.
  if (found.length < 2 || found.some((f) => f[2] !== unit) || /\d/u.test(s.slice(0, m.index)) || overlapping.test(items)) return [];
  return differs(
    place,
    offset,
    m,
    found.map((f) => f[1] as string),
    m[3] as string,
    unit,
  );
}

/** 8金7银6铜共20枚. */
function medals(s: string, offset: number, place: TextPlace): Fault[] {
  const m =
    /(\d+)(?:枚)?金(?:牌)?[、，]?(\d+)(?:枚)?[银銀](?:牌)?[、，和]?(\d+)(?:枚)?[铜銅](?:牌)?[，、]?(?:一共|总共|總共|共计|共計|合计|合計|共)(\d+)[枚块塊面]/u.exec(
      s,
    );
  return m ? differs(place, offset, m, m.slice(1, 4), m[4] as string, '枚') : [];
}

/** 分别占总数的 30%、40%、50%: more than the whole. Shares of different wholes (男女生近视率) are not looked at. */
function shares(s: string, offset: number, place: TextPlace): Fault[] {
  const m = /分[别別](?:约|約)?占(?:总|總|全)\p{Script=Han}{1,6}的((?:\d+(?:\.\d+)?%[、，和]){1,12}\d+(?:\.\d+)?%)/u.exec(s);
  const sum = m ? sumOf((m[1] as string).match(/\d+(?:\.\d+)?/gu) ?? []) : 0;
  // Rounded shares may make a little more than a hundred.
  return m && sum > 101 ? fault(place, offset, m, 'total-less', { sum, total: 100, unit: '%' }) : [];
}
