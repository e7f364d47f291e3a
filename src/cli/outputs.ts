/** Where results go. Everything is made before anything is written, and all of it is written or none. */
import { resolve } from 'node:path';
import { deliver, type Output } from '../jobs/deliver.ts';
import { Misuse } from './misuse.ts';
import type { World } from './world.ts';

/** Two outputs of one name would leave one of them, and an output over the copy would leave no copy. Throws Misuse. */
export function checkNames(outputs: readonly string[], inputs: readonly string[]): void {
  const seen = new Set<string>();
  const given = new Set(inputs.filter((i) => i !== '-').map((i) => resolve(i)));
  for (const path of outputs) {
    const full = resolve(path);
    if (given.has(full)) throw new Misuse('out-is-input', { path });
    // A device such as /dev/null takes any number of outputs.
    if (seen.has(full) && !full.startsWith('/dev/')) throw new Misuse('same-output', { path });
    seen.add(full);
  }
}

/** Write all of them, and say so. */
export async function write(outputs: readonly Output[], world: World): Promise<void> {
  await deliver(outputs);
  for (const { path } of outputs) world.print(world.say('wrote', { path }));
}

export const jsonBytes = (data: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(data, null, 1)}\n`);
