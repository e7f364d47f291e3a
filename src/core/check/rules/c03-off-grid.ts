/** C03 对齐栏格: an article's frames stand on column edges and whole lines (guide §3.4). Rules and free text may stand off it. */
import type { Fault } from '../finding.ts';
import { changeFrame } from '../mend.ts';
import type { PageRule } from '../rule.ts';
import { nameOf, type PageView } from '../view.ts';

const TOLERANCE_PT = 0.1;
/** Columns and lines are counted in wholes; a text may begin at half a column where columns are re-divided (破栏). */
const near = (n: number): boolean => Math.abs(n - Math.round(n)) < 1e-3;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks)
    for (const { frame, rect } of block.pieces) {
      const { at } = frame;
      const shifted = Math.abs(frame.dxPt) > TOLERANCE_PT || Math.abs(frame.dyPt) > TOLERANCE_PT;
      if (!shifted && near(at.column) && near(at.line) && near(at.columns) && near(at.lines)) continue;
      const whole = {
        column: Math.round(at.column),
        line: Math.round(at.line),
        columns: Math.max(1, Math.round(at.columns)),
        lines: Math.max(1, Math.round(at.lines)),
      };
      yield {
        key: 'off-grid',
        figures: { story: nameOf(block.story) },
        frame: frame.id,
        article: block.article.id,
        story: block.story.id,
        at: rect,
        mend: changeFrame(view.page, frame, { at: whole, dxPt: 0, dyPt: 0 }),
      };
    }
}

export const c03: PageRule = { id: 'C03', severity: 'warning', page: faults };
