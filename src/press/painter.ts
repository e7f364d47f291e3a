/** The content stream of one page, built operator by operator; says each state once. Points, y downwards from the trim's corner. */
import type { Colour, Fill, Rule } from '../core/scene/index.ts';
import { type Inks, isPureBlack } from './inks.ts';
import { HAIRLINE_PT } from './options.ts';
import type { PdfPage } from './pdf/document.ts';
import { num } from './pdf/objects.ts';

/** Black bars thinner than this count as lines and overprint (GWG R0010). */
const LINE_PT = 2;

export class Painter {
  readonly page: PdfPage;
  private readonly inks: Inks;
  private out = '';
  private fill: Colour | null = null;
  private stroke: Colour | null = null;
  private over: boolean | null = null;
  private width = -1;
  private dash = '';
  private font = '';
  private inText = false;

  constructor(page: PdfPage, inks: Inks) {
    this.page = page;
    this.inks = inks;
  }

  /** Operators as they stand; ends a text object that is open. */
  raw(operators: string): void {
    this.endText();
    this.out += operators;
  }

  /** Saves the state for the duration of `draw`. */
  saved(draw: () => void): void {
    const before = [this.fill, this.stroke, this.over, this.width, this.dash, this.font] as const;
    this.raw('q\n');
    draw();
    this.raw('Q\n');
    [this.fill, this.stroke, this.over, this.width, this.dash, this.font] = before;
  }

  /** Sets the colour of fills and text. Pure black overprints unless `knockOut`. */
  fillColour(colour: Colour, knockOut = false): void {
    this.overprint(!knockOut && isPureBlack(colour));
    if (same(this.fill, colour)) return;
    this.fill = colour;
    this.out += this.inks.set(this.page, colour, false);
  }

  private strokeColour(colour: Colour): void {
    this.overprint(isPureBlack(colour));
    if (same(this.stroke, colour)) return;
    this.stroke = colour;
    this.out += this.inks.set(this.page, colour, true);
  }

  /** Switches overprint off, as an image wants it. */
  knockOut(): void {
    this.overprint(false);
  }

  private overprint(on: boolean): void {
    if (this.over === on) return;
    this.over = on;
    this.out += this.inks.overprint(this.page, on);
  }

  /** A filled rectangle, moved by dx, dy. A large area of black knocks out: what lies below must not darken it. */
  rectangle(item: Fill, dx = 0, dy = 0): void {
    this.endText();
    this.fillColour(item.colour, Math.min(item.width, item.height) >= LINE_PT);
    this.out += `${num(item.x + dx)} ${num(item.y + dy)} ${num(item.width)} ${num(item.height)} re f\n`;
  }

  /** A straight line with butt ends, moved by dx, dy; never thinner than a hairline. */
  line(item: Rule, dx = 0, dy = 0): void {
    this.endText();
    this.strokeColour(item.colour);
    this.pen(item.widthPt, item.dash);
    this.out += `${num(item.x1 + dx)} ${num(item.y1 + dy)} m ${num(item.x2 + dx)} ${num(item.y2 + dy)} l S\n`;
  }

  /** A path drawn as a solid line. Its operators are in the page's own coordinates. */
  path(operators: string, colour: Colour, widthPt: number): void {
    this.endText();
    this.strokeColour(colour);
    this.pen(widthPt, []);
    this.out += `${operators} S\n`;
  }

  private pen(widthPt: number, dashes: readonly number[]): void {
    const width = Math.max(widthPt, HAIRLINE_PT);
    const dash = `[${dashes.map(num).join(' ')}]`;
    if (width !== this.width) this.out += `${num(width)} w\n`;
    if (dash !== (this.dash || '[]')) this.out += `${dash} 0 d\n`;
    this.width = width;
    this.dash = dash;
  }

  /** Opens a text object where none is open, and sets the font. */
  beginText(fontName: string, sizePt: number): void {
    if (!this.inText) this.out += 'BT\n';
    this.inText = true;
    const font = `/${fontName} ${num(sizePt)} Tf\n`;
    if (font !== this.font) this.out += font;
    this.font = font;
  }

  /** Operators of a text object; `beginText` must have been called. */
  text(operators: string): void {
    this.out += operators;
  }

  endText(): void {
    if (this.inText) this.out += 'ET\n';
    this.inText = false;
  }

  /** Hands the stream over to the page. */
  finish(): void {
    this.endText();
    this.page.content(this.out);
    this.out = '';
  }
}

function same(a: Colour | null, b: Colour): boolean {
  if (a === b) return true;
  if (!a || a.kind !== b.kind) return false;
  if (a.kind === 'spot' && b.kind === 'spot' && (a.name !== b.name || a.tint !== b.tint)) return false;
  return a.c === b.c && a.m === b.m && a.y === b.y && a.k === b.k;
}
