/**
 * What is selected, as keys: `article:ID` for a story as placed, `group:ID` for free frames grouped, `frame:ID` for one
 * frame. The first click takes the whole, a double click or the content tool goes to the frame within.
 */
import type { Frame, Page } from '../../core/document/index.ts';
import { framesOf } from '../../core/document/index.ts';
import type { GridRect } from '../../core/measure/index.ts';

export const articleKey = (id: string): string => `article:${id}`;
export const groupKey = (id: string): string => `group:${id}`;
export const frameKey = (id: string): string => `frame:${id}`;

export interface Picked {
  readonly kind: 'article' | 'group' | 'frame';
  readonly id: string;
}

export function picked(key: string): Picked {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  return { kind: kind === 'article' || kind === 'group' ? kind : 'frame', id: key.slice(colon + 1) };
}

/** The key that a click on a frame selects: its article or group where it has one, itself where not. */
export const keyFor = (frame: Frame, deep: boolean): string =>
  deep ? frameKey(frame.id) : frame.article ? articleKey(frame.article) : frame.group ? groupKey(frame.group) : frameKey(frame.id);

/** All frames a selection stands for, in paint order, each once. */
export function pickedFrames(page: Page, keys: readonly string[]): Frame[] {
  const of = { article: new Set<string>(), group: new Set<string>(), frame: new Set<string>() };
  for (const key of keys) {
    const p = picked(key);
    of[p.kind].add(p.id);
  }
  return page.frames.filter(
    (f) => of.frame.has(f.id) || (f.article !== null && of.article.has(f.article)) || (f.group !== undefined && of.group.has(f.group)),
  );
}

/** The smallest place on the grid that holds all frames; null for none. Offsets in points are left out. */
export function boundsOf(frames: readonly Frame[]): GridRect | null {
  const first = frames[0];
  if (!first) return null;
  let [left, top, right, bottom] = [first.at.column, first.at.line, first.at.column + first.at.columns, first.at.line + first.at.lines];
  for (const { at } of frames) {
    left = Math.min(left, at.column);
    top = Math.min(top, at.line);
    right = Math.max(right, at.column + at.columns);
    bottom = Math.max(bottom, at.line + at.lines);
  }
  return { column: left, line: top, columns: right - left, lines: bottom - top };
}

/** Keys whose frame or article is still on the page. */
export const stillThere = (page: Page, keys: readonly string[]): string[] =>
  keys.filter((key) => {
    const p = picked(key);
    if (p.kind === 'article') return page.articles.some((a) => a.id === p.id);
    return page.frames.some((f) => (p.kind === 'group' ? f.group : f.id) === p.id);
  });

/** The one article that a selection concerns, whether it is selected itself or through a frame; null for none or several. */
export function onlyArticle(page: Page, keys: readonly string[]): string | null {
  const ids = new Set(
    keys.map((key) => {
      const p = picked(key);
      return p.kind === 'article' ? p.id : (page.frames.find((f) => f.id === p.id)?.article ?? null);
    }),
  );
  const [only] = ids;
  return ids.size === 1 && only ? only : null;
}

/** Keys in reading order: by the top of what they hold, then from the left. */
export function readingOrder(page: Page): string[] {
  const free = page.frames.filter((f) => f.article === null).map((f) => keyFor(f, false));
  const keys = [...page.articles.map((a) => articleKey(a.id)), ...new Set(free)];
  const at = (key: string): GridRect => boundsOf(pickedFrames(page, [key])) ?? { column: 0, line: 0, columns: 0, lines: 0 };
  return keys
    .map((key) => ({ key, at: at(key) }))
    .sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
    .map((k) => k.key);
}

/** A story's articles: where it stands in the issue. */
export const placesOf = (pages: readonly Page[], story: string): { page: Page; article: string; frames: Frame[] }[] =>
  pages.flatMap((page) =>
    page.articles.filter((a) => a.story === story).map((a) => ({ page, article: a.id, frames: framesOf(page, a.id) })),
  );
