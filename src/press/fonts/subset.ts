/**
 * A TrueType file cut down to the glyphs a file shows, with their ids unchanged, so that the ids of the Scene are the
 * codes of the PDF and nothing has to be mapped. Only glyph data is copied, from where it lies: 2 ms for the thousand
 * glyphs of a page. (HarfBuzz's subsetter did the same in 5 ms warm, but 60 ms in a fresh process with its WebAssembly
 * and a copy of each 15 MB face; fontkit's inside pdfkit took 130 ms.) What is left holds exactly the tables that PDF
 * readers want of a CIDFontType2: glyf, head, hhea, hmtx, loca, maxp (ISO 32000-1 §9.9). Hinting is left out.
 *
 * After the font's own ids stand extra glyphs that repeat others, moved sideways and with another advance: composites
 * of one component (OpenType 1.9, glyf). A compressed mark and a glyph that stands for a second character need codes of
 * their own, and in a file whose codes are its glyph ids that means glyphs of their own.
 */

export interface ExtraGlyph {
  readonly glyph: number;
  /** How far the outline is moved to the right, and the advance, in font units. */
  readonly dx: number;
  readonly width: number;
}

/** Flags of a composite's component. */
const WORDS = 0x0001;
const XY_VALUES = 0x0002;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;
const INSTRUCTIONS = 0x0100;

/** Bytes of a glyph's header, and of a composite of one component. */
const HEADER = 10;
const ONE_COMPONENT = 18;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const padded = (n: number): number => (n + 3) & ~3;

type Tables = ReadonlyMap<string, Uint8Array>;

function read(font: Uint8Array): Tables {
  const view = viewOf(font);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const from = view.getUint32(at + 8);
    tables.set(tag, font.subarray(from, from + view.getUint32(at + 12)));
  }
  return tables;
}

/** The glyphs of a font file by their ids. */
class Glyphs {
  readonly count: number;
  private readonly glyf: DataView;
  private readonly loca: DataView;
  private readonly long: boolean;

  constructor(tables: Tables) {
    const [glyf, loca, head] = ['glyf', 'loca', 'head'].map((tag) => tables.get(tag));
    if (!glyf || !loca || !head) throw new Error('it has no outlines');
    this.glyf = viewOf(glyf);
    this.loca = viewOf(loca);
    this.long = viewOf(head).getInt16(50) === 1;
    this.count = loca.length / (this.long ? 4 : 2) - 1;
  }

  /** The data of a glyph; empty for one without ink. */
  data(glyph: number): DataView {
    const at = (g: number): number => (this.long ? this.loca.getUint32(4 * g) : 2 * this.loca.getUint16(2 * g));
    const [from, to] = [at(glyph), at(glyph + 1)];
    if (to < from || to > this.glyf.byteLength) throw new Error('its glyphs are damaged');
    return new DataView(this.glyf.buffer, this.glyf.byteOffset + from, to - from);
  }
}

/** Walks the components of a composite: the glyph each names, and where the last one ends. */
function components(data: DataView, found: (glyph: number, at: number) => void): number {
  let at = HEADER;
  for (let flags = MORE; flags & MORE; ) {
    flags = data.getUint16(at);
    found(data.getUint16(at + 2), at);
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);
  }
  return at;
}

const isComposite = (data: DataView): boolean => data.byteLength > 0 && data.getInt16(0) < 0;

/** The glyphs asked for, .notdef, and whatever composites among them are made of; in ascending order. */
function closure(glyphs: Glyphs, wanted: Iterable<number>): number[] {
  const all = new Set<number>();
  const open = [0, ...wanted];
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    if (all.has(glyph) || glyph >= glyphs.count) continue;
    all.add(glyph);
    const data = glyphs.data(glyph);
    if (isComposite(data)) components(data, (part) => open.push(part));
  }
  return [...all].sort((a, b) => a - b);
}

/** Copies a glyph without its instructions to `at` of `out`; answers with how many bytes it has there. */
function copyGlyph(data: DataView, out: Uint8Array, at: number): number {
  if (data.byteLength === 0) return 0;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (isComposite(data)) {
    const view = viewOf(out);
    const starts: number[] = [];
    const end = components(data, (_, start) => starts.push(start));
    out.set(bytes.subarray(0, end), at);
    for (const start of starts) view.setUint16(at + start, data.getUint16(start) & ~INSTRUCTIONS);
    return end;
  }
  const lengthAt = HEADER + 2 * data.getInt16(0);
  const instructions = data.getUint16(lengthAt);
  out.set(bytes.subarray(0, lengthAt), at);
  out.set(bytes.subarray(lengthAt + 2 + instructions), at + lengthAt + 2);
  return data.byteLength - instructions;
}

/** A composite of one component, moved by dx. */
function writeExtra(out: DataView, at: number, of: DataView, { glyph, dx }: ExtraGlyph): number {
  if (of.byteLength === 0) return 0;
  out.setInt16(at, -1);
  for (const [k, shift] of [dx, 0, dx, 0].entries()) out.setInt16(at + 2 + 2 * k, of.getInt16(2 + 2 * k) + shift);
  out.setUint16(at + HEADER, WORDS | XY_VALUES);
  out.setUint16(at + 12, glyph);
  out.setInt16(at + 14, dx);
  return ONE_COMPONENT;
}

