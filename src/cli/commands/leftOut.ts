/** What of an archive or a folder is left out, and why, a line each. */
import type { ReadCopyOptions } from '../../jobs/readCopy.ts';
import type { World } from '../world.ts';

export const tellLeftOut =
  (world: World): NonNullable<ReadCopyOptions['onLeftOut']> =>
  (path, error) =>
    world.warn(world.say('copy-left-out', { path, why: error.message, whyInChinese: error.chinese }));
