/**
 * Measures what the words of two display lines say of each other: multinomial logistic regression beside the reader's own
 * log-odds, over the heads in this folder (label, kicker, headline with // between its lines, deck, subheads; a tab between).
 * The same heads give the same weights.
 */
import { COUPLES, type Couple, looksLike } from '../../../src/core/copy/couples.ts';
import { leadFrom } from '../../../src/core/copy/echo.ts';
import { linesOf } from '../../../src/core/copy/lines.ts';
import { type Piece, piecesOf } from '../../../src/core/copy/piece.ts';
import { emissions } from '../../../src/core/copy/weights.ts';
import { BOXES, type Sound, soundOf } from '../../../src/core/copy/wording.ts';
import { regress } from '../regression.ts';

/** The page's measure where none is known: that of `read`. */
const SCALE = { display: 25, displayLatin: 44 };

export interface Example {
  readonly couple: number;
  readonly looks: readonly number[];
  readonly sound: Sound;
  readonly from: string;
}

function pieceOf(text: string): Piece | null {
  const line = linesOf(text)[0];
  const pieces = line ? piecesOf(line, () => null) : [];
  const piece = pieces.length === 1 ? (pieces[0] as Piece) : null;
  return piece && piece.mark === '' ? piece : null;
}

export function exampleOf(couple: Couple, upper: string, lower: string, from: string, text: readonly string[] = []): Example | null {
  const [a, b] = [pieceOf(upper), pieceOf(lower)];
  if (!a || !b || a.latin !== b.latin) return null;
  const looks = looksLike(a, b, emissions(a, SCALE), emissions(b, SCALE));
  return { couple: COUPLES.indexOf(couple), looks, sound: soundOf(a, b, SCALE, leadFrom(text, a.latin)), from };
}

/** The couples of one head: each line with the one under it. A sixth column is the text's beginning, // between paragraphs. */
export function examplesOf(row: string, from: string): Example[] {
  const [label = '', kicker = '', headline = '', deck = '', , text = ''] = row.split('\t').map((t) => t.trim());
  const lines = headline.split('//').map((t) => t.trim());
  const under = text === '' ? [] : text.split('//').map((t) => t.trim());
  const first = lines[0] as string;
  const found: (Example | null)[] = [];
  if (label !== '') found.push(exampleOf(kicker === '' ? 'label-headline' : 'label-kicker', label, kicker || first, from, under));
  if (kicker !== '') found.push(exampleOf('kicker-headline', kicker, first, from, under));
  for (const [i, line] of lines.slice(1).entries()) found.push(exampleOf('headline-headline2', lines[i] as string, line, from, under));
  // A dash says by itself that it is a deck.
  if (deck !== '' && !/^[—–－-]/u.test(deck)) found.push(exampleOf('headline-deck', lines.at(-1) as string, deck, from, under));
  return found.filter((e) => e !== null);
}

const COUPLE: Readonly<Record<string, Couple>> = {
  KH: 'kicker-headline',
  HD: 'headline-deck',
  HH: 'headline-headline2',
  LH: 'label-headline',
  LK: 'label-kicker',
};

/** So many paragraphs under a head are read. */
const PARAGRAPHS = 6;

/** The paragraphs that follow line `i` before another item begins. */
function textUnder(lines: readonly string[], i: number): string[] {
  const end = lines.findIndex((l, k) => k > i && /\{I /u.test(l));
  return lines
    .slice(i + 1, end < 0 ? undefined : end)
    .flatMap((l) => [...l.matchAll(/\{P ([^}]*)\}/gu)].map((m) => m[1] as string))
    .slice(0, PARAGRAPHS);
}

/** The couples of a marked page: display lines that follow each other, each alone on its line. */
export function examplesOfPage(source: string, from: string): Example[] {
  const lines = source.split('\n').filter((l) => l.trim() !== '' && !l.startsWith('@'));
  const found: (Example | null)[] = [];
  let before: { tag: string; text: string } | null = null;
  for (const [i, line] of lines.entries()) {
    const tags = [...line.matchAll(/\{([LKHD]) ([^}]*)\}/gu)].map((m) => ({ tag: m[1] as string, text: m[2] as string }));
    const bare = line.replace(/\{I [^}]*\}|\{=\d+\}|\{G \d+\}/gu, '').replace(/\{[LKHD] [^}]*\}/gu, '');
    if (/\{I /u.test(line)) before = null;
    const tag = tags.length === 1 && bare.trim() === '' ? (tags[0] as (typeof tags)[number]) : null;
    const couple: Couple | undefined = before && tag ? COUPLE[before.tag + tag.tag] : undefined;
    if (before && tag && couple && !/^[—–－-]/u.test(tag.text)) found.push(exampleOf(couple, before.text, tag.text, from, textUnder(lines, i)));
    before = tag;
  }
  return found.filter((e) => e !== null);
}

/** `beside` is what the reader's own log-odds count. */
export const train = (examples: readonly Example[], beside: number): Float32Array =>
  regress(
    examples.map(({ couple, looks, sound }) => ({ is: couple, before: looks.map((x) => x * beside), boxes: sound })),
    COUPLES.length,
    { boxes: BOXES, rounds: 8, decay: 3e-3, rate: 0.1 },
  );
