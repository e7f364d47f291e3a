/** How much room a story needs, asked of the real compositor: what arrangement and the copyfit meter stand on. */
import type { Page, Project, StyleOverrides } from '../document/index.ts';
import type { Faces } from '../font/index.ts';
import { spanPt } from '../measure/index.ts';
import type { Story } from '../story/index.ts';
import { setCaption } from './caption.ts';
import { BodyFlow, widowsOf } from './flow.ts';
import { setHead } from './head.ts';
import { legsOf } from './legs.ts';
import { ComposeMemory } from './page.ts';
import { setVerticalHead } from './vertical-head.ts';
import { Workshop } from './workshop.ts';

export interface Measurer {
  /**
   * Grid lines of the head block over `columns` basic columns. `ok` is false where it is wider than the measure at its
   * smallest. `headlineFills` is how much of the measure each line of the headline takes (1 is all of it), first line
   * first; empty without a headline and for a vertical one.
   */
  head(
    story: Story,
    columns: number,
    form: 'over' | 'beside' | 'vertical',
    overrides?: StyleOverrides,
  ): { lines: number; ok: boolean; headlinePt: number; headlineFills: readonly number[] };
  /** Lines of type of the whole body over `columns` re-divided into `legs` (0 = one a basic column), summed over the legs. */
  body(story: Story, columns: number, legs: number, overrides?: StyleOverrides): { total: number; legs: number };
  /**
   * Pour the body into legs of the given depths, which stand side by side and end where they end: lines over, lines to
   * spare, and how many legs begin with the last line of a paragraph (C19).
   */
  fits(
    story: Story,
    columns: number,
    legs: number,
    legDepths: readonly number[],
    overrides?: StyleOverrides,
  ): { over: number; spare: number; widows: number };
  /** Grid lines of the caption and credit under a picture of `columns` columns. */
  caption(story: Story, picture: number, columns: number): { lines: number };
}

export function createMeasurer(project: Project, page: Page, faces: Faces, memory: ComposeMemory = new ComposeMemory()): Measurer {
  const shop = new Workshop(project, page, faces, memory.paragraphs);
  const flow = (story: Story, overrides: StyleOverrides): BodyFlow => new BodyFlow(shop, story, story.body, overrides);
  return {
    head: (story, columns, form, overrides = {}) => {
      if (form === 'vertical') {
        const v = setVerticalHead(shop, story, spanPt(shop.grid, columns), overrides);
        return { lines: v.lines, ok: v.fits, headlinePt: v.headlinePt, headlineFills: [] };
      }
      const measurePt = spanPt(shop.grid, columns);
      const head = setHead(shop, story, measurePt, overrides);
      const lines = head.elements.find((e) => e.role === 'headline')?.set.lines ?? [];
      const headlineFills = lines.map((l) => l.widthPt / measurePt);
      return { lines: head.lines, ok: head.fits, headlinePt: head.headlinePt, headlineFills };
    },
    body: (story, columns, legs, overrides = {}) => {
      const measures = legsOf(shop.grid, columns, legs, 'absolute');
      return { total: flow(story, overrides).total(measures[0]?.widthPt ?? 1), legs: measures.length };
    },
    fits: (story, columns, legs, legDepths, overrides = {}) => {
      const measures = legsOf(shop.grid, columns, legs, 'absolute');
      const slots = legDepths.map((depth, i) => ({ widthPt: measures[i % measures.length]?.widthPt ?? 1, top: 0, bottom: depth }));
      const poured = flow(story, overrides).pour(slots);
      const used = poured.depths.reduce((a, b) => a + b, 0);
      return { over: poured.overLines, spare: Math.max(0, legDepths.reduce((a, b) => a + b, 0) - used), widows: widowsOf(poured, slots) };
    },
    caption: (story, picture, columns) => ({ lines: setCaption(shop, story, picture, spanPt(shop.grid, columns), {}).lines }),
  };
}
