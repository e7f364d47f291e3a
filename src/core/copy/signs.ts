/**
 * Signs of a line and of its surroundings: what a reader sees of it besides the features that the reader's own weights name.
 * Each is a word, hashed; what they weigh was taught by pages with their truths (taught.ts), not thought out.
 */
import { DISPLAY, LATIN, leadOf, shareIn, wordsOf } from './echo.ts';
import { type Feature, features, type Scale } from './features.ts';
import { hashOf } from './hash.ts';
import { surnames } from './lexicon/people.ts';
import type { Piece } from './piece.ts';

/** A sign's hash, and how much of it there is. */
export type Sign = readonly [hash: number, value: number];

/** For each piece of a page its own signs, and those that bear on a step from the line above to it. */
export interface Signs {
  readonly signs: readonly (readonly Sign[])[];
  readonly stepSigns: readonly (readonly number[])[];
}

const newsy = (p: Piece): boolean => features.newsy(p) > 0;
const names = Object.keys(features) as Feature[];
const hashes = new Map(names.map((n) => [n, hashOf(n)]));

/** A pattern of two or three lines beside a single line's sign, and a word. */
const PATTERN = 0.7;
const WORD = 0.4;

/** What a line looks like at a glance. */
function glance(p: Piece | undefined): string {
  if (!p) return 'none';
  const { says } = p;
  if (says.separator) return 'rule';
  if (says.furniture > 0.5) return 'edge';
  if (says.byline > 0.5) return 'by';
  if (says.credit > 0.5) return 'credit';
  if (says.caption > 0.5 || says.endCredit > 0.5) return 'caption';
  if (says.dateline > 0) return 'place';
  const width = p.latin ? p.width / LATIN : p.width;
  if (width > DISPLAY) return p.ended ? 'text' : 'text…';
  if (says.label > 0.5) return 'label';
  if (says.name > 0.5) return 'name';
  const size = width <= 5 ? 'stub' : width <= 9 ? 'short' : width <= 14 ? 'middling' : width <= 19 ? 'wide' : 'widest';
  return p.ended ? `${size}.` : size;
}

/** Glances are asked for many times over. */
const glances = (pieces: readonly Piece[]): ((i: number) => string) => {
  const seen = pieces.map(glance);
  return (i) => seen[i] ?? 'none';
};

type Put = (sign: string, value?: number) => void;

/** How wide a neighbour is beside the line. */
function beside(put: Put, where: string, p: Piece, q: Piece | undefined): void {
  if (!q) return;
  if (Math.abs(q.width - p.width) < 3) put(`${where}even`);
  if (q.width > p.width * 1.5) put(`${where}wider`);
  if (q.width * 1.5 < p.width) put(`${where}narrower`);
}

function around(put: Put, pieces: readonly Piece[], i: number, see: (i: number) => string): void {
  const p = pieces[i] as Piece;
  const [a, b] = [pieces[i - 1], pieces[i + 1]];
  const script = p.latin ? 'L' : 'H';
  const [up, me, down] = [see(i - 1), see(i), see(i + 1)];
  put(`up ${up}${script}`);
  put(`down ${down}${script}`);
  put(`me ${me}${script}`);
  put(`down2 ${down}/${see(i + 2)}`, PATTERN);
  put(`up-down ${up}/${down}`, PATTERN);
  put(`me-down ${me}/${down}`, PATTERN);
  put(`up-me ${up}/${me}`, PATTERN);
  put(`up-me-down ${up}/${me}/${down}`, PATTERN);
  // New reading room opens Saturday: with its verb a line between two texts is another story's headline.
  if (p.latin) put(`up-verb-down ${up}/${newsy(p)}/${down}`);
  beside(put, 'down ', p, b);
  beside(put, 'up ', p, a);
  put(`gap ${p.gap}`);
  put(`glued ${p.glued}`);
  put(`mark ${p.mark}`);
  if (b) {
    put(`gap under ${b.gap}`);
    put(`glued under ${b.glued}`);
    put(`mark under ${b.mark}`);
    if (b.sameLine) put('shared');
  }
  if (i < 2) put('top');
  if (i > pieces.length - 4) put('bottom');
  if (p.sameLine) put('behind');
  put(`ends ${/[\p{P}]$/u.exec(p.text)?.[0] ?? ''}`);
  put(`begins ${/^[\p{P}\d]/u.exec(p.text)?.[0] ?? ''}`);
}

