/** What rules ask of a colour. */
import type { Colour } from '../scene/index.ts';

/** The inks a colour prints with, 0…1 each; a spot colour is one ink of its own. */
export const inksOf = (c: Colour): readonly number[] => (c.kind === 'spot' ? [c.tint] : [c.c, c.m, c.y, c.k]);

/** All inks together, 1 = 100 %. A spot colour is counted by its process stand-in, as a plant without that ink would print it. */
export const totalInk = (c: Colour): number => (c.kind === 'spot' ? (c.c + c.m + c.y + c.k) * c.tint : c.c + c.m + c.y + c.k);

/** How many inks print it. */
export const inkCount = (c: Colour): number => inksOf(c).filter((ink) => ink > 0.001).length;

/** Light enough to be read as white on what lies under it. */
export const isLight = (c: Colour): boolean => totalInk(c) < 0.2;
