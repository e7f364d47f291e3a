/** Pages of a project to Scenes. */
import { ComposeMemory, composePage } from '../core/compose/index.ts';
import type { Page, Project } from '../core/document/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { fontFaces } from '../node/faces.ts';
import { type JobOptions, stopIfAsked } from './job.ts';
import { Refused } from './refused.ts';

/** The pages of the given ids in the given order; all of them for null. Throws Refused `no-pages`, `no-such-page`. */
export function choosePages(project: Project, ids: readonly string[] | null): readonly Page[] {
  const pages =
    ids?.map((id) => {
      const page = project.pages.find((p) => p.id === id);
      if (!page) throw new Refused('no-such-page', { page: id, pages: project.pages.map((p) => p.number).join(', ') });
      return page;
    }) ?? project.pages;
  if (pages.length === 0) throw new Refused('no-pages', {});
  return pages;
}

/** Compose pages one after the other; between two of them the job can be stopped. */
export async function composePages(project: Project, pages: readonly Page[], options: JobOptions = {}): Promise<Scene[]> {
  const memory = new ComposeMemory();
  const scenes: Scene[] = [];
  for (const page of pages) {
    stopIfAsked(options);
    scenes.push(composePage(project, page, fontFaces, memory));
    options.onProgress?.({ what: 'compose', done: scenes.length, total: pages.length });
    // A turn of the event loop, so that a signal or a message can come in.
    await new Promise((next) => setImmediate(next));
  }
  return scenes;
}
