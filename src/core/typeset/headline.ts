/**
 * Headlines: broken at phrases and fitted to their measure by tracking, then size, then lines, within what the style
 * allows (guide §3.4 C14, §4.8).
 */
import type { TextStyle } from '../document/index.ts';
import type { Faces } from '../font/index.ts';
import { stepSize } from '../measure/index.ts';
import type { Language, Mark } from '../story/index.ts';
import { type Place, phrasePlaces } from './headline-places.ts';
import { marksFrom } from './look.ts';
import type { Memory, SetParagraph } from './paragraph.ts';
import { type Setting, settingOf } from './setting.ts';

/** One line of a headline: its characters and how they are set. */
export interface HeadLine {
  /** Offset of the line's first character in the headline. */
  readonly at: number;
  readonly set: SetParagraph;
  readonly widthPt: number;
}

export interface SetHeadline {
  readonly lines: readonly HeadLine[];
  readonly sizePt: number;
  readonly trackingEm: number;
  /** False where even the smallest allowed setting is wider than the measure. */
  readonly fits: boolean;
}

/** Wide enough never to break a line. */
const ENDLESS = 1e6;
/** Widest white between characters of a spread line, in em (guide §4.8). */
const WIDEST_SPREAD = 0.5;
/** 疏排: white between the characters of a headline of 2, 3, 4 or 5 Han, in em (the steps of CLREQ, guide §4.8). */
const SHORT_HEAD: readonly number[] = [0, 0, 1 / 2, 1 / 2, 1 / 3, 1 / 4];
/** A short headline that takes more of its measure than this is not opened. */
const SHORT_OF_MEASURE = 0.62;
const ONLY_HAN = /^\p{Script=Han}+$/u;
/** Tracking, in em, by which a line is opened to see how wide it grows. */
const PROBE = 0.1;
/** A headline keeps this share of its size rather than take another line. */
const KEEP_SIZE = 0.86;

/** The smallest size a headline is set at, in points: what the style's fit allows, or its own size where that is smaller. */
export const smallest = ({ sizePt, fit }: Pick<TextStyle, 'sizePt' | 'fit'>): number => Math.min(sizePt, fit?.minPt ?? sizePt);

/** Extent in points of a part of the text, along the line. */
export type Width = (from: number, to: number) => number;

/** The cheapest way to set a headline in exactly `count` lines no wider than the measure; null where there is none. */
export function splitAtPhrases(text: string, places: readonly Place[], count: number, measurePt: number, width: Width): number[][] | null {
  let best: number[][] | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  const take = (from: number, left: number, cost: number, lines: number[][]): void => {
    if (cost >= bestCost) return;
    if (left === 1) {
      if (width(from, text.length) > measurePt) return;
      const all = [...lines, [from, text.length]];
      const widths = all.map(([a, b]) => width(a as number, b as number));
      const widest = Math.max(...widths);
      const ragged = widths.reduce((sum, w) => sum + (1 - w / widest) ** 2, 0);
      if (cost + ragged < bestCost) [best, bestCost] = [all, cost + ragged];
      return;
    }
    for (const p of places) {
      if (p.end <= from || p.next >= text.length || width(from, p.end) > measurePt) continue;
      take(p.next, left - 1, cost + p.cost, [...lines, [from, p.end]]);
    }
  };
  take(0, count, 0, []);
  return best;
}

interface Attempt {
  readonly sizePt: number;
  readonly trackingEm: number;
  readonly lines: number[][];
}

/** Words of a headline with the looks on them. */
interface Words {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const part = (w: Words, from: number, to: number): Words => ({ text: w.text.slice(from, to), marks: marksFrom(w.marks, from) });

/** Sets headlines of one style in one language. */
export class HeadSetter {
  readonly #style: TextStyle;
  readonly #language: Language;
  readonly #faces: Faces;
  readonly #memory: Memory;
  readonly #opens: boolean;
  readonly #settings = new Map<string, Setting>();

  /** `opens`: a headline of a few Han, centred and without tracking of its own, is opened on a measure too wide for it. */
  constructor(style: TextStyle, language: Language, faces: Faces, memory: Memory, opens = false) {
    this.#style = style;
    this.#language = language;
    this.#faces = faces;
    this.#memory = memory;
    this.#opens = opens && language !== 'en' && style.align === 'centre' && style.trackingEm === 0;
  }

  #line({ text, marks }: Words, sizePt: number, trackingEm: number): SetParagraph {
    return this.#memory.set({ text, marks, setting: this.#setting(sizePt, trackingEm), indent: false }, ENDLESS, this.#faces);
  }

  #setting(sizePt: number, trackingEm: number): Setting {
    const key = `${sizePt} ${trackingEm}`;
    let setting = this.#settings.get(key);
    if (!setting) {
      setting = settingOf({ ...this.#style, sizePt, trackingEm, indentEm: 0, align: 'left' as const }, this.#language, true);
      this.#settings.set(key, setting);
    }
    return setting;
  }

  /** Width in points of a part of the text on one line. */
  #width(words: Words, sizePt: number, trackingEm: number): Width {
    const known = new Map<number, number>();
    return (from, to) => {
      const key = from * 4096 + to;
      let w = known.get(key);
      if (w === undefined) {
        w = this.#line(part(words, from, to), sizePt, trackingEm).lines[0]?.widthPt ?? 0;
        known.set(key, w);
      }
      return w;
    };
  }

