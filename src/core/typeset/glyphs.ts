/** Characters to glyphs, remembered: one Han character or mark alone, or a run of Latin and digits as a whole. */
import type { Face, Faces, FontId, Shaped } from '../font/index.ts';

/** A string as one face draws it. */
export interface Drawn {
  readonly font: FontId;
  readonly shaped: Shaped;
  /** Sum of advances in em. */
  readonly advance: number;
  /** False where no face has the character: the missing-glyph sign is drawn, and reported. */
  readonly known: boolean;
}

/** Where a face lacks a character these are asked in turn. */
const FALLBACK: readonly FontId[] = ['serif-400', 'sans-400', 'latin-400', 'kai-400'];

export class GlyphSource {
  readonly #faces: Faces;
  readonly #drawn = new Map<string, Map<string, Drawn>>();
  /** What was asked for last, and its shelf: a text is asked for character by character. */
  #last = { font: '' as FontId, language: '', vertical: false, shelf: new Map<string, Drawn>() };

  constructor(faces: Faces) {
    this.#faces = faces;
  }

  /** `text` in a face, or in the first that has all of it. */
  draw(font: FontId, text: string, language: string, vertical = false): Drawn {
    const known = this.#shelf(font, language, vertical);
    let drawn = known.get(text);
    if (!drawn) {
      drawn = this.#shape(font, text, language, vertical);
      known.set(text, drawn);
    }
    return drawn;
  }

  #shelf(font: FontId, language: string, vertical: boolean): Map<string, Drawn> {
    const last = this.#last;
    if (last.font === font && last.language === language && last.vertical === vertical) return last.shelf;
    const key = vertical ? `${font}|${language}|v` : `${font}|${language}`;
    const shelf = this.#drawn.get(key) ?? new Map<string, Drawn>();
    this.#drawn.set(key, shelf);
    this.#last = { font, language, vertical, shelf };
    return shelf;
  }

  /** How far the one glyph of what was drawn must move to stand in the middle of its em. */
  centre(drawn: Drawn): { dx: number; dy: number } {
    return toCentre(this.#faces.face(drawn.font), drawn.shaped.ids[0] ?? 0);
  }

  /** Ink of one glyph of what was drawn, in em; null for a blank. */
  ink(drawn: Drawn, glyph: number): ReturnType<Face['ink']> {
    return this.#faces.face(drawn.font).ink(drawn.shaped.ids[glyph] ?? 0);
  }

  #shape(font: FontId, text: string, language: string, vertical: boolean): Drawn {
    const chosen = has(this.#faces.face(font), text) ? font : FALLBACK.find((f) => f !== font && has(this.#faces.face(f), text));
    const face = this.#faces.face(chosen ?? font);
    // The faces that ship hold one set of Chinese forms, found under zh-Hans; what differs in Traditional setting is placed, not drawn.
    const shaped = face.shape(text, { language: language === 'zh-Hant' ? 'zh-Hans' : language, vertical });
    return { font: chosen ?? font, shaped, advance: shaped.advances.reduce((a, b) => a + b, 0), known: chosen !== undefined };
  }
}

/** Middle of the em box above the baseline, in em: half of 0.88 less half of 0.12. */
const MIDDLE = 0.38;

/** How far a glyph's ink must move to stand in the middle of its em, to the right and upwards, in em. */
export function toCentre(face: Face, glyph: number): { dx: number; dy: number } {
  const ink = face.ink(glyph);
  return ink ? { dx: 0.5 - (ink.x0 + ink.x1) / 2, dy: MIDDLE - (ink.y0 + ink.y1) / 2 } : { dx: 0, dy: 0 };
}

/** A variation selector: it names a form of the character before it, and draws nothing itself. */
const isSelector = (code: number): boolean => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);

/** A character at `at` with the variation selector that follows it: the two are one, and the second takes no room. */
export function withSelector(text: string, at: number): string {
  const ch = String.fromCodePoint(text.codePointAt(at) as number);
  const next = text.codePointAt(at + ch.length) ?? 0;
  return isSelector(next) ? ch + String.fromCodePoint(next) : ch;
}

function has(face: Face, text: string): boolean {
  for (const ch of text) {
    const code = ch.codePointAt(0) as number;
    if (!isSelector(code) && !face.glyph(code)) return false;
  }
  return true;
}

const SOURCES = new WeakMap<Faces, GlyphSource>();

/** The glyph source of a set of faces; one for each, so that what was shaped is shaped once. */
export function glyphSource(faces: Faces): GlyphSource {
  let source = SOURCES.get(faces);
  if (!source) {
    source = new GlyphSource(faces);
    SOURCES.set(faces, source);
  }
  return source;
}
