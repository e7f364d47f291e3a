/** Text → atoms: classes, unbreakable units, glyphs, the trims that neighbouring marks take, and where a line may end. */
import type { FontId } from '../font/index.ts';
import type { Mark } from '../story/index.ts';
import { BLANK_SIDE, CENTRED_IN_TRADITIONAL, Class, classOf, HALF_WIDTH, isLatinSide, isMark, mayBreak, PAIR_TRIM } from '../text/index.ts';
import { Atoms, Break } from './atoms.ts';
import type { GlyphSource } from './glyphs.ts';
import { cuts, latinRunEnd, startsLatin } from './latin.ts';
import type { Paragraph, Setting } from './setting.ts';

/** Bold of a face, where the catalogue has one. */
const BOLD: Readonly<Record<string, FontId>> = {
  'serif-400': 'sans-700',
  'sans-400': 'sans-700',
  'sans-700': 'sans-900',
  'latin-400': 'latin-700',
  'kai-400': 'sans-700',
};

/** Superscript: its size, and how far its baseline stands above the line's, in em. */
const RAISED = { scale: 0.62, riseEm: 0.36 };
const LEVEL = { scale: 1, riseEm: 0 };

interface Look {
  readonly han: FontId;
  readonly latin: FontId;
  readonly scale: number;
  readonly riseEm: number;
}

function lookAt(setting: Setting, marks: readonly Mark[], at: number): Look {
  let { han, latin } = setting;
  let place = LEVEL;
  for (const m of marks) {
    if (at < m.from || at >= m.to) continue;
    if (m.look === 'bold') [han, latin] = [BOLD[han] ?? han, BOLD[latin] ?? latin];
    if (m.look === 'kai') han = 'kai-400';
    if (m.look === 'italic') latin = latin === 'latin-400' ? 'latin-400i' : latin;
    if (m.look === 'superscript') place = RAISED;
  }
  return { han, latin, ...place };
}

/** The next offset after `at` where a look begins or ends: a run of Latin is cut there. */
const nextEdge = (marks: readonly Mark[], at: number): number =>
  marks.reduce((edge, m) => Math.min(edge, m.from > at ? m.from : edge, m.to > at ? m.to : edge), Number.POSITIVE_INFINITY);

/** Where the pen starts in a one-em cell, as a share of what the glyph leaves free: quotes hug their text, the rest is centred. */
const SHARE: Readonly<Partial<Record<Class, number>>> = {
  [Class.opener]: 1,
  [Class.middot]: 0.5,
  [Class.dash]: 0.5,
  [Class.connector]: 0.5,
  [Class.slash]: 0.5,
};

class Collector {
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
    const ch = String.fromCodePoint(cp);
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
    this.atoms.push(wide ? Class.wideSpace : Class.space, i, from, (wide ? 1 : drawn.advance) + setting.trackingEm);
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
    for (const cut of [...cuts(run), { at: run.length, hyphen: false }]) {
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
      this.atoms.breakAfter[this.atoms.n - 1] = cut.at < run.length ? (cut.hyphen ? Break.hyphen : Break.yes) : Break.no;
      g = to;
      start = cut.at;
    }
    return end;
  }
}

/** What part of a Latin run is to its neighbours: closing signs may not begin a line, opening ones may not end it. */
function latinClass(part: string): Class {
  if (/^[\d.,:%/+-]*\d[\d.,:%/+-]*$/u.test(part)) return Class.digit;
  if (/^[,.;:!?)\]}%'"’”]+$/u.test(part)) return Class.suffix;
  if (/^[([{$“‘]+$/u.test(part)) return Class.prefix;
  return Class.latin;
}

/** Adjacent marks give the half that lies between them; house styles give everywhere (guide §4.3-1, -5). */
function trimMarks(a: Atoms, setting: Setting): void {
  const everywhere = HALF_WIDTH[setting.display ? 'half' : setting.marks];
  for (let i = 0; i < a.n; i++) {
    if (!everywhere.has(a.cls[i] as Class)) continue;
    a.trim(i, 'left');
    a.trim(i, 'right');
  }
  for (let i = 0; i + 1 < a.n; i++) {
    const [first, second] = [a.cls[i] as Class, a.cls[i + 1] as Class];
    if (!isMark(first)) continue;
    const rule = PAIR_TRIM.find((r) => r.first.includes(first) && r.second.includes(second));
    if (rule?.trim === 'first') a.trim(i, 'right');
    else if (rule) a.trim(i + 1, 'left');
  }
}

/** Numbers and these measure words part only where the line would be too loose (guide §4.2). */
const MEASURE_WORDS = new Set('年月日时分秒个名余多元万亿千百点号版届岁米里亩吨人次家户项');

function breakBetween(a: Atoms, i: number, text: string, setting: Setting): number {
  const [x, y] = [a.cls[i] as Class, a.cls[i + 1] as Class];
  if (y === Class.space || y === Class.wideSpace) return Break.no;
  if (x === Class.space || x === Class.wideSpace) return Break.yes;
  if (isLatinSide(x) && isLatinSide(y) && (setting.language === 'en' || x !== Class.suffix)) return Break.no;
  if (!mayBreak(setting.level, x, y)) return Break.no;
  const number = x === Class.digit && MEASURE_WORDS.has(text[a.at[i + 1] as number] as string);
  return number ? Break.reluctant : Break.yes;
}

/** No gap is opened beside what joins two things, nor inside Latin. */
function mayOpen(x: Class, y: Class): boolean {
  if (isLatinSide(x) && isLatinSide(y)) return false;
  return x !== Class.connector && y !== Class.connector && x !== Class.slash && y !== Class.slash;
}

/** Letters and digits stand off from Han; full-width signs such as ℃ and ￥ have their own white. */
const takesGap = (cls: Class): boolean => cls === Class.latin || cls === Class.digit;

function findBreaks(a: Atoms, text: string, setting: Setting): void {
  const english = setting.language === 'en';
  for (let i = 0; i + 1 < a.n; i++) {
    const [x, y] = [a.cls[i] as Class, a.cls[i + 1] as Class];
    if (!a.breakAfter[i]) a.breakAfter[i] = breakBetween(a, i, text, setting);
    if (english) continue;
    if ((x === Class.han && takesGap(y)) || (takesGap(x) && y === Class.han)) a.gap[i] = setting.gapEm * setting.sizePt;
    a.opens[i] = mayOpen(x, y) ? 1 : 0;
  }
}

/** Cut a paragraph into atoms and shape them. */
export function collect(p: Paragraph, source: GlyphSource): Atoms {
  const atoms = new Collector(p, source).collect();
  trimMarks(atoms, p.setting);
  findBreaks(atoms, p.text, p.setting);
  for (const at of p.spread ?? []) {
    const i = atoms.at.subarray(0, atoms.n).indexOf(at);
    if (i < 0) continue;
    atoms.gap[i] = p.setting.sizePt;
    atoms.breakAfter[i] = Break.no;
  }
  return atoms;
}
