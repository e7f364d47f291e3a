/** What a font's maker lets be done with it, as the font itself says: `fsType` of its OS/2 table (OpenType 1.9, OS/2). */

/** `restricted`: it may not be embedded. `whole`: only uncut. `bitmap`: only as pixels. A printing PDF needs `free`. */
export type Embedding = 'free' | 'restricted' | 'whole' | 'bitmap';

const RESTRICTED = 0x0002;
const PREVIEW_OR_EDIT = 0x000c;
const NO_SUBSETTING = 0x0100;
const BITMAP_ONLY = 0x0200;

/** Where a table begins in an sfnt file; −1 where it has none. */
function tableAt(view: DataView, tag: string): number {
  const count = view.byteLength < 12 ? 0 : view.getUint16(4);
  for (let i = 0; i < count && 28 + 16 * i <= view.byteLength; i++) {
    const at = 12 + 16 * i;
    if (view.getUint32(at) === [...tag].reduce((sum, c) => sum * 256 + c.charCodeAt(0), 0)) return view.getUint32(at + 8);
  }
  return -1;
}

/** A font without the table, or too short for it, forbids nothing. */
export function embeddingOf(bytes: Uint8Array): Embedding {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = tableAt(view, 'OS/2');
  if (at < 0 || at + 10 > view.byteLength) return 'free';
  const flags = view.getUint16(at + 8);
  // The most permissive of the four levels holds where a font sets several (OpenType, before version 3 of the table).
  if (flags & RESTRICTED && !(flags & PREVIEW_OR_EDIT)) return 'restricted';
  if (flags & BITMAP_ONLY) return 'bitmap';
  return flags & NO_SUBSETTING ? 'whole' : 'free';
}
