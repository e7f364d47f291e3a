/**
 * A TrueType file cut down to the glyphs a file shows, numbered as they were first shown: number 0 is .notdef, and glyph
 * `i + 1` is the one that `shown[i]` names. Only glyph data is copied, from where it lies: 2 ms for the thousand
 * glyphs of a page. (HarfBuzz's subsetter did the same in 5 ms warm, but 60 ms in a fresh process with its WebAssembly
 * and a copy of each 15 MB face; fontkit's inside pdfkit took 130 ms.) Were the face's own numbers kept, the tables of
 * places and advances would hold 60,000 entries of nothing, and deflating them takes longer than composing a story.
 * What is left holds exactly the tables that PDF readers want of a CIDFontType2: glyf, head, hhea, hmtx, loca, maxp
 * (ISO 32000-1 §9.9). Hinting is left out.
 *
 * A glyph may be shown moved sideways and with another advance: a composite of one component (OpenType 1.9, glyf). A
 * compressed mark and a glyph that stands for a second character need codes of their own, and in a file whose codes are
 * its glyph ids that means glyphs of their own.
 */

/** A glyph of the face by its id there, and how it is shown. */
export interface ShownGlyph {
  readonly glyph: number;
  /** How far the outline is moved to the right, and the advance, in font units; null for the glyph as the face has it. */
  readonly moved: { readonly dx: number; readonly width: number } | null;
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

/** The numbers that glyphs as the face has them get: .notdef, those shown, and after all codes what composites are made of. */
function numbered(glyphs: Glyphs, shown: readonly ShownGlyph[]): ReadonlyMap<number, number> {
  const numbers = new Map([[0, 0]]);
  for (const [i, { glyph, moved }] of shown.entries()) if (!moved) numbers.set(glyph, i + 1);
  const open = shown.map(({ glyph }) => glyph);
  let next = shown.length + 1;
  const walked = new Set<number>();
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    if (walked.has(glyph)) continue;
    walked.add(glyph);
    if (!numbers.has(glyph)) numbers.set(glyph, next++);
    const data = glyphs.data(glyph);
    if (isComposite(data)) components(data, (part) => open.push(part));
  }
  return numbers;
}

/** Copies a glyph without its instructions to `at` of `out`, its components by their new numbers; answers with how many bytes it has there. */
function copyGlyph(data: DataView, out: Uint8Array, at: number, numbers: ReadonlyMap<number, number>): number {
  if (data.byteLength === 0) return 0;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  if (isComposite(data)) {
    const view = viewOf(out);
    const parts: (readonly [glyph: number, start: number])[] = [];
    const end = components(data, (glyph, start) => parts.push([glyph, start]));
    out.set(bytes.subarray(0, end), at);
    for (const [glyph, start] of parts) {
      view.setUint16(at + start, data.getUint16(start) & ~INSTRUCTIONS);
      view.setUint16(at + start + 2, numbers.get(glyph) as number);
    }
    return end;
  }
  const lengthAt = HEADER + 2 * data.getInt16(0);
  const instructions = data.getUint16(lengthAt);
  out.set(bytes.subarray(0, lengthAt), at);
  out.set(bytes.subarray(lengthAt + 2 + instructions), at + lengthAt + 2);
  return data.byteLength - instructions;
}

/** A composite of one component, glyph `number` of the new file, moved by dx. */
function writeMoved(out: DataView, at: number, of: DataView, number: number, dx: number): number {
  if (of.byteLength === 0) return 0;
  out.setInt16(at, -1);
  for (const [k, shift] of [dx, 0, dx, 0].entries()) out.setInt16(at + 2 + 2 * k, of.getInt16(2 + 2 * k) + shift);
  out.setUint16(at + HEADER, WORDS | XY_VALUES);
  out.setUint16(at + 12, number);
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

/** The font with .notdef and these glyphs, glyph `i + 1` being `shown[i]`. Throws an Error where it is damaged. */
export function subsetFont(font: Uint8Array, shown: readonly ShownGlyph[]): Uint8Array {
  const tables = read(font);
  const glyphs = new Glyphs(tables);
  const own = (tag: string): Uint8Array => {
    const table = tables.get(tag);
    if (!table) throw new Error(`it has no ${tag} table`);
    return Uint8Array.from(table);
  };
  const numbers = numbered(glyphs, shown);
  const all = rowOf(shown, numbers);
  const loca = new Uint8Array(4 * (all.length + 1));
  const glyf = new Uint8Array(
    all.reduce((sum, { glyph, moved }) => sum + padded(moved ? ONE_COMPONENT : glyphs.data(glyph).byteLength), 0),
  );
  const [head, hhea, maxp] = [own('head'), own('hhea'), own('maxp')];
  const metrics = new Metrics(tables, viewOf(hhea).getUint16(34), all.length);

  let end = 0;
  all.forEach(({ glyph, moved }, number) => {
    const data = glyphs.data(glyph);
    if (moved) {
      end += padded(writeMoved(viewOf(glyf), end, data, numbers.get(glyph) as number, moved.dx));
      metrics.set(number, moved.width, data.byteLength > 0 ? data.getInt16(2) + moved.dx : 0);
    } else {
      end += padded(copyGlyph(data, glyf, end, numbers));
      metrics.keep(glyph, number);
    }
    viewOf(loca).setUint32(4 * (number + 1), end);
  });

  viewOf(head).setInt16(50, 1);
  viewOf(head).setUint32(8, 0);
  viewOf(hhea).setUint16(34, all.length);
  raiseLimits(viewOf(maxp), all.length);
  return write([
    ['glyf', glyf.subarray(0, end)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', metrics.bytes],
    ['loca', loca],
    ['maxp', maxp],
  ]);
}

/** Every glyph of the new file by its number. */
function rowOf(shown: readonly ShownGlyph[], numbers: ReadonlyMap<number, number>): readonly ShownGlyph[] {
  const row: ShownGlyph[] = [{ glyph: 0, moved: null }, ...shown];
  for (const [glyph, number] of numbers) if (number > shown.length) row[number] = { glyph, moved: null };
  return row;
}

/** hmtx with an advance for every glyph of the new file. */
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

  /** A glyph of the face keeps its own under its new number. */
  keep(glyph: number, number: number): void {
    const { long, old } = this;
    const width = old.getUint16(4 * Math.min(glyph, long - 1));
    this.set(number, width, old.getInt16(glyph < long ? 4 * glyph + 2 : 4 * long + 2 * (glyph - long)));
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
