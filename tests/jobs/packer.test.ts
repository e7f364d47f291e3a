/** The packing thread as it is built, and what becomes of its work when it goes. */
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { Packer } from '../../src/jobs/packer.ts';
import { deflated } from '../../src/press/index.ts';

const built = new URL('../../out/cli/packer.mjs', import.meta.url);
const piece = (n: number): Uint8Array => Uint8Array.from({ length: 5000 + n * 977 }, (_, i) => (i * i * (n + 3)) >> 5);
const pieces = Array.from({ length: 12 }, (_, n) => piece(n));
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

describe('packing in a thread', () => {
  it('gives the bytes that the press gives, each to who asked', async () => {
    const packer = new Packer((workerData) => new Worker(built, { workerData }));
    for (const helped of [false, true, false]) {
      const coming = pieces.map((p, i) => packer.deflate(p, i % 2 ? 'dense' : 'usual'));
      if (helped) packer.help();
      const packed = await Promise.all(coming);
      for (const [i, p] of pieces.entries()) expect(same(packed[i]!, deflated(p, i % 2 ? 'dense' : 'usual'))).toBe(true);
    }
  });

  it('packs here what is small', () => {
    const packer = new Packer(() => new Worker('', { eval: true }));
    expect(packer.deflate(new Uint8Array(100), 'usual')).toBeInstanceOf(Uint8Array);
  });

  it.each([
    ['ends in the middle', "require('worker_threads').parentPort.once('message', () => process.exit(1))"],
    ['throws', "require('worker_threads').parentPort.once('message', () => { throw new Error('no') })"],
    ['does not begin', 'throw new Error("no")'],
  ])('loses nothing where the thread %s', async (_, code) => {
    const packer = new Packer(() => new Worker(code, { eval: true }));
    const packed = await Promise.all(pieces.map((p) => packer.deflate(p, 'usual')));
    for (const [i, p] of pieces.entries()) expect(same(packed[i]!, deflated(p, 'usual'))).toBe(true);
    expect(same(await packer.deflate(piece(40), 'usual'), deflated(piece(40), 'usual'))).toBe(true);
  });
});
