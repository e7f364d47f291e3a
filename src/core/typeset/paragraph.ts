/** The door: a paragraph and a measure become set lines. Collect, break, justify; set once and remembered. */
import type { TextStyle } from '../document/index.ts';
import type { Faces } from '../font/index.ts';
import type { Cast } from './atoms.ts';
import { breakLines } from './break.ts';
import { collect } from './collect.ts';
import { type GlyphSource, glyphSource } from './glyphs.ts';
import { type PlacedLine, placeLine } from './justify.ts';
import { Ruler } from './ruler.ts';
import type { Paragraph } from './setting.ts';
import { SIDEWAYS_DROP } from './vertical.ts';

/** One line of a set paragraph. */
export interface SetLine {
  /** Its characters: offsets in the paragraph's text, half-open. Together the lines hold every character. */
  readonly from: number;
  readonly to: number;
  /** Its glyphs, as indices of the paragraph's arrays. */
  readonly glyphFrom: number;
  readonly glyphTo: number;
  readonly widthPt: number;
  /** White added to each gap between characters, in em. */
  readonly openEm: number;
}

/**
 * A paragraph as set. x is along the line from the measure's start; y is across it: downwards from the baseline, or to
 * the right from the centre of a vertical line. All in points.
 */
export interface SetParagraph {
  readonly lines: readonly SetLine[];
  readonly ids: Uint16Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index into `casts`. */
  readonly font: Uint8Array;
  /** Offset in the text of the first character a glyph stands for; the text's length for a hyphen that setting added. */
  readonly at: Uint32Array;
  readonly casts: readonly Cast[];
  readonly missing: readonly string[];
}

function gather(r: Ruler, ends: readonly number[], placed: readonly PlacedLine[], source: GlyphSource, p: Paragraph): SetParagraph {
  const { a } = r;
  const hyphen = placed.some((l) => l.hyphen) ? source.draw(p.setting.latin, '-', 'en') : null;
  const hyphenFont = hyphen ? a.castIndex(hyphen.font, 1, p.setting.vertical, 1) : 0;
  const capacity = a.glyph.length + placed.length;
  const out = {
    ids: new Uint16Array(capacity),
    x: new Float32Array(capacity),
    y: new Float32Array(capacity),
    font: new Uint8Array(capacity),
    at: new Uint32Array(capacity),
  };
  const lines: SetLine[] = [];
  let n = 0;
  const put = (id: number, x: number, y: number, font: number, at: number): void => {
    out.ids[n] = id;
    out.x[n] = x;
    out.y[n] = y;
    out.font[n] = font;
    out.at[n++] = at;
  };
  placed.forEach((line, k) => {
    const glyphFrom = n;
    for (let i = line.from; i < line.to; i++) {
      const first = a.g[i] as number;
      for (let g = first; g < (a.g[i + 1] as number); g++) {
        const x = (line.x[i - line.from] as number) + (a.glyphX[g] as number) * line.glyph + (g - first) * line.letterPt;
        put(a.glyph[g] as number, x, a.glyphY[g] as number, a.castAs(a.glyphFont[g] as number, line.glyph), a.glyphAt[g] as number);
      }
    }
    const shift = p.setting.align === 'centre' ? (r.measurePt - line.widthPt) / 2 : 0;
    // Spaces that vanish at the line's end keep a glyph without width, so that the text stays whole.
    for (let i = line.to; i < (ends[k] as number); i++) {
      for (let g = a.g[i] as number; g < (a.g[i + 1] as number); g++) {
        put(a.glyph[g] as number, shift + line.widthPt, 0, a.glyphFont[g] as number, a.glyphAt[g] as number);
      }
    }
    if (line.hyphen && hyphen) {
      const across = p.setting.vertical ? -SIDEWAYS_DROP * p.setting.sizePt : 0;
      put(hyphen.shaped.ids[0] as number, shift + line.widthPt - r.hyphenPt, across, hyphenFont, p.text.length);
    }
    const from = k === 0 ? 0 : (a.at[ends[k - 1] as number] as number);
    lines.push({ from, to: a.at[ends[k] as number] as number, glyphFrom, glyphTo: n, widthPt: line.widthPt, openEm: line.openEm });
  });
  return {
    lines,
    ids: out.ids.subarray(0, n),
    x: out.x.subarray(0, n),
    y: out.y.subarray(0, n),
    font: out.font.subarray(0, n),
    at: out.at.subarray(0, n),
    casts: a.casts,
    missing: a.missing,
  };
}

/** The lines of a paragraph at a measure in points. An empty text gives no line. */
export function setParagraph(p: Paragraph, measurePt: number, faces: Faces): SetParagraph {
  const source = glyphSource(faces);
  const { setting } = p;
  const atoms = collect(p, source);
  const hyphenPt = setting.language === 'en' || /[a-z]/iu.test(p.text) ? source.draw(setting.latin, '-', 'en').advance * setting.sizePt : 0;
  const indentPt = p.indent ? setting.indentEm * setting.sizePt : 0;
  const ruler = new Ruler(atoms, measurePt, indentPt, hyphenPt, setting);
  const ends = breakLines(ruler, setting.composer === 'total');
  const placed = ends.map((to, k) => placeLine(ruler, k === 0 ? 0 : (ends[k - 1] as number), to, setting.align));
  return gather(ruler, ends, placed, source, p);
}

/** Things kept of one style; they are forgotten together. */
const KEPT_OF_STYLE = 1000;

/** Paragraphs already set, by setting, measure and text. A fixed number of each setting's are kept, the oldest go first. */
export class Memory {
  readonly #bySetting = new Map<string, Map<string, SetParagraph>>();
  readonly #ofStyle = new WeakMap<TextStyle, Map<string, unknown>>();
  readonly #keep: number;

  constructor(keep = 4000) {
    this.#keep = keep;
  }

  /** What was made in a style under this name, which says all else that it was made from; or made now. One kind of thing for a style. */
  once<T extends object>(style: TextStyle, name: string, make: () => T): T {
    const known = this.#ofStyle.get(style) ?? new Map<string, unknown>();
    this.#ofStyle.set(style, known);
    const found = known.get(name) as T | undefined;
    if (found) return found;
    const made = make();
    if (known.size >= KEPT_OF_STYLE) known.clear();
    known.set(name, made);
    return made;
  }

  set(p: Paragraph, measurePt: number, faces: Faces): SetParagraph {
    const key = `${p.setting.key}|${p.indent ? 1 : 0}|${measurePt}`;
    let known = this.#bySetting.get(key);
    if (!known) {
      known = new Map();
      this.#bySetting.set(key, known);
    }
    const name = p.marks.length || p.spread?.length ? `${p.text}\u0000${JSON.stringify([p.marks, p.spread])}` : p.text;
    const found = known.get(name);
    if (found) return found;
    const made = setParagraph(p, measurePt, faces);
    if (known.size >= this.#keep) for (const oldest of [...known.keys()].slice(0, this.#keep >> 2)) known.delete(oldest);
    known.set(name, made);
    return made;
  }
}
