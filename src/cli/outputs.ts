/** Where results go. Everything is made before anything is written, and all of it is written or none. */
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { deliver, deliverInto, liesIn, type Output } from '../jobs/deliver.ts';
import { Misuse } from './misuse.ts';
import type { World } from './world.ts';

/** The file a name leads to, through links; a name that is not there yet, in the folder it leads to. */
function fileOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

/** Two outputs of one name would leave one of them, and an output over the copy would leave no copy. Throws Misuse. */
export function checkNames(outputs: readonly string[], inputs: readonly string[]): void {
  const seen = new Set<string>();
  const given = new Set(inputs.filter((i) => i !== '-').map(fileOf));
  for (const path of outputs) {
    const full = fileOf(path);
    if (given.has(full)) throw new Misuse('out-is-input', { path });
    // A device such as /dev/null takes any number of outputs.
    if (seen.has(full) && !full.startsWith('/dev/')) throw new Misuse('same-output', { path });
    seen.add(full);
  }
}

/** Write all of them, and say so. A folder that takes many is made where it is missing, and named once. */
export async function write(outputs: readonly Output[], world: World, folder?: string): Promise<void> {
  await (folder === undefined ? deliver(outputs) : deliverInto(folder, outputs));
  for (const { path } of outputs) if (folder === undefined || !liesIn(folder, path)) world.print(world.say('wrote', { path }));
  if (folder !== undefined) world.print(world.say('wrote', { path: folder }));
}

export const jsonBytes = (data: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(data, null, 1)}\n`);
