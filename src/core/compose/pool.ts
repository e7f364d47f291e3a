/** Gathers a part's items and glyphs. Typed arrays that grow; a run for each face in each line. */
import type { Colour, GlyphPool, GlyphRun, Item, Source } from '../scene/index.ts';
import type { SetLine, SetParagraph } from '../typeset/index.ts';

/** A soft hyphen: what a hyphen added by setting stands for. */
const ADDED_HYPHEN = '\u00ad';

export interface Ink {
  readonly sizePt: number;
  readonly colour: Colour;
}

export class PartBuilder {
  readonly items: Item[] = [];
  readonly missing = new Set<string>();
  #ids = new Uint16Array(256);
  #x = new Float32Array(256);
  #y = new Float32Array(256);
  #cluster = new Uint16Array(256);
  #n = 0;

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
   * Put one set line with its left edge at `x` and its baseline at `y` of the part. `source` is where the paragraph's
   * first character stands in its story; null for text that is not a story's.
   */
  line(set: SetParagraph, line: SetLine, text: string, x: number, y: number, ink: Ink, source: Source | null): void {
    for (const ch of set.missing) this.missing.add(ch);
    this.#room(line.glyphTo - line.glyphFrom);
    let g = line.glyphFrom;
    while (g < line.glyphTo) {
      const font = set.font[g] as number;
      const added = (set.at[g] as number) >= text.length;
      let end = g + 1;
      while (end < line.glyphTo && set.font[end] === font && (set.at[end] as number) >= text.length === added) end++;
      const from = set.at[g] as number;
      const to = end < line.glyphTo ? Math.min(set.at[end] as number, line.to) : line.to;
      const start = this.#n;
      for (let i = g; i < end; i++) {
        this.#ids[this.#n] = set.ids[i] as number;
        this.#x[this.#n] = x + (set.x[i] as number);
        this.#y[this.#n] = y + (set.y[i] as number);
        this.#cluster[this.#n] = added ? 0 : (set.at[i] as number) - from;
        this.#n++;
      }
      this.items.push({
        kind: 'glyphs',
        font: set.fonts[font] as string,
        sizePt: ink.sizePt * (set.scales[font] as number),
        scaleX: 1,
        colour: ink.colour,
        orientation: 'upright',
        start,
        end: this.#n,
        text: added ? ADDED_HYPHEN : text.slice(from, to),
        source: added || !source ? null : { ...source, at: source.at + from },
      } satisfies GlyphRun);
      g = end;
    }
  }

  /** Put single glyphs, each at its own place; for what is set upright or sideways in a column. */
  glyphs(
    run: Omit<GlyphRun, 'kind' | 'start' | 'end'>,
    ids: ArrayLike<number>,
    x: ArrayLike<number>,
    y: ArrayLike<number>,
    cluster: ArrayLike<number>,
  ): void {
    this.#room(ids.length);
    const start = this.#n;
    for (let i = 0; i < ids.length; i++) {
      this.#ids[this.#n] = ids[i] as number;
      this.#x[this.#n] = x[i] as number;
      this.#y[this.#n] = y[i] as number;
      this.#cluster[this.#n] = cluster[i] as number;
      this.#n++;
    }
    this.items.push({ kind: 'glyphs', start, end: this.#n, ...run });
  }

  pool(): GlyphPool {
    return {
      ids: this.#ids.slice(0, this.#n),
      x: this.#x.slice(0, this.#n),
      y: this.#y.slice(0, this.#n),
      cluster: this.#cluster.slice(0, this.#n),
    };
  }
}
