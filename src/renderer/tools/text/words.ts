/** Steps through a stream: characters as a reader counts them, words, paragraphs. */
import { clampSpot, type Spot, type Text } from './stream.ts';

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const words = new Intl.Segmenter('zh', { granularity: 'word' });

const textOf = (texts: readonly Text[], passage: number): string => texts[passage]?.passage.text ?? '';

/** The end of the character that begins at `at`. A character is at most a few dozen units; no more is looked at. */
function afterCharacter(text: string, at: number): number {
  const [first] = graphemes.segment(text.slice(at, at + 64));
  return at + (first?.segment.length ?? 0);
}

function beforeCharacter(text: string, at: number): number {
  const from = Math.max(0, at - 64);
  let last = from;
  for (const s of graphemes.segment(text.slice(from, at))) last = from + s.index;
  return last;
}

/** The word, or the run of marks and white, that holds the character at `at`. */
export function wordAt(text: string, at: number): { readonly from: number; readonly to: number } {
  const found = words.segment(text).containing(Math.max(0, Math.min(at, text.length - 1)));
  return found ? { from: found.index, to: found.index + found.segment.length } : { from: at, to: at };
}

function afterWord(text: string, at: number): number {
  let { to } = wordAt(text, at);
  // The white and the marks behind a word go with it.
  while (to < text.length && /[\s\p{P}]/u.test(text[to] as string)) to++;
  return to;
}

function beforeWord(text: string, at: number): number {
  let from = at;
  while (from > 0 && /[\s\p{P}]/u.test(text[from - 1] as string)) from--;
  return from > 0 ? wordAt(text, from - 1).from : 0;
}

/** One step on; from a passage's end to the beginning of the next. */
export function spotAfter(texts: readonly Text[], spot: Spot, byWord: boolean): Spot {
  const text = textOf(texts, spot.passage);
  if (spot.at >= text.length)
    return spot.passage + 1 < texts.length ? { passage: spot.passage + 1, at: 0 } : { passage: spot.passage, at: text.length };
  return { passage: spot.passage, at: byWord ? afterWord(text, spot.at) : afterCharacter(text, spot.at) };
}

export function spotBefore(texts: readonly Text[], spot: Spot, byWord: boolean): Spot {
  if (spot.at <= 0)
    return spot.passage > 0 ? { passage: spot.passage - 1, at: textOf(texts, spot.passage - 1).length } : { passage: 0, at: 0 };
  const text = textOf(texts, spot.passage);
  return { passage: spot.passage, at: byWord ? beforeWord(text, spot.at) : beforeCharacter(text, spot.at) };
}

/** Beginning of this paragraph or of the one before; of the next. */
export function paragraphStep(texts: readonly Text[], spot: Spot, by: 1 | -1): Spot {
  if (by < 0) return spot.at > 0 ? { passage: spot.passage, at: 0 } : { passage: Math.max(0, spot.passage - 1), at: 0 };
  return spot.passage + 1 < texts.length ? { passage: spot.passage + 1, at: 0 } : endOf(texts);
}

export const START: Spot = { passage: 0, at: 0 };
export const endOf = (texts: readonly Text[]): Spot => clampSpot(texts, { passage: texts.length - 1, at: Number.MAX_SAFE_INTEGER });

/** The word around a spot, as the two ends of a selection. */
export function wordAround(texts: readonly Text[], spot: Spot): { anchor: Spot; focus: Spot } {
  const { from, to } = wordAt(textOf(texts, spot.passage), spot.at);
  return { anchor: { passage: spot.passage, at: from }, focus: { passage: spot.passage, at: to } };
}

export const paragraphAround = (texts: readonly Text[], spot: Spot): { anchor: Spot; focus: Spot } => ({
  anchor: { passage: spot.passage, at: 0 },
  focus: { passage: spot.passage, at: textOf(texts, spot.passage).length },
});
