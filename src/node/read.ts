/** Bytes from the disk, with what can be wrong told apart. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readTrouble, Trouble } from './trouble.ts';

export interface ReadLimits {
  /** Most bytes that are taken; more is `too-large`, found before anything is read. */
  readonly mostBytes?: number;
}

/** The bytes of a file. Throws Trouble: `not-found`, `is-folder`, `empty`, `too-large`, `unreadable`. */
export async function readBytes(path: string, { mostBytes = Number.POSITIVE_INFINITY }: ReadLimits = {}): Promise<Uint8Array> {
  const info = await stat(path).catch((e: unknown) => {
    throw readTrouble(path, e);
  });
  if (info.isDirectory()) throw new Trouble('is-folder', { path });
  if (info.isFile() && info.size === 0) throw new Trouble('empty', { path });
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
const natural = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true });

/** The paths of a folder's files in natural order of name, hidden ones left out; null where the path is no folder. */
export async function filesWithin(path: string, depth = 1): Promise<string[] | null> {
  const info = await stat(path).catch(() => null);
  if (!info?.isDirectory()) return null;
  const entries = await readdir(path, { withFileTypes: true }).catch((e: unknown) => {
    throw readTrouble(path, e);
  });
  const found: string[] = [];
  for (const entry of entries.filter((e) => !e.name.startsWith('.')).sort((a, b) => natural.compare(a.name, b.name))) {
    if (entry.isFile()) found.push(join(path, entry.name));
    else if (entry.isDirectory() && depth < deepest) found.push(...((await filesWithin(join(path, entry.name), depth + 1)) ?? []));
  }
  return found;
}

const megabytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10;

export const tooLarge = (path: string, bytes: number, most: number): Trouble =>
  new Trouble('too-large', { path, megabytes: megabytes(bytes), most: megabytes(most) });
