/** The presets as they lie in resources/presets, one file each. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Preset, parsePreset } from '../core/document/index.ts';
import { ownPath } from './home.ts';

const folder = (): string => ownPath('resources', 'presets');

/** Names without white space and case, so that `对开 8 栏` finds 对开8栏. */
const plain = (name: string): string => name.replace(/\s/gu, '').toLowerCase();

/** The ids of all presets, in order of name. */
export const presetIds = async (): Promise<string[]> =>
  (await readdir(folder()))
    .filter((f) => f.endsWith('.json'))
    .map((f) => f.slice(0, -'.json'.length))
    .sort();

/** Read one preset by its id. */
export const readPreset = async (id: string): Promise<Preset> => parsePreset(id, await readFile(join(folder(), `${id}.json`), 'utf8'));

/** Every preset, in order of id. */
export const readPresets = async (): Promise<Preset[]> => Promise.all((await presetIds()).map(readPreset));

/** The preset of an id or of a title in either language; null where there is none. */
export async function findPreset(name: string): Promise<Preset | null> {
  const ids = await presetIds();
  if (ids.includes(name)) return readPreset(name);
  const all = await Promise.all(ids.map(readPreset));
  return all.find((p) => [p.id, p.title['zh-Hans'], p.title.en].some((n) => plain(n) === plain(name))) ?? null;
}
