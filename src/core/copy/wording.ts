/**
 * How two lines of display type sound, one over the other: the words, the lengths and the marks from which a reader who knows
 * newspapers hears which is the kicker, which the headline, which the deck. Features only; what they weigh was measured.
 */
import { type Lead, shareIn, wordsOf } from './echo.ts';
import { type Feature, features, type Scale } from './features.ts';
import { hashOf } from './hash.ts';
import { acts, answers, asks, functionWord, told, wantsMore, whole } from './lexicon/heads.ts';
import type { Piece } from './piece.ts';

/** Features fall into so many boxes, Chinese ones first; where two share one, both weigh what they weigh together. */
const HAN_BOXES = 1 << 14;
const LATIN_BOXES = 1 << 12;
export const BOXES = HAN_BOXES + LATIN_BOXES;

/** A hash folded to a box. */
function boxOf(text: string, latin: boolean): number {
  const h = hashOf(text);
  const folded = (h >>> 13) ^ h;
  return latin ? HAN_BOXES + (folded & (LATIN_BOXES - 1)) : folded & (HAN_BOXES - 1);
}

/** What a piece says by itself; what its neighbours say of it is left to the page. */
const own: readonly Feature[] = [
  'announces',
  'asks',
  'attends',
  'capitals',
  'colon',
  'column',
  'comma',
  'dangles',
  'event',
  'exclaims',
  'facts',
  'fullStop',
  'interview',
  'labelWord',
  'lowerCase',
  'name',
  'newsy',
  'phrases',
  'sidebar',
  'small',
  'sourced',
  'speaks',
  'tells',
  'tiny',
  'wide',
];

const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', '?': '？', '!': '！', ';': '；' };