  /** The largest size at which the text goes into `count` lines, tightened where that saves a step. */
  #largest(words: Words, places: readonly Place[], count: number, measurePt: number): Attempt | null {
    const { sizePt, fit, trackingEm } = this.#style;
    const floor = smallest(this.#style);
    const tightest = Math.min(trackingEm, fit?.trackingEm ?? trackingEm);
    for (let size = sizePt; size >= floor - 0.01; ) {
      for (const tracking of tightest < trackingEm ? [trackingEm, tightest] : [trackingEm]) {
        const lines = splitAtPhrases(words.text, places, count, measurePt, this.#width(words, size, tracking));
        if (lines) return { sizePt: size, trackingEm: tracking, lines };
      }
      const next = stepSize(size, -1);
      if (next >= size) break;
      size = next;
    }
    return null;
  }

  /** Set a headline to a measure in points, with the looks that stand on it; set once and remembered. */
  set(text: string, measurePt: number, marks: readonly Mark[] = []): SetHeadline {
    const name = `${this.#language}|${measurePt}|${text}${marks.length ? `\u0000${JSON.stringify(marks)}` : ''}`;
    return this.#memory.once(this.#style, name, () => this.#set(text, measurePt, marks));
  }

  #set(text: string, measurePt: number, marks: readonly Mark[]): SetHeadline {
    const clean = text.trimEnd();
    const words = { text: clean, marks };
    const places = phrasePlaces(clean, this.#language);
    const most = this.#style.fit?.maxLines ?? 1;
    let best: Attempt | null = null;
    for (let count = 1; count <= most; count++) {
      const attempt = this.#largest(words, places, count, measurePt);
      if (attempt && (!best || attempt.sizePt > best.sizePt)) best = attempt;
      if (best && best.sizePt >= this.#style.sizePt * KEEP_SIZE) break;
    }
    const chosen = best ?? this.#forced(words, most, measurePt);
    return {
      lines: chosen.lines.map(([from, to]) => {
        const line = part(words, from as number, to as number);
        const set = this.#line(line, chosen.sizePt, this.#trackingOf(line, chosen, measurePt));
        return { at: from as number, set, widthPt: set.lines[0]?.widthPt ?? 0 };
      }),
      sizePt: chosen.sizePt,
      trackingEm: chosen.trackingEm,
      fits: best !== null,
    };
  }

  #trackingOf(line: Words, chosen: Attempt, measurePt: number): number {
    return this.#opens && chosen.lines.length === 1 ? this.#opened(line, chosen, measurePt) : this.#spread(line, chosen, measurePt);
  }

  /** The tracking of a short headline alone in its measure. */
  #opened(line: Words, { sizePt, trackingEm }: Attempt, measurePt: number): number {
    const step = SHORT_HEAD[[...line.text].length] ?? 0;
    if (step === 0 || !ONLY_HAN.test(line.text)) return trackingEm;
    const natural = this.#line(line, sizePt, trackingEm).lines[0]?.widthPt ?? measurePt;
    return natural < SHORT_OF_MEASURE * measurePt ? step : trackingEm;
  }

  /** 均排: the tracking that spreads a line to its measure, where no gap would grow past half an em; else the line's own. */
  #spread(line: Words, { sizePt, trackingEm }: Attempt, measurePt: number): number {
    if (this.#style.align !== 'spread' || [...line.text].length < 3) return trackingEm;
    const width = (tracking: number): number => this.#line(line, sizePt, tracking).lines[0]?.widthPt ?? measurePt;
    const natural = width(trackingEm);
    // A word, a number or a dash may take tracking otherwise than Han do: how many gaps open is asked, not counted.
    const gapsPt = (width(trackingEm + PROBE) - natural) / PROBE;
    if (gapsPt <= 0) return trackingEm;
    const each = (measurePt - natural) / gapsPt;
    return each > 0 && each <= WIDEST_SPREAD ? trackingEm + each : trackingEm;
  }

  /** Nothing fits: the smallest size, cut wherever the measure ends, every character kept. */
  #forced(words: Words, most: number, measurePt: number): Attempt {
    const { text } = words;
    const { fit, trackingEm } = this.#style;
    const size = smallest(this.#style);
    const tracking = fit?.trackingEm ?? trackingEm;
    const width = this.#width(words, size, tracking);
    const lines: number[][] = [];
    for (let from = 0; from < text.length; ) {
      let to = from + 1;
      const last = lines.length === Math.max(most, 1) * 4 - 1;
      while (to < text.length && (last || width(from, to + 1) <= measurePt)) to++;
      lines.push([from, to]);
      from = to;
    }
    return { sizePt: size, trackingEm: tracking, lines: lines.length ? lines : [[0, 0]] };
  }
}
