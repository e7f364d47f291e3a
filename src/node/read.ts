/** Bytes from the disk, with what can be wrong told apart. */
import { readFile, stat } from 'node:fs/promises';
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

const megabytes = (bytes: number): number => Math.round(bytes / 104_857.6) / 10;

export const tooLarge = (path: string, bytes: number, most: number): Trouble =>
  new Trouble('too-large', { path, megabytes: megabytes(bytes), most: megabytes(most) });
