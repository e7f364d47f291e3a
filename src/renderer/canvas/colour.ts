/** Printed colours as CSS: the house's one conversion, remembered, and the paper the page lies on. */
import { type Colour, screenHex } from '../../core/scene/index.ts';

/** Newsprint as the window shows it: a slightly warm white. The paper is the screen's matter; inks are `screenHex`'s. */
export const PAPER_CSS = '#fdfcf8';

const known = new WeakMap<Colour, string>();

export function toCss(colour: Colour): string {
  let name = known.get(colour);
  if (name === undefined) {
    name = screenHex(colour);
    known.set(colour, name);
  }
  return name;
}

const pixels = new WeakMap<Colour, number>();

/** A colour named `#rrggbb` as a pixel of ImageData read as a little-endian 32-bit word: opaque, red lowest. */
export function hexPixel(hex: string): number {
  const n = Number.parseInt(hex.slice(1), 16);
  return (0xff000000 | ((n & 0xff) << 16) | (n & 0xff00) | (n >> 16)) >>> 0;
}

/** The same of an ink. */
export function toPixel(colour: Colour): number {
  let pixel = pixels.get(colour);
  if (pixel === undefined) {
    pixel = hexPixel(toCss(colour));
    pixels.set(colour, pixel);
  }
  return pixel;
}
