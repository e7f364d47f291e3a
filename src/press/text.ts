/** A glyph run as text operators: one TJ for all glyphs on one baseline, each glyph at its own place. */
import type { GlyphPool, GlyphRun, Part } from '../core/scene/index.ts';
import type { PressFont } from './fonts/font.ts';
import type { Painter } from './painter.ts';
import { hex4, num, textString } from './pdf/objects.ts';

/** How far a glyph may stand from its place before it is moved, in points; a move is rounded far below it. */
const TOLERANCE_PT = 0.004;

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

/** One TJ in the making. Along the line in points from its first glyph; the pen as a reader of the file will compute it. */
class Line {
  private readonly font: PressFont;
  /** Points that one thousandth of an em makes along the line. */
  private readonly unit: number;
  private readonly decimals: number;
  private pen = 0;
  private array = '';
  private hex = '';
  private operators = '';

  constructor(font: PressFont, run: GlyphRun) {
    this.font = font;
    this.unit = (run.sizePt * run.scaleX) / 1000;
    this.decimals = 10 ** Math.max(0, Math.ceil(Math.log10(this.unit / TOLERANCE_PT) + 0.5));
  }

  glyph(id: number, along: number): void {
    const move = this.pen - along / this.unit;
    if (Math.abs(move * this.unit) > TOLERANCE_PT) {
      const rounded = Math.round(move * this.decimals) / this.decimals;
      this.closeHex();
      this.array += rounded;
      this.pen -= rounded;
    }
    this.hex += hex4(id);
    this.pen += this.font.width(id);
  }

  /** Draws within a span that says what the glyphs stand for. */
  spelled(text: string, draw: () => void): void {
    this.flush();
    this.operators += `/Span <</ActualText ${textString(text)}>> BDC\n`;
    draw();
    this.flush();
    this.operators += 'EMC\n';
  }

  private closeHex(): void {
    if (this.hex) this.array += `<${this.hex}>`;
    this.hex = '';
  }

  private flush(): void {
    this.closeHex();
    if (this.array) this.operators += `[${this.array}]TJ\n`;
    this.array = '';
  }

  end(): string {
    this.flush();
    return this.operators;
  }
}

/** The text matrix's first four numbers in a space whose y grows downwards. */
function turn(run: GlyphRun): string {
  const s = num(run.scaleX);
  return run.orientation === 'upright' ? `${s} 0 0 -1` : `0 ${s} 1 0`;
}

/** Draws a run of a part. `knockOut` keeps black from overprinting. */
export function drawRun(painter: Painter, part: Part, run: GlyphRun, font: PressFont, knockOut: boolean): void {
  const { ids, x, y } = part.glyphs;
  const upright = run.orientation === 'upright';
  const along = upright ? x : y;
  const across = upright ? y : x;
  painter.fillColour(run.colour, knockOut);
  painter.beginText(font.name, run.sizePt);
  let line: Line | null = null;
  let start = 0;
  const finish = (): void => {
    if (line) painter.text(line.end());
    line = null;
  };
  for (const cluster of clusters(run, part.glyphs)) {
    if (line && Math.abs((across[cluster.from] as number) - (across[start] as number)) > TOLERANCE_PT) finish();
    if (!line) {
      start = cluster.from;
      line = new Line(font, run);
      painter.text(`${turn(run)} ${num(part.x + (x[start] as number))} ${num(part.y + (y[start] as number))} Tm\n`);
    }
    const to = line;
    const origin = along[start] as number;
    const draw = (): void => {
      for (let i = cluster.from; i < cluster.to; i++) to.glyph(ids[i] as number, (along[i] as number) - origin);
    };
    if (says(font, ids, cluster)) draw();
    else to.spelled(cluster.text, draw);
  }
  finish();
}

/** Whether the codes of a cluster's glyphs tell its text without help. */
function says(font: PressFont, ids: Uint16Array, cluster: Cluster): boolean {
  if (cluster.to - cluster.from === 1) return font.show(ids[cluster.from] as number, cluster.text);
  for (let i = cluster.from; i < cluster.to; i++) font.hide(ids[i] as number);
  return false;
}
