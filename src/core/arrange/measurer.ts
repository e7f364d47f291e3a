/** What arrangement asks of the composer: how many lines a part of a story takes at a measure. */
import type { StyleOverrides } from '../document/index.ts';
import type { Story } from '../story/index.ts';

export type HeadForm = 'over' | 'beside' | 'vertical';

export interface Measurer {
  /**
   * Grid lines of the head block (label, kicker, headline, deck, byline) over `columns` basic columns, whites included.
   * `ok` is false where the headline does not fit its measure within the style's limits.
   */
  head(
    story: Story,
    columns: number,
    form: HeadForm,
    overrides?: StyleOverrides,
  ): { readonly lines: number; readonly ok: boolean; readonly headlinePt: number };
  /** Lines of type of the whole body, summed over all legs, at `columns` basic columns re-divided into `legs` (0: the basic columns). */
  body(story: Story, columns: number, legs: number): { readonly total: number; readonly legs: number };
  /** Pour the body into legs of these depths: lines over, and lines left empty. */
  fits(story: Story, columns: number, legs: number, legDepths: readonly number[]): { readonly over: number; readonly spare: number };
  /** Grid lines of caption and credit under a picture of `columns` columns; of a photo story, its body and credit. */
  caption(story: Story, picture: number, columns: number): { readonly lines: number };
}
