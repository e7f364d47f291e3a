/**
 * How an ink looks on a screen: the one conversion that the canvas, the PNG and the proof share.
 *
 * The sixteen overprints of the four inks as WAN-IFRAnewspaper26v5 gives them in sRGB (relative colorimetric, black
 * point compensated), and between them Neugebauer's mixture by area. Two things are changed on purpose: paper is white,
 * and black is neutral and dark, because a page of brown-grey type on a screen reads as a fault of the screen.
 */
import type { Colour } from './scene.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** sRGB 0…255 by what is printed solid: bit 0 cyan, 1 magenta, 2 yellow, 3 black. */
const SOLIDS: readonly Rgb[] = [
  [255, 255, 255],
  [0, 175, 234],
  [243, 67, 151],
  [53, 71, 156],
  [255, 236, 21],
  [0, 161, 88],
  [241, 60, 54],
  [58, 65, 75],
  [35, 31, 32],
  [0, 17, 36],
  [38, 5, 14],
  [8, 5, 22],
  [37, 30, 4],
  [0, 20, 9],
  [36, 5, 3],
  [8, 6, 7],
];

/** How much wider a tint prints than it is (fitted to the profile at 10 % steps): effective area = 1 − (1 − a)^power. */
const GAIN_COLOUR = 1.3;
const GAIN_BLACK = 1.1;

const area = (tint: number, gain: number): number => 1 - (1 - Math.min(1, Math.max(0, tint))) ** gain;

/** The colour on a screen, each of red, green, blue a whole number 0…255. Inks beyond 0…1 are taken as 0 or 1. */
export function screenColour(colour: Colour): Rgb {
  const tint = colour.kind === 'spot' ? colour.tint : 1;
  const areas = [
    area(colour.c * tint, GAIN_COLOUR),
    area(colour.m * tint, GAIN_COLOUR),
    area(colour.y * tint, GAIN_COLOUR),
    area(colour.k * tint, GAIN_BLACK),
  ];
  let [r, g, b] = [0, 0, 0];
  SOLIDS.forEach((solid, index) => {
    let share = 1;
    areas.forEach((a, bit) => {
      share *= (index >> bit) & 1 ? a : 1 - a;
    });
    r += share * solid[0];
    g += share * solid[1];
    b += share * solid[2];
  });
  return [Math.round(r), Math.round(g), Math.round(b)];
}

/** The same as `#rrggbb`. */
export const screenHex = (colour: Colour): string =>
  `#${screenColour(colour)
    .map((v) => v.toString(16).padStart(2, '0'))
    .join('')}`;
