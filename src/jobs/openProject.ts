/** A project file from the disk. */
import type { ProjectFile } from '../core/archive/index.ts';
import { openProjectFile, openToCheck } from '../node/projects.ts';
import { type JobOptions, stopIfAsked } from './job.ts';

export interface OpenOptions extends JobOptions {
  /** True where the file is only looked at for faults: missing and changed pictures do not refuse it. */
  readonly toCheck?: boolean;
}

/** A project file from the disk, its pictures at hand. Throws Trouble as `openProjectFile` does. */
export async function openProject(path: string, options: OpenOptions = {}): Promise<ProjectFile> {
  options.onProgress?.({ what: 'read', done: 0, total: 1 });
  const file = await (options.toCheck ? openToCheck(path) : openProjectFile(path));
  stopIfAsked(options);
  options.onProgress?.({ what: 'read', done: 1, total: 1 });
  return file;
}
