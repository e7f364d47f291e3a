/** A folder of pictures, measured and with their bytes. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from '../core/document/index.ts';
import { importPicture, looksLikePicture } from '../node/pictures.ts';
import { readBytes } from '../node/read.ts';
import { readTrouble } from '../node/trouble.ts';
import { type JobOptions, stopIfAsked } from './job.ts';
import { byName } from './photos.ts';

export interface Photos {
  /** In order of name; equal bytes once. */
  readonly pictures: readonly Picture[];
  /** By SHA-256. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

/**
 * The pictures of a folder, not of the folders in it. Throws Trouble: `not-found` (also where it is no folder),
 * `not-a-picture` for a file that calls itself one.
 */
export async function readPhotos(folder: string, options: JobOptions = {}): Promise<Photos> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((e: unknown) => {
    throw readTrouble(folder, e);
  });
  const names = entries.filter((e) => !e.isDirectory() && !e.name.startsWith('.') && looksLikePicture(e.name)).sort(byName);
  const pictures = new Map<string, Picture>();
  const bytes = new Map<string, Uint8Array>();
  for (const { name } of names) {
    stopIfAsked(options);
    const data = await readBytes(join(folder, name));
    const picture = await importPicture(name, data);
    if (pictures.has(picture.id)) continue;
    pictures.set(picture.id, picture);
    bytes.set(picture.sha256, data);
  }
  return { pictures: [...pictures.values()], bytes };
}
