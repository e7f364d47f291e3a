/** Drawing what belongs to no story: rules (水线), borders (边框), tints (底纹) and free text, on the grid. */
import type { Frame, Page, Project } from '../../core/document/index.ts';
import { columnPt, type GridRect, gutterPt, placeRect } from '../../core/measure/index.ts';
import { BLACK, grey } from '../../core/scene/index.ts';
import { commit } from '../state/change.ts';
import { desk, NO_SHOW, pageOf, setDesk } from '../state/desk.ts';
import { freshId } from '../state/edits.ts';
import { frameKey } from '../state/selection.ts';
import type { HandState, Touch } from './hand.ts';
import { cellAt, cellsBetween } from './snap.ts';

export const drawnKinds = ['rule', 'box', 'tint', 'text'] as const;
export type DrawnKind = (typeof drawnKinds)[number];

/** What each begins as. Weights and tint from the guide (newspaper §1.7, §2.1). */
const BEGINS: Readonly<Record<DrawnKind, Frame['shows']>> = {
  rule: { kind: 'rule', style: '正线', weightPt: 0.5, colour: BLACK },
  box: { kind: 'box', style: '正线', weightPt: 0.5, colour: BLACK },
  tint: { kind: 'tint', colour: grey(0.12) },
  text: { kind: 'text', text: '', role: 'note' },
};

/** Borders and tints lie under the text they surround. */
const UNDER: ReadonlySet<DrawnKind> = new Set(['box', 'tint']);

/** A rule is one line high, or stands in the gutter beside the column it was drawn in. */
function placeOf(page: Page, kind: DrawnKind, at: GridRect): Pick<Frame, 'at' | 'dxPt' | 'dyPt'> {
  const still = { dxPt: 0, dyPt: 0 };
  if (kind !== 'rule') return { at, ...still };
  const { width, height } = placeRect(page.format, page.grid, at);
  if (width >= height) return { at: { ...at, lines: 1 }, ...still };
  return { at: { ...at, columns: 1 }, dxPt: (columnPt(page.grid) + gutterPt(page.grid)) / 2, dyPt: 0 };
}

function put(project: Project, page: Page, kind: DrawnKind, at: GridRect): void {
  const id = freshId(project, 'f');
  const frame: Frame = { id, article: null, shows: BEGINS[kind], ...placeOf(page, kind, at), locked: false };
  commit(`draw.${kind}`, { kind: 'frame', page: page.id, id, after: frame, index: UNDER.has(kind) ? 0 : page.frames.length }, [
    frameKey(id),
  ]);
}

export function drawing(kind: DrawnKind, done: () => HandState): HandState {
  let start: Touch | null = null;
  const finish = (): HandState => {
    setDesk({ show: NO_SHOW, tool: 'select' });
    return done();
  };
  const spanned = (page: Page, from: Touch, t: Touch): GridRect => {
    const cell = (x: Touch) => cellAt(page.grid, x.page.x - page.format.leftPt, x.page.y - page.format.topPt);
    return cellsBetween(cell(from), cell(t));
  };
  return {
    cursor: 'crosshair',
    down(t) {
      start = t.button === 0 ? t : null;
      return null;
    },
    move(t) {
      const page = pageOf(desk());
      if (!start || !page) return null;
      const place = placeOf(page, kind, spanned(page, start, t));
      const rect = placeRect(page.format, page.grid, place.at);
      setDesk({ show: { ...NO_SHOW, at: place.at, near: t.view, box: { ...rect, x: rect.x + place.dxPt }, boxKind: 'place' } });
      return null;
    },
    up(t) {
      const { project } = desk();
      const page = pageOf(desk());
      if (!start || !page || !project) return null;
      put(project, page, kind, spanned(page, start, t));
      return finish();
    },
    cancel: finish,
  };
}
