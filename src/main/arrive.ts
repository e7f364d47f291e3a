/** What comes in from outside: each file looked at by its bytes, decoded as copy or measured as a picture, or refused by name. */
import { basename } from 'node:path';
import { CopyError } from '../core/copy/index.ts';
import type { Arrived } from '../ipc/contract.ts';
import { passedBy } from '../jobs/leftOut.ts';
import { importPicture, looksLikePicture, sha256 } from '../node/pictures.ts';
import { filesWithin, readBytes } from '../node/read.ts';
import { copyOf, openCopy } from '../node/sources/open.ts';
import { Trouble } from '../node/trouble.ts';
import { type Guest, lend } from './guest.ts';
import { storePicture } from './picture-store.ts';
import { asRefusal } from './refusal.ts';
import { watchCopy } from './watch.ts';
import { nameOf } from './window.ts';
import { say } from './words.ts';

type Copy = Arrived['copies'][number];
type Picture = Arrived['pictures'][number];

/** A file as it came: from the disk, or as bytes from another program. */
export type Incoming = { readonly name: string; readonly path: string } | { readonly name: string; readonly bytes: Uint8Array };

/** Most bytes taken as one picture: 1 GiB. Copy has its own limit. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** The bytes of copies that came in, to be decoded again on request: the last of these, by id. */
const KEPT_COPIES = 64;
const arrivedCopies = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>();

function keep(id: string, name: string, bytes: Uint8Array): void {
  arrivedCopies.delete(id);
  arrivedCopies.set(id, { name, bytes });
  for (const old of [...arrivedCopies.keys()].slice(0, -KEPT_COPIES)) arrivedCopies.delete(old);
}

const isProject = (name: string): boolean => /\.banxin$/iu.test(name);

/** A file's copy; an archive's copies and pictures, and the sentences of what it holds and cannot be read. */
async function takeCopy(name: string, bytes: Uint8Array): Promise<{ copies: Copy[]; pictures: Picture[]; refused: string[] }> {
  const opened = await openCopy(name, bytes);
  const copies = opened.copies.map((c, i) =>
    copyOf(`c${sha256(bytes).slice(0, 12)}${i > 0 ? `-${i + 1}` : ''}`, basename(c.name), c.source),
  );
  if (copies.length === 1 && copies[0]) keep(copies[0].id, name, bytes);
  const pictures: Picture[] = [];
  const refused = opened.refused.map((r) => sentence(r.name, r.error));
  for (const p of opened.pictures) {
    try {
      pictures.push(await takePicture(basename(p.name), p.bytes));
    } catch (error) {
      refused.push(sentence(p.name, error));
    }
  }
  return { copies, pictures, refused };
}

/** The same bytes as another encoding; null where they are no longer kept. */
export async function decodeAgain(id: string, encoding: string): Promise<Copy | null> {
  const kept = arrivedCopies.get(id);
  if (!kept) return null;
  const [only] = (await openCopy(kept.name, kept.bytes, { encoding })).copies;
  return only ? copyOf(id, kept.name, only.source) : null;
}

async function takePicture(name: string, bytes: Uint8Array): Promise<Picture> {
  const picture = await importPicture(name, bytes);
  await storePicture(picture.sha256, bytes);
  return picture;
}

/** A file; of a folder its files, and the sentences of what else it holds. Throws Trouble as `filesWithin`. */
async function unfold(file: Incoming): Promise<{ files: Incoming[]; passed: string[] }> {
  const inside = 'path' in file ? await filesWithin(file.path) : null;
  if (!inside) return { files: [file], passed: [] };
  return { files: fromDisk(inside.files), passed: inside.passed.map(({ path, why }) => sentence(basename(path), passedBy(why))) };
}

/** The sentence of what could not be read. What the copy's reader says is about the text; the file's name goes before it. */
function sentence(name: string, error: unknown): string {
  if (error instanceof CopyError) return say().copyRefused(name, error);
  return asRefusal(error).message;
}

/** Take files in, in the order they came; what cannot be read is named and stops nothing else. */
export async function take(guest: Guest, files: readonly Incoming[]): Promise<Arrived> {
  const copies: Copy[] = [];
  const pictures: Picture[] = [];
  const projects: { file: string; name: string }[] = [];
  const refused: string[] = [];
  for (const given of files) {
    const inside = await unfold(given).catch((error: unknown) => ({ files: [], passed: [sentence(given.name, error)] }));
    refused.push(...inside.passed);
    for (const file of inside.files) {
      try {
        if ('path' in file && isProject(file.name)) {
          projects.push({ file: lend(guest, file.path), name: nameOf(file.path) });
          continue;
        }
        const bytes = 'path' in file ? await readBytes(file.path, { mostBytes: MOST_BYTES }) : file.bytes;
        if (bytes.length === 0) throw new Trouble('empty', { path: file.name });
        if (looksLikePicture(file.name) || isPicture(bytes)) pictures.push(await takePicture(file.name, bytes));
        else {
          const taken = await takeCopy(file.name, bytes);
          copies.push(...taken.copies);
          const [only] = taken.copies;
          if (only && taken.copies.length === 1 && 'path' in file)
            watchCopy(guest, only, file.path, (now) => keep(only.id, file.name, now));
          pictures.push(...taken.pictures);
          refused.push(...taken.refused);
        }
      } catch (error) {
        refused.push(sentence(file.name, error));
      }
    }
  }
  return { copies, pictures, projects, refused };
}

/** By the first bytes: JPEG, PNG, TIFF, WebP, whatever the file is called. */
function isPicture(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  const ascii = String.fromCharCode(...bytes.subarray(0, 12));
  return (
    (a === 0xff && b === 0xd8 && c === 0xff) ||
    (a === 0x89 && ascii.slice(1, 4) === 'PNG') ||
    (ascii.startsWith('II*') && d === 0) ||
    (ascii.startsWith('MM') && c === 0 && d === 42) ||
    (ascii.startsWith('RIFF') && ascii.slice(8) === 'WEBP')
  );
}

export const fromDisk = (paths: readonly string[]): Incoming[] => paths.map((path) => ({ name: basename(path), path }));
