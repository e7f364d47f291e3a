/** A glyph run as text operators: one TJ for all glyphs on one baseline, each glyph at its own place. */
import type { GlyphPool, GlyphRun, Part } from '../core/scene/index.ts';
import type { Form, PressFont } from './fonts/font.ts';
import type { Painter } from './painter.ts';
import { hex4, num } from './pdf/objects.ts';

/** How far a glyph may stand from its place before it is moved, in points; a move is rounded far below it. */
const TOLERANCE_PT = 0.004;

/**
 * A mark set in less than its full width overlaps its neighbour's cell, and readers that look for words and columns by
 * gaps then break lines of text and run columns together. So a compressed mark is shown by a form of the glyph that is
 * as wide as its place. In thousandths of an em: overlap that matters, and the step of the forms' widths.
 */
const OVERLAP = 60;
const FORM_STEP = 25;
/** A mark's ink stands in one half of a cell at least this wide. */
const FULL_WIDTH = 900;
const HALF = 500;

/** Glyphs that stand for one piece of text together. Pool indices, half-open. */
interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The clusters of a run in drawing order. A gap that setting made of a space leaves the space with the letter before it: dropped. */
function clusters(run: GlyphRun, pool: GlyphPool): Cluster[] {
  const found: Cluster[] = [];
  for (let i = run.start; i < run.end; ) {
    const at = pool.cluster[i] as number;
    let to = i + 1;
    while (to < run.end && pool.cluster[to] === at) to++;
    const next = to < run.end ? (pool.cluster[to] as number) : run.text.length;
    const text = run.text.slice(at, Math.max(next, at));
    found.push({ from: i, to, text: text.trimEnd() || text });
    i = to;
  }
  return found;
}

/** One TJ in the making. Along the line in thousandths of an em from its first glyph; the pen as a reader of the file will compute it. */
class Line {
  private readonly font: PressFont;
  /** Points that one thousandth of an em makes along the line. */
  private readonly unit: number;
  private readonly decimals: number;
  private pen = 0;
  private array = '';
  private hex = '';

  constructor(font: PressFont, run: GlyphRun) {
    this.font = font;
    this.unit = (run.sizePt * run.scaleX) / 1000;
    this.decimals = 10 ** Math.max(0, Math.ceil(Math.log10(this.unit / TOLERANCE_PT) + 0.5));
  }

  /** How far the pen stands beyond a place; below 0 where there is a gap. */
  overlap(along: number): number {
    return this.pen - along;
  }

  show(code: number, along: number): void {
    const move = this.pen - along;
    if (Math.abs(move * this.unit) > TOLERANCE_PT) {
      const rounded = Math.round(move * this.decimals) / this.decimals;
      if (this.hex) this.array += `<${this.hex}>`;
      this.hex = '';
      this.array += rounded;
      this.pen -= rounded;
    }
    this.hex += hex4(code);
    this.pen += this.font.width(code);
  }

  end(): string {
    return `[${this.array}${this.hex ? `<${this.hex}>` : ''}]TJ\n`;
  }
}

/** The text matrix's first four numbers in a space whose y grows downwards. */
function turn(run: GlyphRun): string {
  const s = num(run.scaleX);
  return run.orientation === 'upright' ? `${s} 0 0 -1` : `0 ${s} 1 0`;
}

/**
 * The form of a mark that fits its place: `overlap` is how far the glyph before reaches into its cell (null at the
 * start of a line), `step` the way to the glyph after (null at the end). Null where the glyph's own form fits.
 */
function formOf(font: PressFont, glyph: number, overlap: number | null, step: number | null): Form | null {
  const width = font.ownWidth(glyph);
  const ink = width >= FULL_WIDTH ? font.ink(glyph) : null;
  if (!ink) return null;
  const down = (n: number): number => Math.floor(n / FORM_STEP) * FORM_STEP;
  if (ink[0] >= HALF - OVERLAP && (overlap === null || overlap > OVERLAP)) {
    const dx = Math.min(down(ink[0]), HALF, overlap === null ? HALF : -down(-overlap));
    return { dx: -dx, width: width - dx };
  }
  if (ink[1] <= HALF + OVERLAP && (step === null || step < width - OVERLAP)) {
    return { dx: 0, width: Math.max(down(step ?? 0), HALF) };
  }
  return null;
}

/** Draws a run of a part. `knockOut` keeps black from overprinting. */
export function drawRun(painter: Painter, part: Part, run: GlyphRun, font: PressFont, knockOut: boolean): void {
  const { ids, x, y } = part.glyphs;
  const upright = run.orientation === 'upright';
  const along = upright ? x : y;
  const across = upright ? y : x;
  const unit = (run.sizePt * run.scaleX) / 1000;
  const sameLine = (a: number, b: number): boolean => Math.abs((across[a] as number) - (across[b] as number)) <= TOLERANCE_PT;
  painter.fillColour(run.colour, knockOut);
  painter.beginText(font.name, run.sizePt);
  let line: Line | null = null;
  let origin = 0;
  for (const { from, to, text } of clusters(run, part.glyphs)) {
    const first = !line || !sameLine(from, from - 1);
    if (line && first) painter.text(line.end());
    if (!line || first) {
      line = new Line(font, run);
      origin = along[from] as number;
    }
    const place = ((along[from] as number) - origin) / unit;
    const more = to < run.end && sameLine(to, from);
    const step = more ? ((along[to] as number) - (along[from] as number)) / unit : null;
    const form = upright && to - from === 1 ? formOf(font, ids[from] as number, first ? null : line.overlap(place), step) : null;
    const dx = form ? -form.dx : 0;
    if (first) {
      origin += dx * unit;
      const [px, py] = upright ? [origin, y[from] as number] : [x[from] as number, origin];
      painter.text(`${turn(run)} ${num(part.x + px)} ${num(part.y + py)} Tm\n`);
    }
    for (let i = from; i < to; i++) {
      const code = font.code(ids[i] as number, i === from ? text : '', form);
      line.show(code, ((along[i] as number) - origin) / unit + dx);
    }
  }
  if (line) painter.text(line.end());
}
