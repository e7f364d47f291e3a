/** A rectangle drawn over bare page: what it touches is selected. */
import type { Rect } from '../../../core/measure/index.ts';
import { partsIn } from '../../canvas/hit.ts';
import { desk, NO_SHOW, pageOf, sceneOf, setDesk } from '../../state/desk.ts';
import { keyFor } from '../../state/selection.ts';
import { type HandState, movedEnough, type Touch } from '../hand.ts';
import { select } from './reach.ts';
import type { Steps } from './steps.ts';

const between = (a: Touch, b: Touch): Rect => ({
  x: Math.min(a.page.x, b.page.x),
  y: Math.min(a.page.y, b.page.y),
  width: Math.abs(a.page.x - b.page.x),
  height: Math.abs(a.page.y - b.page.y),
});

export function marquee(steps: Steps, start: Touch): HandState {
  const before = start.shift ? desk().selected : [];
  const touched = (box: Rect): string[] => {
    const s = desk();
    const [page, scene] = [pageOf(s), sceneOf(s)];
    if (!page || !scene) return [];
    const frames = partsIn(scene, box).flatMap((part) => page.frames.find((f) => f.id === part.frame) ?? []);
    return [...new Set([...before, ...frames.filter((f) => !f.locked).map((f) => keyFor(f, s.tool === 'content'))])];
  };
  return {
    cursor: 'crosshair',
    move(t) {
      if (!movedEnough(start.view, t.view)) return null;
      const box = between(start, t);
      select(touched(box));
      setDesk({ show: { ...NO_SHOW, box, boxKind: 'marquee' } });
      return null;
    },
    up(t) {
      if (!movedEnough(start.view, t.view)) select(before);
      setDesk({ show: NO_SHOW });
      return steps.idle();
    },
    cancel() {
      select(before);
      setDesk({ show: NO_SHOW });
      return steps.idle();
    },
  };
}