/** maxp: a composite may have as many points and contours as its one component, and lies one level deeper. */
function raiseLimits(max: DataView, glyphs: number): void {
  max.setUint16(4, glyphs);
  for (const [field, simple] of [
    [10, 6],
    [12, 8],
  ] as const)
    max.setUint16(field, Math.max(max.getUint16(field), max.getUint16(simple)));
  max.setUint16(26, 0);
  max.setUint16(28, Math.max(1, max.getUint16(28)));
  max.setUint16(30, max.getUint16(30) + 1);
}

/** The font with these glyphs, and with glyph `number of its glyphs + i` made of `extras[i]`. Throws an Error where it is damaged. */
export function subsetFont(font: Uint8Array, wanted: Iterable<number>, extras: readonly ExtraGlyph[]): Uint8Array {
  const tables = read(font);
  const glyphs = new Glyphs(tables);
  const own = (tag: string): Uint8Array => {
    const table = tables.get(tag);
    if (!table) throw new Error(`it has no ${tag} table`);
    return Uint8Array.from(table);
  };
  const kept = closure(glyphs, [...wanted, ...extras.map((e) => e.glyph)]);
  const total = glyphs.count + extras.length;
  const loca = new Uint8Array(4 * (total + 1));
  const locaView = viewOf(loca);
  const room = kept.reduce((sum, g) => sum + padded(glyphs.data(g).byteLength), 0) + extras.length * padded(ONE_COMPONENT);
  const glyf = new Uint8Array(room);
  const [head, hhea, maxp] = [own('head'), own('hhea'), own('maxp')];
  const metrics = new Metrics(tables, viewOf(hhea).getUint16(34), total);

  let end = 0;
  let next = 0;
  for (const glyph of kept) {
    for (; next <= glyph; next++) locaView.setUint32(4 * next, end);
    end += padded(copyGlyph(glyphs.data(glyph), glyf, end));
    metrics.keep(glyph);
  }
  for (; next <= glyphs.count; next++) locaView.setUint32(4 * next, end);
  extras.forEach((extra, i) => {
    const of = glyphs.data(extra.glyph);
    end += padded(writeExtra(viewOf(glyf), end, of, extra));
    locaView.setUint32(4 * (glyphs.count + i + 1), end);
    metrics.set(glyphs.count + i, extra.width, of.byteLength > 0 ? of.getInt16(2) + extra.dx : 0);
  });

  viewOf(head).setInt16(50, 1);
  viewOf(head).setUint32(8, 0);
  viewOf(hhea).setUint16(34, total);
  raiseLimits(viewOf(maxp), total);
  return write([
    ['glyf', glyf.subarray(0, end)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', metrics.bytes],
    ['loca', loca],
    ['maxp', maxp],
  ]);
}

/** hmtx with an advance for every id; ids that are not kept have none. */
class Metrics {
  readonly bytes: Uint8Array;
  private readonly out: DataView;
  private readonly old: DataView;
  private readonly long: number;

  constructor(tables: Tables, long: number, total: number) {
    const hmtx = tables.get('hmtx');
    if (!hmtx) throw new Error('it has no hmtx table');
    this.bytes = new Uint8Array(4 * total);
    this.out = viewOf(this.bytes);
    this.old = viewOf(hmtx);
    this.long = long;
  }

  set(glyph: number, width: number, left: number): void {
    this.out.setUint16(4 * glyph, width);
    this.out.setInt16(4 * glyph + 2, left);
  }

  keep(glyph: number): void {
    const { long, old } = this;
    const width = old.getUint16(4 * Math.min(glyph, long - 1));
    this.set(glyph, width, old.getInt16(glyph < long ? 4 * glyph + 2 : 4 * long + 2 * (glyph - long)));
  }
}

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const whole = bytes.length & ~3;
  let sum = 0;
  for (let i = 0; i < whole; i += 4) sum = (sum + view.getUint32(i)) | 0;
  let rest = 0;
  for (let i = whole; i < padded(bytes.length); i++) rest = (rest << 8) | (bytes[i] ?? 0);
  return (sum + rest) >>> 0;
}

/** A font file of tables in order of their tags. The checksum of the whole (head.checkSumAdjustment) stays 0: no reader of a PDF asks for it. */
function write(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const out = new Uint8Array(tables.reduce((size, [, bytes]) => size + padded(bytes.length), 12 + 16 * tables.length));
  const view = viewOf(out);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, tables.length * 16 - power * 16);
  let at = 12 + 16 * tables.length;
  tables.forEach(([tag, bytes], i) => {
    for (let k = 0; k < 4; k++) out[12 + 16 * i + k] = tag.charCodeAt(k);
    view.setUint32(16 + 16 * i, checksum(bytes));
    view.setUint32(20 + 16 * i, at);
    view.setUint32(24 + 16 * i, bytes.length);
    out.set(bytes, at);
    at += padded(bytes.length);
  });
  return out;
}
