/** The report: what a page is worth in figures, measured from the finished Scenes (DESIGN, the command line). */

import { type Account, accountOf, coverage, coveredCells, holes } from '../core/check/index.ts';
import type { Page, Project } from '../core/document/index.ts';
import type { GridRect } from '../core/measure/index.ts';
import type { Scene } from '../core/scene/index.ts';

/** What a check says of a page, as far as a report repeats it. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
}

export interface PageReport {
  readonly number: number;
  /** Lines of basic columns: those that content covers, and all that the type area has. */
  readonly lines: { readonly used: number; readonly total: number };
  readonly overset: readonly { readonly story: string; readonly characters: number; readonly lines: number }[];
  /** White of one column × three lines and more. */
  readonly holes: readonly GridRect[];
  readonly findings: readonly ReportedFinding[];
  /** What the arrangement was valued at; null for a page that was not arranged in this run. */
  readonly score: number | null;
}

export interface Report {
  readonly pages: readonly PageReport[];
  readonly characters: Account;
  readonly milliseconds: { readonly read: number; readonly arrange: number; readonly compose: number; readonly write: number };
}

/** What a story is called where people read: its headline, or the beginning of its text. */
export function storyName(project: Project, id: string): string {
  const story = project.stories[id];
  return story?.headline?.text || story?.body[0]?.text.slice(0, 20) || id;
}

/** What is known of an arrangement: what it was valued at, and the stories that found no place at all. */
export interface Arranged {
  readonly score: number;
  readonly left: readonly { readonly story: string; readonly characters: number; readonly lines: number }[];
}

export function pageReport(
  project: Project,
  page: Page,
  scene: Scene,
  findings: readonly ReportedFinding[],
  arranged: Arranged | null = null,
): PageReport {
  const covered = coverage(page, scene);
  return {
    number: page.number,
    lines: { used: coveredCells(covered), total: page.grid.columns * page.grid.lines },
    // A story that is not on the page has no frame that could overflow, and does not fit all the same.
    overset: [...scene.overset, ...(arranged?.left ?? [])].map((o) => ({
      story: storyName(project, o.story),
      characters: o.characters,
      lines: o.lines,
    })),
    holes: holes(covered),
    findings: findings.map(({ rule, severity, message }) => ({ rule, severity, message })),
    score: arranged?.score ?? null,
  };
}

/** `stories` are those that were to stand on these pages: for a page all of the copy, for an export what the pages hold. */
export const reportOf = (
  project: Project,
  scenes: readonly Scene[],
  pages: readonly PageReport[],
  stories: readonly string[],
  milliseconds: Report['milliseconds'],
): Report => ({ pages, characters: accountOf(project, scenes, stories), milliseconds });
