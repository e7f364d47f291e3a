/** The house manners as they lie in resources/manners, one file each, to be edited by the paper. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manner, mannerSchema } from '../core/arrange/index.ts';
import { ownPath } from './home.ts';

const folder = (): string => ownPath('resources', 'manners');

/** The ids of all manners, in order of name. */
export const mannerIds = async (): Promise<string[]> =>
  (await readdir(folder()))
    .filter((f) => f.endsWith('.json'))
    .map((f) => f.slice(0, -'.json'.length))
    .sort();

/** Read one manner by its id. */
export async function readManner(id: string): Promise<Manner> {
  return mannerSchema.parse(JSON.parse(await readFile(join(folder(), `${id}.json`), 'utf8')));
}

/** The manner of an id or of a name in either language; null where there is none. */
export async function findManner(name: string): Promise<Manner | null> {
  const ids = await mannerIds();
  if (ids.includes(name)) return readManner(name);
  const all = await Promise.all(ids.map(readManner));
  return all.find((m) => [m.name.zh, m.name.en].some((n) => n.toLowerCase() === name.trim().toLowerCase())) ?? null;
}
