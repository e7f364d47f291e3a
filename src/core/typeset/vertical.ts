/**
 * Text → atoms in a vertical line: characters from top to bottom about a centre line. Han and marks stand upright in
 * their vertical forms, two digits side by side in one em, short capitals and years one below the other, longer Latin on
 * its side (guide §4.9). The line is built like a horizontal one, so that everything after this is the same.
 */
import {
  BLANK_SIDE,
  blankBelow,
  Class,
  classOf,
  isLatinSide,
  type Side,
  TATE_CHU_YOKO,
  UPRIGHT_CAPITALS,
  VERTICAL_QUOTES,
} from '../text/index.ts';
import { Atoms, Break } from './atoms.ts';
import { type Drawn, type GlyphSource, withSelector } from './glyphs.ts';
import { cuts, latinClass, latinRunEnd, startsLatin } from './latin.ts';
import { lookAt, nextEdge } from './look.ts';
import type { Paragraph } from './setting.ts';

/** A word on its side is centred on the line: its baseline stands this far to the left of the centre, in em. */
export const SIDEWAYS_DROP = 0.3;
/** From the top of a cell to the baseline of an upright character, by the design's em box; a face's vertical metrics differ wildly (guide §2.3). */
const ASCENT = 0.88;
/** The baseline of upright digits and capitals under their cell's top, in em: capitals are centred in the em. */
const UPRIGHT_BASELINE = 0.85;
const SPACE_EM = 0.5;

/** Which end of a mark's em is blank: `left` is the top, `right` the bottom. ：；！？ keep their em. */
function blankSide(ch: string, cls: Class): Side | undefined {
  if (cls === Class.comma || cls === Class.stop) return blankBelow(ch) ? 'right' : undefined;
  return BLANK_SIDE[cls];
}

/** Gathers the atoms of a vertical paragraph. */
export class VerticalCollector {
  readonly atoms: Atoms;
  readonly #source: GlyphSource;
  readonly #p: Paragraph;

  constructor(p: Paragraph, source: GlyphSource) {
    this.atoms = new Atoms(p.text.length + 1, p.setting.sizePt);
    this.#p = p;
    this.#source = source;
  }

  collect(): Atoms {
    const { text } = this.#p;
    for (let i = 0; i < text.length; ) i = this.#next(i);
    this.atoms.at[this.atoms.n] = text.length;
    return this.atoms;
  }

