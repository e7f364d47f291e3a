/**
 * Where Banxin itself lies on the disk: the folder that holds `resources/` and `out/`. In a checkout, in a build and in
 * a packaged app it is the nearest folder above the running code that has the font catalogue; a packager may also put
 * `resources/` beside the archive, where Electron's `process.resourcesPath` points.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MARK = join('resources', 'fonts', 'catalogue.json');

function find(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (existsSync(join(at, MARK))) return at;
    if (at === dirname(at)) break;
  }
  const packaged = (process as { resourcesPath?: string }).resourcesPath;
  if (packaged && existsSync(join(packaged, MARK))) return packaged;
  throw new Error(
    'Banxin’s own resources are missing: no folder above the program holds resources/fonts/catalogue.json; install it again.',
  );
}

let found: string | undefined;

/** The folder that holds `resources/` and `out/`. Throws where the installation is broken. */
export function home(): string {
  found ??= find();
  return found;
}

/** A path below Banxin's own folder. */
export const ownPath = (...parts: string[]): string => join(home(), ...parts);

/** The bytes of one of Banxin's own files. */
export const readOwn = (...parts: string[]): Promise<Uint8Array> => readFile(ownPath(...parts));
