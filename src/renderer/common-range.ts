/** Which characters the common faces draw (scripts/common-glyphs.mjs), as CSS writes it: for the window's own text. */

const hex = (from: number, to: number): string => (from === to ? `U+${from.toString(16)}` : `U+${from.toString(16)}-${to.toString(16)}`);

/** The ideographs of GB/T 2312, and all that is no ideograph and no Hangul. */
export function commonRange(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  const points = [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))].map((c) => c.charCodeAt(0));
  points.sort((a, b) => a - b);
  const ranges = [hex(0, 0x33ff), hex(0xa000, 0xabff), hex(0xfb00, 0xffff)];
  for (let i = 0; i < points.length; i++) {
    const from = points[i] as number;
    let to = from;
    while (points[i + 1] === to + 1) to = points[++i] as number;
    ranges.push(hex(from, to));
  }
  return ranges.join(', ');
}
