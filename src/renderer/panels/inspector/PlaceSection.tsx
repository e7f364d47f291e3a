/** Where the selection stands and how large it is, by number. */
import { useTranslation } from 'react-i18next';
import type { Frame, Page } from '../../../core/document/index.ts';
import { type GridRect, longChars, spanPt, toMm } from '../../../core/measure/index.ts';
import { commit, Gesture } from '../../state/change.ts';
import { placeFrame, shiftFrames } from '../../state/edits.ts';
import { tell } from '../../state/notices.ts';
import { boundsOf, picked } from '../../state/selection.ts';
import { columnStep } from '../../tools/snap.ts';
import { ask } from '../../worker/client.ts';
import { MeasureField } from './MeasureField.tsx';

const clamp = (v: number, low: number, high: number): number => Math.min(Math.max(low, high), Math.max(low, v));

/** Kept within the type area, whole columns and lines. */
function onGrid(page: Page, at: GridRect): GridRect {
  const columns = clamp(Math.round(at.columns), 1, page.grid.columns);
  const lines = clamp(Math.round(at.lines), 1, page.grid.lines);
  return {
    columns,
    lines,
    column: clamp(Math.round(at.column), 0, page.grid.columns - columns),
    line: clamp(Math.round(at.line), 0, page.grid.lines - lines),
  };
}

async function setPlace(page: Page, key: string, frames: readonly Frame[], from: GridRect, wish: GridRect): Promise<void> {
  const to = onGrid(page, wish);
  const moved = to.columns === from.columns && to.lines === from.lines;
  const [only] = frames;
  if (moved) {
    const edit = shiftFrames(page, frames, to.column - from.column, to.line - from.line);
    if (edit && (to.column !== from.column || to.line !== from.line)) commit('frame.move', edit);
  } else if (picked(key).kind === 'article') {
    const gesture = new Gesture('frame.resize');
    const edit = await ask('fit', { page: page.id, article: picked(key).id, at: to, back: null }).catch(() => null);
    if (!edit) tell('error', 'notice.cannotPlace');
    gesture.to(edit);
    gesture.end();
  } else if (only) commit('frame.resize', placeFrame(page, only, to));
}

export function PlaceSection({
  page,
  frames,
  selected,
}: {
  readonly page: Page;
  readonly frames: readonly Frame[];
  readonly selected: readonly string[];
}) {
  const { t } = useTranslation();
  const at = boundsOf(frames);
  const [key] = selected;
  if (!at || !key) return null;
  const { grid } = page;
  const locked = frames.some((f) => f.locked);
  const across = { pt: columnStep(grid), columnPt: columnStep(grid), charPt: grid.bodyPt };
  const down = { pt: grid.linePitchPt, linePt: grid.linePitchPt };
  const set = (change: Partial<GridRect>): void => void setPlace(page, key, frames, at, { ...at, ...change });
  const size = locked || selected.length > 1;
  return (
    <section className="inspector-section">
      <div className="measure-grid">
        <MeasureField
          name="column"
          label={t('inspector.column')}
          value={at.column + 1}
          unit={across}
          suffix={t('unit.column')}
          step={1}
          disabled={locked}
          onChange={(v) => set({ column: v - 1 })}
        />
        <MeasureField
          name="line"
          label={t('inspector.line')}
          value={at.line + 1}
          unit={down}
          suffix={t('unit.line')}
          step={1}
          disabled={locked}
          onChange={(v) => set({ line: v - 1 })}
        />
        <MeasureField
          name="columns"
          label={t('inspector.columns')}
          value={at.columns}
          unit={across}
          suffix={t('unit.column')}
          step={1}
          disabled={size}
          onChange={(v) => set({ columns: v })}
        />
        <MeasureField
          name="lines"
          label={t('inspector.lines')}
          value={at.lines}
          unit={down}
          suffix={t('unit.line')}
          step={1}
          disabled={size}
          onChange={(v) => set({ lines: v })}
        />
      </div>
      <p className="inspector-figures">
        {t('inspector.figures', {
          chars: Number(longChars(grid, at.columns).toFixed(1)),
          lines: Number(at.lines.toFixed(1)),
          width: toMm(spanPt(grid, at.columns)).toFixed(1),
          height: toMm(at.lines * grid.linePitchPt).toFixed(1),
        })}
      </p>
    </section>
  );
}
