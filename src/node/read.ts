/** Bytes from the disk, with what can be wrong told apart. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readTrouble, Trouble } from './trouble.ts';

export interface ReadLimits {
  /** Most bytes that are taken; more is `too-large`, found before anything is read. */
  readonly mostBytes?: number;
}

/** The bytes of a file. Throws Trouble: `not-found`, `is-folder`, `not-a-file`, `empty`, `too-large`, `unreadable`. */
export async function readBytes(path: string, { mostBytes = Number.POSITIVE_INFINITY }: ReadLimits = {}): Promise<Uint8Array> {
  const info = await stat(path).catch((e: unknown) => {
    throw readTrouble(path, e);
  });
  if (info.isDirectory()) throw new Trouble('is-folder', { path });
  // A pipe that nobody writes to never ends, and a device such as /dev/zero neither.
  if (!info.isFile()) throw new Trouble('not-a-file', { path });
  if (info.size === 0) throw new Trouble('empty', { path });
  if (info.size > mostBytes) throw tooLarge(path, info.size, mostBytes);
  const bytes = await readFile(path).catch((e: unknown) => {
    throw readTrouble(path, e);
  });
  if (bytes.length === 0) throw new Trouble('empty', { path });
  if (bytes.length > mostBytes) throw tooLarge(path, bytes.length, mostBytes);
  return bytes;
}

/** Folders are looked through this deep, and no further. */
const deepest = 4;
/** More files than a night's copy and pictures: a whole disk was named. */
export const MOST_FILES = 4000;
const natural = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true });

/** What a folder holds: its files, and what of it is not looked at. Paths in natural order of name, hidden ones left out. */
export interface FolderFiles {
  readonly files: readonly string[];
  /** `link`: a link that leads to no file; `deep`: a folder too far down; `device`: a pipe or a device. */
  readonly passed: readonly { readonly path: string; readonly why: 'link' | 'deep' | 'device' }[];
}

/**
 * The files of a folder and of the folders in it; null where the path is no folder. A link to a file stands for the file; one
 * to a folder is not followed, since it may lead round in a circle. Throws Trouble: `unreadable`, `too-many-files`.
 */
export async function filesWithin(path: string): Promise<FolderFiles | null> {
  const info = await stat(path).catch(() => null);
  if (!info?.isDirectory()) return null;
  const found: Found = { files: [], passed: [] };
  await lookThrough(path, 1, found, path);
  return found;
}

interface Found extends FolderFiles {
  readonly files: string[];
  readonly passed: { path: string; why: 'link' | 'deep' | 'device' }[];
}

async function lookThrough(path: string, depth: number, found: Found, top: string): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch((e: unknown) => {
    throw readTrouble(path, e);
  });
  for (const entry of entries.filter((e) => !e.name.startsWith('.')).sort((a, b) => natural.compare(a.name, b.name))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory() && depth < deepest) await lookThrough(inner, depth + 1, found, top);
    else if (entry.isDirectory()) found.passed.push({ path: inner, why: 'deep' });
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(inner)))) found.files.push(inner);
    else found.passed.push({ path: inner, why: entry.isSymbolicLink() ? 'link' : 'device' });
    if (found.files.length > MOST_FILES) throw new Trouble('too-many-files', { path: top, most: MOST_FILES });
  }
}

const leadsToFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (info) => info.isFile(),
    () => false,
  );

const megabytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10;

export const tooLarge = (path: string, bytes: number, most: number): Trouble =>
  new Trouble('too-large', { path, megabytes: megabytes(bytes), most: megabytes(most) });
