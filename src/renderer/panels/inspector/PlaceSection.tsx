/** Where the selection stands and how large it is, by number. */
import { useTranslation } from 'react-i18next';
import type { Frame, Page } from '../../../core/document/index.ts';
import { columnX, type GridRect, longChars, type Rect, spanPt, toMm } from '../../../core/measure/index.ts';
import { commit, Gesture } from '../../state/change.ts';
import { desk } from '../../state/desk.ts';
import { putFrame, together } from '../../state/edits.ts';
import { tell } from '../../state/notices.ts';
import { photoOf, placePhoto, withCaptions } from '../../state/photo.ts';
import { framesRect } from '../../state/place.ts';
import { picked } from '../../state/selection.ts';
import { carried, columnsIn, onGrid, scaled, spotOf } from '../../state/spot.ts';
import { ask } from '../../worker/client.ts';
import { MeasureField } from './MeasureField.tsx';

const clamp = (v: number, low: number, high: number): number => Math.min(Math.max(low, high), Math.max(low, v));

/** Kept within the type area, whole columns and lines. */
function snapped(page: Page, at: GridRect): GridRect {
  const columns = clamp(Math.round(at.columns), 1, page.grid.columns);
  const lines = clamp(Math.round(at.lines), 1, page.grid.lines);
  return {
    columns,
    lines,
    column: clamp(Math.round(at.column), 0, page.grid.columns - columns),
    line: clamp(Math.round(at.line), 0, page.grid.lines - lines),
  };
}

async function fitTo(page: Page, article: string, at: GridRect): Promise<void> {
  const gesture = new Gesture('frame.resize');
  const edit = await ask('fit', { page: page.id, article, at, back: null }).catch(() => null);
  if (!edit) tell('error', 'notice.cannotPlace');
  gesture.to(edit);
  gesture.end();
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.02;

/** Bring the selection into a rectangle. Text takes whole columns and lines, an article is set anew; the rest stands where it is told. */
export function setRect(page: Page, selected: readonly string[], frames: readonly Frame[], from: Rect, wish: Rect): void {
  const [key] = selected;
  const [only, more] = frames;
  const { project } = desk();
  if (!key || !only || !project) return;
  const text = frames.some(onGrid);
  const at = snapped(page, {
    ...spotOf(page, wish).at,
    columns: columnsIn(page.grid, wish.width),
    lines: wish.height / page.grid.linePitchPt,
  });
  const to = text ? (framesRect(page, [{ ...only, at, dxPt: 0, dyPt: 0 }]) ?? wish) : wish;
  if (near(to.width, from.width) && near(to.height, from.height)) {
    if (near(to.x, from.x) && near(to.y, from.y)) return;
    const edit = together(withCaptions(page, frames).map((f) => putFrame(page, carried(page, f, to.x - from.x, to.y - from.y))));
    if (edit) commit('frame.move', edit);
    return;
  }
  if (picked(key).kind === 'article') {
    void fitTo(page, picked(key).id, at);
    return;
  }
  const photo = more ? null : photoOf(project, page, only);
  const edit = photo ? placePhoto(page, only, to, photo.picture) : together(scaled(page, frames, to).map((f) => putFrame(page, f)));
  if (edit) commit('frame.resize', edit);
}

interface PlaceProps {
  readonly page: Page;
  readonly frames: readonly Frame[];
  readonly selected: readonly string[];
}

const trim = (v: number): number => Number(v.toFixed(3));

/** Column, line, and how many of each. */
export function GridFields({ page, frames, selected, prefix = '' }: PlaceProps & { readonly prefix?: string }) {
  const { t } = useTranslation();
  const rect = framesRect(page, frames);
  if (!rect) return null;
  const { grid, format } = page;
  const locked = frames.some((f) => f.locked);
  const step = columnX(grid, 1);
  const across = { pt: step, columnPt: step, charPt: grid.bodyPt };
  const down = { pt: grid.linePitchPt, linePt: grid.linePitchPt };
  const set = (change: Partial<Rect>): void => setRect(page, selected, frames, rect, { ...rect, ...change });
  const size = locked || selected.length > 1;
  return (
    <>
      <MeasureField
        name={`${prefix}column`}
        label={t('inspector.column')}
        value={trim((rect.x - format.leftPt) / step + 1)}
        unit={across}
        suffix={t('unit.column')}
        step={1}
        disabled={locked}
        onChange={(v) => set({ x: format.leftPt + (v - 1) * step })}
      />
      <MeasureField
        name={`${prefix}line`}
        label={t('inspector.line')}
        value={trim((rect.y - format.topPt) / grid.linePitchPt + 1)}
        unit={down}
        suffix={t('unit.line')}
        step={1}
        disabled={locked}
        onChange={(v) => set({ y: format.topPt + (v - 1) * grid.linePitchPt })}
      />
      <MeasureField
        name={`${prefix}columns`}
        label={t('inspector.columns')}
        value={trim(columnsIn(grid, rect.width))}
        unit={across}
        suffix={t('unit.column')}
        step={1}
        disabled={size}
        onChange={(v) => v > 0 && set({ width: spanPt(grid, v) })}
      />
      <MeasureField
        name={`${prefix}lines`}
        label={t('inspector.lines')}
        value={trim(rect.height / grid.linePitchPt)}
        unit={down}
        suffix={t('unit.line')}
        step={1}
        disabled={size}
        onChange={(v) => v > 0 && set({ height: v * grid.linePitchPt })}
      />
    </>
  );
}

/** X, Y, W and H in millimetres from the type area's corner. */
export function MillimetreFields({ page, frames, selected, prefix = '' }: PlaceProps & { readonly prefix?: string }) {
  const rect = framesRect(page, frames);
  if (!rect) return null;
  const { grid, format } = page;
  const locked = frames.some((f) => f.locked);
  const size = locked || selected.length > 1;
  const unit = { pt: 72 / 25.4, columnPt: columnX(grid, 1), charPt: grid.bodyPt, linePt: grid.linePitchPt };
  const set = (change: Partial<Rect>): void => setRect(page, selected, frames, rect, { ...rect, ...change });
  const field = (name: string, label: string, pt: number, disabled: boolean, to: (pt: number) => void) => (
    <MeasureField
      name={`${prefix}${name}`}
      label={label}
      value={toMm(pt)}
      unit={unit}
      suffix="mm"
      step={1}
      disabled={disabled}
      onChange={(v) => to(v * unit.pt)}
    />
  );
  return (
    <>
      {field('x', 'X', rect.x - format.leftPt, locked, (x) => set({ x: format.leftPt + x }))}
      {field('y', 'Y', rect.y - format.topPt, locked, (y) => set({ y: format.topPt + y }))}
      {field('w', 'W', rect.width, size, (width) => width > 0 && set({ width }))}
      {field('h', 'H', rect.height, size, (height) => height > 0 && set({ height }))}
    </>
  );
}

export function PlaceSection(props: PlaceProps) {
  const { t } = useTranslation();
  const { page, frames } = props;
  const rect = framesRect(page, frames);
  if (!rect) return null;
  return (
    <section className="inspector-section">
      <div className="measure-grid">
        <GridFields {...props} />
        <MillimetreFields {...props} />
      </div>
      <p className="inspector-figures">
        {t('inspector.figuresShort', {
          chars: Number(longChars(page.grid, columnsIn(page.grid, rect.width)).toFixed(1)),
          lines: Number((rect.height / page.grid.linePitchPt).toFixed(1)),
        })}
      </p>
    </section>
  );
}
