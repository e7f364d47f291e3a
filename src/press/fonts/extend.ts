/**
 * Adds glyphs to a TrueType file that repeat others, moved sideways and with another advance: composites of one
 * component (OpenType 1.9, glyf). A compressed mark and a glyph that stands for a second character need codes of their
 * own, and in a file whose codes are its glyph ids that means glyphs of their own.
 */

export interface ExtraGlyph {
  readonly glyph: number;
  /** How far the outline is moved to the right, and the advance, in font units. */
  readonly dx: number;
  readonly width: number;
}

/** ARG_1_AND_2_ARE_WORDS | ARGS_ARE_XY_VALUES. */
const COMPONENT_FLAGS = 0x0003;
const COMPOSITE_BYTES = 18;

type Tables = Map<string, Uint8Array>;

function read(font: Uint8Array): Tables {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables: Tables = new Map();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const from = view.getUint32(at + 8);
    tables.set(tag, font.subarray(from, from + view.getUint32(at + 12)));
  }
  return tables;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const padded = (n: number): number => (n + 3) & ~3;

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const whole = bytes.length & ~3;
  let sum = 0;
  for (let i = 0; i < whole; i += 4) sum = (sum + view.getUint32(i)) | 0;
  let rest = 0;
  for (let i = whole; i < padded(bytes.length); i++) rest = (rest << 8) | (bytes[i] ?? 0);
  return (sum + rest) >>> 0;
}

/** A font file of these tables. The checksum of the whole (head.checkSumAdjustment) is left 0, as no reader of a PDF asks for it. */
function write(tables: Tables): Uint8Array {
  const names = [...tables.keys()].sort();
  const size = names.reduce((sum, tag) => sum + padded((tables.get(tag) as Uint8Array).length), 12 + 16 * names.length);
  const out = new Uint8Array(size);
  const view = viewOf(out);
  const power = 2 ** Math.floor(Math.log2(names.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, names.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, names.length * 16 - power * 16);
  let at = 12 + 16 * names.length;
  names.forEach((tag, i) => {
    const bytes = tables.get(tag) as Uint8Array;
    for (let k = 0; k < 4; k++) out[12 + 16 * i + k] = tag.charCodeAt(k);
    view.setUint32(16 + 16 * i, checksum(bytes));
    view.setUint32(20 + 16 * i, at);
    view.setUint32(24 + 16 * i, bytes.length);
    out.set(bytes, at);
    at += padded(bytes.length);
  });
  return out;
}

/** The offsets of all glyphs in glyf, and the end of the last. */
function offsets(loca: Uint8Array, long: boolean): number[] {
  const view = viewOf(loca);
  const count = loca.length / (long ? 4 : 2);
  return Array.from({ length: count }, (_, i) => (long ? view.getUint32(4 * i) : view.getUint16(2 * i) * 2));
}

/**
 * The font with glyph `base + i` made of `extras[i]`. `base` must not be below the font's own number of glyphs; the ids
 * between are empty. Glyphs without ink stay without.
 */
export function extendFont(font: Uint8Array, base: number, extras: readonly ExtraGlyph[]): Uint8Array {
  const tables = read(font);
  const table = (tag: string): Uint8Array => Uint8Array.from(tables.get(tag) as Uint8Array);
  const [head, hhea, maxp, hmtx, glyf] = [table('head'), table('hhea'), table('maxp'), table('hmtx'), table('glyf')];
  const at = offsets(table('loca'), viewOf(head).getInt16(50) === 1);
  const count = at.length - 1;
  const total = base + extras.length;

  const start = padded(glyf.length);
  const longGlyf = new Uint8Array(start + extras.length * padded(COMPOSITE_BYTES));
  longGlyf.set(glyf);
  const glyfView = viewOf(longGlyf);
  const loca = new Uint8Array(4 * (total + 1));
  const locaView = viewOf(loca);
  for (let g = 0; g <= base; g++) locaView.setUint32(4 * g, g <= count ? (at[g] as number) : start);
  let end = start;
  extras.forEach(({ glyph, dx }, i) => {
    const from = at[glyph] as number;
    if (glyph < count && (at[glyph + 1] as number) > from) {
      glyfView.setInt16(end, -1);
      for (const [k, shift] of [dx, 0, dx, 0].entries()) glyfView.setInt16(end + 2 + 2 * k, glyfView.getInt16(from + 2 + 2 * k) + shift);
      glyfView.setUint16(end + 10, COMPONENT_FLAGS);
      glyfView.setUint16(end + 12, glyph);
      glyfView.setInt16(end + 14, dx);
      end += padded(COMPOSITE_BYTES);
    }
    locaView.setUint32(4 * (base + i + 1), end);
  });
  locaView.setUint32(4 * base, start);

  tables.set('glyf', longGlyf.subarray(0, end));
  tables.set('loca', loca);
  tables.set('hmtx', metrics(hmtx, viewOf(hhea).getUint16(34), count, base, extras, longGlyf, locaView));
  viewOf(head).setInt16(50, 1);
  viewOf(head).setUint32(8, 0);
  viewOf(hhea).setUint16(34, total);
  const max = viewOf(maxp);
  max.setUint16(4, total);
  for (const [field, own] of [
    [10, 6],
    [12, 8],
  ] as const)
    max.setUint16(field, Math.max(max.getUint16(field), max.getUint16(own)));
  max.setUint16(28, Math.max(1, max.getUint16(28)));
  max.setUint16(30, max.getUint16(30) + 1);
  for (const [tag, bytes] of [
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
  ] as const)
    tables.set(tag, bytes);
  return write(tables);
}

/** hmtx with an advance for every glyph. */
function metrics(
  old: Uint8Array,
  longOnes: number,
  count: number,
  base: number,
  extras: readonly ExtraGlyph[],
  glyf: Uint8Array,
  loca: DataView,
): Uint8Array {
  const out = new Uint8Array(4 * (base + extras.length));
  out.set(old.subarray(0, 4 * longOnes));
  const [from, to] = [viewOf(old), viewOf(out)];
  for (let g = longOnes; g < count; g++) {
    to.setUint16(4 * g, from.getUint16(4 * (longOnes - 1)));
    to.setInt16(4 * g + 2, from.getInt16(4 * longOnes + 2 * (g - longOnes)));
  }
  extras.forEach(({ width }, i) => {
    const g = base + i;
    const offset = loca.getUint32(4 * g);
    to.setUint16(4 * g, width);
    to.setInt16(4 * g + 2, loca.getUint32(4 * g + 4) > offset ? viewOf(glyf).getInt16(offset + 2) : 0);
  });
  return out;
}
