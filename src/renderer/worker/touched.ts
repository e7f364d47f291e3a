/** Which pages an edit changes the look of. */
import type { Edit, Project } from '../../core/document/index.ts';

/** Pages on which a story stands. */
const pagesWith = (p: Project, story: string): string[] =>
  p.pages.filter((page) => page.articles.some((a) => a.story === story)).map((page) => page.id);

const pagesShowing = (p: Project, picture: string): string[] =>
  Object.values(p.stories)
    .filter((s) => s.pictures.some((x) => x.picture === picture))
    .flatMap((s) => pagesWith(p, s.id));

/** Pages that show the furniture of a template; of any, for null: furniture may say how many pages there are. */
const pagesLike = (p: Project, template: string | null): string[] =>
  p.pages.filter((page) => page.template !== undefined && (template === null || page.template === template)).map((page) => page.id);

/** Ids of pages, some perhaps twice; a page that the edit removed may be among them. */
export function touchedPages(before: Project, after: Project, edit: Edit): string[] {
  switch (edit.kind) {
    case 'frame':
      return [edit.page, ...pagesLike(after, edit.page)];
    case 'article':
      return [edit.page];
    case 'page':
      return before.pages.length === after.pages.length ? [edit.id] : [edit.id, ...pagesLike(after, null)];
    case 'template':
      return [edit.id, ...pagesLike(after, edit.id)];
    case 'text':
      return pagesWith(after, edit.story);
    case 'story':
      return [...pagesWith(before, edit.id), ...pagesWith(after, edit.id)];
    case 'picture':
      return pagesShowing(after, edit.id);
    case 'paper':
    case 'styles':
      return after.pages.map((p) => p.id);
    case 'copy':
    case 'palette':
    case 'checks':
    case 'seed':
      return [];
    case 'all':
      return edit.edits.flatMap((e) => touchedPages(before, after, e));
    default:
      return edit satisfies never;
  }
}
