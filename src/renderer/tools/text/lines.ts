/**
 * The lines of a stream as they stand on a page, read from the Scene: for each line its characters and where each of
 * them begins. Nothing is measured here; what the Scene does not say (how wide a line's last character is) is asked of
 * the glyph's ink. All in points of the page.
 */
import type { FontId } from '../../../core/font/index.ts';
import type { GlyphRun, Part, Scene } from '../../../core/scene/index.ts';
import { FREE_KEY, type Home, placeKey } from './stream.ts';

/** How far a glyph's ink reaches from its pen along the line, in em; null where it is not known. */
export type InkEnd = (font: FontId, glyph: number) => number | null;

export interface TextLine {
  readonly page: string;
  readonly frame: string;
  /** Of the passage (stream.ts). */
  readonly key: string;
  /** Offsets in the passage's text, half-open. */
  readonly from: number;
  readonly to: number;
  readonly vertical: boolean;
  /** Where each character begins along the line, from `from` to `to`; one more than there are characters. Never falls. */
  readonly stops: readonly number[];
  /** Across the line: top and bottom, or left and right of a vertical one. */
  readonly near: number;
  readonly far: number;
}

/** From the baseline up to the top of the em and down to its foot; the design's em box. */
const ABOVE = 0.88;
const BELOW = 0.12;
/** A vertical line's Latin words lie this far left of its centre, in em. */
const SIDEWAYS = 0.3;
const ADDED_HYPHEN = '\u00ad';

const OPENERS = '“‘「『（〔［｛【〖《〈';
const HALVES = '”’」』）〕］｝】〗》〉，、。．；：！？';

const wide = (run: GlyphRun, ch: string): boolean => !run.font.startsWith('latin') && (ch.codePointAt(0) ?? 0) >= 0x2000;

/** A line while its runs are gathered. */
class Gathering {
  readonly offsets: number[] = [];
  readonly along: number[] = [];
  private near = Number.POSITIVE_INFINITY;
  private far = Number.NEGATIVE_INFINITY;
  private size = 0;
  private base = 0;
  private end = 0;
  private to: number;

  constructor(
    private readonly page: string,
    private readonly part: Part,
    readonly key: string,
    private readonly from: number,
    private readonly vertical: boolean,
    private readonly inkEnd: InkEnd,
  ) {
    this.to = from;
  }

  /** True where a run goes on in this line: the next characters, and not back at a line's beginning. */
  takes(key: string, at: number, run: GlyphRun): boolean {
    if (key !== this.key || at < this.to) return false;
    const pool = this.part.glyphs;
    const [x, y] = [pool.x[run.start] as number, pool.y[run.start] as number];
    const [along, across] = this.vertical ? [y, x] : [x, y];
    const last = this.along.at(-1);
    if (last === undefined) return true;
    if (along + (this.vertical ? this.part.y - ABOVE * run.sizePt : this.part.x) < last - run.sizePt * 0.6) return false;
    return Math.abs(across - this.base) < Math.max(this.size, run.sizePt) * (this.vertical ? 1.1 : 0.75);
  }

  add(run: GlyphRun, at: number): void {
    const { glyphs: pool } = this.part;
    for (let g = run.start; g < run.end; g++) {
      const offset = at + (pool.cluster[g] as number);
      if (offset === this.offsets.at(-1)) continue;
      const ch = run.text.slice(pool.cluster[g] as number, (pool.cluster[g] as number) + 2);
      this.offsets.push(offset);
      this.along.push(this.start(run, g, ch));
      const next = g + 1 < run.end ? (pool.cluster[g + 1] as number) : run.text.length;
      this.end = (this.along.at(-1) as number) + this.advance(run, g, ch, next - (pool.cluster[g] as number));
    }
    this.to = at + run.text.length;
    this.reach(run);
  }

  private start(run: GlyphRun, g: number, ch: string): number {
    const { glyphs: pool, x, y } = this.part;
    if (this.vertical) return y + (pool.y[g] as number) - (run.orientation === 'sideways' ? 0 : ABOVE * run.sizePt);
    const pen = x + (pool.x[g] as number);
    // The blank half before an opening mark may have been taken away: the caret stands before its ink.
    const half = OPENERS.includes(ch.charAt(0)) && wide(run, ch) && (this.along.length === 0 || pen < this.end - run.sizePt * 0.1);
    return half ? pen + run.sizePt * run.scaleX * 0.45 : pen;
  }

