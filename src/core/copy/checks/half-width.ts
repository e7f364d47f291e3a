/** Half-width marks that are still in Chinese text. */
import { passages, type TextPlace } from '../../story/index.ts';
import { afterForeignWord, inChinese, protectedIn } from '../normalise/context.ts';
import type { Check, Fault } from './finding.ts';

const left =
  /[,;!?"]|:(?!\d)|(?<=\p{Script=Han}):|(?<=\p{Script=Han})\.(?=\p{Script=Han}|$)|[()](?=\p{Script=Han})|(?<=\p{Script=Han})[()]|(?<![A-Za-z\d°])'(?=\p{Script=Han})|(?<=[\p{Script=Han}，。！？])'(?![A-Za-z])/gu;

export const checkHalfWidth: Check = (story) =>
  story.language === 'en' ? [] : passages(story).flatMap(({ place, passage: { text } }) => leftIn(text, place));

function leftIn(text: string, place: TextPlace): Fault[] {
  const kept = protectedIn(text);
  return [...text.matchAll(left)]
    .filter((m) => !kept[m.index] && isChinese(text, m) && !isNumber(text, m) && !counts(text, m.index))
    .map((m) => ({ place, from: m.index, to: m.index + 1, text: m[0], key: 'half-width', figures: {}, severity: 'note' }));
}

const isChinese = (text: string, m: RegExpExecArray): boolean =>
  inChinese(text, m.index) || (/[,;!?]/u.test(m[0]) && afterForeignWord(text, m.index));

/** 1,000; 5" screens. A quote behind a figure that another opened is one. */
function isNumber(text: string, { index, 0: mark }: RegExpExecArray): boolean {
  if (!/\d/u.test(text[index - 1] ?? '')) return false;
  if (mark === '"') return (text.slice(0, index).split('"').length - 1) % 2 === 0;
  return mark === ',' && /^\d/u.test(text.slice(index + 1));
}

/** a) and 1) before what is listed. */
const counts = (text: string, at: number): boolean => text[at] === ')' && /(?:^|[\s；。，：])[\da-z]{1,2}$/u.test(text.slice(0, at));
