/** Project files on the disk. */
import { realpath } from 'node:fs/promises';
import {
  type ArchiveProblem,
  type LackingPicture,
  type ProjectFile,
  picturePath,
  readProjectFile,
  writeProjectFile,
} from '../core/archive/index.ts';
import type { Picture, Project } from '../core/document/index.ts';
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

/** What is amiss with pictures of a project, by their id: their bytes are not there, or are others than those placed. */
export type Amiss = ReadonlyMap<string, 'missing' | 'changed'>;

/** Hold pictures against their names. `bytesOf` rejects, or answers null, where there are none. */
export async function picturesAmiss(project: Project, bytesOf: (sha256: string) => Promise<Uint8Array | null>): Promise<Amiss> {
  const amiss = new Map<string, 'missing' | 'changed'>();
  for (const { id, sha256: was } of Object.values(project.pictures)) {
    const bytes = await bytesOf(was).catch(() => null);
    if (!bytes) amiss.set(id, 'missing');
    else if (sha256(bytes) !== was) amiss.set(id, 'changed');
  }
  return amiss;
}

/**
 * Open a project file to work on it: an issue does not stay shut for a picture. `amiss` names those that are not there or
 * are other ones. Throws as `openProjectFile` does for all else.
 */
export async function openToWork(path: string): Promise<ProjectFile & { readonly amiss: Amiss }> {
  const file = await openToCheck(path);
  return { ...file, amiss: await picturesAmiss(file.project, async (hash) => file.pictures.get(hash) ?? null) };
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

/**
 * The bytes of a project's pictures, for saving it to `to`: from the store, or as the file `from` has them that it was
 * opened from. A picture that is in neither is left out. `stored` rejects, or answers null, where there is none. Throws
 * Trouble `pictures-behind` where `from` is to be saved over and cannot be read, for then what it alone holds would be lost;
 * a file that is gone holds nothing.
 */
export async function gatherPictures(
  project: Project,
  stored: (sha256: string) => Promise<Uint8Array | null>,
  from: string | null,
  to: string,
): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const wanting: Picture[] = [];
  for (const picture of Object.values(project.pictures)) {
    const bytes = await stored(picture.sha256).catch(() => null);
    if (bytes) found.set(picture.sha256, bytes);
    else wanting.push(picture);
  }
  if (wanting.length === 0 || from === null) return found;
  const [behind, over] = await Promise.all([from, to].map((path) => realpath(path).catch(() => path)));
  const inFile = await openToCheck(from).catch((error: unknown) => {
    if (behind !== over || (error instanceof Trouble && error.code === 'not-found')) return null;
    throw new Trouble('pictures-behind', { path: from, names: wanting.map((p) => p.name).join('、') }, error);
  });
  for (const { sha256: hash } of wanting) {
    const bytes = inFile?.pictures.get(hash);
    if (bytes) found.set(hash, bytes);
  }
  return found;
}

/**
 * Save a project, whole or not at all; without the pictures whose bytes are not at hand where `lacking` says so. Answers
 * with the SHA-256 of the file's bytes. Throws as `writeFiles` does.
 */
export async function saveProjectFile(path: string, file: ProjectFile, lacking?: LackingPicture): Promise<string> {
  const bytes = writeProjectFile(file, lacking);
  await writeFiles([{ path, bytes }]);
  return sha256(bytes);
}
