/** A project file from the disk, its pictures at hand. Throws Trouble as `openProjectFile` does. */
import type { ProjectFile } from '../core/archive/index.ts';
import { openProjectFile } from '../node/projects.ts';
import { type JobOptions, stopIfAsked } from './job.ts';

export async function openProject(path: string, options: JobOptions = {}): Promise<ProjectFile> {
  options.onProgress?.({ what: 'read', done: 0, total: 1 });
  const file = await openProjectFile(path);
  stopIfAsked(options);
  options.onProgress?.({ what: 'read', done: 1, total: 1 });
  return file;
}
