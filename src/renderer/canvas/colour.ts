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
