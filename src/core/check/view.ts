/**
 * A page as the rules look at it: its parts with their places, gathered by article, lines and inks measured once.
 * Everything comes from the finished Scene; the Project only says what was meant.
 */
import type { Article, Frame, Page, Project, TextRole, TextStyle } from '../document/index.ts';
import { framesOf, styleFor } from '../document/index.ts';
import { bottom, type Rect, right, typeArea, union } from '../measure/index.ts';
import type { Part, PictureItem, Scene } from '../scene/index.ts';
import type { Language, Story } from '../story/index.ts';
import type { Fault } from './finding.ts';
import { inkOf, type Line, linesOf } from './lines.ts';

/** One frame as it was composed. */
export interface Piece {
  readonly frame: Frame;
  readonly part: Part;
  readonly rect: Rect;
  /** What is printed of it; null where nothing is. */
  readonly ink: Rect | null;
  readonly lines: readonly Line[];
}

/** 稿块: an article with its pieces. */
export interface Block {
  readonly article: Article;
  readonly story: Story;
  readonly language: Language;
  readonly pieces: readonly Piece[];
  readonly heads: readonly Piece[];
  readonly bodies: readonly Piece[];
  readonly photos: readonly Piece[];
  readonly captions: readonly Piece[];
  /** Around all of them; null for an article without frames. */
  readonly rect: Rect | null;
}

export interface PageView {
  readonly project: Project;
  readonly page: Page;
  readonly scene: Scene;
  readonly area: Rect;
  readonly blocks: readonly Block[];
  /** Frames that are no article's: rules, boxes, tints, free text. */
  readonly furniture: readonly Piece[];
  /** All pieces in paint order. */
  readonly pieces: readonly Piece[];
}

export const isHorizontal = (head: Piece): boolean => head.frame.shows.kind === 'head' && head.frame.shows.form !== 'vertical';

/** What an article is called: its headline, or the beginning of its text. */
export const nameOf = (story: Story): string => story.headline?.text || story.body[0]?.text.slice(0, 20) || story.id;

/** Where a fault of an article stands: its piece, or the whole of it. */
export const about = (block: Block, piece: Piece | undefined = block.pieces[0]): Pick<Fault, 'frame' | 'article' | 'story' | 'at'> => ({
  frame: piece?.frame.id,
  article: block.article.id,
  story: block.story.id,
  at: piece?.rect ?? block.rect ?? undefined,
});

/** A role's style as this article sets it. */
export const styleIn = (view: PageView, block: Block, role: TextRole): TextStyle =>
  styleFor(view.project.styles, block.article.overrides, role);

/** The picture a photo frame draws; null where the frame draws none. */
export const pictureOf = (photo: Piece): PictureItem | null => photo.part.items.find((i) => i.kind === 'picture') ?? null;

/** Lines of a head that are the headline itself, and their size; 0 without one. */
export const headlineLines = (head: Piece): readonly Line[] => head.lines.filter((l) => l.source?.place.field === 'headline');
export const headlinePt = (head: Piece): number => Math.max(0, ...headlineLines(head).map((l) => l.sizePt));

/** How far two rectangles overlap across and down; negative is the gap between them. */
export const overlapX = (a: Rect, b: Rect): number => Math.min(right(a), right(b)) - Math.max(a.x, b.x);
export const overlapY = (a: Rect, b: Rect): number => Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y);

/** Every pair of a list, each once. */
export function* pairs<T>(list: readonly T[]): Generator<readonly [T, T]> {
  for (const [i, a] of list.entries()) for (const b of list.slice(i + 1)) yield [a, b];
}

/** A part that composing hands out again is measured once; a keystroke then costs one article (compose remembers alike). */
const measured = new WeakMap<Part, { readonly grid: Page['grid']; readonly piece: Piece }>();

function pieceOf(page: Page, frame: Frame, part: Part): Piece {
  const known = measured.get(part);
  if (known && known.piece.frame === frame && known.grid === page.grid) return known.piece;
  const lines = linesOf(page, frame, part);
  const piece = {
    frame,
    part,
    rect: { x: part.x, y: part.y, width: part.width, height: part.height },
    ink: inkOf(part, lines),
    lines,
  };
  measured.set(part, { grid: page.grid, piece });
  return piece;
}

function blockOf(project: Project, page: Page, article: Article, pieces: ReadonlyMap<string, Piece>): Block | null {
  const story = project.stories[article.story];
  if (!story) return null;
  const own = framesOf(page, article.id).flatMap((f) => pieces.get(f.id) ?? []);
  const of = (kind: Frame['shows']['kind']): Piece[] => own.filter((p) => p.frame.shows.kind === kind);
  return {
    article,
    story,
    language: story.language,
    pieces: own,
    heads: of('head'),
    bodies: of('body'),
    photos: of('photo'),
    captions: of('caption'),
    rect: own.length ? own.map((p) => p.rect).reduce(union) : null,
  };
}

export function viewOf(project: Project, page: Page, scene: Scene): PageView {
  const parts = new Map(scene.parts.map((p) => [p.frame, p]));
  const pieces = new Map<string, Piece>();
  for (const frame of page.frames) {
    const part = parts.get(frame.id);
    if (part) pieces.set(frame.id, pieceOf(page, frame, part));
  }
  const all = [...pieces.values()];
  return {
    project,
    page,
    scene,
    area: typeArea(page.format, page.grid),
    blocks: page.articles.flatMap((a) => blockOf(project, page, a, pieces) ?? []),
    furniture: all.filter((p) => p.frame.article === null),
    pieces: all,
  };
}
