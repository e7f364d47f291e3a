/** C02 不出版心: nothing stands outside the type area (guide §3.4; tolerance 0.1 pt). */
import { bottom, contains, right, toMm, withinGrid } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import { changeFrame } from '../mend.ts';
import type { PageRule } from '../rule.ts';
import { nameOf, type PageView, type Piece } from '../view.ts';

const TOLERANCE_PT = 0.1;

/** The frame pushed back inside, where it is small enough. */
function pushedIn(view: PageView, { frame }: Piece): Fault['mend'] {
  const { grid } = view.page;
  const keep = (from: number, size: number, all: number): number => Math.max(0, Math.min(from, all - size));
  const at = {
    ...frame.at,
    column: keep(frame.at.column, frame.at.columns, grid.columns),
    line: keep(frame.at.line, frame.at.lines, grid.lines),
  };
  return withinGrid(grid, at) ? changeFrame(view.page, frame, { at, dxPt: 0, dyPt: 0 }) : undefined;
}

function* faults(view: PageView): Generator<Fault> {
  const { area } = view;
  for (const piece of view.pieces) {
    const { rect } = piece;
    if (contains(area, rect, TOLERANCE_PT)) continue;
    const out = Math.max(area.x - rect.x, area.y - rect.y, right(rect) - right(area), bottom(rect) - bottom(area));
    const story = piece.part.story ? view.project.stories[piece.part.story] : undefined;
    yield {
      key: 'outside',
      figures: { story: story ? nameOf(story) : '@frame', mm: toMm(out) },
      frame: piece.frame.id,
      article: piece.frame.article,
      story: piece.part.story,
      at: rect,
      mend: pushedIn(view, piece),
    };
  }
}

export const c02: PageRule = { id: 'C02', severity: 'error', page: faults };
