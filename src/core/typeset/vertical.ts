/**
 * One vertical line: characters from top to bottom about a centre line. Han and marks stand upright in their vertical
 * forms, two digits side by side in one em, short capitals one below the other, longer Latin on its side (guide §4.9).
 */
import type { TextStyle } from '../document/index.ts';
import type { Faces, FontId } from '../font/index.ts';
import type { Language } from '../story/index.ts';
import {
  blankBelow,
  Class,
  classOf,
  isLatinSide,
  TATE_CHU_YOKO,
  UPRIGHT_CAPITALS,
  VERTICAL_BLANK,
  VERTICAL_QUOTES,
} from '../text/index.ts';
import { type Drawn, type GlyphSource, glyphSource } from './glyphs.ts';

/** Glyphs of one face and one way of standing. x is from the line's centre, y from its top; both in points. */
export interface VerticalRun {
  readonly font: FontId;
  readonly orientation: 'upright' | 'sideways';
  readonly scaleX: number;
  readonly ids: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Offset in the text of the first character of each glyph, from `at`. */
  readonly cluster: readonly number[];
  readonly at: number;
  readonly text: string;
}

export interface VerticalLine {
  readonly runs: readonly VerticalRun[];
  readonly lengthPt: number;
  readonly missing: readonly string[];
}

/** Half of the Latin face's x-height above the baseline: a word on its side is centred on it, in em. */
const SIDEWAYS_DROP = 0.3;
const HALF = 0.5;
const SPACE_EM = 0.5;

class VerticalSetter {
  readonly #style: TextStyle;
  readonly #source: GlyphSource;
  readonly #language: Language;
  readonly #text: string;
  readonly runs: VerticalRun[] = [];
  readonly missing: string[] = [];
  #y = 0;

  constructor(text: string, style: TextStyle, language: Language, source: GlyphSource) {
    this.#text = text;
    this.#style = style;
    this.#language = language;
    this.#source = source;
  }

  set(): VerticalLine {
    for (let i = 0; i < this.#text.length; ) i = this.#next(i);
    return { runs: this.runs, lengthPt: Math.max(0, this.#y - this.#style.trackingEm * this.#style.sizePt), missing: this.missing };
  }

  #advance(em: number): void {
    this.#y += (em + this.#style.trackingEm) * this.#style.sizePt;
  }

  #next(i: number): number {
    const text = this.#text;
    const cls = classOf(text.codePointAt(i) as number);
    if (cls === Class.space || cls === Class.wideSpace) {
      this.#advance(SPACE_EM);
      return i + 1;
    }
    if (isLatinSide(cls) && text.charCodeAt(i) < 0x250) return this.#latin(i);
    if (cls === Class.dash && text[i + 1] === text[i]) return this.#upright(i, 2, cls);
    return this.#upright(i, String.fromCodePoint(text.codePointAt(i) as number).length, cls);
  }

  #note(drawn: Drawn, ch: string): void {
    if (!drawn.known && !this.missing.includes(ch)) this.missing.push(ch);
  }

  /** One character, or a two-em dash, in its vertical form. */
  #upright(i: number, length: number, cls: Class): number {
    const own = this.#text.slice(i, i + length);
    const shown = VERTICAL_QUOTES[own] ?? own;
    const drawn = this.#source.draw(this.#style.font, shown, this.#language, true);
    this.#note(drawn, own);
    const size = this.#style.sizePt;
    const blank = VERTICAL_BLANK[cls];
    const top = blank === 'top' ? HALF : 0;
    let pen = this.#y - top * size;
    const { ids, advances, dx, dy } = drawn.shaped;
    const run = { ids: [] as number[], x: [] as number[], y: [] as number[], cluster: [] as number[] };
    for (let g = 0; g < ids.length; g++) {
      run.ids.push(ids[g] as number);
      run.x.push((dx[g] as number) * size);
      run.y.push(pen - (dy[g] as number) * size);
      run.cluster.push(Math.min(drawn.shaped.clusters[g] as number, length - 1));
      pen += (advances[g] as number) * size;
    }
    this.runs.push({ font: drawn.font, orientation: 'upright', scaleX: 1, ...run, at: i, text: own });
    const trimmed = top + (blank === 'bottom' || blankBelow(own) ? HALF : 0);
    this.#advance(Math.max(HALF, (cls === Class.dash ? length : 1) - trimmed));
    return i + length;
  }

  #latin(i: number): number {
    let end = i;
    while (end < this.#text.length && this.#text.charCodeAt(end) < 0x250 && isLatinSide(classOf(this.#text.charCodeAt(end)))) end++;
    const run = this.#text.slice(i, end);
    if (/^\d+$/u.test(run) && run.length <= TATE_CHU_YOKO) this.#abreast(i, run);
    else if (/^(?:\d+|[A-Z]+)$/u.test(run) && run.length <= UPRIGHT_CAPITALS)
      for (let k = 0; k < run.length; k++) this.#abreast(i + k, run[k] as string);
    else this.#sideways(i, run);
    return end;
  }

  /** Side by side in one em, narrowed where it must be. */
  #abreast(i: number, run: string): void {
    const size = this.#style.sizePt;
    const drawn = this.#source.draw(this.#style.latin, run, 'en');
    this.#note(drawn, run);
    const scale = Math.min(1, 1 / drawn.advance);
    let pen = (-drawn.advance * scale) / 2;
    const x: number[] = [];
    for (const a of drawn.shaped.advances) {
      x.push(pen * size);
      pen += a * scale;
    }
    const y = this.#y + (HALF + 0.35) * size;
    this.runs.push({
      font: drawn.font,
      orientation: 'upright',
      scaleX: scale,
      ids: [...drawn.shaped.ids],
      x,
      y: x.map(() => y),
      cluster: [...drawn.shaped.clusters],
      at: i,
      text: run,
    });
    this.#advance(1);
  }

  #sideways(i: number, run: string): void {
    const size = this.#style.sizePt;
    const drawn = this.#source.draw(this.#style.latin, run, 'en');
    this.#note(drawn, run);
    let pen = this.#y;
    const y: number[] = [];
    for (const a of drawn.shaped.advances) {
      y.push(pen);
      pen += a * size;
    }
    const x = y.map(() => -SIDEWAYS_DROP * size);
    this.runs.push({
      font: drawn.font,
      orientation: 'sideways',
      scaleX: 1,
      ids: [...drawn.shaped.ids],
      x,
      y,
      cluster: [...drawn.shaped.clusters],
      at: i,
      text: run,
    });
    this.#advance(drawn.advance);
  }
}

/** Set one line of text vertically, at the style's size and tracking. Spaces become half an em of white. */
export function setVertical(text: string, style: TextStyle, language: Language, faces: Faces): VerticalLine {
  return new VerticalSetter(text, style, language, glyphSource(faces)).set();
}
