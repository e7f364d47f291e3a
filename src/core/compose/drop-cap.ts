/**
 * 首字下沉: the first characters of a story over several lines. A Han character fills the lines from the em box of the
 * first to that of the last and takes whole characters of the measure, so that the columns stay in step; a Latin letter
 * stands on the last line's baseline, its top level with the capitals of the first.
 */
import type { TextStyle } from '../document/index.ts';
import type { Language } from '../story/index.ts';
import { Class, classOf, isLatinSide } from '../text/index.ts';
import { type SetParagraph, settingOf } from '../typeset/index.ts';
import { ASCENT, baselineIn, type Workshop } from './workshop.ts';

export interface DropCap {
  /** Lines it stands over. */
  readonly lines: number;
  /** UTF-16 units of the text that it takes. */
  readonly length: number;
  readonly set: SetParagraph;
  readonly style: TextStyle;
  /** From the top of its first grid line to its baseline, in points. */
  readonly baseline: number;
  /** What it takes from the measure of the lines beside it, in points. */
  readonly reservePt: number;
}

/** White between the cap and the lines beside it, in em of the body. */
const GAP_EM = 0.3;
/** Lines beside a cap are never narrower than this many characters: there is no cap then. */
const LEAST_BESIDE = 4;

/** UTF-16 units of the first `characters`; an opening mark goes with what it opens, and a number is not cut. */
function lengthOf(text: string, characters: number): number {
  const number = /^\d+/u.exec(text)?.[0].length ?? 0;
  if (number > characters) return number;
  const all = [...text];
  let count = Math.min(characters, all.length);
  const isMark = (ch: string | undefined): boolean => ch !== undefined && classOf(ch.codePointAt(0) as number) === Class.opener;
  if (all.slice(0, count).every(isMark)) count = Math.min(all.length, count + 1);
  return all.slice(0, count).join('').length;
}

/**
 * The drop cap of a paragraph; null where its style has none, the text is no longer than the cap, or the measure leaves no
 * room beside it.
 */
export function dropCapOf(shop: Workshop, style: TextStyle, text: string, language: Language, widthPt: number): DropCap | null {
  const { dropCap } = style;
  if (!dropCap) return null;
  const length = lengthOf(text, dropCap.characters);
  if (length >= text.length) return null;
  const { linePitchPt: pitch } = shop.grid;
  const latin = isLatinSide(classOf(text.codePointAt(0) as number));
  const deep = (dropCap.lines - 1) * pitch;
  const { capHeight } = shop.faces.face(style.latin);
  const sizePt = latin ? deep / capHeight + style.sizePt : deep + style.sizePt;
  const own: TextStyle = {
    ...style,
    font: dropCap.font ?? style.font,
    latin: dropCap.latin ?? style.latin,
    sizePt,
    indentEm: 0,
    trackingEm: 0,
    align: 'left',
  };
  const setting = settingOf(own, language, true);
  const set = shop.memory.set({ text: text.slice(0, length), marks: [], setting, indent: false }, 1e6, shop.faces);
  const wide = (set.lines[0]?.widthPt ?? 0) + GAP_EM * style.sizePt;
  const reservePt = latin ? wide : Math.ceil(wide / style.sizePt - 1e-6) * style.sizePt;
  if (set.lines.length !== 1 || widthPt - reservePt < LEAST_BESIDE * style.sizePt) return null;
  const baseline = latin ? deep + baselineIn(pitch, style.sizePt) : (pitch - style.sizePt) / 2 + ASCENT * sizePt;
  return { lines: dropCap.lines, length, set, style: own, baseline, reservePt };
}
