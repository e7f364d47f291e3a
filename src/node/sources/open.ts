/** Any file of copy → texts to read, and the pictures that came with them. One door for the command line and the window. */
import { type Copy, CopyError, decode, disguised, type Sourced, sourceOf } from '../../core/copy/index.ts';
import { type Entry, entriesOf } from './archive.ts';
import { fromDocx } from './docx.ts';
import { fromPdf } from './pdf.ts';
import { zipKind } from './zipKind.ts';

export interface OpenOptions {
  /** For plain text whose encoding is guessed wrong. */
  readonly encoding?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Pages of a PDF, files of an archive. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Opened {
  readonly copies: readonly { readonly name: string; readonly source: Sourced }[];
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Files of an archive that could not be read, and why. */
  readonly refused: readonly { readonly name: string; readonly error: CopyError }[];
}

/** A source as the copy that is read and kept. */
export const copyOf = (id: string, name: string, { encoding, text, hints }: Sourced): Copy => ({
  id,
  name,
  encoding,
  text,
  ...(hints.length > 0 ? { hints: [...hints] } : {}),
});

export const isPictureName = (name: string): boolean => /\.(?:jpe?g|png|tiff?|webp|gif|psd|heic|bmp)$/iu.test(name);
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';

/**
 * What a file holds. An archive is opened one level deep; a file of it that cannot be read does not spoil the others.
 * @throws CopyError as the readers do; nothing is written anywhere
 */
export async function openCopy(name: string, bytes: Uint8Array, options: OpenOptions = {}): Promise<Opened> {
  if (!isArchive(name, bytes)) return { copies: [{ name, source: await one(name, bytes, options) }], pictures: [], refused: [] };
  const entries = entriesOf(bytes);
  const copies: { name: string; source: Sourced }[] = [];
  const pictures: { name: string; bytes: Uint8Array }[] = [];
  const refused: { name: string; error: CopyError }[] = [];
  for (const [i, entry] of entries.entries()) {
    options.signal?.throwIfAborted();
    options.onProgress?.(i, entries.length);
    if (isPictureName(entry.name)) pictures.push(entry);
    else if (isNested(entry))
      refused.push({
        name: entry.name,
        error: new CopyError(
          'format',
          'An archive inside the archive is not opened: unpack it first.',
          '压缩包里的压缩包不打开：请先解开。',
        ),
      });
    else {
      try {
        copies.push({ name: entry.name, source: await one(entry.name, entry.bytes, { ...options, onProgress: undefined }) });
      } catch (error) {
        if (!(error instanceof CopyError)) throw error;
        refused.push({ name: entry.name, error });
      }
    }
  }
  return { copies, pictures, refused };
}

/** By what the bytes are; a document that is called .zip is read as what it is, and an archive of another kind is named. */
function isArchive(name: string, bytes: Uint8Array): boolean {
  if (isZip(bytes)) return zipKind(name, bytes) === 'archive';
  return /\.zip$/iu.test(name) && disguised(bytes) === null;
}

/** An archive in the archive; a document that is called .zip is read as what it is. */
function isNested({ name, bytes }: Entry): boolean {
  try {
    return isZip(bytes) ? zipKind(name, bytes) === 'archive' : /\.zip$/iu.test(name);
  } catch {
    return false;
  }
}

async function one(name: string, bytes: Uint8Array, options: OpenOptions): Promise<Sourced> {
  if (isZip(bytes)) zipKind(name, bytes); // says what it is, where it is another program's
  if (/\.docx$/iu.test(name)) return fromDocx(bytes);
  if (isPdf(bytes)) return fromPdf(bytes, options);
  if (/\.pdf$/iu.test(name)) throw new CopyError('format', 'The file is not a PDF, whatever its name says.', '文件名像 PDF，里面却不是。');
  if (isZip(bytes)) return fromDocx(bytes);
  if (/\.(?:doc|wps)$/iu.test(name)) decode(bytes); // says that it must be saved as .docx
  return sourceOf(name, bytes, { encoding: options.encoding });
}
