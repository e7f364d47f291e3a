/** Modules as the project's articles and frames. */
import type { Article, Frame, Page } from '../document/index.ts';
import type { GridRect } from '../measure/index.ts';
import type { Module } from './layout.ts';
import { storiesOf } from './room.ts';
import type { Piece } from './shape.ts';

export interface Placed {
  readonly articles: Article[];
  /** In reading order, article by article: the order of their threads. */
  readonly frames: Frame[];
}

/** An id for an article that the page does not have yet: `p1-a3` for the third story placed. */
export function articleId(page: Page, wanted: number, taken: ReadonlySet<string>): string {
  let n = wanted;
  while (taken.has(`${page.id}-a${n}`)) n++;
  return `${page.id}-a${n}`;
}

/** Frames of one article; ids say what they are and their turn: `p1-a3-body2`. */
export function framesFor(article: string, pieces: readonly Piece[]): Frame[] {
  const turns = new Map<string, number>();
  return pieces.map(({ shows, at }) => {
    const turn = (turns.get(shows.kind) ?? 0) + 1;
    turns.set(shows.kind, turn);
    const id = shows.kind === 'head' ? `${article}-head` : `${article}-${shows.kind}${turn}`;
    return { id, article, shows, at, dxPt: 0, dyPt: 0, locked: false };
  });
}

/** The smallest place around some pieces; one cell at the corner for none. */
export function boundsOf(pieces: readonly Piece[]): GridRect {
  if (pieces.length === 0) return { column: 0, line: 0, columns: 1, lines: 1 };
  const column = Math.min(...pieces.map((p) => p.at.column));
  const line = Math.min(...pieces.map((p) => p.at.line));
  return {
    column,
    line,
    columns: Math.max(...pieces.map((p) => p.at.column + p.at.columns)) - column,
    lines: Math.max(...pieces.map((p) => p.at.line + p.at.lines)) - line,
  };
}

/** Articles and frames of the modules. A story's number in `storyIds` gives its article's id. */
export function placed(page: Page, modules: readonly Module[], storyIds: readonly string[], taken: ReadonlySet<string>): Placed {
  const used = new Set(taken);
  const articles: Article[] = [];
  const frames: Frame[] = [];
  for (const m of modules) {
    for (const story of storiesOf(m.task)) {
      const own = story === m.task.story;
      const id = articleId(page, storyIds.indexOf(story.id) + 1, used);
      used.add(id);
      articles.push({ id, story: story.id, overrides: own ? m.overrides : {} });
      frames.push(
        ...framesFor(
          id,
          m.pieces.filter((p) => (p.story ?? m.task.story.id) === story.id),
        ),
      );
    }
  }
  return { articles, frames };
}
