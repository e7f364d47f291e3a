/** Small PDF objects that pdfkit's own serialiser cannot write, and the numbers of a content stream. */

/**
 * A value that pdfkit's serialiser prints as it stands: it takes plain objects apart, so this one must not look like one.
 */
export class Verbatim {
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  get [Symbol.toStringTag](): string {
    return 'Verbatim';
  }
  toString(): string {
    return this.text;
  }
}

const bytes = new TextEncoder();
const REGULAR = /[!-~]/u;
const DELIMITERS = new Set('#%()/<>[]{}');

/** A name as UTF-8 with `#xx` escapes (ISO 32000-1 §7.3.5), without its slash: pdfkit adds that. */
export function escapedName(name: string): string {
  let out = '';
  for (const byte of bytes.encode(name)) {
    const char = String.fromCharCode(byte);
    out += REGULAR.test(char) && !DELIMITERS.has(char) ? char : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** A text string in UTF-16 with byte order mark, as hexadecimal with its angle brackets. */
export function textString(text: string): string {
  let hex = 'FEFF';
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return `<${hex}>`;
}

const HEX: string[] = Array.from({ length: 256 }, (_, i) => i.toString(16).toUpperCase().padStart(2, '0'));

/** Four hexadecimal digits of a 16-bit number. */
export const hex4 = (n: number): string => (HEX[n >> 8] as string) + (HEX[n & 255] as string);

/** A number to a thousandth, without exponent: 0.001 pt is a tenth of what a plate setter resolves. */
export const num = (n: number): string => String(Math.round(n * 1000) / 1000);

/** An ink or colour value to a ten-thousandth. */
export const ink = (n: number): string => String(Math.round(Math.min(1, Math.max(0, n)) * 10000) / 10000);
