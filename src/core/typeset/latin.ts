/** Where a run of Latin begins, ends and may be cut (guide §4.2, §6.2). */
import english from 'hyphen/en-us/index.js';
import { Class, classOf, isLatinSide } from '../text/index.ts';

const ENGLISH_RUN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\d!-/:-@[-`{-~£€°–’‘“”—…·]/u;
/** Full-width signs that classes call Latin's neighbours but the Han face draws. */
const WIDE_SIGNS = '％‰℃℉￥№＃°′″';
const ADDRESS = /:\/\/|^www\.|@|\.(?:com|cn|org|net)\b/u;
const LETTER = /\p{Script=Latin}/u;

/** True where the Latin face draws this character. */
export function startsLatin(ch: string, english: boolean): boolean {
  if (english) return ENGLISH_RUN.test(ch);
  return isLatinSide(classOf(ch.codePointAt(0) as number)) && !WIDE_SIGNS.includes(ch);
}

/** End of the run that begins at `from`. A curly apostrophe within a word belongs to it. */
export function latinRunEnd(text: string, from: number, english: boolean): number {
  let i = from + 1;
  while (i < text.length) {
    const ch = text[i] as string;
    const apostrophe = ch === '’' && LETTER.test(text[i - 1] as string) && LETTER.test(text[i + 1] ?? '');
    if (!apostrophe && !startsLatin(ch, english)) break;
    i++;
  }
  return i;
}

export interface Cut {
  /** Offset within the run. */
  readonly at: number;
  readonly hyphen: boolean;
  /** Only where the line would be too loose otherwise. */
  readonly reluctant?: boolean;
}

/** Least letters before and after a hyphen, and of the word itself. */
const BEFORE = 2;
const AFTER = 3;
const WORD = 5;

const HYPHENS = new Map<string, readonly number[]>();

function hyphenPoints(word: string): readonly number[] {
  let points = HYPHENS.get(word);
  if (!points) {
    const found: number[] = [];
    let at = 0;
    for (const part of english.hyphenateSync(word, { minWordLength: WORD }).split('\u00ad').slice(0, -1)) {
      at += part.length;
      if (at >= BEFORE && word.length - at >= AFTER) found.push(at);
    }
    points = found;
    HYPHENS.set(word, points);
  }
  return points;
}

/** Letters of a part of an address that stay together before and after an emergency cut. */
const ADDRESS_STUB = 3;

/** An address parts after its separators; a long part of it between any two letters, without a hyphen, that would be taken for its own. */
function addressCuts(run: string): Cut[] {
  const found: Cut[] = [];
  for (const part of run.matchAll(/[^/?&.=-]+[/?&.=-]*/gu)) {
    const word = part[0].replace(/[/?&.=-]+$/u, '');
    for (let at = ADDRESS_STUB; at <= word.length - ADDRESS_STUB; at++) found.push({ at: part.index + at, hyphen: false, reluctant: true });
    const end = part.index + part[0].length;
    if (end < run.length) found.push({ at: end, hyphen: false });
  }
  return found;
}

/** Where a Latin run may be cut, in order. Addresses part after their separators, words at hyphenation points, capitals never. */
export function cuts(run: string): Cut[] {
  if (ADDRESS.test(run)) return addressCuts(run);
  const found: Cut[] = [];
  for (const m of run.matchAll(/(?<=\p{L})[-–—/]+(?=\p{L})|—(?=.)/gu)) found.push({ at: m.index + m[0].length, hyphen: false });
  for (const m of run.matchAll(/\p{Script=Latin}{5,}/gu)) {
    if (m[0] === m[0].toUpperCase()) continue;
    for (const at of hyphenPoints(m[0])) found.push({ at: m.index + at, hyphen: true });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** What part of a Latin run is to its neighbours: closing signs may not begin a line, opening ones may not end it. */
export function latinClass(part: string): Class {
  if (/^[\d.,:%/+-]*\d[\d.,:%/+-]*$/u.test(part)) return Class.digit;
  if (/^[,.;:!?)\]}%'"’”]+$/u.test(part)) return Class.suffix;
  if (/^[([{$“‘]+$/u.test(part)) return Class.prefix;
  return Class.latin;
}
