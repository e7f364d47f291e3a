/** Nothing is held: the pointer shows what it would take. */
import { desk, setDesk } from '../../state/desk.ts';
import { guideUnder } from '../guides.ts';
import type { HandState, Touch } from '../hand.ts';
import { wallCursor, wallUnder } from '../walls.ts';
import { handleCursor } from './handles.ts';
import { framesUnder, handleUnder, pressedOn, select } from './reach.ts';
import type { Steps } from './steps.ts';

export function idle(steps: Steps): HandState {
  const state: HandState = {
    cursor: 'default',
    move(t: Touch) {
      const handle = handleUnder(t);
      const frame = framesUnder(t)[0];
      const locked = frame?.locked ?? false;
      const wall = handle ? null : wallUnder(t);
      const guide = handle || frame ? null : guideUnder(t);
      const over = guide ? (guide.axis === 'x' ? 'ew-resize' : 'ns-resize') : frame && !locked ? 'move' : 'default';
      setDesk({ hover: wall ? null : (frame?.id ?? null), cursor: handle ? handleCursor[handle] : wall ? wallCursor(wall) : over });
      return null;
    },
    down(t: Touch) {
      const handle = t.button === 0 ? handleUnder(t) : null;
      if (handle) return steps.resizing(t, handle);
      const wall = t.button === 0 && desk().tool === 'select' ? wallUnder(t) : null;
      if (wall) return steps.walling(t, wall);
      const on = pressedOn(t);
      if (t.button === 2) {
        if (on && !desk().selected.includes(on.key)) select([on.key]);
        return null;
      }
      if (t.button !== 0) return null;
      const guide = on ? null : guideUnder(t);
      if (guide) return steps.guiding(guide.axis, guide.at);
      return on ? steps.pointing(t, on) : steps.marquee(t);
    },
  };
  return state;
}
