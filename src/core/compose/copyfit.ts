/**
 * 余 n 字 / 缺 n 行: how a placed story fits its frames, where it is cut, and what one step of each lever would change.
 * Every figure is composed, none estimated: a lever's answer is the article composed with that step taken.
 */
import { type Article, type Frame, findArticle, framesOf, type Page, type Project } from '../document/index.ts';
import type { Faces } from '../font/index.ts';
import { stepSize } from '../measure/index.ts';
import type { Story } from '../story/index.ts';
import { type ComposedArticle, composeArticle } from './article.ts';
import { setHead } from './head.ts';
import { legsOf } from './legs.ts';
import { ComposeMemory } from './page.ts';
import { Workshop } from './workshop.ts';

export type LeverName = 'headline-down' | 'headline-up' | 'fewer-legs' | 'more-legs' | 'photo-down' | 'photo-up';

export interface Lever {
  readonly lever: LeverName;
  /** Lines gained (positive) or lost for the body, over all its legs: the change of spare lines less the change of lines over. */
  readonly lines: number;
}

export interface Copyfit {
  readonly overCharacters: number;
  readonly overLines: number;
  /** Lines left empty in the body's frames, and the characters that would fill them at their measures. */
  readonly spareLines: number;
  readonly spareCharacters: number;
  /** Where the body stops being set; null where all of it is. */
  readonly cut: { readonly block: number; readonly at: number } | null;
  readonly levers: readonly Lever[];
}

interface Placing {
  readonly article: Article;
  readonly frames: readonly Frame[];
}

/** Spare lines, or lines over as a negative number. */
function balance(made: ComposedArticle): number {
  const over = made.overset.reduce((n, o) => n + o.lines, 0);
  let spare = 0;
  for (const part of made.parts.values()) if (part.role === 'body') spare += part.slots - part.used;
  return over > 0 ? -over : spare;
}

const under = (a: Frame, b: Frame): boolean =>
  b.at.line >= a.at.line + a.at.lines && b.at.column < a.at.column + a.at.columns && a.at.column < b.at.column + b.at.columns;

/** The frames with one grown by `lines` downwards: what stands under it moves, and bodies keep their foot. */
function grow(frames: readonly Frame[], id: string, lines: number): Frame[] {
  const grown = frames.find((f) => f.id === id) as Frame;
  return frames.map((f) => {
    if (f.id === id) return { ...f, at: { ...f.at, lines: f.at.lines + lines } };
    if (!under(grown, f)) return f;
    const height = f.shows.kind === 'body' ? f.at.lines - lines : f.at.lines;
    return { ...f, at: { ...f.at, line: f.at.line + lines, lines: Math.max(1, height) } };
  });
}

function headStep(shop: Workshop, story: Story, p: Placing, steps: number): Placing | null {
  const head = p.frames.find((f) => f.shows.kind === 'head' && f.shows.form !== 'vertical');
  if (!head) return null;
  const { sizePt } = shop.style('headline', p.article.overrides);
  const next = stepSize(sizePt, steps);
  if (next === sizePt) return null;
  const overrides = { ...p.article.overrides, headline: { ...p.article.overrides.headline, sizePt: next } };
  const widthPt = legsOf(shop.grid, head.at.columns, 1, 'absolute')[0]?.widthPt ?? 0;
  const lines = (o: Article['overrides']): number => setHead(shop, story, widthPt, o).lines;
  const change = lines(overrides) - lines(p.article.overrides);
  return { article: { ...p.article, overrides }, frames: grow(p.frames, head.id, change) };
}

function legsStep(p: Placing, steps: number): Placing | null {
  let changed = false;
  const frames = p.frames.map((f) => {
    if (f.shows.kind !== 'body') return f;
    const legs = (f.shows.legs || f.at.columns) + steps;
    if (legs < 1 || legs > f.at.columns) return f;
    changed = true;
    return { ...f, shows: { ...f.shows, legs } };
  });
  return changed ? { ...p, frames } : null;
}

function photoStep(p: Placing, steps: number): Placing | null {
  const photo = p.frames.find((f) => f.shows.kind === 'photo' && f.at.lines + steps > 3);
  return photo ? { ...p, frames: grow(p.frames, photo.id, steps) } : null;
}

/** Characters one line of the article's body holds, on average over its legs. */
function charactersALine(shop: Workshop, frames: readonly Frame[]): number {
  const widths = frames.flatMap((f) =>
    f.shows.kind === 'body' ? legsOf(shop.grid, f.at.columns, f.shows.legs, f.shows.share).map((l) => l.widthPt) : [],
  );
  return widths.length ? widths.reduce((a, b) => a + b, 0) / widths.length / shop.grid.bodyPt : 0;
}

/** How an article of the page fits; null where the page has no such article. */
export function copyfitOf(
  project: Project,
  page: Page,
  articleId: string,
  faces: Faces,
  memory: ComposeMemory = new ComposeMemory(),
): Copyfit | null {
  const article = findArticle(page, articleId);
  const story = article && project.stories[article.story];
  if (!article || !story) return null;
  const shop = new Workshop(project, page, faces, memory.paragraphs);
  const now: Placing = { article, frames: framesOf(page, articleId) };
  const compose = (p: Placing): ComposedArticle => composeArticle(shop, p.article, story, p.frames, []);
  const made = compose(now);
  const before = balance(made);
  const taken: [LeverName, Placing | null][] = [
    ['headline-down', headStep(shop, story, now, -1)],
    ['headline-up', headStep(shop, story, now, 1)],
    ['fewer-legs', legsStep(now, -1)],
    ['more-legs', legsStep(now, 1)],
    ['photo-down', photoStep(now, -1)],
    ['photo-up', photoStep(now, 1)],
  ];
  const body = made.overset.find((o) => o.cut);
  const spareLines = Math.max(0, before);
  return {
    overCharacters: made.overset.reduce((n, o) => n + o.characters, 0),
    overLines: made.overset.reduce((n, o) => n + o.lines, 0),
    spareLines,
    spareCharacters: Math.round(spareLines * charactersALine(shop, now.frames)),
    cut: body?.cut ?? null,
    levers: taken.flatMap(([lever, p]) => (p ? [{ lever, lines: balance(compose(p)) - before }] : [])),
  };
}
