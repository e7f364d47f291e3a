/** Where a headline may be broken: at its phrases, never inside a word or a number (guide §3.4 C14). */
import type { Language } from '../story/index.ts';
import {
  Class,
  classOf,
  ENDS_PHRASE,
  HAN_NUMERALS,
  isLatinSide,
  NOT_FIRST_IN_HEADLINE,
  NOT_LAST_IN_HEADLINE,
  NOUN_ENDINGS,
  PLACE_WORDS,
} from '../text/index.ts';

/** What a break costs: at a space or between quoted phrases nothing, after a mark or a phrase little, between words more. */
const AT_SPACE = 0;
const AT_QUOTE = 0.04;
const AT_MARK = 0.02;
const AFTER_PHRASE = 0.1;
const AT_WORD = 0.25;
/** A word of one character left at a line's end or start. */
const STUB = 0.12;
/** Two characters that the segmenter takes for two words: more often one word that it does not know. */
const UNKNOWN_WORD = 0.5;
/** Within quotes: what they hold is one phrase. */
const IN_QUOTES = 0.4;

const OPENS = '“‘《「『〈（';
const CLOSES = '”’》」』〉）';

export interface Place {
  /** The line ends before this offset, the next begins at `next`. */
  readonly end: number;
  readonly next: number;
  readonly cost: number;
}

const SEGMENTERS = new Map<string, Intl.Segmenter>();

function wordStarts(text: string, language: Language): Set<number> {
  let s = SEGMENTERS.get(language);
  if (!s) {
    s = new Intl.Segmenter(language === 'en' ? 'en' : 'zh', { granularity: 'word' });
    SEGMENTERS.set(language, s);
  }
  return new Set([...s.segment(text)].map((w) => w.index));
}

const has = (list: string, ch: string | undefined): boolean => ch !== undefined && list.includes(ch);

/** What a break between two words of Han before `i` costs; null where there may be none. */
function betweenWords(text: string, i: number, starts: ReadonlySet<number>): number | null {
  const [before, after] = [text[i - 1], text[i]];
  const oneAfter = starts.has(i + 1) || i + 1 >= text.length;
  const oneBefore = starts.has(i - 1);
  if (oneAfter && (has(NOT_FIRST_IN_HEADLINE, after) || has(PLACE_WORDS, after))) return null;
  if (oneBefore && has(NOT_LAST_IN_HEADLINE, before)) return null;
  const numeral = has(HAN_NUMERALS, before) || classOf(before?.codePointAt(0) ?? 0x20) === Class.digit;
  if (numeral && (oneAfter || has(HAN_NUMERALS, after))) return null;
  if (oneBefore && has(ENDS_PHRASE, before)) return AFTER_PHRASE + (oneAfter ? STUB : 0);
  if (oneAfter && (oneBefore || has(NOUN_ENDINGS, after))) return AT_WORD + UNKNOWN_WORD;
  return AT_WORD + (oneAfter || (oneBefore && i > 1) ? STUB : 0);
}

/** What a break before offset `i` costs, where neither side is a blank; null where there may be none. */
function costAt(text: string, i: number, starts: ReadonlySet<number>): number | null {
  const [before, after] = [classOf(text.codePointAt(i - 1) ?? 0x20), classOf(text.codePointAt(i) ?? 0x20)];
  if (before === Class.opener || before === Class.prefix || before === Class.connector) return null;
  if (after >= Class.closer && after <= Class.middot) return null;
  if (after === Class.suffix || after === Class.connector || after === Class.dash) return null;
  if (after === Class.opener || before === Class.closer) return AT_QUOTE;
  if (before === Class.dash) return /^—*$/u.test(text.slice(0, i)) ? null : AT_MARK;
  if (before === Class.comma || before === Class.stop) return AT_MARK;
  if (isLatinSide(before) && isLatinSide(after)) return null;
  return starts.has(i) ? betweenWords(text, i, starts) : null;
}

/** Every place where a headline may be broken, with what it costs. */
export function phrasePlaces(text: string, language: Language): Place[] {
  const starts = wordStarts(text, language);
  const isBlank = (i: number): boolean => /\s/u.test(text[i] as string);
  const places: Place[] = [];
  let quotes = 0;
  for (let i = 1; i < text.length; i++) {
    if (has(OPENS, text[i - 1])) quotes++;
    else if (has(CLOSES, text[i - 1])) quotes = Math.max(0, quotes - 1);
    if (isBlank(i)) places.push({ end: i, next: i + 1, cost: AT_SPACE });
    if (isBlank(i) || isBlank(i - 1) || language === 'en') continue;
    const cost = costAt(text, i, starts);
    if (cost !== null) places.push({ end: i, next: i, cost: cost + (quotes ? IN_QUOTES : 0) });
  }
  return places;
}
