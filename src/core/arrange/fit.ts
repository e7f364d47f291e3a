/** One article laid anew inside a rectangle: what the window asks when a module is moved, resized or dropped from the list. */
import {
  type Article,
  type Edit,
  type Frame,
  findArticle,
  framesOf,
  type Page,
  type Project,
  type StyleOverrides,
} from '../document/index.ts';
import type { GridRect } from '../measure/index.ts';
import type { Story } from '../story/index.ts';
import { articleId, framesFor } from './frames.ts';
import { type Module, moduleAt } from './layout.ts';
import { loosened, type Manner, PARTY_MANNER } from './manner.ts';
import type { Measurer } from './measurer.ts';
import { shapesFor } from './modules.ts';
import { type Room, roomFor, type Task, tasksFor } from './room.ts';
import { costAt, type Laid, most, type Piece, type Shape } from './shape.ts';

export interface Fit {
  readonly module: Module;
  /** Lines of type that find no room, and about how many characters they hold. */
  readonly overLines: number;
  readonly overCharacters: number;
  /** Lines of basic column left empty at the foot. */
  readonly spare: number;
}

/** Shapes are made up to this many times the rectangle's height, so that what is over can be told. */
const REACH = 6;

/** Set a story into exactly this rectangle: closed if it can be, else with empty lines at its foot, else with text over. */
export function fitModule(room: Room, task: Task, rect: GridRect): Fit {
  const shapes = shapesFor(room, task, rect.columns, Math.max(room.grid.lines, rect.lines) * REACH);
  const exact = cheapest(shapes, rect.lines);
  if (exact) return { module: moduleAt(task, exact.name, exact.lay(rect.lines), rect), overLines: 0, overCharacters: 0, spare: 0 };
  const below = nearestBelow(shapes, rect.lines);
  if (below) {
    const laid = grown(below.shape.lay(below.lines), below.lines, rect.lines);
    return {
      module: moduleAt(task, below.shape.name, laid, rect),
      overLines: 0,
      overCharacters: 0,
      spare: (rect.lines - below.lines) * rect.columns,
    };
  }
  return poured(room, task, rect, shapes);
}

/** As the manner would set it where that closes; else as it would when a page will not close otherwise; else with pictures cropped as far as the rectangle asks. */
function fitByHand(project: Project, page: Page, measurer: Measurer, manner: Manner, task: Task, rect: GridRect): Fit {
  const closed = (f: Fit): boolean => f.overLines === 0 && f.spare === 0;
  const own = fitModule(roomFor(project, page, measurer, manner), task, rect);
  const loose = closed(own) ? own : fitModule(roomFor(project, page, measurer, loosened(manner)), task, rect);
  const fit = closed(loose) ? loose : own;
  if (task.story.pictures.length === 0 && task.level !== 'photo') return fit;
  if (closed(fit)) return fit;
  return fitModule(roomFor(project, page, measurer, manner, true), task, rect);
}

function cheapest(shapes: readonly Shape[], lines: number): Shape | null {
  let best: Shape | null = null;
  for (const s of shapes) if (Number.isFinite(costAt(s, lines)) && (!best || costAt(s, lines) < costAt(best, lines))) best = s;
  return best;
}

function nearestBelow(shapes: readonly Shape[], lines: number): { shape: Shape; lines: number } | null {
  for (let h = Math.min(lines, Math.max(0, ...shapes.map(most))); h > 0; h--) {
    const shape = cheapest(shapes, h);
    if (shape) return { shape, lines: h };
  }
  return null;
}

/** Text frames that reach the module's foot reach the rectangle's foot. */
function grown(laid: Laid, from: number, to: number): Laid {
  const pieces = laid.pieces.map((p) =>
    p.shows.kind === 'body' && p.at.line + p.at.lines === from ? { ...p, at: { ...p.at, lines: p.at.lines + to - from } } : p,
  );
  return { ...laid, pieces };
}

