/** The packing thread: deflates what it is sent, in the order in which it comes. */
import { parentPort, workerData } from 'node:worker_threads';
import { deflated } from '../press/pdf/deflate.ts';
import { claim } from './claims.ts';
import type { Packed, ToPack } from './packer.ts';

const claims = new Int32Array(workerData as SharedArrayBuffer);

parentPort?.on('message', ({ number, bytes, how }: ToPack) => {
  if (!claim(claims, number)) return;
  const packed = deflated(bytes, how);
  parentPort?.postMessage({ number, packed } satisfies Packed, [packed.buffer as ArrayBuffer]);
});
