/** What was cut or copied on a page: articles with their frames, and free frames. Pasting what was cut keeps its story. */
import { type Article, apply, type Edit, type Frame, framesOf, type Page, type Project, templatesOf } from '../../core/document/index.ts';
import type { Story } from '../../core/story/index.ts';
import { freshId, together } from './edits.ts';
import { framesRect } from './place.ts';
import { articleKey, frameKey, groupKey, picked, pickedFrames, placesOf } from './selection.ts';
import { carried, onGrid } from './spot.ts';

export interface Clip {
  /** The page it was taken from. */
  readonly page: Page;
  readonly articles: readonly { readonly article: Article; readonly story: Story; readonly frames: readonly Frame[] }[];
  readonly frames: readonly Frame[];
}

/** What a selection holds, whole articles as such. Parts of an article that need its story come only with it. */
export function clipOf(project: Project, page: Page, keys: readonly string[]): Clip | null {
  const ids = [...new Set(keys.map(picked).flatMap((p) => (p.kind === 'article' ? [p.id] : [])))];
  const articles = ids.flatMap((id) => {
    const article = page.articles.find((a) => a.id === id);
    const story = article && project.stories[article.story];
    return article && story ? [{ article, story, frames: framesOf(page, id) }] : [];
  });
  const frames = pickedFrames(page, keys).filter((f) => f.article === null || ['rule', 'box', 'tint', 'text'].includes(f.shows.kind));
  const loose = frames.filter((f) => !(f.article && ids.includes(f.article))).map((f) => ({ ...f, article: null }));
  return articles.length + loose.length > 0 ? { page, articles, frames: loose } : null;
}

export const clipFrames = (clip: Clip): Frame[] => [...clip.articles.flatMap((a) => a.frames), ...clip.frames];

const sheetsOf = (p: Project): readonly Page[] => [...p.pages, ...templatesOf(p)];

export interface Pasted {
  readonly edit: Edit;
  readonly keys: readonly string[];
}

/** Points between the clip's place and whole steps of the grid: text stands on columns and lines wherever it is put. */
export function stepped(page: Page, clip: Clip, dx: number, dy: number): { dx: number; dy: number } {
  if (!clipFrames(clip).some(onGrid)) return { dx, dy };
  const step = (page.grid.charsPerColumn + page.grid.gutterEm) * page.grid.bodyPt;
  return { dx: Math.round(dx / step) * step, dy: Math.round(dy / page.grid.linePitchPt) * page.grid.linePitchPt };
}

/**
 * The clip once more on a page, moved by points; once for each move. What was cut comes back under its own name and with
 * its own story, what stands somewhere is copied with its story.
 */
export function pasteEdit(
  project: Project,
  page: Page,
  clip: Clip,
  moves: readonly { readonly dx: number; readonly dy: number }[],
): Pasted | null {
  let now = project;
  const edits: Edit[] = [];
  const keys: string[] = [];
  const put = (edit: Edit): void => {
    const r = apply(now, edit);
    if (!r.ok) return;
    now = r.project;
    edits.push(edit);
  };
  const putFrame = (f: Frame, article: string | null, group: string | undefined, m: { dx: number; dy: number }): string => {
    const taken = sheetsOf(now).some((p) => p.frames.some((x) => x.id === f.id));
    const id = taken ? freshId(now, 'f') : f.id;
    const { group: _group, ...rest } = carried(page, f, m.dx, m.dy);
    put({ kind: 'frame', page: page.id, id, after: { ...rest, id, article, locked: false, ...(group ? { group } : {}) } });
    return id;
  };
  for (const m of moves) {
    // Stories stand on pages, not on templates.
    for (const a of 'name' in page ? [] : clip.articles) {
      const placed = placesOf(now.pages, a.story.id).length > 0;
      const known = now.stories[a.story.id] !== undefined;
      const story = placed || !known ? freshId(now, 's') : a.story.id;
      if (story !== a.story.id) put({ kind: 'story', id: story, after: { ...(now.stories[a.story.id] ?? a.story), id: story } });
      const id = now.pages.some((p) => p.articles.some((x) => x.id === a.article.id)) ? freshId(now, 'a') : a.article.id;
      const { continues, ...article } = a.article;
      put({ kind: 'article', page: page.id, id, after: { ...article, id, story, ...(continues && !placed ? { continues } : {}) } });
      for (const f of a.frames) putFrame(f, id, undefined, m);
      keys.push(articleKey(id));
    }
    const groups = new Map<string, string>();
    for (const f of clip.frames) {
      if (f.group && !groups.has(f.group)) groups.set(f.group, freshGroup(now, groups));
      const group = f.group && groups.get(f.group);
      const id = putFrame(f, null, group, m);
      if (!group) keys.push(frameKey(id));
    }
    keys.push(...[...groups.values()].map(groupKey));
  }
  const edit = together(edits);
  return edit && { edit, keys };
}

/** A name that no group of the project has. */
export function freshGroup(project: Project, more: ReadonlyMap<string, string> = new Map()): string {
  const taken = new Set([...sheetsOf(project).flatMap((p) => p.frames.flatMap((f) => f.group ?? [])), ...more.values()]);
  let n = 1;
  while (taken.has(`g${n}`)) n++;
  return `g${n}`;
}

/** How far to move a clip so that its middle comes to a point of the page. */
export function moveTo(clip: Clip, middle: { x: number; y: number }): { dx: number; dy: number } {
  const r = framesRect(clip.page, clipFrames(clip));
  return r ? { dx: middle.x - r.x - r.width / 2, dy: middle.y - r.y - r.height / 2 } : { dx: 0, dy: 0 };
}