/** The shape that needs least, cut off at the rectangle's foot, with what is over counted by the composer. */
function poured(room: Room, task: Task, rect: GridRect, shapes: readonly Shape[]): Fit {
  const shape = [...shapes].sort((a, b) => a.least - b.least)[0];
  if (!shape) return bare(room, task, rect, 1);
  const laid = shape.lay(shape.least);
  const pieces = laid.pieces.flatMap((p): Piece[] => {
    const lines = Math.min(p.at.lines, rect.lines - p.at.line);
    return lines >= 1 ? [{ ...p, at: { ...p.at, lines } }] : [];
  });
  const lost = laid.pieces.some((p) => p.shows.kind === 'body') && !pieces.some((p) => p.shows.kind === 'body');
  if (lost) return bare(room, task, rect, (shape.least - rect.lines) * rect.columns);
  const text = over(room, task.story, pieces);
  const captions = captionLines(laid.pieces) - captionLines(pieces);
  const perLine = Math.round(room.grid.charsPerColumn * rect.columns);
  return {
    module: moduleAt(task, shape.name, { ...laid, pieces }, rect),
    overLines: text.overLines + captions,
    overCharacters: text.overCharacters + captions * perLine,
    spare: 0,
  };
}

const captionLines = (pieces: readonly Piece[]): number => pieces.reduce((n, p) => n + (p.shows.kind === 'caption' ? p.at.lines : 0), 0);

/** Nothing but text, where not even the smallest head leaves room for it. The module lacks `lacks` lines at least. */
function bare(room: Room, task: Task, rect: GridRect, lacks: number): Fit {
  const pieces: Piece[] = [
    { shows: { kind: 'body', legs: 0, share: 'absolute' }, at: { column: 0, line: 0, columns: rect.columns, lines: rect.lines } },
  ];
  const text = over(room, task.story, pieces);
  const module = moduleAt(task, 'bare', { pieces, overrides: {}, headlinePt: 0, headlineFills: [], headLines: 0 }, rect);
  return { module, overLines: Math.max(text.overLines, lacks), overCharacters: text.overCharacters, spare: 0 };
}

function over(room: Room, story: Story, pieces: readonly Piece[]): { overLines: number; overCharacters: number } {
  const body = pieces.flatMap((p) => (p.shows.kind === 'body' ? [{ at: p.at, legs: p.shows.legs }] : []));
  const first = body[0];
  if (!first) return { overLines: 0, overCharacters: 0 };
  const depths = body.flatMap((b) => Array.from({ length: b.legs || b.at.columns }, () => b.at.lines));
  const columns = body.length === 1 ? first.at.columns : depths.length;
  const lines = room.measurer.fits(story, columns, body.length === 1 ? first.legs : 0, depths).over;
  const perLine = first.legs ? (room.grid.charsPerColumn * first.at.columns) / first.legs : room.grid.charsPerColumn;
  return { overLines: lines, overCharacters: Math.round(lines * perLine * 0.95) };
}

/** What arranging gives a head; the rest of an article's own look is the editor's and stays. */
const ARRANGED = ['sizePt', 'leadingPt', 'aboveLines', 'belowLines'] as const;
const HEAD_ROLES = ['label', 'kicker', 'headline', 'deck', 'byline'] as const;

export function mergedOverrides(own: StyleOverrides, arranged: StyleOverrides): StyleOverrides {
  const result: StyleOverrides = { ...own };
  for (const role of HEAD_ROLES) {
    const kept = Object.fromEntries(Object.entries(own[role] ?? {}).filter(([k]) => !(ARRANGED as readonly string[]).includes(k)));
    const all = { ...kept, ...arranged[role] };
    if (Object.keys(all).length > 0) result[role] = all;
    else delete result[role];
  }
  return result;
}

export interface FitEdit {
  readonly edit: Edit;
  readonly article: string;
  readonly over: { readonly lines: number; readonly characters: number };
  readonly spare: number;
}

/** The part a story plays among those on the page and itself. */
function taskOn(project: Project, page: Page, storyId: string): Task | null {
  const ids = new Set([...page.articles.map((a) => a.story), storyId]);
  const stories = project.storyOrder.filter((id) => ids.has(id)).flatMap((id) => project.stories[id] ?? []);
  return tasksFor(stories).find((t) => t.story.id === storyId) ?? null;
}

const FURNITURE: ReadonlySet<string> = new Set(['rule', 'box', 'tint', 'text']);

/**
 * Rules, borders, tints and words that the editor grouped into an article stay in it: their edges keep their distance to
 * the article's edge they were nearer to. What lay under the article's own frames lies under the new ones.
 */
