/** Copy of any number of files to stories, numbered through. */
import { CopyError, type Reading, read } from '../core/copy/index.ts';
import type { Story } from '../core/story/index.ts';
import { filesWithin, readBytes, tooLarge } from '../node/read.ts';
import { copyOf, isPictureName, openCopy } from '../node/sources/open.ts';
import { Trouble } from '../node/trouble.ts';
import { type JobOptions, stopIfAsked } from './job.ts';
import { leftOutFor, passedBy } from './leftOut.ts';
import { Refused } from './refused.ts';

/** Where copy comes from: a file, or bytes that are at hand (standard input, the clipboard). */
export type CopySource =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

export interface ReadCopyOptions extends JobOptions {
  /** For every source, where the guess is wrong. */
  readonly encoding?: string | undefined;
  /** A file of an archive or a folder could not be read; the others were. */
  readonly onLeftOut?: ((name: string, error: CopyError) => void) | undefined;
}

/** What the copy desk has after reading: every copy as decoded, and every story of them in order. */
export interface Desk {
  readonly readings: readonly Reading[];
  readonly stories: readonly Story[];
}

/** A page holds some 40 kB of text and a whole issue 1 MB: more than this is not copy. In bytes. */
export const MOST_COPY = 16 * 1024 * 1024;
/** Documents and archives hold pictures too. In bytes. */
export const MOST_DOCUMENT = 256 * 1024 * 1024;
const mostOf = (name: string): number => (/\.(?:docx|pdf|zip)$/iu.test(name) ? MOST_DOCUMENT : MOST_COPY);

const nameOf = (s: CopySource): string => (s.kind === 'file' ? s.path : s.name);
/** The file's name without its folder, whichever way the slashes lean. */
const lastPart = (path: string): string => path.replace(/^.*[\\/]/u, '');

async function bytesOf(source: CopySource): Promise<Uint8Array> {
  if (source.kind === 'file') return readBytes(source.path, { mostBytes: mostOf(source.path) });
  const most = mostOf(source.name);
  if (source.bytes.length > most) throw tooLarge(source.name, source.bytes.length, most);
  return source.bytes;
}

/** The copy desk's own words are for the window; here a code and its values go on. */
export function refusedBy(path: string, error: unknown, encoding: string | undefined): unknown {
  if (!(error instanceof CopyError)) return error;
  if (error.code === 'empty') return new Refused('copy-empty', { path }, error);
  if (error.code === 'encoding-unknown') return new Refused('encoding-unknown', { name: encoding ?? '' }, error);
  return new Refused('copy-unreadable', { path, why: error.message, whyInChinese: error.chinese }, error);
}

const onlyPictures = (): CopyError =>
  new CopyError(
    'no-text',
    'The archive holds pictures and no copy: there is nothing to read.',
    '压缩包里只有图片，没有来稿，没有内容可读。',
  );

/** Why nothing of an archive was read: the first of its files, by name. */
const onlyRefused = (path: string, [first]: readonly { readonly name: string; readonly error: CopyError }[]): unknown =>
  first && refusedBy(`${path}/${first.name}`, first.error, undefined);

/** Read one source: one copy, or all that an archive holds. Its stories' ids begin with the copy's. */
async function readOne(source: CopySource, first: number, options: ReadCopyOptions): Promise<Reading[]> {
  const name = lastPart(nameOf(source));
  const bytes = await bytesOf(source);
  try {
    const { copies, refused } = await openCopy(name, bytes, { encoding: options.encoding, signal: options.signal });
    if (copies.length === 0) throw onlyRefused(nameOf(source), refused) ?? onlyPictures();
    for (const { name: file, error } of refused) options.onLeftOut?.(`${name}/${file}`, error);
    return copies.map((c, i) => read(copyOf(`c${first + i}`, lastPart(c.name), c.source)));
  } catch (error) {
    stopIfAsked(options);
    if (error instanceof Refused) throw error;
    throw refusedBy(nameOf(source), error, options.encoding);
  }
}

/** A source to read, and whether it stands in a folder that was named: then the others are read without it. */
interface Wanted {
  readonly source: CopySource;
  readonly inFolder: boolean;
}

interface LeftOut {
  readonly path: string;
  readonly why: CopyError;
}

/** A folder stands for its files, pictures and projects left out; what else it holds is told. */
async function unfolded(sources: readonly CopySource[]): Promise<{ wanted: Wanted[]; passed: LeftOut[] }> {
  const all: Wanted[] = [];
  const passed: LeftOut[] = [];
  for (const source of sources) {
    const inside = source.kind === 'file' ? await filesWithin(source.path) : null;
    if (!inside) {
      all.push({ source, inFolder: false });
      continue;
    }
    passed.push(...inside.passed.map(({ path, why }) => ({ path, why: passedBy(why) })));
    const texts = inside.files.filter((path) => !isPictureName(path) && !isProjectName(path));
    if (texts.length === 0) throw new Trouble('is-folder', { path: nameOf(source) });
    for (const path of texts) all.push({ source: { kind: 'file', path }, inFolder: true });
  }
  return { wanted: all, passed };
}

const isProjectName = (path: string): boolean => /\.banxin$/iu.test(path);

/**
 * Read copy in the order given; a folder's files and an archive's in order of name. What of them cannot be read is left out and
 * told, and is an error where nothing else was read. Throws Trouble: `not-found`, `is-folder` (no copy in it), `not-a-file`,
 * `too-many-files`, `empty`, `too-large`, `unreadable`; Refused: `copy-empty`, `copy-unreadable`, `encoding-unknown`, `cancelled`.
 */
export async function readCopy(given: readonly CopySource[], options: ReadCopyOptions = {}): Promise<Desk> {
  const { wanted: sources, passed } = await unfolded(given);
  const readings: Reading[] = [];
  const failed: (LeftOut & { readonly error: unknown })[] = [];
  for (const [i, { source, inFolder }] of sources.entries()) {
    stopIfAsked(options);
    options.onProgress?.({ what: 'read', done: i, total: sources.length });
    try {
      readings.push(...(await readOne(source, readings.length + 1, options)));
    } catch (error) {
      const why = inFolder ? leftOutFor(error) : null;
      if (!why) throw error;
      failed.push({ path: nameOf(source), error, why });
    }
  }
  if (readings.length === 0 && failed[0]) throw failed[0].error;
  for (const { path, why } of [...passed, ...failed]) options.onLeftOut?.(path, why);
  options.onProgress?.({ what: 'read', done: sources.length, total: sources.length });
  const all = readings.flatMap((r) => r.stories);
  // One desk, one numbering: ids of several copies would meet, and ranks would begin again with each.
  const stories = all.map((s, i): Story => ({ ...s, id: `s${i + 1}`, rank: i + 1 }));
  return { readings, stories };
}
