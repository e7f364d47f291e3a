/** What is wrong with pages: their composition, and then the preflight of core over the finished Scenes. */
import { checkProject as check, type Finding, type MessageLanguage } from '../core/check/index.ts';
import type { Page, Project } from '../core/document/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { composePages } from './composePages.ts';
import type { JobOptions } from './job.ts';

export type { Finding };

export interface CheckJobOptions extends JobOptions {
  /** The language of the messages; the paper's own where it is not said. */
  readonly language?: MessageLanguage | undefined;
}

const said = (language: MessageLanguage | undefined): { language?: MessageLanguage } => (language ? { language } : {});

/** The findings of one composed page; what only the whole issue shows is left out. */
export async function findingsOf(project: Project, page: Page, scene: Scene, language?: MessageLanguage): Promise<readonly Finding[]> {
  return check(project, [scene], said(language)).filter((f) => f.page === page.id);
}

/** Compose every page and check the issue. Throws Refused `no-pages`, `cancelled`. */
export async function checkProject(project: Project, options: CheckJobOptions = {}): Promise<readonly Finding[]> {
  const scenes = await composePages(project, project.pages, options);
  return check(project, scenes, said(options.language));
}
