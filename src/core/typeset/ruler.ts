/**
 * How well a stretch of atoms fills a measure. Sums from the paragraph's start make each question O(1).
 *
 * A line is atoms [from, to). What it may give and take follows guide §4.3: the mark at its end and the opener at its
 * start have already given their blank half; the rest gives in the order of REDUCE, or opens in the order of EXPAND.
 */
import { BLANK_EM, Class } from '../text/index.ts';
import { type Atoms, Break, isBlank } from './atoms.ts';
import type { Setting } from './setting.ts';

/** White per gap, in em, at which a line begins to look open; the cost grows with its square (guide §3.4 C40: 0.25 is a fault). */
const OPEN_EM = 0.05;
const LOOSE_EM = 0.25;
/** A line set by compression costs this at least, so that a line that needs none is preferred. */
const PRESSED = 0.3;
const PRESSED_FULL = 1.4;
const RELUCTANT = 20;
const HYPHEN = 2.5;
/** What a word space among Han gives, as a share of itself (guide §6.2). */
const SPACE_GIVES = 0.2;

export class Ruler {
  readonly a: Atoms;
  readonly measurePt: number;
  readonly indentPt: number;
  readonly hyphenPt: number;
  readonly setting: Setting;
  readonly english: boolean;
  readonly trackingPt: number;
  readonly #width: Float64Array;
  readonly #give: Float64Array;
  readonly #take: Float64Array;
  readonly #gaps: Uint32Array;
  readonly #spaces: Float64Array;

  constructor(a: Atoms, measurePt: number, indentPt: number, hyphenPt: number, setting: Setting) {
    this.a = a;
    this.measurePt = measurePt;
    this.indentPt = indentPt;
    this.hyphenPt = hyphenPt;
    this.setting = setting;
    this.english = setting.language === 'en';
    this.trackingPt = setting.trackingEm * setting.sizePt;
    const n = a.n;
    this.#take = new Float64Array(this.english ? n + 1 : 0);
    this.#width = new Float64Array(n + 1);
    this.#give = new Float64Array(n + 1);
    this.#gaps = new Uint32Array(n + 1);
    this.#spaces = new Float64Array(n + 1);
    for (let i = 0; i < n; i++) {
      const space = a.cls[i] === Class.space ? (a.advance[i] as number) : 0;
      this.#width[i + 1] = (this.#width[i] as number) + (a.advance[i] as number) + (a.gap[i] as number);
      this.#give[i + 1] = (this.#give[i] as number) + this.giveOf(i);
      this.#gaps[i + 1] = (this.#gaps[i] as number) + (a.opens[i] as number);
      this.#spaces[i + 1] = (this.#spaces[i] as number) + space;
      if (this.english) this.#take[i + 1] = (this.#take[i] as number) + this.yields(i, 'most');
    }
  }

  /** All that atom `i` can give within a line, the gap after it included. */
  giveOf(i: number): number {
    const a = this.a;
    const space = a.cls[i] === Class.space ? (a.advance[i] as number) * SPACE_GIVES : 0;
    const own = this.english ? this.yields(i, 'least') : space;
    return (a.giveLeft[i] as number) + (a.giveRight[i] as number) + own + (a.gap[i] as number);
  }

  /** How far an English atom may shrink to the least, or grow to the most, that its style allows, in points. */
  yields(i: number, limit: 'least' | 'most'): number {
    const { a } = this;
    const { word, letterEm, glyph } = this.setting.justification;
    const advance = a.advance[i] as number;
    if (a.cls[i] === Class.space) return advance * Math.max(0, limit === 'least' ? 1 - word[0] / word[1] : word[2] / word[1] - 1);
    const side = limit === 'least' ? 0 : 1;
    return this.letters(i) * Math.abs(letterEm[side]) * a.sizePt + advance * Math.abs(glyph[side] - 1);
  }

  /** Letters of an atom after which white may come. */
  letters(i: number): number {
    return (this.a.g[i + 1] as number) - (this.a.g[i] as number);
  }

