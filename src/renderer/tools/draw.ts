/** Drawing what belongs to no story yet: rules (水线), borders (边框), tints (底纹), labels (栏头), free text and photo frames. */
import type { Edit, Frame, Page, Project } from '../../core/document/index.ts';
import { columnPt, type GridRect, gutterPt, placeRect, type Rect } from '../../core/measure/index.ts';
import { BLACK, grey } from '../../core/scene/index.ts';
import { emptyStory, type Story } from '../../core/story/index.ts';
import { commit } from '../state/change.ts';
import { desk, NO_SHOW, pageOf, setDesk, templateNow } from '../state/desk.ts';
import { freshId } from '../state/edits.ts';
import { tell } from '../state/notices.ts';
import { frameKey } from '../state/selection.ts';
import { spotOf } from '../state/spot.ts';
import type { HandState, Touch } from './hand.ts';
import { cellAt, cellsBetween } from './snap.ts';

export const drawnKinds = ['rule', 'box', 'tint', 'text', 'label', 'photo'] as const;
export type DrawnKind = (typeof drawnKinds)[number];

/** What each begins as. Weights and tint from the guide (newspaper §1.7, §2.1). */
const BEGINS: Readonly<Record<Exclude<DrawnKind, 'photo'>, Frame['shows']>> = {
  rule: { kind: 'rule', style: '正线', weightPt: 0.5, colour: BLACK },
  box: { kind: 'box', style: '正线', weightPt: 0.5, colour: BLACK },
  tint: { kind: 'tint', colour: grey(0.12) },
  text: { kind: 'text', text: '', role: 'note' },
  label: { kind: 'text', text: '', role: 'label' },
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

function put(project: Project, page: Page, kind: DrawnKind, place: Pick<Frame, 'at' | 'dxPt' | 'dyPt'>): void {
  const id = freshId(project, 'f');
  if (kind === 'photo') {
    putPhoto(project, page, id, place);
    return;
  }
  const frame: Frame = { id, article: null, shows: BEGINS[kind], ...place, locked: false };
  commit(`draw.${kind}`, { kind: 'frame', page: page.id, id, after: frame, index: UNDER.has(kind) ? 0 : page.frames.length }, [
    frameKey(id),
  ]);
}

/** A photo belongs to a story: an empty frame begins a photo story, whose picture, caption and credit come to it. */
function putPhoto(project: Project, page: Page, id: string, place: Pick<Frame, 'at' | 'dxPt' | 'dyPt'>): void {
  if (templateNow(desk())) {
    tell('info', 'notice.noStoryOnTemplate');
    return;
  }
  const story = freshId(project, 's');
  const article = freshId(project, 'a');
  const blank: Story = {
    ...emptyStory(story, project.paper.language),
    kind: 'photo',
    pictures: [{ picture: null, caption: null, credit: null }],
  };
  const frame: Frame = { id, article, shows: { kind: 'photo', picture: 0, crop: null, rotate: 0 }, ...place, locked: false };
  const edits: Edit[] = [
    { kind: 'story', id: story, after: blank },
    { kind: 'article', page: page.id, id: article, after: { id: article, story, overrides: {} } },
    { kind: 'frame', page: page.id, id, after: frame },
  ];
  if (commit('draw.photo', { kind: 'all', edits }, [frameKey(id)])) setDesk({ story });
}

/** The rectangle between two points; a rule has no thickness of its own beyond what can be taken hold of. */
function between(a: Touch, b: Touch, kind: DrawnKind): Rect {
  const r = {
    x: Math.min(a.page.x, b.page.x),
    y: Math.min(a.page.y, b.page.y),
    width: Math.max(4, Math.abs(a.page.x - b.page.x)),
    height: Math.max(4, Math.abs(a.page.y - b.page.y)),
  };
  if (kind !== 'rule') return r;
  return r.width >= r.height ? { ...r, y: a.page.y - 2, height: 4 } : { ...r, x: a.page.x - 2, width: 4 };
}

export function drawing(kind: DrawnKind, done: () => HandState): HandState {
  let start: Touch | null = null;
  const finish = (): HandState => {
    setDesk({ show: NO_SHOW, tool: 'select' });
    return done();
  };
  /** Whole columns and lines between two points; Ctrl, or snapping switched off, takes the points as they are. */
  const spanned = (page: Page, from: Touch, t: Touch): Pick<Frame, 'at' | 'dxPt' | 'dyPt'> => {
    if (t.ctrl || !desk().aids.snap) return spotOf(page, between(from, t, kind));
    const cell = (x: Touch) => cellAt(page.grid, x.page.x - page.format.leftPt, x.page.y - page.format.topPt);
    return placeOf(page, kind, cellsBetween(cell(from), cell(t)));
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
      const place = spanned(page, start, t);
      const rect = placeRect(page.format, page.grid, place.at);
      const box = { ...rect, x: rect.x + place.dxPt, y: rect.y + place.dyPt };
      setDesk({ show: { ...NO_SHOW, at: place.at, near: t.view, box, boxKind: 'place' } });
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
