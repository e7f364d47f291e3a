/** Project files on the disk. */
import { type ArchiveProblem, type ProjectFile, picturePath, readProjectFile, writeProjectFile } from '../core/archive/index.ts';
import { sha256 } from './pictures.ts';
import { readBytes } from './read.ts';
import { Trouble } from './trouble.ts';
import { writeFiles } from './write.ts';

function troubleOf(path: string, p: ArchiveProblem): Trouble {
  switch (p.code) {
    case 'empty':
      return new Trouble('empty', { path });
    case 'not-a-project':
      return new Trouble('not-a-project', { path });
    case 'damaged':
      return new Trouble('damaged', { path, part: p.part });
    case 'newer':
      return new Trouble('too-new', { path, version: p.version, reads: p.reads });
    case 'invalid':
      return new Trouble('invalid-project', { path, at: p.at });
    default:
      return p satisfies never;
  }
}

/**
 * Open a project file and hold every picture against its name. Throws Trouble: `not-found`, `is-folder`, `empty`,
 * `not-a-project`, `damaged`, `too-new`, `invalid-project`, `unreadable`.
 */
export async function openProjectFile(path: string): Promise<ProjectFile> {
  const opened = readProjectFile(await readBytes(path));
  if (!opened.ok) throw troubleOf(path, opened.problem);
  for (const p of Object.values(opened.file.project.pictures))
    if (sha256(opened.file.pictures.get(p.sha256) as Uint8Array) !== p.sha256)
      throw new Trouble('damaged', { path, part: `${p.name} (${picturePath(p)})` });
  return opened.file;
}

/**
 * Open a project file to look for faults in it or to print of it: pictures that are not there or are other ones are left
 * for the check, or whoever prints their page, to name. Not for saving. Throws as `openProjectFile` does for all else.
 */
export async function openToCheck(path: string): Promise<ProjectFile> {
  const opened = readProjectFile(await readBytes(path), 'left-out');
  if (!opened.ok) throw troubleOf(path, opened.problem);
  return opened.file;
}

/** Save a project, whole or not at all. Answers with the SHA-256 of the file's bytes. Throws as `writeFiles` does. */
export async function saveProjectFile(path: string, file: ProjectFile): Promise<string> {
  const bytes = writeProjectFile(file);
  await writeFiles([{ path, bytes }]);
  return sha256(bytes);
}
