/** 量尺: drag from one point to another and read how far it is. Shift keeps it level or upright. */
import { toMm } from '../../core/measure/index.ts';
import { desk, NO_SHOW, pageOf, setDesk } from '../state/desk.ts';
import type { HandState, Touch } from './hand.ts';

const round = (v: number): string => String(Number(v.toFixed(1)));

export function measuring(): HandState {
  let start: Touch | null = null;
  const show = (t: Touch): null => {
    const page = pageOf(desk());
    if (!start || !page) return null;
    let [x2, y2] = [t.page.x, t.page.y];
    const level = Math.abs(x2 - start.page.x) > Math.abs(y2 - start.page.y);
    if (t.shift) [x2, y2] = level ? [x2, start.page.y] : [start.page.x, y2];
    const [dx, dy] = [Math.abs(x2 - start.page.x), Math.abs(y2 - start.page.y)];
    const { bodyPt, linePitchPt } = page.grid;
    const say = `${round(toMm(Math.hypot(dx, dy)))} mm\n↔ ${round(toMm(dx))} mm · ${round(dx / bodyPt)} 字\n↕ ${round(toMm(dy))} mm · ${round(dy / linePitchPt)} 行`;
    const english = desk().language === 'en' ? say.replace('字', 'em').replace('行', 'lines') : say;
    setDesk({ show: { ...NO_SHOW, near: t.view, say: english, gaps: [{ x1: start.page.x, y1: start.page.y, x2, y2 }] } });
    return null;
  };
  return {
    cursor: 'crosshair',
    down(t) {
      start = t.button === 0 ? t : null;
      return null;
    },
    move: show,
    modifier: show,
    up() {
      start = null;
      return null;
    },
    cancel() {
      start = null;
      setDesk({ show: NO_SHOW, tool: 'select' });
      return null;
    },
  };
}
