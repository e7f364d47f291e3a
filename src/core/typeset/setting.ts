/** How a paragraph is to be set: everything the compositor must know besides the text and the measure. */
import type { Justification, TextStyle } from '../document/index.ts';
import type { FontId } from '../font/index.ts';
import type { Language, Mark } from '../story/index.ts';
import type { Level, MarkStyle } from '../text/index.ts';

export interface Setting {
  readonly han: FontId;
  readonly latin: FontId;
  readonly sizePt: number;
  readonly language: Language;
  readonly marks: MarkStyle;
  readonly level: Level;
  /** Han–Latin gap in em. */
  readonly gapEm: number;
  readonly trackingEm: number;
  /** First-line indent in em. */
  readonly indentEm: number;
  readonly align: TextStyle['align'];
  readonly composer: 'greedy' | 'total';
  readonly justification: Justification;
  /** Headlines and labels: marks take half an em, a space between Han is one em. */
  readonly display: boolean;
  /** Lines run from top to bottom; a measure is a height then. */
  readonly vertical: boolean;
  /** A short name of all the above, for remembering what has been set. */
  readonly key: string;
}

/** What a newspaper allows where its style says nothing: word spaces alone give way, three hyphens in a row (guide §6.2, §6.5). */
export const USUAL: Justification = { word: [0.8, 1, 1.33], letterEm: [0, 0], glyph: [1, 1], hyphens: 3 };

/** The size from which type counts as display: all marks are trimmed there (guide §4.8). */
const DISPLAY_PT = 18;

/** Settings already made of a style: a style is never changed, only replaced. */
const MADE = new WeakMap<TextStyle, Setting[]>();

export function settingOf(style: TextStyle, language: Language, display = style.sizePt >= DISPLAY_PT, vertical = false): Setting {
  const made = MADE.get(style) ?? [];
  const known = made.find((s) => s.language === language && s.display === display && s.vertical === vertical);
  if (known) return known;
  const setting = makeSetting(style, language, display, vertical);
  MADE.set(style, [...made, setting]);
  return setting;
}

function makeSetting(style: TextStyle, language: Language, display: boolean, vertical: boolean): Setting {
  const s = {
    han: style.font,
    latin: style.latin,
    sizePt: style.sizePt,
    language,
    marks: style.marks,
    level: style.prohibition,
    gapEm: style.hanLatinGapEm,
    trackingEm: style.trackingEm,
    indentEm: style.indentEm,
    align: style.align,
    composer: style.composer,
    justification: style.justification ?? USUAL,
    display,
    vertical,
  };
  return { ...s, key: Object.values({ ...s, justification: Object.values(s.justification).join() }).join('|') };
}

/** A paragraph as it comes to the compositor. */
export interface Paragraph {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly setting: Setting;
  /** False for what continues a paragraph broken off by something else: set without indent. */
  readonly indent: boolean;
  /** Offsets of characters that get one em of white after them, made at layout and not stored (白　丹). */
  readonly spread?: readonly number[];
}
