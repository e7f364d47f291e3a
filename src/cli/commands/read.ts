/** `banxin read`: copy to stories as JSON on standard output. */
import { storiesToJson } from '../../core/copy/index.ts';
import { readCopy } from '../../jobs/readCopy.ts';
import { copySources } from '../input.ts';
import type { Status, World } from '../world.ts';

export interface ReadFlags {
  readonly encoding?: string;
}

export async function readCommand(copy: readonly string[], flags: ReadFlags, world: World): Promise<Status> {
  const { signal, onProgress } = world;
  const desk = await readCopy(await copySources(copy, world), {
    signal,
    onProgress,
    encoding: flags.encoding,
    onLeftOut: (path, error) => world.warn(world.say('copy-left-out', { path, why: error.message, whyInChinese: error.chinese })),
  });
  world.print(JSON.stringify(storiesToJson(desk.stories), null, 1));
  return 0;
}
