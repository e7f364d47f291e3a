/**
 * A face with the outlines of common characters alone, for the window: three quarters of a Chinese face are outlines that
 * a page never asks for, and fetching them was most of the time until the first page. Everything but outlines stays, so that
 * text is set the same; a private table `bxGl` says which glyphs have kept theirs, one bit each, lowest bit first.
 */
import { Blob, Face, Font } from 'harfbuzzjs';

const TAG = 'bxGl';
/** Faces smaller than this are fetched whole, in bytes. */
const WORTH = 2e6;

/** The 6,763 characters of GB/T 2312: all of running text but for rare names. */
function* commonCharacters() {
  const gbk = new TextDecoder('gbk');
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) yield gbk.decode(Uint8Array.of(row, cell)).codePointAt(0);
}

/** Ideographs, Hangul and what lies beyond the basic plane: of these the common ones are named, all others are kept. */
const isMany = (c) => (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff) || c >= 0x20000;

/** sfnt tables by tag, in the order of the directory (OpenType 1.9, “Organization of an OpenType font”). */
function tablesOf(ttf) {
  const tables = new Map();
  for (let i = 0; i < ttf.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    const from = ttf.readUInt32BE(at + 8);
    tables.set(ttf.toString('latin1', at, at + 4), ttf.subarray(from, from + ttf.readUInt32BE(at + 12)));
  }
  return tables;
}

function sfnt(version, tables) {
  const head = Buffer.alloc(12 + 16 * tables.size);
  const power = Math.floor(Math.log2(tables.size));
  head.writeUInt32BE(version, 0);
  head.writeUInt16BE(tables.size, 4);
  head.writeUInt16BE(16 << power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(tables.size * 16 - (16 << power), 10);
  const parts = [head];
  let at = head.length;
  [...tables]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([tag, data], i) => {
      head.write(tag, 12 + 16 * i, 'latin1');
      head.writeUInt32BE(at, 20 + 16 * i);
      head.writeUInt32BE(data.length, 24 + 16 * i);
      const pad = Buffer.alloc((4 - (data.length % 4)) % 4);
      parts.push(data, pad);
      at += data.length + pad.length;
    });
  return Buffer.concat(parts);
}

/** Glyphs that a composite glyph is made of (OpenType 1.9, glyf). */
function* components(data) {
  if (data.length === 0 || data.readInt16BE(0) >= 0) return;
  let at = 10;
  for (;;) {
    const flags = data.readUInt16BE(at);
    yield data.readUInt16BE(at + 2);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    if (!(flags & 0x20)) return;
  }
}

/** Glyphs to keep: those of common characters, those no character names (forms for vertical setting, dashes), their parts. */
function keptGlyphs(ttf, count, data) {
  const face = new Face(new Blob(ttf));
  const font = new Font(face);
  const wanted = new Set(commonCharacters());
  const named = new Set();
  const kept = new Set([0]);
  for (const c of face.collectUnicodes()) {
    const glyph = font.glyph(c);
    named.add(glyph);
    if (!isMany(c) || wanted.has(c)) kept.add(glyph);
  }
  for (let g = 0; g < count; g++) if (!named.has(g)) kept.add(g);
  for (const g of kept) for (const part of components(data(g))) kept.add(part);
  return kept;
}

/** The bytes of the face with common outlines; null where the whole is small, or has no outlines of this kind. */
export function commonFace(ttf) {
  const tables = tablesOf(ttf);
  const [glyf, loca, head] = ['glyf', 'loca', 'head'].map((tag) => tables.get(tag));
  if (ttf.length < WORTH || !glyf || !loca || !head) return null;
  const long = head.readInt16BE(50) === 1;
  const count = loca.length / (long ? 4 : 2) - 1;
  const start = (g) => (long ? loca.readUInt32BE(4 * g) : 2 * loca.readUInt16BE(2 * g));
  const data = (g) => glyf.subarray(start(g), start(g + 1));
  const kept = keptGlyphs(ttf, count, data);
  const places = Buffer.alloc(4 * (count + 1));
  const bits = Buffer.alloc(Math.ceil(count / 8));
  const outlines = [];
  let at = 0;
  for (let g = 0; g < count; g++) {
    places.writeUInt32BE(at, 4 * g);
    if (!kept.has(g)) continue;
    bits[g >> 3] |= 1 << (g & 7);
    const outline = data(g);
    const pad = Buffer.alloc((4 - (outline.length % 4)) % 4);
    outlines.push(outline, pad);
    at += outline.length + pad.length;
  }
  places.writeUInt32BE(at, 4 * count);
  const longHead = Buffer.from(head);
  longHead.writeInt16BE(1, 50);
  return sfnt(
    ttf.readUInt32BE(0),
    new Map([...tables, ['glyf', Buffer.concat(outlines)], ['loca', places], ['head', longHead], [TAG, bits]]),
  );
}
