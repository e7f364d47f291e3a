/** What the files of an issue's pages are called, by a pattern with fields in braces. */
import type { Page, Project } from '../core/document/index.ts';

/** Characters that one of the systems a paper is sent to does not have in a file's name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant.
const UNFIT = /[\u0000-\u001f\u007f<>:"/\\|?*]/gu;

/** What a pattern for names may ask for, in braces. */
export const NAME_FIELDS = ['name', 'paper', 'date', 'page', 'section'] as const;
export const NAME_PATTERN = '{name}-{page}';

/** A name for each page by the pattern, without the ending; `name` is the project file's own. Two alike are numbered. */
export function pageNames(pattern: string, project: Project, pages: readonly Page[], name: string): string[] {
  const used = new Map<string, number>();
  return pages.map((page) => {
    const { paper } = project;
    const fields: Readonly<Record<string, string>> = {
      name,
      paper: paper.name,
      date: paper.date ?? '',
      page: String(page.number).padStart(2, '0'),
      section: page.section,
    };
    const filled = pattern.replace(/\{(\w+)\}/gu, (whole, field: string) => fields[field] ?? whole).replace(UNFIT, '-');
    // A field that is empty leaves no double or dangling dash, and no name hides itself by a dot.
    const tidy = filled.replace(/([-_ ])[-_ ]+/gu, '$1').replace(/^[-_ .]+|[-_ .]+$/gu, '') || (fields.page as string);
    const count = (used.get(tidy.toLowerCase()) ?? 0) + 1;
    used.set(tidy.toLowerCase(), count);
    return count === 1 ? tidy : `${tidy}-${count}`;
  });
}
