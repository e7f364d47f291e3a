/** Marks: pairs, doubled words, half-width punctuation left, forms of zero. */
import { type Passage, passages, type Story, type TextPlace } from '../../story/index.ts';
import { inChinese, protectedIn } from '../normalise/context.ts';
import type { Check, Fault } from './finding.ts';
import { mayDouble, neverTwice, notDoubled, pairs } from './tables.ts';

const each = (story: Story, look: (text: string, place: TextPlace, passage: Passage) => Fault[]): Fault[] =>
  passages(story).flatMap(({ place, passage }) => look(passage.text, place, passage));

const opens = new Map(pairs.map((p) => [p[0], p]));
const closes = new Map(pairs.map((p) => [p[1], p]));

/**
 * Unpaired and wrongly nested quotes and brackets. A quotation of several paragraphs opens each of them and closes the last
 * only (guide §5.3): an open quote at a paragraph's end is no fault where the next paragraph opens with the same.
 */
export const checkPairs: Check = (story) => {
  const all = passages(story);
  return all.flatMap(({ place, passage }, i) => {
    const next = place.field === 'body' ? (all[i + 1]?.passage.text ?? '') : '';
    return pairsIn(passage.text, place, next);
  });
};

function pairsIn(text: string, place: TextPlace, next: string): Fault[] {
  const faults: Fault[] = [];
  const stack: { mark: string; at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    const open = opens.get(c);
    const close = closes.get(c);
    // ’ between letters is an apostrophe, ) after a number counts.
    if (
      (c === '’' && /\p{L}/u.test(text[i - 1] ?? '') && stack[stack.length - 1]?.mark !== '‘') ||
      (c === ')' && /(?:^|\s|[（(。；])[\da-z]{1,2}$/u.test(text.slice(0, i)) && stack.length === 0)
    )
      continue;
    if (open) {
      if (stack[stack.length - 1]?.mark === c && c !== '（' && c !== '(')
        faults.push({ place, from: i, to: i + 1, text: c, key: 'pair-nested', figures: { mark: c, inner: open[2] } });
      stack.push({ mark: c, at: i });
    } else if (close) {
      if (stack[stack.length - 1]?.mark === close[0]) stack.pop();
      else faults.push({ place, from: i, to: i + 1, text: c, key: 'pair-close', figures: { mark: c } });
    }
  }
  for (const { mark, at } of stack) {
    const runsOn = (mark === '“' || mark === '「' || mark === '『') && next.startsWith(mark);
    if (!runsOn) faults.push({ place, from: at, to: at + 1, text: mark, key: 'pair-open', figures: { mark } });
  }
  return faults;
}

const doubledHan = new RegExp(`([${notDoubled}])\\1+|(${neverTwice}|\\p{Script=Han}{3,4})\\2`, 'gu');
// Máirín Ní …: a letter with a mark is a letter too.
const doubledLatin = /(?<!\p{L})(\p{Script=Latin}+)\s+\1(?!\p{L})/giu;

/** 的的, 了了, a word after itself. */
export const checkDoubled: Check = (story, settings) => {
  const allowed = [...mayDouble, ...(settings.mayDouble ?? [])];
  return each(story, (text, place) =>
    [...text.matchAll(doubledHan), ...text.matchAll(doubledLatin)]
      .filter((m) => !allowed.some((a) => around(text, m.index, m[0].length, a)) && !(m[2] && reduplicates(m[2])))
      .map((m) => ({ place, from: m.index, to: m.index + m[0].length, text: m[0], key: 'doubled' as const, figures: {} })),
  );
};

/** One of the same character twice (天天天天), or a word that is a reduplication itself. */
const reduplicates = (word: string): boolean => word[0] === word[1];

/** The allowed word lies over the place. */
function around(text: string, at: number, length: number, word: string): boolean {
  const from = Math.max(0, at - word.length);
  const i = text
    .toLowerCase()
    .slice(from, at + length + word.length)
    .indexOf(word.toLowerCase());
  return i >= 0 && from + i < at + length && from + i + word.length > at;
}

/** Half-width marks that are still in Chinese text. */
export const checkHalfWidth: Check = (story) =>
  story.language === 'en'
    ? []
    : each(story, (text, place) => {
        const kept = protectedIn(text);
        return [
          ...text.matchAll(/[,;!?"]|:(?!\d)|(?<=\p{Script=Han})\.(?=\p{Script=Han}|$)|[()](?=\p{Script=Han})|(?<=\p{Script=Han})[()]/gu),
        ]
          .filter(
            (m) =>
              !kept[m.index] &&
              inChinese(text, m.index) &&
              !(m[0] === ',' && /\d/u.test(text[m.index - 1] ?? '') && /^\d{3}/u.test(text.slice(m.index + 1))),
          )
          .map((m) => ({
            place,
            from: m.index,
            to: m.index + 1,
            text: m[0],
            key: 'half-width' as const,
            figures: {},
            severity: 'note' as const,
          }));
      });

const numerals = '一二三四五六七八九十百千〇零○Ｏ';

/** 二〇二三 and 二零二三 in one story; a circle in the place of 〇. */
export const checkZeroForms: Check = (story) => {
  const found: { place: TextPlace; at: number; text: string; form: string }[] = [];
  for (const { place, passage } of passages(story))
    for (const m of passage.text.matchAll(
      new RegExp(`(?<=[${numerals}])[〇零○Ｏ](?=[${numerals}])|[〇零○](?=[${numerals}]{1,3}[年月日])`, 'gu'),
    )) {
      const from = passage.text.slice(0, m.index).match(new RegExp(`[${numerals}]*$`, 'u'))?.[0].length ?? 0;
      const text = new RegExp(`^[${numerals}]+`, 'u').exec(passage.text.slice(m.index - from))?.[0] ?? m[0];
      // 一百零三 is said so: only figures in a row (二〇二三) have a choice.
      if (!/[十百千]/u.test(text)) found.push({ place, at: m.index, text, form: m[0] });
    }
  const usual = found.some((f) => f.form === '〇') ? '〇' : (found[0]?.form ?? '');
  return found.flatMap((f): Fault[] => {
    const base = { place: f.place, from: f.at, to: f.at + 1, text: f.text };
    // Big5 had no 〇: Taiwan and Hong Kong papers write the circle to this day.
    const custom = f.form === '○' && story.language === 'zh-Hant' && f.form === usual;
    if ((f.form === '○' && !custom) || f.form === 'Ｏ') return [{ ...base, key: 'zero-circle', figures: {} }];
    return f.form === usual ? [] : [{ ...base, key: 'zero-mixed', figures: { other: usual }, severity: 'note' }];
  });
};
