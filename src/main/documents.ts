/** Documents that windows hold: opened, saved, journaled, locked against a second editor, and let go. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Edit, Project } from '../core/document/index.ts';
import type { Opened } from '../ipc/contract.ts';
import { type JournalBase, openJournal, type Unsaved, unsavedWork } from '../node/journal.ts';
import { type Lock, takeLock } from '../node/lock.ts';
import { sha256 } from '../node/pictures.ts';
import { type Amiss, gatherPictures, openToWork, saveProjectFile } from '../node/projects.ts';
import { Trouble } from '../node/trouble.ts';
import { allGuests, type Guest, type Held } from './guest.ts';
import { storedPicture, storePicture } from './picture-store.ts';
import { sentenceOf } from './refusal.ts';
import { remember, remembers } from './settings-file.ts';
import { nameOf } from './window.ts';
import { say } from './words.ts';

export const journalRoot = (): string => join(app.getPath('userData'), 'journal');

/** What a program that is gone has left; what is open in this one is not left. */
export async function leftWork(): Promise<Unsaved[]> {
  const open = new Set(allGuests().flatMap((g) => [...g.documents.keys()]));
  return (await unsavedWork(journalRoot())).filter((work) => !open.has(work.id));
}

/** A lock that is not renewed for two minutes is taken for that of a program that is gone. In milliseconds. */
const RENEW_EVERY = 30_000;

const RECENT_KEPT = 12;

/** The last opened first. */
export function rememberRecent(path: string): void {
  remember({ recent: [path, ...remembers().recent.filter((p) => p !== path)].slice(0, RECENT_KEPT) });
  app.addRecentDocument(path);
}

/** A document of this window from now on. The base is what its journal stands on. */
export function hold(guest: Guest, path: string | null, lock: Lock | null, base: () => Promise<JournalBase>): Held {
  const handle = randomUUID();
  const journal = base().then((b) => openJournal(journalRoot(), handle, b));
  // A journal that cannot be written must not stop the work; it is said when the first edit is to be kept.
  journal.catch((error: unknown) => console.error(`no journal: ${String(error)}`));
  const held: Held = { handle, path, dirty: false, journal, lock, saving: Promise.resolve() };
  guest.documents.set(handle, held);
  const renewing = setInterval(() => {
    if (guest.documents.get(handle) === held) void held.lock?.renew();
    else clearInterval(renewing);
  }, RENEW_EVERY);
  return held;
}

export const opened = (held: Held, project: Project, unsaved: readonly Edit[] = [], amiss: Amiss = new Map()): Opened => ({
  document: held.handle,
  name: held.path === null ? null : nameOf(held.path),
  project,
  unsaved,
  amiss: Object.fromEntries(amiss),
});

/** A project that has no file yet. */
export const holdNew = (guest: Guest, project: Project, name = ''): Held =>
  hold(guest, null, null, () => Promise.resolve({ kind: 'project', name, project }));

/** The lock of a file; null where its folder cannot be written to, which is found out again when saving. */
async function lockOf(path: string): Promise<Lock | null> {
  const taken = await takeLock(path).catch(() => null);
  if (!taken) return null;
  if (taken.ok) return taken.lock;
  return taken.owner.process === process.pid
    ? null
    : Promise.reject(new Trouble('locked', { path, user: taken.owner.user, machine: taken.owner.machine }));
}

/** Someone else has the file open: as a copy, or not at all. */
async function asCopyInstead(guest: Guest, trouble: Trouble): Promise<boolean> {
  const words = say();
  const { response } = await dialog.showMessageBox(guest.window, {
    type: 'question',
    message: sentenceOf(trouble) ?? '',
    detail: words.openAsCopyDetail,
    buttons: [words.openAsCopy, words.cancel],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Files that are read before they are asked for. */
const ahead = new Map<string, ReturnType<typeof openToWork>>();

/** Read a project file while the window that will ask for it is made. What is wrong with it is said when it is asked for. */
export function readAhead(path: string): void {
  const reading = openToWork(path);
  reading.catch(() => undefined);
  ahead.set(path, reading);
}

function projectFile(path: string): ReturnType<typeof openToWork> {
  const reading = ahead.get(path);
  ahead.delete(path);
  return reading ?? openToWork(path);
}

/** Open a project file for a window. Null: someone else has it, and a copy was not wanted. */
export async function openDocument(guest: Guest, path: string): Promise<Opened | null> {
  const { project, pictures, amiss } = await projectFile(path);
  // What is another picture than its name says is not kept under that name.
  const other = new Set([...amiss.keys()].map((id) => project.pictures[id]?.sha256));
  for (const [hash, bytes] of pictures)
    if (!other.has(hash)) void storePicture(hash, bytes).catch((error: unknown) => console.error(error));
  try {
    const lock = await lockOf(path);
    const held = hold(guest, path, lock, async () => ({ kind: 'file', path, sha256: sha256(await readFile(path)) }));
    rememberRecent(path);
    return opened(held, project, [], amiss);
  } catch (error) {
    if (!(error instanceof Trouble && error.code === 'locked')) throw error;
    return (await asCopyInstead(guest, error)) ? opened(holdNew(guest, project, nameOf(path)), project, [], amiss) : null;
  }
}

/** Put a document's file on the disk, with the pictures that are at hand. */
async function put(held: Held, path: string, project: Project): Promise<{ pictures: ReadonlyMap<string, Uint8Array>; hash: string }> {
  const pictures = await gatherPictures(project, storedPicture, held.path, path);
  return { pictures, hash: await saveProjectFile(path, { project, pictures }, 'left-out') };
}

/** Write a document to `path`, which is its place from then on. Answers with the names of pictures that could not be saved with it. */
async function write(held: Held, path: string, project: Project): Promise<readonly string[]> {
  // From here on a change is a change since this save; the window says so while the disk is still busy.
  held.dirty = false;
  const { pictures, hash } = await put(held, path, project).catch((error: unknown) => {
    held.dirty = true;
    throw error;
  });
  if (path !== held.path) {
    await held.lock?.release();
    const taken = await takeLock(path).catch(() => null);
    held.lock = taken?.ok ? taken.lock : null;
  }
  held.path = path;
  await held.journal.then((j) => j.rebase({ kind: 'file', path, sha256: hash })).catch((error: unknown) => console.error(error));
  rememberRecent(path);
  return Object.values(project.pictures).flatMap((p) => (pictures.has(p.sha256) ? [] : [p.name]));
}

/** Save, one save after the other. */
export function saveDocument(held: Held, path: string, project: Project): Promise<readonly string[]> {
  const work = held.saving.then(() => write(held, path, project));
  held.saving = work.then(
    () => undefined,
    () => undefined,
  );
  return work;
}

/** The window is gone without having been asked: its documents are left as a killed program leaves them, to be brought back. */
export async function abandon(guest: Guest): Promise<void> {
  const left = [...guest.documents.values()];
  guest.documents.clear();
  for (const held of left) await held.lock?.release();
}

/** The window no longer wants it: nothing is left to bring back, and others may have the file. */
export async function letGo(guest: Guest, held: Held): Promise<void> {
  guest.documents.delete(held.handle);
  await held.saving;
  await held.journal.then((j) => j.forget()).catch(() => undefined);
  await held.lock?.release();
}
