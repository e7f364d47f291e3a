/** Two lines of display type, one over the other: what they may be to each other, and how well they look it. */
import { afterHeadline, afterKicker, twoLines } from './heads.ts';
import type { Piece } from './piece.ts';
import type { Role } from './weights.ts';

/** What an upper and a lower line may be. */
export const COUPLES = ['kicker-headline', 'headline-deck', 'headline-headline2', 'label-headline', 'label-kicker'] as const;
export type Couple = (typeof COUPLES)[number];

/** What a piece gives for every role by itself. */
export type Evidence = Readonly<Record<Role, number>>;

/** What it costs that a line stands under a label. */
export const underLabel = { headline: 0.6, kicker: 0.2 } as const;

/** Log-odds, in the order of `COUPLES`: the evidence of each line for its role, and what the grammar says of the step. */
export function looksLike(a: Piece, b: Piece, ea: Evidence, eb: Evidence): number[] {
  return [
    ea.kicker + eb.headline + afterKicker(a, b),
    ea.headline + eb.deck + afterHeadline(a, b),
    ea.headline + eb.headline2 + twoLines(a, b),
    ea.label + eb.headline + underLabel.headline,
    ea.label + eb.kicker + underLabel.kicker,
  ];
}
