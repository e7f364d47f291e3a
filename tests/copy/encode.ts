/** Text → bytes in the encodings that copy arrives in, from the platform's own decoder turned round. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

const tables = new Map<string, Map<string, number>>();

function table(encoding: 'gb18030' | 'big5'): Map<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const map = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && text !== '\ufffd' && !map.has(text)) map.set(text, (lead << 8) | trail);
    }
  tables.set(encoding, map);
  return map;
}

/** Throws where a character has no place in the encoding, so that a corpus page is never silently damaged. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes: number[] = [];
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      bytes.push(...(encoding === 'utf-16le' ? [c & 255, c >> 8] : [c >> 8, c & 255]));
    }
    return Uint8Array.from(bytes);
  }
  const map = table(encoding);
  for (const c of text) {
    if (c.charCodeAt(0) < 0x80) bytes.push(c.charCodeAt(0));
    else {
      const code = map.get(c);
      if (code === undefined) throw new Error(`${c} is not in ${encoding}`);
      bytes.push(code >> 8, code & 255);
    }
  }
  return Uint8Array.from(bytes);
}
