/**
 * 余 n 字 / 缺 n 行: how a placed story fits its frames, where it is cut, and what one step of each lever would change.
 * Every figure is composed, none estimated: a lever's answer is the story composed, on every page it stands on and around
 * all that stands in its way, with that step taken.
 */
import { apply, continuationOf, type Edit, findArticle, locateArticle, type Page, type Project } from '../document/index.ts';
import type { Faces } from '../font/index.ts';
import { legsOf } from './legs.ts';
import { type LeverName, leverNames, pullLever } from './lever.ts';
import { ComposeMemory, composeOne } from './page.ts';
import { Workshop } from './workshop.ts';

/** How a story fits. Characters count all but white space. */
export interface Fit {
  /** What finds no room: 0 where all is set. */
  readonly overCharacters: number;
  readonly overLines: number;
  /** Lines left empty in the body's frames, and the characters that would fill them at their measures. */
  readonly spareLines: number;
  readonly spareCharacters: number;
}

/** One step of a lever: the edit that takes it, and how the story fits then. */
export interface Lever {
  readonly lever: LeverName;
  readonly edit: Edit;
  readonly fit: Fit;
}

export interface Copyfit extends Fit {
  /** Where the body stops being set, and the last words before and the first words after; null where all of it is set. */
  readonly cut: { readonly block: number; readonly at: number; readonly before: string; readonly after: string } | null;
  readonly levers: readonly Lever[];
}

/** Characters shown on each side of a cut. */
const SHOWN = 8;

/** The articles of a thread over pages, from its first to its last. */
function threadOf(project: Project, id: string): string[] {
  const ids = [id];
  for (let first = locateArticle(project, id)?.article.continues; first && !ids.includes(first); ) {
    ids.unshift(first);
    first = locateArticle(project, first)?.article.continues;
  }
  for (let next = continuationOf(project, id); next && !ids.includes(next.article.id); next = continuationOf(project, next.article.id))
    ids.push(next.article.id);
  return ids;
}

interface Measured {
  readonly fit: Fit;
  readonly cut: { readonly block: number; readonly at: number } | null;
}

/** Characters one line of a body frame holds, on average over its legs. */
function charactersALine({ grid, frames }: Page, id: string): number {
  const frame = frames.find((f) => f.id === id);
  if (frame?.shows.kind !== 'body') return 0;
  const legs = legsOf(grid, frame.at.columns, frame.shows.legs, frame.shows.share);
  return legs.reduce((sum, l) => sum + l.widthPt, 0) / Math.max(1, legs.length) / grid.bodyPt;
}

/** Compose every article of a thread, and add up what is over and what is open. */
function measure(project: Project, thread: readonly string[], faces: Faces, memory: ComposeMemory): Measured {
  let [overCharacters, overLines, open, characters] = [0, 0, 0, 0];
  let cut: Measured['cut'] = null;
  for (const id of thread) {
    const at = locateArticle(project, id);
    const made = at && composeOne(project, at.page, at.article, faces, memory);
    if (!at || !made) continue;
    for (const o of made.overset) {
      overCharacters += o.characters;
      overLines += o.lines;
      cut ??= o.cut ?? null;
    }
    for (const part of made.parts.values()) {
      if (part.role !== 'body') continue;
      const lines = Math.max(0, part.slots - part.used);
      open += lines;
      characters += lines * charactersALine(at.page, part.frame);
    }
  }
  // What is over leaves no line open that could be counted on: a subhead at a leg's foot may have left one.
  if (overLines > 0) return { fit: { overCharacters, overLines, spareLines: 0, spareCharacters: 0 }, cut };
  return { fit: { overCharacters, overLines, spareLines: open, spareCharacters: Math.round(characters) }, cut };
}

/**
 * How an article of the page fits; null where the page has no such article. `memory` is the meter's own: what it composes
 * for a lever must not stand where the page's own articles are remembered.
 */
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
  const thread = threadOf(project, articleId);
  const now = measure(project, thread, faces, memory);
  const shop = new Workshop(project, page, faces, memory.paragraphs);
  const levers = leverNames.flatMap((lever): Lever[] => {
    const edit = pullLever({ shop, page, article, story }, lever);
    const after = edit && apply(project, edit);
    return edit && after?.ok ? [{ lever, edit, fit: measure(after.project, thread, faces, memory).fit }] : [];
  });
  const text = now.cut ? (story.body[now.cut.block]?.text ?? '') : '';
  const cut = now.cut && {
    ...now.cut,
    before: text.slice(Math.max(0, now.cut.at - SHOWN), now.cut.at),
    after: text.slice(now.cut.at, now.cut.at + SHOWN),
  };
  return { ...now.fit, cut, levers };
}