  #next(i: number): number {
    const { text } = this.#p;
    const ch = withSelector(text, i);
    const cls = classOf(text.codePointAt(i) as number);
    if (cls === Class.space || cls === Class.wideSpace) return this.#space(i, cls);
    if (isLatinSide(cls) && startsLatin(ch, false)) return this.#latin(i);
    if (cls === Class.dash && text[i + 1] === ch) return this.#upright(i, ch + ch, cls);
    return this.#upright(i, ch, ch === '—' ? Class.connector : cls);
  }

  #note(drawn: Drawn, text: string): void {
    if (!drawn.known && !this.atoms.missing.includes(text)) this.atoms.missing.push(text);
  }

  #space(i: number, cls: Class): number {
    const drawn = this.#source.draw(lookAt(this.#p.setting, this.#p.marks, i).latin, ' ', 'en');
    const from = this.atoms.glyph.length;
    this.atoms.put(drawn.shaped.ids[0] ?? 0, 0, 0, this.atoms.castIndex(drawn.font, 1, false, 1), i);
    this.atoms.push(cls, i, from, (cls === Class.wideSpace ? 1 : SPACE_EM) + this.#p.setting.trackingEm);
    return i + 1;
  }

  /** One character, or a unit of two em, in its vertical form. */
  #upright(i: number, own: string, cls: Class): number {
    const { setting, marks } = this.#p;
    const { han, scale } = lookAt(setting, marks, i);
    const drawn = this.#source.draw(han, VERTICAL_QUOTES[own] ?? own, setting.language, true);
    this.#note(drawn, own);
    const from = this.atoms.glyph.length;
    if (cls === Class.dash && own.length === 2) this.#dash(i, own, drawn);
    else {
      const cast = this.atoms.castIndex(drawn.font, scale, false, 1);
      const { ids, dx } = drawn.shaped;
      ids.forEach((id, g) => {
        this.atoms.put(id, (g + ASCENT) * scale, (dx[g] as number) * scale, cast, i);
      });
    }
    const em = cls === Class.dash ? own.length : scale;
    this.atoms.push(cls, i, from, em + setting.trackingEm, blankSide(own, cls));
    return i + own.length;
  }

  /**
   * A unit of two em along the line. A face's own vertical dash is centred on its ink; a face that has none lies on its
   * side, centred across.
   */
  #dash(i: number, own: string, drawn: Drawn): void {
    const { ids, dx, clusters } = drawn.shaped;
    const ink = this.#source.ink(drawn, 0);
    const upright = !ink || ink.y1 - ink.y0 > ink.x1 - ink.x0;
    if (upright) {
      const cast = this.atoms.castIndex(drawn.font, 1, false, 1);
      ids.forEach((id, g) => {
        const along = ids.length === 1 && ink ? own.length / 2 + (ink.y0 + ink.y1) / 2 : g + ASCENT;
        this.atoms.put(id, along, dx[g] as number, cast, i + Math.min(clusters[g] as number, own.length - 1));
      });
      return;
    }
    const level = this.#source.draw(drawn.font, own, this.#p.setting.language);
    const cast = this.atoms.castIndex(level.font, 1, true, 1);
    let along = Math.max(0, (own.length - level.advance) / 2);
    level.shaped.ids.forEach((id, g) => {
      this.atoms.put(id, along, -(ink.y0 + ink.y1) / 2, cast, i + (level.shaped.clusters[g] as number));
      along += level.shaped.advances[g] as number;
    });
  }

  #latin(i: number): number {
    const { text, marks } = this.#p;
    const end = Math.min(latinRunEnd(text, i, false), nextEdge(marks, i));
    const run = text.slice(i, end);
    if (/^\d+$/u.test(run) && run.length <= TATE_CHU_YOKO) this.#stand(i, [run]);
    else if (/^(?:\d+|[A-Z]+)$/u.test(run) && run.length <= UPRIGHT_CAPITALS) this.#stand(i, [...run]);
    else this.#lie(i, run);
    return end;
  }

  /** Cells of one em, one below the other, as one atom; what is wider than its cell is narrowed. */
  #stand(i: number, cells: readonly string[]): void {
    const { setting, marks } = this.#p;
    const { latin } = lookAt(setting, marks, i);
    const from = this.atoms.glyph.length;
    let at = i;
    cells.forEach((cell, k) => {
      const drawn = this.#source.draw(latin, cell, 'en');
      this.#note(drawn, cell);
      const narrow = Math.min(1, 1 / drawn.advance);
      const cast = this.atoms.castIndex(drawn.font, 1, false, narrow);
      let across = (-drawn.advance * narrow) / 2;
      drawn.shaped.ids.forEach((id, g) => {
        this.atoms.put(id, k + UPRIGHT_BASELINE, across, cast, at + (drawn.shaped.clusters[g] as number));
        across += (drawn.shaped.advances[g] as number) * narrow;
      });
      at += cell.length;
    });
    this.atoms.push(/\d/u.test(cells[0] ?? '') ? Class.digit : Class.latin, i, from, cells.length + setting.trackingEm);
  }

  /** A word on its side, cut where it may be divided. */
  #lie(i: number, run: string): void {
    const { setting, marks } = this.#p;
    const drawn = this.#source.draw(lookAt(setting, marks, i).latin, run, 'en');
    this.#note(drawn, run);
    const cast = this.atoms.castIndex(drawn.font, 1, true, 1);
    const { ids, clusters, advances } = drawn.shaped;
    let g = 0;
    let start = 0;
    for (const cut of [...cuts(run), { at: run.length, hyphen: false }]) {
      const from = this.atoms.glyph.length;
      let pen = 0;
      let to = g;
      while (to < ids.length && (clusters[to] as number) < cut.at) pen += advances[to++] as number;
      if (to === g || (to < ids.length && clusters[to] !== cut.at)) continue;
      let along = 0;
      for (; g < to; g++) {
        this.atoms.put(ids[g] as number, along, -SIDEWAYS_DROP, cast, i + (clusters[g] as number));
        along += advances[g] as number;
      }
      this.atoms.push(latinClass(run.slice(start, cut.at)), i + start, from, pen);
      this.atoms.breakAfter[this.atoms.n - 1] = cut.at < run.length ? (cut.hyphen ? Break.hyphen : Break.yes) : Break.no;
      start = cut.at;
    }
  }
}
