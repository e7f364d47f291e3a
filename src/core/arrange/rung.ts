import type { StyleOverrides } from '../document/index.ts';
import type { Story } from '../story/index.ts';
import type { Laid } from './shape.ts';

/** One size a head block may take over a measure. */
export interface Rung {
  /** Grid lines of the block with its own whites. */
  readonly lines: number;
  readonly sizePt: number;
  /** How much of the measure each line of the headline takes; empty where it has none or stands upright. */
  readonly fills: readonly number[];
  readonly cost: number;
  readonly overrides: StyleOverrides;
}

/** Lines of a headline more unlike than this look broken in the wrong place (C09). */
export const MOST_RATIO = 1.6;

/** A headline's longest line over its shortest; 1 where it has one line or none. */
export const lineRatio = (fills: readonly number[]): number =>
  fills.length > 1 ? Math.max(...fills) / Math.max(0.01, Math.min(...fills)) : 1;

/** What a module takes over from the rung its head is set at. */
export const layHead = (story: Story, rung: Rung): Omit<Laid, 'pieces'> => ({
  overrides: rung.overrides,
  headlinePt: story.headline ? rung.sizePt : 0,
  headlineFills: rung.fills,
  headLines: rung.lines,
});
