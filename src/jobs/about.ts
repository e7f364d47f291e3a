/** What Banxin says of itself. */
import { readOwn } from '../node/home.ts';
import { mannerIds } from '../node/manners.ts';
import { presetIds } from '../node/presets.ts';

export const version = async (): Promise<string> =>
  (JSON.parse(new TextDecoder().decode(await readOwn('package.json'))) as { version: string }).version;

export { mannerIds, presetIds };
