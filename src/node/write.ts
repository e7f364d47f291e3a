/**
 * Writing that leaves the old file or the new one, whole. Each file is written beside its place and then given its name;
 * where several belong together, none takes its name before all are written.
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, realpath, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Trouble, writeTrouble } from './trouble.ts';

export interface Output {
  readonly path: string;
  readonly bytes: Uint8Array;
  /**
   * False for what can be made again (a PDF, a picture, a report): whole when the program is killed, but not flushed, which
   * takes a tenth of a second; a power cut in that second may cost it. By default it outlives that too.
   */
  readonly lasting?: boolean;
}

interface Staged {
  /** Where the bytes lie now; null where they go straight to a device or a pipe. */
  readonly part: string | null;
  readonly to: string;
  readonly output: Output;
}

/** The file a path leads to: a link stays a link, and the file behind it is replaced. */
const behindLinks = (path: string): Promise<string> => realpath(path).catch(() => path);

/** The mode of the file that is replaced, so that saving changes no one's rights. */
async function target(path: string): Promise<{ to: string; mode: number | undefined; device: boolean }> {
  const to = await behindLinks(path);
  const old = await stat(to).catch(() => null);
  if (old?.isDirectory()) throw new Trouble('out-is-folder', { path });
  // A folder's write permission would let a rename replace a file that was made read-only on purpose.
  if (old?.isFile()) await access(to, constants.W_OK);
  return { to, mode: old?.isFile() ? old.mode & 0o7777 : undefined, device: old !== null && !old.isFile() };
}

/** Put the bytes beside their place, and flush those that must last. */
async function stage(output: Output): Promise<Staged> {
  const { path, bytes } = output;
  try {
    const { to, mode, device } = await target(path);
    if (device) return { part: null, to, output };
    const part = join(dirname(to), `.${basename(to)}.${process.pid}-${randomBytes(4).toString('hex')}.part`);
    const file = await open(part, 'wx', mode ?? 0o666);
    try {
      if (mode !== undefined) await file.chmod(mode);
      await file.writeFile(bytes);
      if (output.lasting ?? true) await file.sync();
    } catch (error) {
      await unlink(part).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    return { part, to, output };
  } catch (error) {
    throw error instanceof Trouble ? error : writeTrouble(path, dirname(path), error);
  }
}

/**
 * Make the folders that the outputs are to lie in. Answers with the topmost ones that were not there, to be taken away
 * again where nothing comes of them.
 */
export async function makeFolders(outputs: readonly Output[]): Promise<() => Promise<void>> {
  const made: string[] = [];
  for (const folder of new Set(outputs.map((o) => dirname(o.path))))
    try {
      const first = await mkdir(folder, { recursive: true });
      if (first !== undefined) made.push(first);
    } catch (error) {
      for (const f of made) await rm(f, { recursive: true, force: true });
      throw writeTrouble(folder, dirname(folder), error);
    }
  return async () => {
    for (const f of made) await rm(f, { recursive: true, force: true });
  };
}

/** Make the new name itself durable. Not every system can flush a folder; the file is whole either way. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * Write files, all or none: what fails while they are being written leaves no trace of any of them.
 * Throws Trouble: `no-folder`, `out-is-folder`, `unwritable`, `in-use`, `no-space`.
 */
export async function writeFiles(outputs: readonly Output[]): Promise<void> {
  const staged: Staged[] = [];
  let renamed = 0;
  try {
    for (const output of outputs) staged.push(await stage(output));
    for (const s of staged) {
      await (s.part === null ? writeFile(s.to, s.output.bytes) : rename(s.part, s.to)).catch((error: unknown) => {
        throw writeTrouble(s.output.path, dirname(s.output.path), error, true);
      });
      renamed++;
    }
  } finally {
    for (const s of staged.slice(renamed)) if (s.part !== null) await unlink(s.part).catch(() => undefined);
  }
  const lasting = staged.filter((s) => s.output.lasting ?? true);
  for (const folder of new Set(lasting.map((s) => dirname(s.to)))) await flushFolder(folder);
}
