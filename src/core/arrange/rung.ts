import type { StyleOverrides } from '../document/index.ts';

/** One size a head block may take over a measure. */
export interface Rung {
  /** Grid lines of the block with its own whites. */
  readonly lines: number;
  readonly sizePt: number;
  readonly cost: number;
  readonly overrides: StyleOverrides;
}
