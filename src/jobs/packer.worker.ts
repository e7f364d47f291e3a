/** The packing thread: deflates what it is sent, in the order in which it comes. */
import { parentPort } from 'node:worker_threads';
import { deflated } from '../press/pdf/deflate.ts';
import type { Packed, ToPack } from './packer.ts';

parentPort?.on('message', ({ number, bytes, how }: ToPack) => {
  const packed = deflated(bytes, how);
  parentPort?.postMessage({ number, packed } satisfies Packed, [packed.buffer as ArrayBuffer]);
});
