/** What is given to a command: copy from files and from standard input. */
import { statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { CopySource } from '../jobs/readCopy.ts';
import { Refused } from '../jobs/refused.ts';
import { Misuse } from './misuse.ts';
import type { World } from './world.ts';

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** `-` is standard input, which can be read once. */
export async function copySources(names: readonly string[], world: World): Promise<CopySource[]> {
  if (names.filter((n) => n === '-').length > 1) throw new Misuse('stdin-once');
  return Promise.all(
    names.map(
      async (name): Promise<CopySource> =>
        name === '-' ? { kind: 'bytes', name: world.say('standard-input'), bytes: await world.stdin() } : { kind: 'file', path: name },
    ),
  );
}

/** All of standard input, at most `most` bytes and one chunk: what is more is cut there, and found too large by who reads it. */
export async function readStdin(stream: Readable, most: number, signal: AbortSignal): Promise<Uint8Array> {
  // Whoever waits for input that never comes can still be stopped.
  signal.addEventListener('abort', () => stream.destroy(new Refused('cancelled', {})), { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
}
