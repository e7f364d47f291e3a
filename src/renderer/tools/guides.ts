/** 辅助线: guides dragged from the rulers and about on the page; let go beyond the page they are gone. */
import type { Edit, Page, Template } from '../../core/document/index.ts';
import { Gesture } from '../state/change.ts';
import { desk, NO_SHOW, pageOf, setDesk } from '../state/desk.ts';
import type { HandState, Touch } from './hand.ts';
import { drawEdge, fieldOf } from './magnet.ts';

export type GuideAxis = 'x' | 'y';
/** CSS pixels around a guide in which it is taken. */
const NEAR_PX = 4;
const REACH_PX = 6;

/** A page with other guides; none at all leaves the field out, as before there were any. */
export function withGuides(page: Page, guides: { x: readonly number[]; y: readonly number[] }): Edit {
  const { guides: _was, ...rest } = page;
  const sorted = (list: readonly number[]): number[] => [...new Set(list.map((v) => Number(v.toFixed(2))))].sort((a, b) => a - b);
  const after = guides.x.length + guides.y.length > 0 ? { ...rest, guides: { x: sorted(guides.x), y: sorted(guides.y) } } : rest;
  // A template is a page with a name; it has an edit of its own.
  return 'name' in page ? { kind: 'template', id: page.id, after: after as Template } : { kind: 'page', id: page.id, after };
}

export interface Guide {
  readonly axis: GuideAxis;
  readonly at: number;
}

/** The guide under the pointer, where guides are shown and not locked. */
export function guideUnder(t: Touch): Guide | null {
  const s = desk();
  const page = pageOf(s);
  if (!page?.guides || !s.aids.guides || s.aids.guidesLocked || s.aids.preview) return null;
  const near = (at: number, p: number): boolean => Math.abs(at - p) * s.camera.scale <= NEAR_PX;
  const x = page.guides.x.find((v) => near(v, t.page.x));
  if (x !== undefined) return { axis: 'x', at: x };
  const y = page.guides.y.find((v) => near(v, t.page.y));
  return y === undefined ? null : { axis: 'y', at: y };
}

/** Drag a guide: `from` null is a new one out of a ruler. Ctrl suspends snapping. */
export function guiding(axis: GuideAxis, from: number | null, done: () => HandState): HandState {
  const page = pageOf(desk());
  const gesture = new Gesture(from === null ? 'guide.add' : 'guide.move');
  const finish = (): HandState => {
    setDesk({ show: NO_SHOW });
    return done();
  };
  const follow = (t: Touch): null => {
    if (!page) return null;
    const s = desk();
    const kept = { x: page.guides?.x ?? [], y: page.guides?.y ?? [] };
    const others = kept[axis].filter((v) => v !== from);
    const free = axis === 'x' ? t.page.x : t.page.y;
    const pulls = fieldOf(page, [], false)[axis];
    const at = t.ctrl || !s.aids.snap ? free : drawEdge(free, pulls, REACH_PX / s.camera.scale).at;
    const inside = at >= 0 && at <= (axis === 'x' ? page.format.widthPt : page.format.heightPt);
    gesture.to(
      inside
        ? withGuides(page, { ...kept, [axis]: [...others, at] })
        : from === null
          ? null
          : withGuides(page, { ...kept, [axis]: others }),
    );
    setDesk({ show: { ...NO_SHOW, near: t.view, say: inside ? guideText(page, axis, at) : null } });
    return null;
  };
  return {
    cursor: axis === 'x' ? 'ew-resize' : 'ns-resize',
    move: follow,
    modifier: follow,
    up(t) {
      follow(t);
      gesture.end();
      return finish();
    },
    cancel() {
      gesture.drop();
      return finish();
    },
  };
}

/** Millimetres from the type area's corner. */
const guideText = (page: Page, axis: GuideAxis, at: number): string =>
  `${axis === 'x' ? 'X' : 'Y'} ${(((at - (axis === 'x' ? page.format.leftPt : page.format.topPt)) * 25.4) / 72).toFixed(1)} mm`;