  /** How far an English line may be opened within the limits of its style, in points. */
  take(from: number, to: number): number {
    const f = this.first(from, to);
    const l = this.last(from, to);
    return Math.max(0, (this.#take[l] as number) - (this.#take[f] as number) - this.#afterLast('most'));
  }

  /** White after a line's last letter is not seen. */
  #afterLast(limit: 'least' | 'most'): number {
    return this.english ? Math.abs(this.setting.justification.letterEm[limit === 'least' ? 0 : 1]) * this.a.sizePt : 0;
  }

  /** First atom of the line that is not blank. A paragraph's own first atom always counts. */
  first(from: number, to: number): number {
    let i = from;
    while (from > 0 && i < to - 1 && isBlank(this.a.cls[i] as number)) i++;
    return i;
  }

  /** One past the last atom that is not blank. */
  last(from: number, to: number): number {
    let i = to;
    while (i > from + 1 && isBlank(this.a.cls[i - 1] as number)) i--;
    return i;
  }

  room(from: number): number {
    return this.measurePt - (from === 0 ? this.indentPt : 0);
  }

  /** What the line gives up at its two ends. */
  endTrims(f: number, l: number): { start: number; end: number } {
    const a = this.a;
    return { start: a.cls[f] === Class.opener ? (a.giveLeft[f] as number) : 0, end: a.giveRight[l - 1] as number };
  }

  /** Natural width of the line, its ends trimmed; a hyphen counts. */
  width(from: number, to: number): number {
    const f = this.first(from, to);
    const l = this.last(from, to);
    const { start, end } = this.endTrims(f, l);
    const hyphen = to < this.a.n && this.a.breakAfter[to - 1] === Break.hyphen ? this.hyphenPt : 0;
    return (this.#width[l] as number) - (this.#width[f] as number) - (this.a.gap[l - 1] as number) - start - end - this.trackingPt + hyphen;
  }

  /** How far the line can be pressed below its natural width. */
  give(from: number, to: number): number {
    const f = this.first(from, to);
    const l = this.last(from, to);
    if (l - f < 2 && !this.english) return 0;
    const a = this.a;
    const start = a.cls[f] === Class.opener ? (a.giveLeft[f] as number) : 0;
    // The last atom has given its right side already, and the gap after it is gone.
    const end = (a.giveRight[l - 1] as number) + (a.gap[l - 1] as number);
    return Math.max(0, (this.#give[l] as number) - (this.#give[f] as number) - start - end - this.#afterLast('least'));
  }

  /** Gaps between characters that can be opened. */
  gaps(from: number, to: number): number {
    const f = this.first(from, to);
    const l = this.last(from, to);
    return (this.#gaps[l - 1] as number) - (this.#gaps[f] as number);
  }

  spaces(from: number, to: number): number {
    const f = this.first(from, to);
    const l = this.last(from, to);
    return (this.#spaces[l] as number) - (this.#spaces[f] as number);
  }

  /** The furthest end up to which every line from `from` surely fits into `room`, whatever its ends give: found without looking at them. */
  surely(from: number, room: number): number {
    const { n, gap } = this.a;
    const most = (this.#width[from] as number) + room - this.hyphenPt + Math.min(0, this.trackingPt);
    let to = from;
    while (to < n && (this.#width[to + 1] as number) - Math.min(0, gap[to] as number) <= most) to++;
    return to;
  }

  /** Least width this line can be pressed to. */
  least(from: number, to: number): number {
    return this.width(from, to) - this.give(from, to);
  }

  /** How ill the line fits: 0 is perfect, infinite does not go. */
  cost(from: number, to: number): number {
    const over = this.width(from, to) - this.room(from);
    const a = this.a;
    const final = to === a.n;
    const kind = final ? Break.yes : a.breakAfter[to - 1];
    const breakCost = kind === Break.reluctant ? RELUCTANT : kind === Break.hyphen ? HYPHEN : 0;
    if (over > 0.005) {
      const give = this.give(from, to);
      if (over > give + 0.005) return Number.POSITIVE_INFINITY;
      const share = give > 0 ? over / give : 0;
      return breakCost + PRESSED + PRESSED_FULL * share * share;
    }
    if (final) return this.lonely(from) ? 60 : 0;
    return breakCost + this.#openCost(from, to, -over);
  }

  #openCost(from: number, to: number, spare: number): number {
    if (this.english) {
      // A line without a space stays short; it counts as if it had one to open.
      const least = (this.a.sizePt / 4) * (this.setting.justification.word[2] - 1);
      const ratio = spare / Math.max(this.take(from, to), least, 0.01);
      return ratio ** 3 + (ratio > 3 ? (ratio - 3) * 20 : 0);
    }
    const words = this.spaces(from, to);
    const left = Math.max(0, spare - words);
    const gaps = this.gaps(from, to);
    // Latin alone has nothing to open: what it leaves is a short line, and counts as if spread over it.
    const each = left / this.a.sizePt / (gaps || Math.max(1, this.room(from) / this.a.sizePt - 1));
    return (each / OPEN_EM) ** 2 + (each > LOOSE_EM ? (each - LOOSE_EM) * 1000 : 0) + (words > 0 ? 0.2 : 0);
  }

  /** A last line of one Han character, with or without marks (单字不成行), or of a stub of Latin. */
  lonely(from: number): boolean {
    if (from === 0) return false;
    const a = this.a;
    let bodies = 0;
    let width = 0;
    for (let i = from; i < a.n; i++) {
      const cls = a.cls[i] as number;
      if (cls === Class.han || cls >= Class.latin) bodies++;
      width += a.advance[i] as number;
      if (bodies > 1) return false;
    }
    return bodies <= 1 && width < (2 + 2 * BLANK_EM) * a.sizePt && a.cls[from] !== Class.dash;
  }
}
