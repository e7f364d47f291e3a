/** A project to the disk, whole or not at all. */
import { type ProjectFile, writeProjectFile } from '../core/archive/index.ts';
import { saveProjectFile } from '../node/projects.ts';
import { type JobOptions, stopIfAsked } from './job.ts';

/** Answers with the SHA-256 of the file's bytes. Throws Trouble as `writeFiles` does. */
export async function saveProject(path: string, file: ProjectFile, options: JobOptions = {}): Promise<string> {
  stopIfAsked(options);
  options.onProgress?.({ what: 'write', done: 0, total: 1 });
  const hash = await saveProjectFile(path, file);
  options.onProgress?.({ what: 'write', done: 1, total: 1 });
  return hash;
}

/** The bytes that `saveProject` would write, for those who write several files together. */
export const projectBytes = (file: ProjectFile): Uint8Array => writeProjectFile(file);
