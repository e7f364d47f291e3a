/** 的的, 了了, a word after itself, and marks that cannot stand side by side. */
import { passages, type TextPlace } from '../../story/index.ts';
import type { Check, Fault } from './finding.ts';
import { beginsWith, endsWith, mayDouble, neverTwice, notDoubled } from './tables.ts';

const doubledHan = new RegExp(`([${notDoubled}])\\1+|(${neverTwice}|\\p{Script=Han}{3,4})\\2`, 'gu');
// Máirín Ní …: a letter with a mark is a letter too. A sit-in in the rain: half of a word in two halves is none.
const doubledLatin = /(?<!\p{L}[-‐]?)(\p{Script=Latin}+)\s+\1(?!\p{L})/giu;
/** Two stops may be half of what stands for an ellipsis; three are one. */
const marksTogether = /[，、；：][，。、；：！？]+|[。！？][，、；：]+|(?<!。)。。(?!。)/gu;
const marksTogetherLatin = /,[,;:]|;[,;:]|(?<!\.)\.\.(?!\.)/gu;

export const checkDoubled: Check = (story, settings) => {
  const allowed = [...mayDouble, ...(settings.mayDouble ?? [])];
  const marks = story.language === 'en' ? marksTogetherLatin : marksTogether;
  return passages(story).flatMap(({ place, passage: { text } }) => [
    ...[...text.matchAll(doubledHan), ...text.matchAll(doubledLatin)]
      .filter((m) => !allowed.some((a) => around(text, m.index, m[0].length, a)) && !isMeant(text, m))
      .map((m) => fault(place, m, 'doubled')),
    ...[...text.matchAll(marks)].map((m) => fault(place, m, 'marks-together')),
  ]);
};

const fault = (place: TextPlace, m: RegExpExecArray, key: 'doubled' | 'marks-together'): Fault => ({
  place,
  from: m.index,
  to: m.index + m[0].length,
  text: m[0],
  key,
  figures: {},
});

/** The two are of different words, of a reduplication, or of a name. */
function isMeant(text: string, m: RegExpExecArray): boolean {
  const [found, , word] = m;
  const end = m.index + found.length;
  // 一个难题一个难题攻克, 一户一户走: one after the other.
  // 想说什么说什么, 有多少要多少: whatever it is.
  if (word) return word[0] === word[1] || /^[一两兩]\p{Script=Han}|\p{Script=Han}(?:什么|什麼|多少|哪里|哪儿|怎么|啥|谁|誰)$/u.test(word);
  if (/\s/u.test(found)) return isPlace(found);
  // 和和气气.
  if (text[end] !== undefined && text[end] === text[end + 1]) return true;
  if (found.length > 2) return false;
  const c = found[0] as string;
  return (
    (endsWith[c] ?? []).some((w) => text.slice(0, m.index + 1).endsWith(w)) ||
    (beginsWith[c] ?? []).some((w) => text.startsWith(w, m.index + 1))
  );
}

/** Walla Walla, Duran Duran: both with a capital, and no word that every sentence has. */
const isPlace = (found: string): boolean =>
  /^\p{Lu}\S*\s+\p{Lu}\p{Ll}/u.test(found) && !/^(?:the|an?|and|of|in|to|is|it|that|on|at|for|he|she|they|we|with)\s/iu.test(found);

/** The allowed word lies over the place. */
function around(text: string, at: number, length: number, word: string): boolean {
  const from = Math.max(0, at - word.length);
  const i = text
    .toLowerCase()
    .slice(from, at + length + word.length)
    .indexOf(word.toLowerCase());
  return i >= 0 && from + i < at + length && from + i + word.length > at;
}
