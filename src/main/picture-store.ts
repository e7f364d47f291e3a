/**
 * The bytes of every picture of the open documents, by their SHA-256, in a folder of the user's: a photograph on a page
 * costs no memory, and stays when the file it came from is moved or the program is killed.
 */
import { mkdir, readdir, readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';

const folder = (): string => join(app.getPath('userData'), 'pictures');
const screenFolder = (): string => join(folder(), 'screen');

export const storedPath = (sha256: string): string => join(folder(), sha256);
/** Where a picture's pixels for the screen are kept. */
export const screenPath = (sha256: string, width: number): string => join(screenFolder(), `${sha256}-${width}`);

/** Being written now; who asks for one of these waits for it. */
const writing = new Map<string, Promise<void>>();

async function write(sha256: string, bytes: Uint8Array): Promise<void> {
  await mkdir(screenFolder(), { recursive: true });
  const part = `${storedPath(sha256)}.${process.pid}.part`;
  await writeFile(part, bytes);
  await rename(part, storedPath(sha256));
}

/** Keep a picture's bytes. One that is kept already only becomes young again. */
export function storePicture(sha256: string, bytes: Uint8Array): Promise<void> {
  const under = writing.get(sha256);
  if (under) return under;
  const now = new Date();
  const work = utimes(storedPath(sha256), now, now)
    .catch(() => write(sha256, bytes))
    .finally(() => writing.delete(sha256));
  writing.set(sha256, work);
  return work;
}

/** A picture's bytes. Throws (ENOENT) where it is not kept. */
export async function storedPicture(sha256: string): Promise<Uint8Array> {
  await writing.get(sha256);
  return readFile(storedPath(sha256));
}

/** Pictures that no document has touched for this long are thrown away at the start, in milliseconds: 30 days. */
const KEEP = 30 * 24 * 60 * 60 * 1000;

/** Throw away what is old. `now` in milliseconds since 1970. Never fails: what cannot be thrown away stays. */
export async function sweepPictures(now: number): Promise<void> {
  for (const place of [folder(), screenFolder()])
    for (const entry of await readdir(place, { withFileTypes: true }).catch(() => [])) {
      const path = join(place, entry.name);
      const age = entry.isFile() ? now - (await stat(path).catch(() => ({ mtimeMs: now }))).mtimeMs : 0;
      if (age > KEEP) await unlink(path).catch(() => undefined);
    }
}
