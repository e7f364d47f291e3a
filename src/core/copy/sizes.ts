/**
 * What the sizes of type say of a head's lines, where the source has them (a PDF): the kicker is set smaller than the headline and
 * the deck too, a headline's lines alike, subheads hardly larger than the text.
 */
import type { Piece } from './piece.ts';

/** Sizes that differ by less are one. */
const ALIKE = 1.08;
/** So many times the text's size no subhead is. */
const NO_SUBHEAD = 1.6;

/** How much larger the lower line is set than the upper; null where that is not known. A line without a size is set as the text. */
function growth(upper: Piece, lower: Piece): number | null {
  const size = upper.hint?.size;
  return size === undefined ? null : (lower.hint?.size ?? 1) / size;
}

/** In nats, for an upper line and the one under it. */
export function sizesSay(upper: Piece, lower: Piece, as: 'kicker-headline' | 'headline-headline2' | 'headline-deck'): number {
  const by = growth(upper, lower);
  if (by === null) return 0;
  if (as === 'headline-headline2') return by < ALIKE && by > 1 / ALIKE ? 2.5 : -4;
  if (as === 'headline-deck') return by <= 1 / ALIKE ? 1 : -3;
  return by >= ALIKE ? 2 : -4;
}

/** In nats, for a line that is to be a subhead. */
export const tooLarge = (p: Piece): number => ((p.hint?.size ?? 1) > NO_SUBHEAD ? -20 : 0);
