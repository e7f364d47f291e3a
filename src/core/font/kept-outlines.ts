/** The table of a face that holds the outlines of common glyphs alone: `bxGl`, one bit a glyph, lowest bit first. */
const TAG = 0x6278476c;

/** The bits; null where the file has no such table and so all its outlines (OpenType 1.9, “Organization of an OpenType font”). */
export function keptOutlines(sfnt: Uint8Array): Uint8Array | null {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  if (sfnt.length < 12) return null;
  for (let i = 0, at = 12; i < view.getUint16(4) && at + 16 <= sfnt.length; i++, at += 16)
    if (view.getUint32(at) === TAG) return sfnt.slice(view.getUint32(at + 8), view.getUint32(at + 8) + view.getUint32(at + 12));
  return null;
}