  private advance(run: GlyphRun, g: number, ch: string, characters: number): number {
    const em = run.sizePt * (this.vertical ? 1 : run.scaleX);
    if (this.vertical && run.orientation === 'upright') return em * (wide(run, ch) ? characters : 1);
    if (wide(run, ch))
      return HALVES.includes(ch.charAt(0))
        ? em / 2
        : em * (characters > 1 && ch.codePointAt(0) !== undefined && ch.length === 2 && ch.charCodeAt(0) === ch.charCodeAt(1) ? 2 : 1);
    return em * (this.inkEnd(run.font, this.part.glyphs.ids[g] as number) ?? 0.3);
  }

  private reach(run: GlyphRun): void {
    const { glyphs: pool, x, y } = this.part;
    const [px, py] = [pool.x[run.start] as number, pool.y[run.start] as number];
    if (run.sizePt < this.size) return;
    this.size = run.sizePt;
    this.base = this.vertical ? px : py;
    if (!this.vertical) {
      this.near = y + py - ABOVE * run.sizePt;
      this.far = y + py + BELOW * run.sizePt;
      return;
    }
    const centre = x + px + (run.orientation === 'sideways' ? SIDEWAYS : wide(run, run.text) ? 0.5 : 0.25) * run.sizePt;
    this.near = centre - run.sizePt / 2;
    this.far = centre + run.sizePt / 2;
  }

  done(): TextLine {
    const count = this.to - this.from + 1;
    const stops: number[] = [];
    let k = 0;
    let last = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < count; i++) {
      while (k + 1 < this.offsets.length && (this.offsets[k + 1] as number) <= this.from + i) k++;
      const [o, a] = [this.offsets[k] ?? this.from, this.along[k] ?? 0];
      const [o2, a2] = k + 1 < this.offsets.length ? [this.offsets[k + 1] as number, this.along[k + 1] as number] : [this.to, this.end];
      // A character that has no glyph of its own (the second of a dash) shares in the glyph before it.
      const share = o2 > o ? Math.min(1, (this.from + i - o) / (o2 - o)) : 0;
      last = Math.max(last, a + share * Math.max(0, a2 - a));
      stops.push(last);
    }
    const { page, key, from, to, vertical, near, far } = this;
    return { page, frame: this.part.frame, key, from, to, vertical, stops, near, far };
  }
}

/** Where a run stands in the stream: the passage's key and the offset; null for what is not the stream's text. */
type PlaceOf = (run: GlyphRun) => { readonly key: string; readonly at: number } | null;

const inStory =
  (story: string, keys: ReadonlySet<string>): PlaceOf =>
  (run) => {
    if (run.source?.story !== story) return null;
    const key = placeKey(run.source.place);
    return keys.has(key) ? { key, at: run.source.at } : null;
  };

/** A free frame's runs hold its text whole, but for the ends of its lines. */
function inFrame(text: string): PlaceOf {
  let at = 0;
  return (run) => {
    if (run.text === ADDED_HYPHEN) return null;
    while (text[at] === '\n' && run.text[0] !== '\n') at++;
    const here = at;
    at += run.text.length;
    return { key: FREE_KEY, at: here };
  };
}

function linesOfPart(page: string, part: Part, vertical: boolean, placeOf: PlaceOf, inkEnd: InkEnd): TextLine[] {
  const lines: TextLine[] = [];
  let line: Gathering | null = null;
  for (const run of part.items) {
    if (run.kind !== 'glyphs' || run.end === run.start) continue;
    const where = placeOf(run);
    if (!where) continue;
    if (!line?.takes(where.key, where.at, run)) {
      if (line) lines.push(line.done());
      line = new Gathering(page, part, where.key, where.at, vertical, inkEnd);
    }
    line.add(run, where.at);
  }
  if (line) lines.push(line.done());
  return lines;
}

/**
 * The lines of a stream on one page, in reading order. `keys` are the passages it has, `text` a free frame's own text,
 * `verticalFrames` the frames whose lines run downwards.
 */
export function linesOn(
  scene: Scene,
  home: Home,
  keys: readonly string[],
  text: string,
  verticalFrames: ReadonlySet<string>,
  inkEnd: InkEnd,
): TextLine[] {
  if (home.kind === 'free') {
    const part = scene.page === home.page ? scene.parts.find((p) => p.frame === home.frame) : undefined;
    return part ? linesOfPart(scene.page, part, false, inFrame(text), inkEnd) : [];
  }
  const placeOf = inStory(home.story, new Set(keys));
  return scene.parts.flatMap((part) =>
    part.story === home.story ? linesOfPart(scene.page, part, verticalFrames.has(part.frame), placeOf, inkEnd) : [],
  );
}
