/** A project file from the disk. */
import type { ProjectFile } from '../core/archive/index.ts';
import { sha256 } from '../node/pictures.ts';
import { openProjectFile, openToCheck } from '../node/projects.ts';
import { type JobOptions, stopIfAsked } from './job.ts';

export interface OpenOptions extends JobOptions {
  /** True where missing and changed pictures do not refuse the file: a check names them, and so does printing their page. */
  readonly toCheck?: boolean;
}

/** The bytes of a picture as they were placed. Throws an Error of its hash where they are not in the file, or are others. */
export function placedBytes({ pictures }: ProjectFile, hash: string): Uint8Array {
  const bytes = pictures.get(hash);
  if (!bytes || sha256(bytes) !== hash) throw new Error(hash);
  return bytes;
}

/** A project file from the disk, its pictures at hand. Throws Trouble as `openProjectFile` does. */
export async function openProject(path: string, options: OpenOptions = {}): Promise<ProjectFile> {
  options.onProgress?.({ what: 'read', done: 0, total: 1 });
  const file = await (options.toCheck ? openToCheck(path) : openProjectFile(path));
  stopIfAsked(options);
  options.onProgress?.({ what: 'read', done: 1, total: 1 });
  return file;
}
