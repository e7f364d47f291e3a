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

interface Table {
  readonly bytes: Uint8Array;
  /** The sum of its words, where it is known already. */
  readonly sum?: number;
}
type Tables = Map<string, Table>;

function read(font: Uint8Array): Tables {
  const view = viewOf(font);
  const tables: Tables = new Map();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const from = view.getUint32(at + 8);
    tables.set(tag, { bytes: font.subarray(from, from + view.getUint32(at + 12)), sum: view.getUint32(at + 4) });
  }
  return tables;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const padded = (n: number): number => (n + 3) & ~3;

/** The sum of the words of a table, from a word on. */
function checksum(bytes: Uint8Array, from = 0): number {
  const view = viewOf(bytes);
  const whole = bytes.length & ~3;
  let sum = 0;
  for (let i = from; i < whole; i += 4) sum = (sum + view.getUint32(i)) | 0;
  let rest = 0;
  for (let i = whole; i < padded(bytes.length); i++) rest = (rest << 8) | (bytes[i] ?? 0);
  return (sum + rest) >>> 0;
}

/** A font file of these tables. The checksum of the whole (head.checkSumAdjustment) is left 0, as no reader of a PDF asks for it. */
function write(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const out = new Uint8Array(sorted.reduce((size, [, { bytes }]) => size + padded(bytes.length), 12 + 16 * sorted.length));
  const view = viewOf(out);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, sorted.length * 16 - power * 16);
  let at = 12 + 16 * sorted.length;
  sorted.forEach(([tag, { bytes, sum }], i) => {
    for (let k = 0; k < 4; k++) out[12 + 16 * i + k] = tag.charCodeAt(k);
    view.setUint32(16 + 16 * i, sum ?? checksum(bytes));
    view.setUint32(20 + 16 * i, at);
    view.setUint32(24 + 16 * i, bytes.length);
    out.set(bytes, at);
    at += padded(bytes.length);
  });
  return out;
}

/** The offsets of all glyphs in glyf, and the end of the last, as a long loca of `room` entries. */
function longLoca(loca: Uint8Array, long: boolean, room: number): Uint8Array {
  const out = new Uint8Array(4 * room);
  if (long) {
    out.set(loca);
    return out;
  }
  const [from, to] = [viewOf(loca), viewOf(out)];
  for (let i = 0; 2 * i < loca.length; i++) to.setUint32(4 * i, 2 * from.getUint16(2 * i));
  return out;
}

/**
 * The font with glyph `base + i` made of `extras[i]`. `base` must not be below the font's own number of glyphs; the ids
 * between are empty. Glyphs without ink stay without.
 */
export function extendFont(font: Uint8Array, base: number, extras: readonly ExtraGlyph[]): Uint8Array {
  const tables = read(font);
  const table = (tag: string): Table => tables.get(tag) as Table;
  const own = (tag: string): Uint8Array => Uint8Array.from(table(tag).bytes);
  const [head, hhea, maxp] = [own('head'), own('hhea'), own('maxp')];
  const long = viewOf(head).getInt16(50) === 1;
  const count = table('loca').bytes.length / (long ? 4 : 2) - 1;
  const loca = longLoca(table('loca').bytes, long, base + extras.length + 1);
  const { glyf, sum } = composites(table('glyf'), viewOf(loca), count, base, extras);

  tables.set('glyf', { bytes: glyf, sum });
  tables.set('loca', { bytes: loca });
  tables.set('hmtx', { bytes: metrics(table('hmtx').bytes, viewOf(hhea).getUint16(34), count, base, extras, glyf, viewOf(loca)) });
  viewOf(head).setInt16(50, 1);
  viewOf(head).setUint32(8, 0);
  viewOf(hhea).setUint16(34, base + extras.length);
  raiseLimits(viewOf(maxp), base + extras.length);
  for (const [tag, bytes] of [
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
  ] as const)
    tables.set(tag, { bytes });
  return write(tables);
}

/** glyf with the composites after it, and its checksum; enters them in loca. */
function composites(
  old: Table,
  loca: DataView,
  count: number,
  base: number,
  extras: readonly ExtraGlyph[],
): { glyf: Uint8Array; sum: number } {
  const start = padded(old.bytes.length);
  const glyf = new Uint8Array(start + extras.length * padded(COMPOSITE_BYTES));
  glyf.set(old.bytes);
  const view = viewOf(glyf);
  for (let g = count + 1; g <= base; g++) loca.setUint32(4 * g, start);
  loca.setUint32(4 * count, count === base ? start : loca.getUint32(4 * count));
  let end = start;
  extras.forEach(({ glyph, dx }, i) => {
    const from = loca.getUint32(4 * glyph);
    if (glyph < count && loca.getUint32(4 * glyph + 4) > from) {
      view.setInt16(end, -1);
      for (const [k, shift] of [dx, 0, dx, 0].entries()) view.setInt16(end + 2 + 2 * k, view.getInt16(from + 2 + 2 * k) + shift);
      view.setUint16(end + 10, COMPONENT_FLAGS);
      view.setUint16(end + 12, glyph);
      view.setInt16(end + 14, dx);
      end += padded(COMPOSITE_BYTES);
    }
    loca.setUint32(4 * (base + i + 1), end);
  });
  const added = glyf.subarray(0, end);
  return { glyf: added, sum: ((old.sum ?? checksum(old.bytes)) + checksum(added, start)) >>> 0 };
}

/** maxp: a composite may have as many points and contours as its one component, and lies one level deeper. */
function raiseLimits(max: DataView, glyphs: number): void {
  max.setUint16(4, glyphs);
  for (const [field, simple] of [
    [10, 6],
    [12, 8],
  ] as const)
    max.setUint16(field, Math.max(max.getUint16(field), max.getUint16(simple)));
  max.setUint16(28, Math.max(1, max.getUint16(28)));
  max.setUint16(30, max.getUint16(30) + 1);
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
