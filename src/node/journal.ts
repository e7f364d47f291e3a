/**
 * The journal: every edit since the last save, so that nothing typed is lost when the program ends unasked.
 *
 * One folder a document, in Banxin's own data folder: `base.json` says what the edits stand on, `edits.jsonl` has one edit
 * a line, `pictures/<sha256>` the bytes of pictures that came in since the save. A line is written whole and in order;
 * a last line that is torn is not an edit. Applying the edits to the base gives back the document as it was.
 */
import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProjectFile, readProjectFile } from '../core/archive/index.ts';
import { apply, type Edit, type Project } from '../core/document/index.ts';
import { isAlive } from './alive.ts';
import { sha256 } from './pictures.ts';
import { writeFiles } from './write.ts';

/** What the edits stand on: a saved file as it was then, or, for a document that was never saved, the project itself. */
export type JournalBase =
  | { readonly kind: 'file'; readonly path: string /** Of the file's bytes. */; readonly sha256: string }
  | { readonly kind: 'project'; readonly name: string; readonly project: Project };

export interface Journal {
  readonly id: string;
  /** Write edits behind those that are there. Resolves when they are on the disk. */
  append(edits: readonly Edit[]): Promise<void>;
  /** Keep a picture's bytes until the document is saved. */
  keepPicture(sha256: string, bytes: Uint8Array): Promise<void>;
  /** The document was saved: begin again from that file. */
  rebase(base: JournalBase): Promise<void>;
  /** Leave it as it is, to be brought back. */
  close(): Promise<void>;
  /** The document was closed on purpose: nothing is left to bring back. */
  forget(): Promise<void>;
}

/** Unsaved work that a program which is gone has left. */
export interface Unsaved {
  readonly id: string;
  readonly base: JournalBase;
  readonly edits: readonly Edit[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

interface Head {
  readonly process: number;
  readonly base: JournalBase;
}

const json = (data: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(data));
const headPath = (folder: string): string => join(folder, 'base.json');
const editsPath = (folder: string): string => join(folder, 'edits.jsonl');
const picturesPath = (folder: string): string => join(folder, 'pictures');

/** The old edits go before the new base comes: a kill between the two leaves nothing that could be applied to the wrong base. */
async function begin(folder: string, base: JournalBase): Promise<FileHandle> {
  await mkdir(picturesPath(folder), { recursive: true });
  await rm(editsPath(folder), { force: true });
  const head: Head = { process: process.pid, base };
  await writeFiles([{ path: headPath(folder), bytes: json(head) }]);
  return open(editsPath(folder), 'a');
}

/** Begin a journal for a document under `root`. `id` is a name for the document, unique among those that are open. */
export async function openJournal(root: string, id: string, base: JournalBase): Promise<Journal> {
  const folder = join(root, id);
  let file = await begin(folder, base);
  // Everything that touches the file waits for what came before it: lines keep their order, and a rebase its place.
  let last: Promise<unknown> = Promise.resolve();
  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    id,
    append: (edits) =>
      after(async () => {
        if (edits.length === 0) return;
        await file.appendFile(edits.map((e) => `${JSON.stringify(e)}\n`).join(''));
        await file.datasync();
      }),
    keepPicture: (hash, bytes) => after(() => writeFiles([{ path: join(picturesPath(folder), hash), bytes }])),
    rebase: (next) =>
      after(async () => {
        await file.close();
        await rm(picturesPath(folder), { recursive: true, force: true });
        file = await begin(folder, next);
      }),
    close: () => after(() => file.close()),
    forget: () =>
      after(async () => {
        await file.close();
        await rm(folder, { recursive: true, force: true });
      }),
  };
}

/** Whole lines in order, up to the first that is torn. */
function readEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const line of text.split('\n').slice(0, -1))
    try {
      edits.push(JSON.parse(line) as Edit);
    } catch {
      break;
    }
  return edits;
}

async function readOne(root: string, id: string): Promise<Unsaved | null> {
  const folder = join(root, id);
  try {
    const head = JSON.parse(await readFile(headPath(folder), 'utf8')) as Head;
    if (head.process !== process.pid && isAlive(head.process)) return null;
    const edits = readEdits(await readFile(editsPath(folder), 'utf8').catch(() => ''));
    const names = await readdir(picturesPath(folder)).catch(() => []);
    const whole = names.filter((n) => /^[0-9a-f]{64}$/u.test(n));
    const pictures = new Map(
      await Promise.all(whole.map(async (n): Promise<[string, Uint8Array]> => [n, await readFile(join(picturesPath(folder), n))])),
    );
    return { id, base: head.base, edits, pictures };
  } catch {
    return null;
  }
}

/**
 * Unsaved work under `root` whose program is gone (or is this one), those with the fewest edits last. A journal without
 * edits is nothing to bring back.
 */
export async function unsavedWork(root: string): Promise<Unsaved[]> {
  const ids = await readdir(root).catch(() => []);
  const all = await Promise.all(ids.sort().map((id) => readOne(root, id)));
  return all.filter((u): u is Unsaved => u !== null && u.edits.length > 0).sort((a, b) => b.edits.length - a.edits.length);
}

/** A document as it was when its program ended: what it stood on, and the edits since, every one of which applies. */
export interface Restored {
  readonly path: string | null;
  readonly base: ProjectFile;
  readonly edits: readonly Edit[];
}

/** The base of unsaved work with its pictures; null where its file has changed since: then the save was the later one. */
async function readBase(u: Unsaved): Promise<{ path: string | null; file: ProjectFile } | null> {
  const { base } = u;
  if (base.kind === 'project') return { path: null, file: { project: base.project, pictures: u.pictures } };
  const bytes = await readFile(base.path).catch(() => null);
  if (!bytes || sha256(bytes) !== base.sha256) return null;
  // Work is brought back whatever has become of a picture; the check names it.
  const opened = readProjectFile(bytes, 'left-out');
  if (!opened.ok) return null;
  return { path: base.path, file: { project: opened.file.project, pictures: new Map([...opened.file.pictures, ...u.pictures]) } };
}

/** Bring unsaved work back. An edit that does not apply ends it: what stands before it is kept. Null: nothing to bring back. */
export async function restore(u: Unsaved): Promise<Restored | null> {
  const base = await readBase(u);
  if (!base) return null;
  const edits: Edit[] = [];
  let now = base.file.project;
  for (const edit of u.edits) {
    const r = apply(now, edit);
    if (!r.ok) break;
    now = r.project;
    edits.push(edit);
  }
  return { path: base.path, base: base.file, edits };
}

/** Throw a journal away: its work was brought back, or is not wanted. */
export const dropUnsaved = (root: string, id: string): Promise<void> => rm(join(root, id), { recursive: true, force: true });
