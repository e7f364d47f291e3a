/**
 * Ink on newsprint as the screen shows it: the one place where a printed colour becomes a screen colour.
 *
 * The sixteen overprints of the four inks are given as they look on newsprint beside a page whose paper is set to a
 * slightly warm white; a tint is the mean of them by area (Demichel). It is a look, not a proof.
 */
import type { Colour } from '../../core/scene/index.ts';

type Rgb = readonly [number, number, number];

/** Paper and overprints in order of the bits C=1, M=2, Y=4; with K=8 they are darkened to the black of the ink. */
const OVERPRINTS: readonly Rgb[] = [
  [252, 250, 245],
  [0, 146, 196],
  [211, 58, 122],
  [62, 66, 138],
  [250, 221, 62],
  [28, 142, 82],
  [207, 58, 48],
  [66, 58, 54],
];
const KEY: Rgb = [28, 27, 26];

export const PAPER: Rgb = OVERPRINTS[0] as Rgb;

const css = ([r, g, b]: readonly number[]): string => `rgb(${Math.round(r ?? 0)} ${Math.round(g ?? 0)} ${Math.round(b ?? 0)})`;

export const PAPER_CSS = css(PAPER);

/** How much of the area each overprint of C, M and Y covers (Demichel), in order of the bits. */
function areas(c: number, m: number, y: number): number[] {
  const inks = [c, m, y].map((v) => Math.min(1, Math.max(0, v)));
  return OVERPRINTS.map((_, bits) => inks.reduce((share, a, ink) => share * ((bits >> ink) & 1 ? a : 1 - a), 1));
}

/** Inks 0…1 (a spot colour by its stand-in and its tint) to the screen's red, green and blue, 0…255. */
export function toRgb(colour: Colour): Rgb {
  const tint = colour.kind === 'spot' ? colour.tint : 1;
  const k = Math.min(1, Math.max(0, colour.k * tint));
  const out: [number, number, number] = [0, 0, 0];
  areas(colour.c * tint, colour.m * tint, colour.y * tint).forEach((share, bits) => {
    const plain = OVERPRINTS[bits] as Rgb;
    for (const i of [0, 1, 2] as const) {
      const inked = Math.min(KEY[i], plain[i]) * (bits === 0 ? 1 : 0.85);
      out[i] += share * ((1 - k) * plain[i] + k * inked);
    }
  });
  return out;
}

const known = new WeakMap<Colour, string>();

/** A printed colour as CSS. */
export function toCss(colour: Colour): string {
  let name = known.get(colour);
  if (name === undefined) {
    name = css(toRgb(colour));
    known.set(colour, name);
  }
  return name;
}
