/** Gathers a part's items and glyphs. Typed arrays that grow; a run for each face in each line. */
import type { Colour, GlyphPool, GlyphRun, Item, Source } from '../scene/index.ts';
import type { SetLine, SetParagraph } from '../typeset/index.ts';

/** A soft hyphen: what a hyphen added by setting stands for. */
const ADDED_HYPHEN = '\u00ad';

export interface Ink {
  readonly sizePt: number;
  readonly colour: Colour;
  /** The line runs downwards from its place, which is its centre then. */
  readonly vertical?: boolean;
}

/** One past the last glyph of the line, from `g` on, that stands in the same way. */
function runEnd(set: SetParagraph, line: SetLine, g: number, length: number): number {
  const added = (set.at[g] as number) >= length;
  let end = g + 1;
  while (end < line.glyphTo && set.font[end] === set.font[g] && (set.at[end] as number) >= length === added) end++;
  return end;
}

export class PartBuilder {
  readonly items: Item[] = [];
  readonly missing = new Set<string>();
  #ids = new Uint16Array(256);
  #x = new Float32Array(256);
  #y = new Float32Array(256);
  #cluster = new Uint16Array(256);
  #n = 0;
  #pool: GlyphPool | null = null;

  #room(more: number): void {
    if (this.#n + more <= this.#ids.length) return;
    const size = Math.max(this.#ids.length * 2, this.#n + more);
    const grow = <T extends Uint16Array | Float32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    this.#ids = grow(this.#ids, new Uint16Array(size));
    this.#x = grow(this.#x, new Float32Array(size));
    this.#y = grow(this.#y, new Float32Array(size));
    this.#cluster = grow(this.#cluster, new Uint16Array(size));
  }

  /**
   * Put one set line with its left edge at `x` and its baseline at `y` of the part; a vertical line with its centre at `x`
   * and its top at `y`. `source` is where the paragraph's
   * first character stands in its story; null for text that is not a story's.
   */
  line(set: SetParagraph, line: SetLine, text: string, x: number, y: number, ink: Ink, source: Source | null): void {
    this.#pool = null;
    for (const ch of set.missing) this.missing.add(ch);
    this.#room(line.glyphTo - line.glyphFrom);
    const { vertical = false } = ink;
    for (let g = line.glyphFrom; g < line.glyphTo; ) {
      const added = (set.at[g] as number) >= text.length;
      const end = runEnd(set, line, g, text.length);
      const from = set.at[g] as number;
      const to = end < line.glyphTo ? Math.min(set.at[end] as number, line.to) : line.to;
      const cast = set.casts[set.font[g] as number] as SetParagraph['casts'][number];
      const start = this.#n;
      for (let i = g; i < end; i++) {
        const [along, across] = [set.x[i] as number, set.y[i] as number];
        this.#ids[this.#n] = set.ids[i] as number;
        this.#x[this.#n] = x + (vertical ? across : along);
        this.#y[this.#n] = y + (vertical ? along : across);
        this.#cluster[this.#n] = added ? 0 : (set.at[i] as number) - from;
        this.#n++;
      }
      this.items.push({
        kind: 'glyphs',
        font: cast.font,
        sizePt: ink.sizePt * cast.scale,
        scaleX: cast.narrow,
        colour: ink.colour,
        orientation: cast.turned ? 'sideways' : 'upright',
        start,
        end: this.#n,
        text: added ? ADDED_HYPHEN : text.slice(from, to),
        source: added || !source ? null : { ...source, at: source.at + from },
      } satisfies GlyphRun);
      g = end;
    }
  }

  /** All glyphs so far; the same arrays until another line is put. */
  pool(): GlyphPool {
    this.#pool ??= {
      ids: this.#ids.slice(0, this.#n),
      x: this.#x.slice(0, this.#n),
      y: this.#y.slice(0, this.#n),
      cluster: this.#cluster.slice(0, this.#n),
    };
    return this.#pool;
  }
}