/** A Latin word as a shape: CAPS, Capital, small, a figure, or the mark that it is. */
function shapeOf(word: string): string {
  if (/^\p{N}/u.test(word)) return '#';
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters === '') return word.slice(0, 1);
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'C';
  return /^\p{Lu}/u.test(letters) ? 'X' : /^(?:at|by|in|of|for|the|and|on|to)$/u.test(letters) ? letters : 'x';
}

/** A line is drawn word by word where it has no more. */
const DRAWN = 9;

function latinShape(put: Put, text: string): void {
  const words = text.split(/\s+/u).filter(Boolean);
  const shape = words.map(shapeOf);
  const runs = shape.filter((c, i) => c !== shape[i - 1]).join('');
  put(`runs ${runs.length > DRAWN ? `${runs.slice(0, DRAWN)}…` : runs}`);
  if (words.length <= DRAWN) put(`shape ${shape.join('')}`);
  put(`marks ${[...new Set(text.match(/[|/•@–—:;]/gu) ?? [])].join('')}`);
}

/** What stands between white in a Han line: how long each part is, and whether the last may be a name. */
function hanShape(put: Put, text: string): void {
  const parts = text.split(/[ \u3000/／|｜·]+/u).filter(Boolean);
  if (parts.length === 1 && text.length > 12) return;
  const sizes = parts.map((w) => (w.length > 4 ? (w.length > 8 ? 'L' : 'M') : String(w.length)));
  if (sizes.length <= 6) put(`parts ${sizes.join('')}`);
  const last = parts.at(-1) as string;
  put(`tail ${surnames.has(last[0] as string) && last.length >= 2 && last.length <= 3 ? 'name' : last.length}`);
  put(`brackets ${/^[（(【〔[]/u.test(text)}${/[）)】〕\]]$/u.test(text)}`);
}

/** A line's words are counted where it is no wider than this, in ems; of a wider one only its ends. */
const WORDY = { han: 26, latin: 45 } as const;

