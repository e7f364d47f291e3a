/** The printing plant's own output profile: read, and looked at before anything is made with it. */
import { basename } from 'node:path';
import { readBytes } from '../node/read.ts';
import { plantCondition } from '../press/condition.ts';
import { PressError } from '../press/errors.ts';
import { checkCondition } from '../press/identity.ts';
import type { OutputCondition } from '../press/options.ts';
import { pressRefusal } from './refused.ts';

/** Larger than any output profile. */
const MOST_ICC_BYTES = 64 * 1024 * 1024;

/** The condition of the plant's own profile. Throws Trouble where the file cannot be read. */
export const plant = async (path: string): Promise<OutputCondition> =>
  plantCondition(await readBytes(path, { mostBytes: MOST_ICC_BYTES }), basename(path));

/** What a plant's profile calls itself. Throws Trouble where it cannot be read, Refused `press` where it cannot be printed with. */
export async function profileName(path: string): Promise<string> {
  const condition = await plant(path);
  try {
    checkCondition(condition, 'x4');
  } catch (error) {
    throw error instanceof PressError ? pressRefusal(error) : error;
  }
  return condition.name;
}
