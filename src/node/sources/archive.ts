/** Zip archives opened with care: names that would leave the folder, bombs and cut files are refused before anything is kept. */
import { isWhole, readDirectory, readEntry, type ZipEntry } from '../../core/archive/index.ts';
import { CopyError } from '../../core/copy/index.ts';

export interface Entry {
  /** The file's path inside the archive, `/` between folders, in its own script. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An entry of the directory, and its name in its own script. */
interface Part {
  readonly entry: ZipEntry;
  readonly name: string;
}

/** Most bytes an archive may hold unpacked, and most files. A night's copy with its pictures is some 200 MB. */
export const mostUnpacked = 512 * 1024 * 1024;
export const mostEntries = 4000;
/** Unpacked more than so many times its size, and large: a bomb. Text packs 10 to 1 at best, and Word's XML 40 to 1. */
const bombRatio = 200;
const bombBytes = 32 * 1024 * 1024;

const quoted = (name: string): string => `“${name.slice(0, 60)}”`;

const truncated = (name?: string): CopyError =>
  name === undefined
    ? new CopyError('truncated', 'The archive is damaged or cut off: ask for it to be sent again.', '压缩包残缺不全：请对方重发。')
    : new CopyError(
        'truncated',
        `The archive is damaged at ${quoted(name)}: ask for it to be sent again.`,
        `压缩包里的${quoted(name)}已损坏：请对方重发。`,
      );
const locked = (name: string): CopyError =>
  new CopyError(
    'encrypted',
    `The archive is locked with a password (${quoted(name)}): unpack it first, or ask for one without.`,
    `压缩包加了密码（${quoted(name)}）：请先解开，或请对方不加密码重发。`,
  );
const oddlyPacked = (name: string): CopyError =>
  new CopyError(
    'format',
    `The archive is packed in a way that is not read here (${quoted(name)}): unpack it first.`,
    `压缩包的压缩方式这里不能读（${quoted(name)}）：请先解开。`,
  );
const crowd = (): CopyError =>
  new CopyError(
    'too-large',
    `The archive holds more than ${mostEntries} files: it is not opened.`,
    `压缩包里的文件超过 ${mostEntries} 个：不打开。`,
  );
const bomb = (): CopyError =>
  new CopyError(
    'too-large',
    `The archive unpacks to more than ${mostUnpacked / 1048576} MB or is packed beyond reason: it is not opened.`,
    `压缩包解开后超过 ${mostUnpacked / 1048576} MB，或压缩得不合常理：不打开。`,
  );

/** Whether the name would write outside a folder, on any system. */
export const unsafeName = (name: string): boolean => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|\0/u.test(name);

/** Bits of an entry's flags (APPNOTE 4.4.4). */
const LOCKED = 1;
const UTF8 = 1 << 11;

/**
 * The archive's directory, after nothing in it threatens: what it claims to hold is counted before a byte is unpacked. Each
 * entry is unpacked into exactly the room it claims (`bytesOf`), so a lie costs no memory, and entries that share the same
 * packed bytes, as bombs do, pack more than the file has.
 * @throws CopyError `too-large`, `truncated`, `unsafe-path`, `encrypted`, `format`
 */
function directoryOf(bytes: Uint8Array): readonly Part[] {
  const found = readDirectory(bytes);
  if (!found) throw truncated();
  if (found.length > mostEntries) throw crowd();
  const parts = found.map((entry): Part => ({ entry, name: nameOf(entry) }));
  for (const { name } of parts) if (unsafeName(name)) throw unsafe(name);
  const sum = (of: (e: ZipEntry) => number): number => found.reduce((n, e) => n + of(e), 0);
  const limit = Math.min(mostUnpacked, Math.max(bombBytes, bytes.length * bombRatio));
  if (sum((e) => e.size) > limit || sum((e) => e.packed) > bytes.length) throw bomb();
  for (const { entry, name } of parts) {
    if (entry.flags & LOCKED) throw locked(name);
    if (entry.method !== 0 && entry.method !== 8) throw oddlyPacked(name);
  }
  return parts;
}

/** An entry's bytes, whole: fflate looks at no checksum, and a changed byte would be another text. */
function bytesOf(bytes: Uint8Array, { entry, name }: Part): Uint8Array {
  const content = readEntry(bytes, entry);
  if (!content || !isWhole(entry, content)) throw truncated(name);
  return content;
}

/** The parts of a document that lies in a zip, those with a wanted name. Throws as `entriesOf` does. */
export function partsOf(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  return new Map(
    directoryOf(bytes)
      .filter((p) => wanted(p.name))
      .map((p) => [p.name, bytesOf(bytes, p)]),
  );
}

const unsafe = (name: string): CopyError =>
  new CopyError(
    'unsafe-path',
    `The archive holds a name that leaves its folder (${quoted(name)}): it is not opened.`,
    `压缩包里有跑出文件夹的文件名（${quoted(name)}）：不打开。`,
  );

const isOwn = (name: string): boolean => !name.endsWith('/') && !/(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/u.test(name);

/**
 * The files of a zip archive, folders and the Mac's own files left out, in natural order of name. Two of one name are two files.
 * @throws CopyError `too-large`, `truncated`, `unsafe-path`, `encrypted`, `format`, `no-text`
 */
export function entriesOf(bytes: Uint8Array): Entry[] {
  const found = directoryOf(bytes)
    .filter((p) => isOwn(p.name))
    .map((p): Entry => ({ name: p.name, bytes: bytesOf(bytes, p) }));
  if (found.length === 0)
    throw new CopyError('no-text', 'The archive holds no files: there is nothing to read.', '压缩包里没有文件，没有内容可读。');
  return found.sort((a, b) => natural.compare(a.name, b.name));
}

const natural = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true });

/** Archives from Chinese Windows write their names in GBK without saying so; a bit says that a name is UTF-8. */
function nameOf({ name, flags }: ZipEntry): string {
  const bytes = Uint8Array.from(name, (c) => c.charCodeAt(0));
  const own = flags & UTF8 || !/[\x80-\xff]/u.test(name) ? new TextDecoder().decode(bytes) : guessed(bytes);
  return own.replaceAll('\\', '/');
}

const strictly = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/**
 * A name is too short to be guessed by how common its characters are: UTF-8 where it is valid and has a Han, else the system's
 * usual GBK. 一 in GBK is a Cyrillic letter in UTF-8, so that UTF-8 without a character of three bytes is not believed.
 */
function guessed(bytes: Uint8Array): string {
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null && /[\u0800-\u{10ffff}]/u.test(utf8)) return utf8;
  return strictly('gb18030', bytes) ?? strictly('big5', bytes) ?? utf8 ?? new TextDecoder('latin1').decode(bytes);
}