function latinWords(put: Put, p: Piece): void {
  const words = p.text
    .split(/\s+/u)
    .filter(Boolean)
    .map((w) => w.toLowerCase().replace(/[^\p{L}#'’-]/gu, ''));
  put(`w^${words[0]}`, WORD);
  put(`w$${words.at(-1)}`, WORD);
  put(`w^^${words[0]} ${words[1] ?? ''}`, WORD);
  put(`w$$${words.at(-2) ?? ''} ${words.at(-1)}`, WORD);
  if (p.width < WORDY.latin) for (const w of words) put(`w${w}`, WORD);
}

function hanWords(put: Put, p: Piece): void {
  const chars = [...p.text.replace(/[\d０-９]+/gu, '#')];
  for (const n of [1, 2, 3]) {
    put(`c^${chars.slice(0, n).join('')}`, WORD);
    put(`c$${chars.slice(-n).join('')}`, WORD);
  }
  if (p.width >= WORDY.han) return;
  for (const [k, c] of chars.entries()) {
    put(`u${c}`, WORD);
    if (k > 0) put(`b${chars[k - 1]}${c}`, WORD);
  }
}

export function signsOf(pieces: readonly Piece[], scale: Scale): Signs {
  const see = glances(pieces);
  const echoes = pieces.map((_, i) => echo(pieces, i));
  return { signs: ownSigns(pieces, scale, see, echoes), stepSigns: stepSigns(pieces, see, echoes) };
}

/** A text is counted no further than so many pieces. */
const FAR = 8;

/** How many pieces of text follow each other from `i` on, going `by`, and how wide they are together. */
function textFrom(pieces: readonly Piece[], i: number, by: 1 | -1, see: (i: number) => string): [count: number, ems: number] {
  let [count, ems] = [0, 0];
  for (let k = i; count < FAR && pieces[k]; k += by) {
    const glanced = see(k);
    if (!glanced.startsWith('text') && !glanced.startsWith('place') && !glanced.endsWith('.')) break;
    count++;
    ems += (pieces[k] as Piece).width / ((pieces[k] as Piece).latin ? LATIN : 1);
  }
  return [count, ems];
}

const sized = (ems: number): string => (ems === 0 ? '0' : ems < 60 ? 's' : ems < 130 ? 'm' : ems < 300 ? 'l' : 'xl');
const few = (n: number): number => Math.min(3, n);

/** Between which texts a line of display type stands: one short paragraph under each of several heads is a column of briefs. */
function sections(put: Put, pieces: readonly Piece[], i: number, see: (i: number) => string): void {
  const p = pieces[i] as Piece;
  if (see(i).startsWith('text')) return;
  const script = p.latin ? 'L' : 'H';
  const [under, emsUnder] = textFrom(pieces, i + 1, 1, see);
  const [over, emsOver] = textFrom(pieces, i - 1, -1, see);
  put(`under ${few(under)}${sized(emsUnder)}${script}`);
  put(`over ${few(over)}${sized(emsOver)}${script}`);
  put(`between ${few(over)}/${few(under)}${script}`);
  if (under === 0) return;
  const [next] = textFrom(pieces, i + under + 2, 1, see);
  put(`then ${few(under)}/${see(i + under + 1)}/${few(next)}${script}`, PATTERN);
}

/** A line of display type is no by-line, no credit, no text. */
const shows = (glanced: string): boolean => /^(?:label|name|stub|short|middling|wide|widest)/u.test(glanced);

/** A block of heads: the lines of display type one under another; which of them the line is, and what stands over and under them. */
function block(put: Put, pieces: readonly Piece[], i: number, see: (i: number) => string): void {
  if (!shows(see(i))) return;
  let [from, to] = [i, i];
  while (from > 0 && i - from < 5 && shows(see(from - 1))) from--;
  while (to < pieces.length - 1 && to - i < 5 && shows(see(to + 1))) to++;
  const script = pieces[i]?.latin ? 'L' : 'H';
  const [size, at] = [to - from + 1, i - from];
  const wide = (k: number): number => pieces[k]?.width ?? 0;
  const widest = ![...Array(size).keys()].some((k) => wide(from + k) > wide(i));
  put(`block ${size}/${at}${script}`);
  put(`block ${size}/${at}/${see(to + 1)}${script}`, PATTERN);
  put(`block ${size}/${at}/${see(from - 1)}/${see(to + 1)}${script}`, PATTERN);
  put(`block ${size}/${at}/${widest}${script}`, PATTERN);
}

/** A section is counted as one of a series where it has no more pieces of text. */
const SHORT = 3;

/**
 * A series: one line of display type after another, each over a few pieces of text. Items of a column stand so, unsigned, under the
 * column's name; and the sections of a story, under its by-line.
 */
function series(put: Put, pieces: readonly Piece[], i: number, see: (i: number) => string): void {
  const over = (k: number): boolean => shows(see(k)) && !shows(see(k + 1));
  if (!over(i)) return;
  const texts = (k: number, by: 1 | -1): number => textFrom(pieces, k, by, see)[0];
  let [first, before, longest] = [i, 0, texts(i + 1, 1)];
  if (longest === 0 || longest > SHORT) return;
  for (let n = texts(first - 1, -1); n > 0 && n <= SHORT && over(first - 1 - n); n = texts(first - 1, -1)) {
    first -= n + 1;
    before++;
    longest = Math.max(longest, n);
    if (shows(see(first - 1))) break;
  }
  let [last, after] = [i, 0];
  for (let n = texts(last + 1, 1); n > 0 && n <= SHORT && over(last + 1 + n); n = texts(last + 1, 1)) {
    const under = texts(last + n + 2, 1);
    if (under === 0 || under > SHORT) break;
    last += n + 1;
    after++;
    longest = Math.max(longest, under);
  }
  const script = pieces[i]?.latin ? 'L' : 'H';
  const top = see(first - 1);
  const where = before === 0 ? 'first' : after === 0 ? 'last' : 'middle';
  const placed = pieces.slice(first, last + 2).some((p) => p.says.dateline > 0);
  put(`series ${few(before + after)}/${where}/${longest}/${placed}/${top}${script}`, PATTERN);
  put(`series ${few(before + after)}/${where}/${longest}/${placed}${script}`, PATTERN);
  put(`series ${few(before + after)}/${where}/${top}${script}`, PATTERN);
}

function ownSigns(pieces: readonly Piece[], scale: Scale, see: (i: number) => string, echoes: readonly string[]): Sign[][] {
  return pieces.map((p, i) => {
    const signs: Sign[] = [];
    for (const name of names) {
      const value = features[name](p, scale);
      if (value !== 0) signs.push([hashes.get(name) as number, Math.max(-3, Math.min(3, value))]);
    }
    const put: Put = (sign, value = 1) => signs.push([hashOf(sign), value]);
    put(p.latin ? 'L' : 'H');
    around(put, pieces, i, see);
    const again = echoes[i];
    if (again !== '') put(`${again}${p.latin ? 'L' : 'H'}`);
    if (p.latin) {
      latinWords(put, p);
      if (p.width < 2 * WORDY.latin) latinShape(put, p.text);
    } else {
      hanWords(put, p);
      if (p.width < WORDY.han) hanShape(put, p.text);
    }
    sections(put, pieces, i, see);
    block(put, pieces, i, see);
    series(put, pieces, i, see);
    return signs;
  });
}

/** The text's beginning is as much of it, in characters. */
const LEAD = { han: 70, latin: 160 } as const;

/** How much of a line of display type comes again where the next text begins. */
function echo(pieces: readonly Piece[], i: number): string {
  const p = pieces[i] as Piece;
  if ((p.latin ? p.width / LATIN : p.width) > DISPLAY) return '';
  const lead = leadOf(pieces, i);
  if (!lead) return '';
  const own = wordsOf(p.text, p.latin);
  const share = shareIn(own, wordsOf((lead.sentence + lead.rest).slice(0, p.latin ? LEAD.latin : LEAD.han), p.latin));
  return share === 0 ? 'echo none' : share < 0.2 ? 'echo little' : share < 0.45 ? 'echo some' : 'echo much';
}

const spaced = (p: Piece): boolean => !p.latin && /\S[ \u3000]+\S/u.test(p.text);

function stepSigns(pieces: readonly Piece[], see: (i: number) => string, echoes: readonly string[]): number[][] {
  return pieces.map((p, i) => {
    const a = pieces[i - 1];
    const script = p.latin ? 'L' : 'H';
    const size = !a ? '' : p.width > a.width * 1.3 ? 'wider' : p.width * 1.3 < a.width ? 'narrower' : 'even';
    // The first ones are weighed beside the section too.
    const signs = [`*${script}`, `down ${see(i + 1)}`, '*', `me ${see(i)}`, `size ${size}${script}`, `gap ${p.gap}${p.glued}`];
    const again = echoes[i];
    if (again !== '') signs.push(`${again}${script}`);
    if (a && again !== '') signs.push(`${echoes[i - 1]}/${again}${script}`);
    if (a) signs.push(`spaced ${spaced(a)}${spaced(p)}${script}`, `over ${a.open}${a.ended}${p.ended}`);
    return signs.map((s) => hashOf(`step ${s}`));
  });
}
