/** Copy of any number of files to stories, numbered through. */
import { CopyError, decode, type Reading, read } from '../core/copy/index.ts';
import type { Story } from '../core/story/index.ts';
import { readBytes, tooLarge } from '../node/read.ts';
import { type JobOptions, stopIfAsked } from './job.ts';
import { Refused } from './refused.ts';

/** Where copy comes from: a file, or bytes that are at hand (standard input, the clipboard). */
export type CopySource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

export interface ReadCopyOptions extends JobOptions {
  /** For every source, where the guess is wrong. */
  readonly encoding?: string | undefined;
}

/** What the copy desk has after reading: every copy as decoded, and every story of them in order. */
export interface Desk {
  readonly readings: readonly Reading[];
  readonly stories: readonly Story[];
}

/** A page holds some 40 kB of text and a whole issue 1 MB: more than this is not copy. In bytes. */
export const MOST_COPY = 16 * 1024 * 1024;

const nameOf = (s: CopySource): string => (s.kind === 'file' ? s.path : s.name);
/** The file's name without its folder, whichever way the slashes lean. */
const lastPart = (path: string): string => path.replace(/^.*[\\/]/u, '');

async function bytesOf(source: CopySource): Promise<Uint8Array> {
  if (source.kind === 'file') return readBytes(source.path, { mostBytes: MOST_COPY });
  if (source.bytes.length > MOST_COPY) throw tooLarge(source.name, source.bytes.length, MOST_COPY);
  return source.bytes;
}

/** The copy desk's own words are for the window; here a code and its values go on. */
function refusedBy(path: string, error: unknown, encoding: string | undefined): unknown {
  if (!(error instanceof CopyError)) return error;
  if (error.code === 'empty') return new Refused('copy-empty', { path }, error);
  if (error.code === 'encoding-unknown') return new Refused('encoding-unknown', { name: encoding ?? '' }, error);
  return new Refused('copy-unreadable', { path, why: error.message }, error);
}

/** Read one source. Its stories' ids begin with the copy's. */
async function readOne(source: CopySource, index: number, encoding: string | undefined): Promise<Reading> {
  const bytes = await bytesOf(source);
  try {
    const decoded = decode(bytes, { encoding });
    return read({ id: `c${index + 1}`, name: lastPart(nameOf(source)), encoding: decoded.encoding, text: decoded.text });
  } catch (error) {
    throw refusedBy(nameOf(source), error, encoding);
  }
}

/**
 * Read copy in the order given. Throws Trouble: `not-found`, `is-folder`, `empty`, `too-large`, `unreadable`; Refused:
 * `copy-empty`, `copy-unreadable`, `encoding-unknown`, `cancelled`.
 */
export async function readCopy(sources: readonly CopySource[], options: ReadCopyOptions = {}): Promise<Desk> {
  const readings: Reading[] = [];
  for (const [i, source] of sources.entries()) {
    stopIfAsked(options);
    options.onProgress?.({ what: 'read', done: i, total: sources.length });
    readings.push(await readOne(source, i, options.encoding));
  }
  options.onProgress?.({ what: 'read', done: sources.length, total: sources.length });
  const all = readings.flatMap((r) => r.stories);
  // One desk, one numbering: ids of several copies would meet, and ranks would begin again with each.
  const stories = all.map((s, i): Story => ({ ...s, id: `s${i + 1}`, rank: i + 1 }));
  return { readings, stories };
}
