/** What is remembered from run to run, in the user's folder. A broken or missing file means the defaults. */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import * as z from 'zod';
import { languageOf, type Settings, settingsSchema } from '../ipc/settings.ts';
import { writeFiles } from '../node/write.ts';

const remembered = z.strictObject({
  settings: settingsSchema,
  /** Paths of projects, the last one opened first. */
  recent: z.array(z.string()),
  bounds: z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximised: z.boolean() }).nullable(),
});
export type Remembered = z.infer<typeof remembered>;

const place = (): string => join(app.getPath('userData'), 'settings.json');

function read(): Remembered {
  try {
    return remembered.parse(JSON.parse(readFileSync(place(), 'utf8')));
  } catch {
    return { settings: { language: languageOf(app.getLocale()), theme: 'system', layout: {} }, recent: [], bounds: null };
  }
}

let now: Remembered | undefined;
let writes: Promise<void> = Promise.resolve();

export function remembers(): Remembered {
  now ??= read();
  return now;
}

/** Change some of it. Written at once, one write after the other; a disk that refuses costs the memory and nothing else. */
export function remember(change: Partial<Remembered>): Remembered {
  const after = { ...remembers(), ...change };
  now = after;
  const bytes = new TextEncoder().encode(`${JSON.stringify(after, null, 2)}\n`);
  writes = writes
    .then(() => mkdir(dirname(place()), { recursive: true }))
    .then(() => writeFiles([{ path: place(), bytes }]))
    .catch((error: unknown) => console.error(`settings were not written: ${String(error)}`));
  return after;
}

/** Resolves when everything that was to be remembered is on the disk. */
export const settled = (): Promise<void> => writes;

export const changeSettings = (change: Partial<Settings>): Settings =>
  remember({ settings: { ...remembers().settings, ...change } }).settings;
