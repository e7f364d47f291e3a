import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deflated } from '../../src/press/pdf/deflate.ts';

/** Bytes that look like a page's: numbers and operators, no two lines alike. */
const page = (lines: number): Uint8Array => {
  let seed = 7;
  const next = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed;
  };
  return Buffer.from(
    Array.from({ length: lines }, () => `BT ${next() % 800} ${next() % 1200} Td <${next().toString(16)}> Tj ET\n`).join(''),
  );
};

describe('deflate for a PDF', () => {
  it('can be inflated by anyone', () => {
    for (const lines of [0, 1, 50, 5000]) expect(Buffer.compare(inflateSync(deflated(page(lines))), page(lines))).toBe(0);
  });

  it('gives these very bytes, whatever machine and version it runs on', () => {
    const hash = createHash('sha256')
      .update(deflated(page(2000)))
      .digest('hex');
    expect(hash).toBe('65f5cbe7aa5e3216d8eb6f1674a48b9d1559e5174fb378b21089515223b31073');
  });
});
