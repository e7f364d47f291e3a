/**
 * Arrow keys. With snapping on, text goes by whole columns and lines and everything else by a character across and a line
 * down; without it by 0.25 mm. Shift takes ten, Ctrl+Shift a tenth (guide: interaction §4.2).
 */
import type { Edit, Frame, Page } from '../../../core/document/index.ts';
import { mm } from '../../../core/measure/index.ts';
import { commit } from '../../state/change.ts';
import { type Desk, desk, pageOf } from '../../state/desk.ts';
import { putFrame, shiftFrames, together } from '../../state/edits.ts';
import { boundsOf } from '../../state/selection.ts';
import { carried, onGrid } from '../../state/spot.ts';
import { nudge } from '../../tools/snap.ts';
import { type Command, movable, selectedFrames } from './command.ts';

const FREE_MM = 0.25;

/** By whole columns and lines, kept within the type area. */
function byGrid(page: Page, frames: readonly Frame[], columns: number, lines: number): Edit | null {
  const from = boundsOf(frames);
  if (!from) return null;
  const to = nudge(page.grid, from, columns, lines);
  if (to.column === from.column && to.line === from.line) return null;
  return shiftFrames(page, frames, to.column - from.column, to.line - from.line);
}

function nudgeBy(s: Desk, x: number, y: number, times: number): Edit | null {
  const page = pageOf(s);
  const frames = selectedFrames(s);
  if (!page) return null;
  if (s.aids.snap && times >= 1 && frames.some(onGrid)) return byGrid(page, frames, x * times, y * times);
  const [across, down] = s.aids.snap ? [page.grid.bodyPt, page.grid.linePitchPt] : [mm(FREE_MM), mm(FREE_MM)];
  return together(frames.map((f) => putFrame(page, carried(page, f, x * across * times, y * down * times))));
}

export const nudgeCommands: readonly Command[] = (
  [
    ['left', 'ArrowLeft', -1, 0],
    ['right', 'ArrowRight', 1, 0],
    ['up', 'ArrowUp', 0, -1],
    ['down', 'ArrowDown', 0, 1],
  ] as const
).flatMap(([name, key, x, y]) => {
  const step = (id: string, keys: string, times: number): Command => ({
    id: `object.${id}`,
    keys: [keys],
    repeats: true,
    available: movable,
    run: () => {
      const edit = nudgeBy(desk(), x, y, times);
      if (edit) commit('frame.nudge', edit);
    },
  });
  return [step(name, key, 1), step(`${name}Far`, `Shift+${key}`, 10), step(`${name}Fine`, `$mod+Shift+${key}`, 0.1)];
});