function withFurniture(page: Page, article: string, rect: GridRect, made: readonly Frame[]): Frame[] {
  const own = framesOf(page, article);
  const old = articleRect(page, article);
  const first = own.findIndex((f) => !FURNITURE.has(f.shows.kind));
  if (!old) return [...made];
  const edge = (v: number, from: number, size: number, to: number, newSize: number): number =>
    v - from < from + size - v ? to + (v - from) : to + newSize - (from + size - v);
  const moved = own.flatMap((f, i) => {
    if (!FURNITURE.has(f.shows.kind)) return [];
    const { at } = f;
    const x0 = edge(at.column, old.column, old.columns, rect.column, rect.columns);
    const x1 = edge(at.column + at.columns, old.column, old.columns, rect.column, rect.columns);
    const y0 = edge(at.line, old.line, old.lines, rect.line, rect.lines);
    const y1 = edge(at.line + at.lines, old.line, old.lines, rect.line, rect.lines);
    const place = { column: x0, line: y0, columns: Math.max(0.1, x1 - x0), lines: Math.max(0.1, y1 - y0) };
    return [{ under: i < first, frame: { ...f, at: place } }];
  });
  return [...moved.filter((m) => m.under).map((m) => m.frame), ...made, ...moved.filter((m) => !m.under).map((m) => m.frame)];
}

function refit(project: Project, page: Page, article: Article, rect: GridRect, measurer: Measurer, manner: Manner): FitEdit | null {
  const task = taskOn(project, page, article.story);
  if (!task) return null;
  const fit = fitByHand(project, page, measurer, manner, task, rect);
  const frames = withFurniture(page, article.id, rect, framesFor(article.id, fit.module.pieces));
  const at = page.frames.findIndex((f) => f.article === article.id);
  const others = page.frames.filter((f) => f.article !== article.id);
  const to = at < 0 ? others.length : page.frames.slice(0, at).filter((f) => f.article !== article.id).length;
  const after: Article = { ...article, overrides: mergedOverrides(article.overrides, fit.module.overrides) };
  const known = page.articles.some((a) => a.id === article.id);
  const edit: Edit = {
    kind: 'page',
    id: page.id,
    after: {
      ...page,
      articles: known ? page.articles.map((a) => (a.id === article.id ? after : a)) : [...page.articles, after],
      frames: [...others.slice(0, to), ...frames, ...others.slice(to)],
    },
  };
  return { edit, article: article.id, over: { lines: fit.overLines, characters: fit.overCharacters }, spare: fit.spare };
}

/**
 * Lay an article's frames anew inside a rectangle of whole columns and lines. Null where the page has no such article.
 * What the editor gave the article beyond the head's sizes and whites stays; its pictures keep their places in the story.
 */
export function fitArticle(
  project: Project,
  page: Page,
  article: string,
  rect: GridRect,
  measurer: Measurer,
  manner: Manner = PARTY_MANNER,
): FitEdit | null {
  const own = findArticle(page, article);
  return own ? refit(project, page, own, rect, measurer, manner) : null;
}

/** Place a story of the project as a new article in a rectangle. Null where the project has no such story. */
export function newArticle(
  project: Project,
  page: Page,
  story: string,
  rect: GridRect,
  measurer: Measurer,
  manner: Manner = PARTY_MANNER,
): FitEdit | null {
  if (!project.stories[story]) return null;
  const taken = new Set(page.articles.map((a) => a.id));
  const id = articleId(page, project.storyOrder.indexOf(story) + 1, taken);
  return refit(project, page, { id, story, overrides: {} }, rect, measurer, manner);
}

/** The smallest rectangle around an article's frames; null where it has none. */
export function articleRect(page: Page, article: string): GridRect | null {
  const frames = framesOf(page, article);
  const first = frames[0];
  if (!first) return null;
  const column = Math.min(...frames.map((f) => f.at.column));
  const line = Math.min(...frames.map((f) => f.at.line));
  return {
    column,
    line,
    columns: Math.max(...frames.map((f) => f.at.column + f.at.columns)) - column,
    lines: Math.max(...frames.map((f) => f.at.line + f.at.lines)) - line,
  };
}
