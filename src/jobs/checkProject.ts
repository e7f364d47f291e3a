/** What is wrong with pages, found in the project and its finished Scenes. */
import type { Page, Project } from '../core/document/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { composePages } from './composePages.ts';
import type { JobOptions } from './job.ts';
import { type ReportedFinding, storyName } from './report.ts';

export interface Finding extends ReportedFinding {
  readonly page: string;
  readonly frame?: string;
}

/** The findings of one composed page. */
export async function findingsOf(project: Project, page: Page, scene: Scene): Promise<readonly Finding[]> {
  const overset = scene.overset.map(
    (o): Finding => ({
      rule: 'overset',
      severity: 'error',
      page: page.id,
      frame: o.frame,
      message: `${o.characters} characters (${o.lines} lines) of “${storyName(project, o.story)}” do not fit.`,
    }),
  );
  const missing = scene.missing.map(
    (m): Finding => ({
      rule: 'missing-glyph',
      severity: 'error',
      page: page.id,
      frame: m.frame,
      message: `No typeface of the style has the character “${m.character}”.`,
    }),
  );
  const empty = scene.parts
    .filter((p) => p.items.some((i) => i.kind === 'picture' && i.picture === null))
    .map(
      (p): Finding => ({
        rule: 'photo-missing',
        severity: 'error',
        page: page.id,
        frame: p.frame,
        message: `“${p.story ? storyName(project, p.story) : p.frame}” has no picture; its place is kept and marked.`,
      }),
    );
  return [...overset, ...missing, ...empty];
}

/** Compose every page and check it. Throws Refused `no-pages`, `cancelled`. */
export async function checkProject(project: Project, options: JobOptions = {}): Promise<readonly Finding[]> {
  const scenes = await composePages(project, project.pages, options);
  const found = await Promise.all(project.pages.map((page, i) => findingsOf(project, page, scenes[i] as Scene)));
  return found.flat();
}
