/**
 * Character classes of Chinese composition. Sources: GB/T 15834-2011 §5.1, CLREQ (guide §4.1, §4.3).
 * Curly quotes are classed by code point, because Unicode leaves their direction open.
 */

/** What a character is to the compositor. The values index the rule tables. */
export const Class = {
  /** Han, kana and every other full-width sign without blank sides. */
  han: 0,
  /** Opening brackets and quotes: blank left half. */
  opener: 1,
  /** Closing brackets and quotes: blank right half. */
  closer: 2,
  /** ，、；： */
  comma: 3,
  /** 。！？ */
  stop: 4,
  /** · between the parts of a name: blank on both sides. */
  middot: 5,
  /** —— and ……, two em wide, one unit. */
  dash: 6,
  /** – ～ and the hyphen between Han. */
  connector: 7,
  slash: 8,
  latin: 9,
  digit: 10,
  /** Units that follow a number: % ‰ ℃. */
  suffix: 11,
  /** Signs that lead a number: ￥ $ №. */
  prefix: 12,
  /** A word space. */
  space: 13,
  /** U+3000, and a space between Han in display type: one em, dropped at a line's ends. */
  wideSpace: 14,
} as const;
export type Class = (typeof Class)[keyof typeof Class];

const MEMBERS: readonly (readonly [Class, string])[] = [
  [Class.opener, '“‘「『（〔［｛【〖《〈﹁﹃'],
  [Class.closer, '”’」』）〕］｝】〗》〉﹂﹄'],
  [Class.comma, '，、；：'],
  [Class.stop, '。．！？‼⁇⁈⁉'],
  [Class.middot, '·・‧'],
  [Class.dash, '—…⋯⸺―'],
  [Class.connector, '–～〜'],
  [Class.slash, '／'],
  [Class.suffix, '％‰℃℉°′″¢'],
  [Class.prefix, '￥№＃£€'],
  [Class.wideSpace, '\u3000'],
  [Class.space, ' \u00a0'],
];

const BY_CODE = new Map<number, Class>();
for (const [cls, characters] of MEMBERS) for (const ch of characters) BY_CODE.set(ch.codePointAt(0) as number, cls);

const isDigit = (cp: number): boolean => cp >= 0x30 && cp <= 0x39;

/** Letters and signs that are set by the Latin face in proportional width. */
function isLatin(cp: number): boolean {
  return (
    (cp > 0x20 && cp < 0x7f) || (cp >= 0xa1 && cp <= 0x24f && cp !== 0xb7) || (cp >= 0x370 && cp <= 0x52f) || (cp >= 0x1e00 && cp <= 0x1eff)
  );
}

/** The class of a code point in Chinese text. */
export function classOf(cp: number): Class {
  const own = BY_CODE.get(cp);
  if (own !== undefined) return own;
  if (isDigit(cp)) return Class.digit;
  if (isLatin(cp)) return Class.latin;
  return Class.han;
}

/** True for the full-width marks whose blank half can be trimmed. */
export const isMark = (cls: Class): boolean => cls >= Class.opener && cls <= Class.stop;

/** True for what takes the Han–Latin gap on the Latin side. */
export const isLatinSide = (cls: Class): boolean =>
  cls === Class.latin || cls === Class.digit || cls === Class.suffix || cls === Class.prefix;
