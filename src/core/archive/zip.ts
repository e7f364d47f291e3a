/**
 * The zip a project lies in. Written by fflate with a fixed date and order, so that the same project gives the same
 * bytes; read by its directory (PKWARE APPNOTE 4.3.12, 4.3.16), so that a picture is a view of the file and not a copy.
 */
import { inflateSync, zipSync } from 'fflate';
import { crc32 } from './crc.ts';

export interface Entry {
  /** Its bytes as Latin-1: whoever expects other names decodes them by `flags`. */
  readonly name: string;
  /** General purpose bits (APPNOTE 4.4.4): bit 0 locked, bit 11 the name is UTF-8. */
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly at: number;
}

/** The first moment a zip can name, in local parts: fflate writes local parts, so every time zone gives the same bytes. */
const epoch = (): Date => new Date(1980, 0, 1);

/** `deflate` for text, stored for what is packed already. Names in the order given. */
export function writeZip(entries: readonly { readonly name: string; readonly bytes: Uint8Array; readonly deflate: boolean }[]): Uint8Array {
  const files = Object.fromEntries(entries.map((e) => [e.name, [e.bytes, { level: e.deflate ? 6 : 0 }] as [Uint8Array, { level: 0 | 6 }]]));
  return zipSync(files, { mtime: epoch() });
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;

/** The end record, looked for from the end of the file; -1 where there is none. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) if (view.getUint32(at, true) === END) return at;
  return -1;
}

const viewOf = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.byteLength);

/** The files of a zip, or null where the bytes are no zip with a whole directory. */
export function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: utf8(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Names here are ASCII; anything else names no entry of a project. */
const utf8 = (b: Uint8Array): string => String.fromCharCode(...b);

/** The bytes of an entry: a view of the file where it is stored. Null where they are cut off or cannot be unpacked. */
export function readEntry(bytes: Uint8Array, e: Entry): Uint8Array | null {
  const view = viewOf(bytes);
  if (e.at + 30 > bytes.length || view.getUint32(e.at, true) !== LOCAL) return null;
  const from = e.at + 30 + view.getUint16(e.at + 26, true) + view.getUint16(e.at + 28, true);
  const packed = bytes.subarray(from, from + e.packed);
  if (packed.length !== e.packed) return null;
  if (e.method === 0) return e.packed === e.size ? packed : null;
  if (e.method !== 8) return null;
  try {
    const out = inflateSync(packed, { out: new Uint8Array(e.size) });
    return out.length === e.size ? out : null;
  } catch {
    return null;
  }
}

/** True where the entry's bytes are those that were written. */
export const isWhole = (e: Entry, unpacked: Uint8Array): boolean => crc32(unpacked) === e.crc;
