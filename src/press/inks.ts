/**
 * Colour as operators of a content stream, and the overprint that belongs to it (guide print.md §3).
 *
 * Pure black must overprint, so that a plate out of register leaves no white edge round small type; it does so only as
 * DeviceCMYK with OPM 1. Under the same state white and every other colour would let what lies below show through,
 * so everything that is not pure black switches overprint off.
 */
import { type Colour, screenColour } from '../core/scene/index.ts';
import type { Pdf, PdfPage, Ref } from './pdf/document.ts';
import { escapedName, ink } from './pdf/objects.ts';

/** True for 100 % black and nothing else: what may overprint. */
export const isPureBlack = (colour: Colour): boolean =>
  colour.kind === 'cmyk' && colour.c === 0 && colour.m === 0 && colour.y === 0 && colour.k >= 0.9995;

/** What the inks of one file are written with. */
export interface Inks {
  /** Operators that set the colour for filling (and text) or for lines; registers what they name with the page. */
  set(page: PdfPage, colour: Colour, forLines: boolean): string;
  /** The operator that switches overprint, or an empty string where the file has none. */
  overprint(page: PdfPage, on: boolean): string;
  /** Ends the objects made. */
  end(): void;
}

const cmyk = (c: Colour): string => `${ink(c.c)} ${ink(c.m)} ${ink(c.y)} ${ink(c.k)}`;

/** Process and spot inks, for the press. */
export class PlateInks implements Inks {
  private readonly pdf: Pdf;
  private readonly states: { on: Ref; off: Ref };
  private readonly spots = new Map<string, { name: string; ref: Ref }>();

  constructor(pdf: Pdf) {
    this.pdf = pdf;
    this.states = {
      on: pdf.ref({ Type: 'ExtGState', OP: true, op: true, OPM: 1 }),
      off: pdf.ref({ Type: 'ExtGState', OP: false, op: false, OPM: 0 }),
    };
  }

  set(page: PdfPage, colour: Colour, forLines: boolean): string {
    if (colour.kind === 'cmyk') return `${cmyk(colour)} ${forLines ? 'K' : 'k'}\n`;
    const spot = this.spot(colour);
    page.resource('ColorSpace', spot.name, spot.ref);
    return `/${spot.name} ${forLines ? 'CS' : 'cs'} ${ink(colour.tint)} ${forLines ? 'SCN' : 'scn'}\n`;
  }

  overprint(page: PdfPage, on: boolean): string {
    const name = on ? 'Over' : 'Knock';
    page.resource('ExtGState', name, on ? this.states.on : this.states.off);
    return `/${name} gs\n`;
  }

  end(): void {
    this.states.on.end();
    this.states.off.end();
  }

  /** One Separation a name; its stand-in is that of the first colour met. pdfkit's own cuts Chinese names to a byte a character. */
  private spot(colour: Colour & { kind: 'spot' }): { name: string; ref: Ref } {
    let spot = this.spots.get(colour.name);
    if (!spot) {
      const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [colour.c, colour.m, colour.y, colour.k], N: 1 };
      const ref = this.pdf.ref(['Separation', escapedName(colour.name), 'DeviceCMYK', tint]);
      ref.end();
      spot = { name: `Spot${this.spots.size + 1}`, ref };
      this.spots.set(colour.name, spot);
    }
    return spot;
  }
}

/** The same colours as a screen shows them, for the proof. */
export class ScreenInks implements Inks {
  set(_page: PdfPage, colour: Colour, forLines: boolean): string {
    const [r, g, b] = screenColour(colour);
    return `${ink(r / 255)} ${ink(g / 255)} ${ink(b / 255)} ${forLines ? 'RG' : 'rg'}\n`;
  }

  overprint(): string {
    return '';
  }

  end(): void {}
}
