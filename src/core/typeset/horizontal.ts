/** Text → atoms in a horizontal line: each character in its cell, units of two em, runs of Latin shaped as a whole. */
import { BLANK_SIDE, CENTRED_IN_TRADITIONAL, Class, classOf, isLatinSide } from '../text/index.ts';
import { Atoms, Break } from './atoms.ts';
import { type GlyphSource, withSelector } from './glyphs.ts';
import { type Cut, cuts, latinClass, latinRunEnd, startsLatin } from './latin.ts';
import { lookAt, nextEdge } from './look.ts';
import type { Paragraph } from './setting.ts';

/** Where the pen starts in a one-em cell, as a share of what the glyph leaves free: quotes hug their text, the rest is centred. */
const SHARE: Readonly<Partial<Record<Class, number>>> = {
  [Class.opener]: 1,
  [Class.middot]: 0.5,
  [Class.dash]: 0.5,
  [Class.connector]: 0.5,
  [Class.slash]: 0.5,
};

const kindOf = (cut: Pick<Cut, 'hyphen' | 'reluctant'>): number =>
  cut.hyphen ? Break.hyphen : cut.reluctant ? Break.reluctant : Break.yes;

/** Gathers the atoms of a horizontal paragraph. */
export class HorizontalCollector {
  readonly atoms: Atoms;
  readonly #source: GlyphSource;
  readonly #p: Paragraph;
  readonly #english: boolean;

  constructor(p: Paragraph, source: GlyphSource) {
    this.atoms = new Atoms(p.text.length + 1, p.setting.sizePt);
    this.#p = p;
    this.#source = source;
    this.#english = p.setting.language === 'en';
  }

  collect(): Atoms {
    const { text } = this.#p;
    let i = 0;
    while (i < text.length) i = this.#next(i);
    this.atoms.at[this.atoms.n] = text.length;
    return this.atoms;
  }

  #next(i: number): number {
    const { text } = this.#p;
    const cp = text.codePointAt(i) as number;
    const ch = withSelector(text, i);
    const cls = classOf(cp);
    if (cls === Class.space || cls === Class.wideSpace) return this.#space(i, cls);
    if (startsLatin(ch, this.#english)) return this.#latin(i);
    if (cls === Class.dash && text[i + 1] === ch) return this.#pair(i, ch);
    // One em dash alone joins two things (一字线) and may not begin a line.
    return this.#full(i, ch, ch === '—' ? Class.connector : cls);
  }

  #space(i: number, cls: Class): number {
    const { text, setting } = this.#p;
    const han = (j: number): boolean => j >= 0 && j < text.length && !isLatinSide(classOf(text.codePointAt(j) as number));
    const wide = cls === Class.wideSpace || (setting.display && !this.#english && (han(i - 1) || han(i + 1)));
    const drawn = this.#source.draw(lookAt(setting, this.#p.marks, i).latin, ' ', 'en');
    const from = this.atoms.glyph.length;
    this.atoms.addGlyphs(drawn, i, 0, drawn.shaped.ids.length, { penEm: 0 });
    const best = this.#english && !setting.display ? setting.justification.word[1] : 1;
    this.atoms.push(wide ? Class.wideSpace : Class.space, i, from, (wide ? 1 : drawn.advance * best) + setting.trackingEm);
    return i + 1;
  }

  /** —— or ……: two em, one unit. */
  #pair(i: number, ch: string): number {
    const { setting, marks } = this.#p;
    const drawn = this.#source.draw(lookAt(setting, marks, i).han, ch + ch, setting.language);
    const from = this.atoms.glyph.length;
    this.atoms.addGlyphs(drawn, i, 0, drawn.shaped.ids.length, { penEm: Math.max(0, (2 - drawn.advance) / 2) });
    this.#note(drawn.known, ch);
    this.atoms.push(Class.dash, i, from, 2 + setting.trackingEm);
    return i + 2;
  }

  /** One full-width character. A mark narrower than its em stands on the side where its ink belongs. */
  #full(i: number, ch: string, cls: Class): number {
    const { setting, marks } = this.#p;
    const { han, scale, riseEm } = lookAt(setting, marks, i);
    const drawn = this.#source.draw(han, ch, setting.language);
    this.#note(drawn.known, ch);
    const cell = cls === Class.han ? drawn.advance * scale : 1;
    const from = this.atoms.glyph.length;
    const centred = setting.language === 'zh-Hant' && CENTRED_IN_TRADITIONAL.has(cls);
    const middle = centred ? this.#source.centre(drawn) : null;
    const penEm = middle ? middle.dx : (cell - drawn.advance * scale) * (SHARE[cls] ?? 0);
    this.atoms.addGlyphs(drawn, i, 0, drawn.shaped.ids.length, { penEm, scale, riseEm: middle ? middle.dy : riseEm });
    this.atoms.push(cls, i, from, cell + setting.trackingEm, centred ? 'both' : BLANK_SIDE[cls]);
    return i + ch.length;
  }

  #note(known: boolean, ch: string): void {
    if (!known && !this.atoms.missing.includes(ch)) this.atoms.missing.push(ch);
  }

  /** A run of Latin: shaped as a whole, for its kerning, and cut into atoms where it may be divided. */
  #latin(i: number): number {
    const { text, setting, marks } = this.#p;
    const end = Math.min(latinRunEnd(text, i, this.#english), nextEdge(marks, i));
    const run = text.slice(i, end);
    const { latin, scale, riseEm } = lookAt(setting, marks, i);
    const drawn = this.#source.draw(latin, run, 'en');
    if (!drawn.known) for (const ch of run) this.#note(this.#source.draw(latin, ch, 'en').known, ch);
    const { ids, clusters, advances } = drawn.shaped;
    let g = 0;
    let start = 0;
    const parts = setting.justification.hyphens > 0 ? cuts(run) : cuts(run).filter((c) => !c.hyphen);
    for (const cut of [...parts, { at: run.length, hyphen: false }]) {
      let to = g;
      let advance = 0;
      while (to < ids.length && (clusters[to] as number) < cut.at) advance += advances[to++] as number;
      // A ligature is not cut: its letters stand in one glyph.
      if (to === g || (to < ids.length && clusters[to] !== cut.at)) continue;
      const from = this.atoms.glyph.length;
      // Latin is never letter-spaced to justify; a display style's own tracking does hold for it.
      const tracking = setting.display ? setting.trackingEm : 0;
      this.atoms.addGlyphs(drawn, i, g, to, { penEm: 0, trackingEm: tracking, scale, riseEm });
      this.atoms.push(latinClass(run.slice(start, cut.at)), i + start, from, advance * scale + tracking * (to - g));
      this.atoms.breakAfter[this.atoms.n - 1] = cut.at < run.length ? kindOf(cut) : Break.no;
      g = to;
      start = cut.at;
    }
    return end;
  }
}
