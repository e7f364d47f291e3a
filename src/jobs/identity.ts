/** What a file that is made from a project is called inside, and when it says that it was made: both are the paper's own. */
import type { Page, Project } from '../core/document/index.ts';

/** The day an undated paper's file is given, since a file must have one and the clock would change its bytes. */
const NO_DATE = '2000-01-01';

export const dateOf = ({ paper }: Project): Date => new Date(`${paper.date ?? NO_DATE}T00:00:00Z`);

/** The paper, its date and the pages; never the name the file lies under. */
export function titleOf(project: Project, pages: readonly Page[]): string {
  const { name, date } = project.paper;
  const numbers = pages.map((p) => p.number).join(', ');
  return [name, date ?? '', numbers].filter((part) => part !== '').join(' ');
}
