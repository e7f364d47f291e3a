/** Edits that the hand and the panels make, from a page and a wish. Pure: project in, Edit out. */
import type { Article, Edit, Frame, Page, Picture, Project, StyleOverrides, TextRole, TextStyle } from '../../core/document/index.ts';
import { findArticle, framesOf, styleFor, templatesOf, withPlacedPicture } from '../../core/document/index.ts';
import type { GridRect } from '../../core/measure/index.ts';
import type { Story } from '../../core/story/index.ts';

/** Several edits as one; null for none. */
export const together = (edits: readonly Edit[]): Edit | null =>
  edits.length === 0 ? null : edits.length === 1 ? (edits[0] as Edit) : { kind: 'all', edits };

export const putFrame = (page: Page, frame: Frame): Edit => ({ kind: 'frame', page: page.id, id: frame.id, after: frame });

/** Frames carried along by whole columns and lines, and by points off the grid. */
export const shiftFrames = (
  page: Page,
  frames: readonly Frame[],
  columns: number,
  lines: number,
  offset?: { dxPt: number; dyPt: number },
): Edit | null =>
  together(
    frames.map((f) =>
      putFrame(page, {
        ...f,
        at: { ...f.at, column: f.at.column + columns, line: f.at.line + lines },
        dxPt: offset ? f.dxPt + offset.dxPt : f.dxPt,
        dyPt: offset ? f.dyPt + offset.dyPt : f.dyPt,
      }),
    ),
  );

/** A frame at another place, back on the grid. */
export const placeFrame = (page: Page, frame: Frame, at: GridRect): Edit => putFrame(page, { ...frame, at, dxPt: 0, dyPt: 0 });

export const lockFrames = (page: Page, frames: readonly Frame[], locked: boolean): Edit | null =>
  together(frames.filter((f) => f.locked !== locked).map((f) => putFrame(page, { ...f, locked })));

/** Take an article off the page; its story stays on the copy desk. */
export const removeArticle = (page: Page, article: string): Edit => ({
  kind: 'all',
  edits: [
    ...framesOf(page, article).map((f): Edit => ({ kind: 'frame', page: page.id, id: f.id, after: null })),
    { kind: 'article', page: page.id, id: article, after: null },
  ],
});

export const removeFrame = (page: Page, frame: Frame): Edit => ({ kind: 'frame', page: page.id, id: frame.id, after: null });

/** Send frames to the end (front) or the start (back) of the paint order. */
export function orderFrames(page: Page, frames: readonly Frame[], to: 'front' | 'back'): Edit | null {
  const list = to === 'front' ? frames : [...frames].reverse();
  return together(
    list.map((f): Edit => ({ kind: 'frame', page: page.id, id: f.id, after: f, index: to === 'front' ? page.frames.length : 0 })),
  );
}

/** An article's own change of a role's style; a value equal to the sheet's is taken out again. */
export function overrideStyle(project: Project, page: Page, article: Article, role: TextRole, change: Partial<TextStyle>): Edit {
  const own = { ...(article.overrides[role] ?? {}), ...change } as Partial<TextStyle>;
  const sheet = project.styles[role] as unknown as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(own).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(sheet[key])));
  const { [role]: _was, ...rest } = article.overrides;
  const overrides = (Object.keys(kept).length > 0 ? { ...rest, [role]: kept } : rest) as StyleOverrides;
  return { kind: 'article', page: page.id, id: article.id, after: { ...article, overrides } };
}

/** The style that an article's role is set in. */
export const styleOf = (project: Project, page: Page, article: string, role: TextRole): TextStyle =>
  styleFor(project.styles, findArticle(page, article)?.overrides ?? {}, role);

export const putStory = (story: Story): Edit => ({ kind: 'story', id: story.id, after: story });

/** Give a picture, with the caption and credit that came inside it, to a story's place for it. */
export const givePicture = (story: Story, slot: number, picture: Picture): Edit => putStory(withPlacedPicture(story, slot, picture));

/** A name that no frame, article, page, story, copy or picture of the project has: the prefix and the next number. */
export function freshId(project: Project, prefix: string): string {
  const taken = new Set<string>([...project.storyOrder, ...Object.keys(project.pictures), ...Object.keys(project.copies)]);
  for (const page of [...project.pages, ...templatesOf(project)]) {
    taken.add(page.id);
    for (const a of page.articles) taken.add(a.id);
    for (const f of page.frames) taken.add(f.id);
  }
  let n = 1;
  while (taken.has(`${prefix}${n}`)) n++;
  return `${prefix}${n}`;
}
