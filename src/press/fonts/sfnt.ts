/** The few tables of a TrueType file that a PDF's font dictionary quotes (ISO 32000-1 §9.8). Read only; nothing is shaped here. */

export interface Sfnt {
  /** False for PostScript outlines (CFF). */
  readonly trueType: boolean;
  readonly postScriptName: string;
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** Horizontal advance of a glyph in thousandths of an em. */
  width(glyph: number): number;
  /** Left and right end of a glyph's ink in thousandths of an em; null for a blank or where there are no TrueType outlines. */
  ink(glyph: number): readonly [left: number, right: number] | null;
  /** In thousandths of an em. */
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly weight: number;
  readonly serif: boolean;
}

type Tables = ReadonlyMap<string, DataView>;

function tables(bytes: Uint8Array): Tables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, DataView>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
    found.set(tag, new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12)));
  }
  return found;
}

function needed(all: Tables, tag: string): DataView {
  const table = all.get(tag);
  if (!table) throw new Error(`it has no ${tag} table`);
  return table;
}

/** Name 6 of the name table, kept to the characters a PDF name may hold plainly. */
function postScriptName(all: Tables): string {
  const name = all.get('name');
  if (!name) return 'Font';
  const count = name.getUint16(2);
  const base = name.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 6 + 12 * i;
    if (name.getUint16(at + 6) !== 6) continue;
    const wide = name.getUint16(at) !== 1;
    const from = base + name.getUint16(at + 10);
    let text = '';
    for (let k = wide ? 1 : 0; k < name.getUint16(at + 8); k += wide ? 2 : 1) text += String.fromCharCode(name.getUint8(from + k));
    const plain = text.replace(/[^A-Za-z0-9-]/gu, '');
    if (plain) return plain;
  }
  return 'Font';
}

/** Reads a font file. Throws an Error that says what is wrong with it. */
export function readSfnt(bytes: Uint8Array): Sfnt {
  const all = tables(bytes);
  const head = needed(all, 'head');
  const hhea = needed(all, 'hhea');
  const hmtx = needed(all, 'hmtx');
  const os2 = all.get('OS/2');
  const post = all.get('post');
  const upem = head.getUint16(18);
  const milli = (units: number): number => Math.round((units * 1e6) / upem) / 1000;
  const longMetrics = hhea.getUint16(34);
  const glyphCount = needed(all, 'maxp').getUint16(4);
  const loca = all.get('loca');
  const glyf = all.get('glyf');
  const long = head.getInt16(50) === 1;
  const offset = (glyph: number): number => (long ? (loca?.getUint32(4 * glyph) ?? 0) : 2 * (loca?.getUint16(2 * glyph) ?? 0));
  const family = os2 ? os2.getInt16(30) >> 8 : 0;
  return {
    trueType: all.has('glyf') && all.has('loca'),
    postScriptName: postScriptName(all),
    unitsPerEm: upem,
    glyphCount,
    width: (glyph) => milli(hmtx.getUint16(4 * Math.min(glyph, longMetrics - 1))),
    ink: (glyph) => {
      const from = offset(glyph);
      return glyf && offset(glyph + 1) > from ? [milli(glyf.getInt16(from + 2)), milli(glyf.getInt16(from + 6))] : null;
    },
    box: [milli(head.getInt16(36)), milli(head.getInt16(38)), milli(head.getInt16(40)), milli(head.getInt16(42))],
    ascent: milli(hhea.getInt16(4)),
    descent: milli(hhea.getInt16(6)),
    capHeight: milli(os2 && os2.getUint16(0) >= 2 ? os2.getInt16(88) : hhea.getInt16(4)),
    italicAngle: post ? post.getInt32(4) / 65536 : 0,
    weight: os2 ? os2.getUint16(4) : 400,
    serif: family >= 1 && family <= 7 && family !== 6,
  };
}
