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

/** What a module takes over from the rung its head is set at. */
export const layHead = (story: Story, rung: Rung): Omit<Laid, 'pieces'> => ({
  overrides: rung.overrides,
  headlinePt: story.headline ? rung.sizePt : 0,
  headlineFills: rung.fills,
  headLines: rung.lines,
});
