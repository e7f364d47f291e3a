/** Rulers count from the type area's corner: columns and characters across, lines down, or millimetres both ways. */
import { columnPt, columnX, type Grid, type PageFormat, PT_PER_MM } from '../../../core/measure/index.ts';
import type { Camera } from '../../canvas/camera.ts';

export interface Tick {
  /** Points from the page's edge. */
  readonly at: number;
  /** 0 the shortest. */
  readonly rank: 0 | 1 | 2;
  readonly label: string;
}

/** The smallest step of 1, 2, 5, 10 … units that is at least `leastPx` wide. */
function stepFor(unitPx: number, leastPx: number): number {
  for (let power = 1; ; power *= 10) for (const m of [1, 2, 5]) if (m * power * unitPx >= leastPx) return m * power;
}

/** Millimetres, from `fromPt` to `toPt` of the page, zero at `zeroPt`. */
export function millimetreTicks(camera: Camera, zeroPt: number, fromPt: number, toPt: number): Tick[] {
  const unit = PT_PER_MM * camera.scale;
  const step = stepFor(unit, 6);
  const label = stepFor(unit, 44);
  const ticks: Tick[] = [];
  const first = Math.ceil((fromPt - zeroPt) / PT_PER_MM / step);
  const last = Math.floor((toPt - zeroPt) / PT_PER_MM / step);
  for (let i = first; i <= last; i++) {
    const value = i * step;
    const named = value % label === 0;
    ticks.push({ at: zeroPt + value * PT_PER_MM, rank: named ? 2 : value % (label / 2) === 0 ? 1 : 0, label: named ? String(value) : '' });
  }
  return ticks;
}

/** Columns across: each basic column by its number at its left edge, its characters as small ticks where there is room. */
export function columnTicks(camera: Camera, format: PageFormat, grid: Grid): Tick[] {
  const every = stepFor(grid.bodyPt * camera.scale, 5);
  const ticks: Tick[] = [];
  for (let c = 0; c < grid.columns; c++) {
    const left = format.leftPt + columnX(grid, c);
    ticks.push({ at: left, rank: 2, label: String(c + 1) });
    for (let i = every; i < grid.charsPerColumn; i += every) ticks.push({ at: left + i * grid.bodyPt, rank: 0, label: '' });
    ticks.push({ at: left + columnPt(grid), rank: 1, label: '' });
  }
  return ticks;
}

/** Lines down: each tick at the top of its line, as many as there is room for; the first line is 1. */
export function lineTicks(camera: Camera, format: PageFormat, grid: Grid): Tick[] {
  const pitch = grid.linePitchPt * camera.scale;
  const every = stepFor(pitch, 5);
  const label = stepFor(pitch, 26);
  const ticks: Tick[] = [];
  for (let line = 1; line <= grid.lines; line++) {
    const named = line === 1 || line % label === 0;
    if (named || line % every === 0)
      ticks.push({ at: format.topPt + (line - 1) * grid.linePitchPt, rank: named ? 2 : 0, label: named ? String(line) : '' });
  }
  return ticks;
}
