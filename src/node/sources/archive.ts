/** Zip archives opened with care: names that would leave the folder, bombs and cut files are refused before anything is kept. */
import { Unzip, type UnzipFile, UnzipInflate, unzipSync } from 'fflate';
import { CopyError, decode } from '../../core/copy/index.ts';

export interface Entry {
  /** The file's path inside the archive, `/` between folders, in its own script. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Most bytes an archive may hold unpacked, and most files. A night's copy with its pictures is some 200 MB. */
export const mostUnpacked = 512 * 1024 * 1024;
export const mostEntries = 4000;
/** Unpacked more than so many times its size, and large: a bomb. Text packs 10 to 1 at best, and Word's XML 40 to 1. */
const bombRatio = 200;
const bombBytes = 32 * 1024 * 1024;

const truncated = (cause?: unknown): CopyError =>
  Object.assign(
    new CopyError('truncated', 'The archive is damaged or cut off: ask for it to be sent again.', '压缩包残缺不全：请对方重发。'),
    { cause },
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

/**
 * Counts what the archive really unpacks to, entry by entry, and stops at the first byte too many: the sizes in its own
 * directory may lie.
 * @throws CopyError `too-large`, `truncated`, `unsafe-path`
 */
export function inspect(bytes: Uint8Array): void {
  let total = 0;
  let entries = 0;
  let failed: unknown;
  const limit = Math.min(mostUnpacked, Math.max(bombBytes, bytes.length * bombRatio));
  const unzip = new Unzip((file: UnzipFile) => {
    if (unsafeName(file.name)) throw unsafe(file.name);
    if (++entries > mostEntries) throw crowd();
    file.ondata = (error, chunk) => {
      if (error) failed = error;
      total += chunk?.length ?? 0;
      if (total > limit) throw bomb();
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += 65536) unzip.push(bytes.subarray(at, at + 65536), at + 65536 >= bytes.length);
  } catch (error) {
    throw error instanceof CopyError ? error : truncated(error);
  }
  if (failed || entries === 0 || !hasDirectory(bytes)) throw truncated(failed);
}

/** Whether the archive's directory, its last part, is there: of a file that is cut between two entries nothing else is missing. */
function hasDirectory(bytes: Uint8Array): boolean {
  // Its end is 22 bytes, behind which a comment of up to 65,535 may stand (APPNOTE 4.3.16).
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65535); at--)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  return false;
}

const unsafe = (name: string): CopyError =>
  new CopyError(
    'unsafe-path',
    `The archive holds a name that leaves its folder (“${name.slice(0, 60)}”): it is not opened.`,
    `压缩包里有跑出文件夹的文件名（“${name.slice(0, 60)}”）：不打开。`,
  );

/**
 * The files of a zip archive, folders and the Mac's own files left out, in natural order of name.
 * @throws CopyError `too-large`, `truncated`, `unsafe-path`, `no-text`
 */
export function entriesOf(bytes: Uint8Array): Entry[] {
  inspect(bytes);
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes);
  } catch (error) {
    throw truncated(error);
  }
  const found: Entry[] = [];
  for (const [raw, content] of Object.entries(files)) {
    const name = nameOf(raw);
    if (unsafeName(name)) throw unsafe(name);
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/u.test(name)) continue;
    found.push({ name, bytes: content });
  }
  if (found.length === 0)
    throw new CopyError('no-text', 'The archive holds no files: there is nothing to read.', '压缩包里没有文件，没有内容可读。');
  return found.sort((a, b) => natural.compare(a.name, b.name));
}

const natural = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true });

/** Archives from Chinese Windows write their names in GBK without saying so: fflate then gives their bytes as Latin-1. */
function nameOf(raw: string): string {
  const name = raw.replaceAll('\\', '/');
  if (!/[\x80-\xff]/u.test(name) || /[^\0-\xff]/u.test(name)) return name;
  const bytes = Uint8Array.from(name, (c) => c.charCodeAt(0));
  try {
    return decode(bytes).text;
  } catch {
    return name;
  }
}
