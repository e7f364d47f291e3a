/** 一档: the levers of the copyfit meter, each as the edit that takes one step of it. */
import {
  type Article,
  type Edit,
  type Frame,
  framesOf,
  type Page,
  type StyleOverrides,
  type TextRole,
  type TextStyle,
} from '../document/index.ts';
import { stepSize } from '../measure/index.ts';
import type { Story } from '../story/index.ts';
import { setHead } from './head.ts';
import { legsOf } from './legs.ts';
import type { Workshop } from './workshop.ts';

export const leverNames = [
  'headline-down',
  'headline-up',
  'fewer-legs',
  'more-legs',
  'photo-down',
  'photo-up',
  'tighter',
  'looser',
] as const;
export type LeverName = (typeof leverNames)[number];

/** One step of the body's tracking, and how far it may go from the style's own, in em. The leading is the page's grid and no lever. */
const TRACKING_STEP = 0.01;
const TRACKING_LIMIT = 0.02;
/** A photo is never less high than this, in lines. */
const LEAST_PHOTO = 3;

/** An article of a page, with what a lever needs to know of it. */
export interface Levered {
  readonly shop: Workshop;
  readonly page: Page;
  readonly article: Article;
  readonly story: Story;
}

const under = (a: Frame, b: Frame): boolean =>
  b.at.line >= a.at.line + a.at.lines && b.at.column < a.at.column + a.at.columns && a.at.column < b.at.column + b.at.columns;

/** The frames with one grown by `lines` downwards: what stands under it moves, and bodies keep their foot. */
function grow(frames: readonly Frame[], id: string, lines: number): Frame[] {
  const grown = frames.find((f) => f.id === id) as Frame;
  return frames.map((f) => {
    if (f.id === id) return { ...f, at: { ...f.at, lines: f.at.lines + lines } };
    if (lines === 0 || !under(grown, f)) return f;
    const height = f.shows.kind === 'body' ? f.at.lines - lines : f.at.lines;
    return { ...f, at: { ...f.at, line: f.at.line + lines, lines: Math.max(1, height) } };
  });
}

/** Frames put where they differ, and the article where it does; null where nothing does. */
function editOf({ page, article }: Levered, frames: readonly Frame[], overrides: StyleOverrides): Edit | null {
  const before = framesOf(page, article.id);
  const edits: Edit[] = frames.flatMap((f, i) => (f === before[i] ? [] : [{ kind: 'frame', page: page.id, id: f.id, after: f }]));
  if (overrides !== article.overrides) edits.push({ kind: 'article', page: page.id, id: article.id, after: { ...article, overrides } });
  return edits.length > 0 ? { kind: 'all', edits } : null;
}

const withStyle = (article: Article, role: TextRole, change: Partial<TextStyle>): StyleOverrides => ({
  ...article.overrides,
  [role]: { ...article.overrides[role], ...change },
});

function headline(on: Levered, steps: number): Edit | null {
  const { shop, page, article, story } = on;
  const frames = framesOf(page, article.id);
  const head = frames.find((f) => f.shows.kind === 'head' && f.shows.form !== 'vertical');
  if (!head || !story.headline?.text.trim()) return null;
  const { sizePt, leadingPt } = shop.style('headline', article.overrides);
  const next = stepSize(sizePt, steps);
  if (next === sizePt) return null;
  const overrides = withStyle(article, 'headline', { sizePt: next, leadingPt: Number(((next * leadingPt) / sizePt).toFixed(3)) });
  const widthPt = legsOf(shop.grid, head.at.columns, 1, 'absolute')[0]?.widthPt ?? 0;
  const lines = (o: StyleOverrides): number => setHead(shop, story, widthPt, o).lines;
  return editOf(on, grow(frames, head.id, lines(overrides) - lines(article.overrides)), overrides);
}

function legs(on: Levered, steps: number): Edit | null {
  const frames = framesOf(on.page, on.article.id).map((f) => {
    if (f.shows.kind !== 'body') return f;
    const count = (f.shows.legs || f.at.columns) + steps;
    return count < 1 || count > f.at.columns ? f : { ...f, shows: { ...f.shows, legs: count } };
  });
  return editOf(on, frames, on.article.overrides);
}

function photo(on: Levered, steps: number): Edit | null {
  const frames = framesOf(on.page, on.article.id);
  const shown = frames.find((f) => f.shows.kind === 'photo' && f.at.lines + steps >= LEAST_PHOTO);
  return shown ? editOf(on, grow(frames, shown.id, steps), on.article.overrides) : null;
}

function tracking(on: Levered, steps: number): Edit | null {
  const { shop, article } = on;
  const own = shop.project.styles.body.trackingEm;
  const next = Number((shop.style('body', article.overrides).trackingEm + steps * TRACKING_STEP).toFixed(3));
  if (Math.abs(next - own) > TRACKING_LIMIT + 1e-9 || !framesOf(on.page, article.id).some((f) => f.shows.kind === 'body')) return null;
  return editOf(on, framesOf(on.page, article.id), withStyle(article, 'body', { trackingEm: next }));
}

/** The edit that takes one step of a lever; null where the article has no such lever, or it is at its end. */
export function pullLever(on: Levered, lever: LeverName): Edit | null {
  switch (lever) {
    case 'headline-down':
    case 'headline-up':
      return headline(on, lever === 'headline-up' ? 1 : -1);
    case 'fewer-legs':
    case 'more-legs':
      return legs(on, lever === 'more-legs' ? 1 : -1);
    case 'photo-down':
    case 'photo-up':
      return photo(on, lever === 'photo-up' ? 1 : -1);
    case 'tighter':
    case 'looser':
      return tracking(on, lever === 'looser' ? 1 : -1);
    default:
      return lever satisfies never;
  }
}