/** A Chinese line, what says nothing of its kind made alike: figures, quotes, white, the dashes at its ends. */
const plainHan = (text: string): string =>
  text
    .replace(/^[—–－─-]+|[—–－─-]+$/gu, '')
    .replace(/[「『“"‘]/gu, '“')
    .replace(/[」』”’]/gu, '”')
    .replace(/[,:?!;]/gu, (c) => FULL[c] as string)
    .replace(/[ \u3000]+/gu, '_')
    .replace(/[\d０-９]+(?:[.．,][\d０-９]+)*|[一二三四五六七八九十百千万萬亿億两兩〇零]{2,}/gu, '#');

/** Boxes and how much of each; features of the upper line, of the lower, and of the two beside each other. */
export type Sound = ReadonlyMap<number, number>;

class Sounding {
  readonly boxes = new Map<number, number>();
  #where = '';

  constructor(readonly latin: boolean) {}

  at(where: string): this {
    this.#where = where;
    return this;
  }

  put(name: string, value = 1): void {
    const box = boxOf(this.#where + name, this.latin);
    this.boxes.set(box, (this.boxes.get(box) ?? 0) + value);
  }
}

/** A word's weight beside a feature's: there are many of them. */
const WORD = 0.7;

function characters(s: Sounding, plain: string): void {
  const chars = [...plain];
  for (const [i, c] of chars.entries()) {
    s.put(`u${c}`, WORD);
    if (i > 0) s.put(`b${chars[i - 1]}${c}`, WORD);
  }
  for (const n of [1, 2, 3]) {
    s.put(`^${chars.slice(0, n).join('')}`, WORD);
    s.put(`$${chars.slice(-n).join('')}`, WORD);
  }
  for (const phrase of plain.split(/[_，：]/u)) {
    s.put(`s^${phrase.slice(0, 2)}`, WORD);
    s.put(`s$${phrase.slice(-2)}`, WORD);
  }
}

function lineHan(s: Sounding, text: string, plain: string): void {
  s.put(`acts${acts.test(text)}`);
  s.put(`whole${whole.test(text)}`);
  s.put(`wants${wantsMore.test(text) && !told.test(text)}`);
  s.put(`asks${asks.test(text)}`);
  s.put(`answers${answers.test(text)}`);
  s.put(`de${/的/u.test(text)}`);
  s.put(`number${plain.includes('#')}`);
  s.put(`quote${plain.includes('“')}${plain.startsWith('“')}`);
  s.put(`phrases${plain.split('_').length}`);
  s.put(`clauses${plain.split('，').length}`);
  s.put(`says${plain.includes('：')}`);
  s.put(`someone${/[他她它]/u.test(text)}`);
  s.put(`length${Math.min(12, Math.floor(plain.length / 2))}`);
  characters(s, plain);
}

const caseOf = (text: string): string => {
  if (text === text.toUpperCase()) return 'caps';
  const words = text.split(' ').slice(1);
  const titled = words.filter((w) => /^\p{Lu}/u.test(w)).length;
  return words.length > 0 && titled / words.length > 0.6 ? 'title' : 'sentence';
};

function lineLatin(s: Sounding, text: string): void {
  const words = text
    .toLowerCase()
    .replace(/[‘’“”"'.,:;?!|]/gu, '')
    .replace(/\d+/gu, '#')
    .split(/\s+/u)
    .filter(Boolean);
  s.put(`case${caseOf(text)}`);
  s.put(`words${Math.min(14, words.length)}`);
  s.put(`length${Math.min(20, Math.floor(text.length / 5))}`);
  s.put(`small${/^\p{Ll}/u.test(text)}`);
  s.put(`goes-on${functionWord.test(text)}`);
  s.put(`parts${/[;,]/u.test(text)}`);
  s.put(`ends${/[.?!:]$/u.exec(text)?.[0] ?? ''}`);
  s.put(`quote${/[‘“']/u.test(text)}`);
  for (const [i, w] of words.entries()) {
    s.put(`w${w}`, WORD);
    if (w.length > 4) s.put(`t${w.slice(-3)}`, WORD / 2);
    if (i > 0) s.put(`b${words[i - 1]} ${w}`, WORD);
  }
  s.put(`^${words[0]}`, WORD);
  s.put(`$${words.at(-1)}`, WORD);
}

function sideBySide(s: Sounding, a: Piece, b: Piece, p: string, q: string): void {
  const by = Math.round(a.latin ? (a.text.length - b.text.length) / 3 : p.length - q.length);
  s.put('*');
  s.put(`by${Math.max(-8, Math.min(8, by))}`);
  s.put('longer', Math.max(-8, Math.min(8, by)) / 8);
  const both = (name: string, has: (plain: string) => boolean): void => s.put(`${name}${has(p)}${has(q)}`);
  both('space', (t) => t.includes('_'));
  both('number', (t) => /[#\d]/u.test(t));
  both('de', (t) => t.includes('的'));
  both('quote', (t) => t.includes('“'));
  both('says', (t) => t.includes('：'));
  both('comma', (t) => /[，,]/u.test(t));
  s.put(`even${p.length === q.length}${p.includes('_')}${q.includes('_')}`);
  if (a.latin) {
    s.put(`case${caseOf(a.text)}${caseOf(b.text)}`);
    s.put(`join${/^\p{Ll}/u.test(b.text)}${functionWord.test(a.text)}`);
  } else s.put(`shared${Math.min(3, [...new Set(p)].filter((c) => q.includes(c) && /\p{Script=Han}/u.test(c)).length)}`);
}

const level = (share: number): number => (share === 0 ? 0 : share < 0.2 ? 1 : share < 0.4 ? 2 : share < 0.65 ? 3 : 4);

/** Which of the two lines the text takes up, and where. */
function underneath(s: Sounding, a: Piece, b: Piece, lead: Lead): void {
  const [upper, lower] = [wordsOf(a.text, a.latin), wordsOf(b.text, b.latin)];
  for (const [where, text] of Object.entries(lead)) {
    const said = wordsOf(text, a.latin);
    const [x, y] = [shareIn(upper, said), shareIn(lower, said)];
    s.put(`${where}a`, x);
    s.put(`${where}b`, y);
    s.put(`${where}by`, x - y);
    s.put(`${where}${level(x)}${level(y)}`);
  }
  s.put('text');
}

/** The sound of a line over another, and over the text whose beginning is known; all in one script. */
export function soundOf(a: Piece, b: Piece, scale: Scale, lead: Lead | null): Sound {
  const s = new Sounding(a.latin);
  const plain = (p: Piece): string => (p.latin ? p.text.replace(/[‘“]/gu, '“') : plainHan(p.text));
  for (const [where, piece] of [
    ['a', a],
    ['b', b],
  ] as const) {
    s.at(where);
    for (const name of own) {
      const value = features[name](piece, scale);
      if (value !== 0) s.put(`F${name}`, Math.max(-2, Math.min(2, value)));
    }
    if (piece.latin) lineLatin(s, piece.text);
    else lineHan(s, piece.text, plain(piece));
  }
  sideBySide(s.at('ab'), a, b, plain(a), plain(b));
  if (lead) underneath(s.at('lead'), a, b, lead);
  return s.boxes;
}
