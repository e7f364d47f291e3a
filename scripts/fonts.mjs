/**
 * Lay the catalogue's faces out as plain TrueType files in out/fonts, once.
 * A WOFF 1 file is a TrueType file whose tables are deflated one by one: they are inflated here, so that neither the
 * window nor the press has to.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { commonFace } from './common-glyphs.mjs';

/** WOFF 1 (W3C Recommendation 2012, §3–5) to sfnt. */
export function unwrapWoff(woff) {
  if (woff.readUInt32BE(0) !== 0x774f4646) throw new Error('not a WOFF 1 file');
  const count = woff.readUInt16BE(12);
  const tables = [];
  for (let i = 0; i < count; i++) {
    const at = 44 + i * 20;
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const bytes = woff.subarray(offset, offset + packed);
    tables.push({
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      data: packed < length ? inflateSync(bytes) : bytes,
    });
  }
  const head = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 << power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(count * 16 - (16 << power), 10);
  const parts = [head];
  let at = head.length;
  tables.forEach((t, i) => {
    t.tag.copy(head, 12 + 16 * i);
    head.writeUInt32BE(t.checksum, 16 + 16 * i);
    head.writeUInt32BE(at, 20 + 16 * i);
    head.writeUInt32BE(t.data.length, 24 + 16 * i);
    const pad = Buffer.alloc((4 - (t.data.length % 4)) % 4);
    parts.push(t.data, pad);
    at += t.data.length + pad.length;
  });
  return Buffer.concat(parts);
}

function write(to, bytes) {
  const part = `${to}.${process.pid}.part`;
  writeFileSync(part, bytes);
  renameSync(part, to);
}

/** Each face whole, and beside a large one the same with the outlines of common characters alone. */
export function layOutFonts(root) {
  const catalogue = JSON.parse(readFileSync(join(root, 'resources/fonts/catalogue.json'), 'utf8'));
  const folder = join(root, 'out/fonts');
  mkdirSync(folder, { recursive: true });
  for (const [id, face] of Object.entries(catalogue)) {
    const to = join(folder, `${id}.ttf`);
    const from = join(root, 'node_modules', face.from);
    const bytes = readFileSync(from);
    const whole = from.endsWith('.woff') ? unwrapWoff(bytes) : bytes;
    write(join(folder, `${id}.common.ttf`), commonFace(whole) ?? whole);
    if (!existsSync(to)) write(to, whole);
  }
}
