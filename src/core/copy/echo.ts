/**
 * What comes again, of the words of a line of display type, in the text under it, and where: a headline's words stand in the
 * text's first sentence, a deck's further down, a subhead's hardly at all.
 */
import type { Piece } from './piece.ts';

/** Latin letters are this much narrower than what a Han line of the same weight on the page measures. */
export const LATIN = 1.8;
/** Wider than this, in ems, a line is no display type. */
export const DISPLAY = 25;

/** A text is looked for no further below a line than so many pieces. */
const NEAR = 5;
/** And so many pieces of it are read. */
const PIECES = 6;

/** The beginning of the text under a line of display type. */
export interface Lead {
  /** Its first sentence, the dateline left out. */
  readonly sentence: string;
  /** What is left of its first paragraph. */
  readonly rest: string;
  /** The paragraphs after that. */
  readonly later: string;
}

const width = (p: Piece): number => (p.latin ? p.width / LATIN : p.width);
const isText = (p: Piece): boolean => width(p) > 2 * DISPLAY || (width(p) > DISPLAY && p.ended);

/** 本报讯（记者 …）, …电: what a text says before it says anything. */
const dateline = /^.{0,44}?(?:讯|訊|电|電|报道|報導|報道)(?:[（(][^）)]{1,40}[）)])?[：:）)\s\u3000]/u;

export function leadFrom(paragraphs: readonly string[], latin: boolean): Lead | null {
  const [first, ...more] = paragraphs;
  if (first === undefined) return null;
  const text = latin ? first : first.replace(dateline, '');
  const sentence = (latin ? /^.*?[.?!](?=\s|$)/u : /^.*?[。！？]/u).exec(text)?.[0] ?? text;
  return { sentence, rest: text.slice(sentence.length), later: more.join('\n') };
}

/** Of the text under piece `i`; null where there is none near. */
export function leadOf(pieces: readonly Piece[], i: number): Lead | null {
  const p = pieces[i] as Piece;
  const under = pieces.slice(i + 1, i + 1 + NEAR).findIndex(isText);
  if (under < 0) return null;
  const from = i + 1 + under;
  const text = pieces.slice(from, from + PIECES).filter((q) => q.latin === p.latin);
  const end = text.findIndex((q) => width(q) <= DISPLAY && !q.ended);
  return leadFrom(
    (end < 0 ? text : text.slice(0, end)).map((q) => q.text),
    p.latin,
  );
}

/** Words that say something: four letters and more, by their beginnings; two Han that follow each other. */
export function wordsOf(text: string, latin: boolean): Set<string> {
  if (latin)
    return new Set(
      (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
        .map((w) => w.slice(0, 5))
        .filter((w) => !/^(?:with|from|that|this|their|have|after|over)$/u.test(w)),
    );
  const han = text.replace(/[^\p{Script=Han}\d]+/gu, ' ');
  return new Set([...han].map((c, i) => c + (han[i + 1] ?? '')).filter((w) => !w.includes(' ')));
}

/** The share of a line's words, 0…1, that a text has. */
export function shareIn(words: ReadonlySet<string>, text: ReadonlySet<string>): number {
  let again = 0;
  for (const w of words) if (text.has(w)) again++;
  return words.size === 0 ? 0 : again / words.size;
}
