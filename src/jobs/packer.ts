/**
 * A thread that deflates a PDF's streams while pages are drawn and checked. It does as the press does, to the same bytes;
 * where there is none (a machine without threads, code that was not built), the press packs by itself.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Deflate, deflated } from '../press/index.ts';

export interface ToPack {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly how: Parameters<Deflate>[1];
}
export interface Packed {
  readonly number: number;
  readonly packed: Uint8Array;
}

/** Fewer bytes than this are packed sooner than they are sent. */
const WORTH_SENDING = 4096;

/** Sends what is to be packed to a thread that runs `packer.worker.ts`. It keeps the process alive only while it packs. */
export class Packer {
  private readonly waiting = new Map<number, { readonly job: ToPack; readonly done: (packed: Uint8Array) => void }>();
  private count = 0;
  private alive = true;

  constructor(private readonly worker: Worker) {
    worker.on('message', ({ number, packed }: Packed) => {
      this.waiting.get(number)?.done(packed);
      this.waiting.delete(number);
      if (this.waiting.size === 0) worker.unref();
    });
    worker.on('error', () => this.fallBack());
    worker.on('exit', () => this.fallBack());
    worker.unref();
  }

  readonly deflate: Deflate = (bytes, how) => {
    if (!this.alive || bytes.length < WORTH_SENDING) return deflated(bytes, how);
    const job = { number: ++this.count, bytes, how };
    this.worker.ref();
    this.worker.postMessage(job);
    return new Promise((done) => this.waiting.set(job.number, { job, done }));
  };

  /** The thread is gone: what it was to pack is packed here. */
  private fallBack(): void {
    this.alive = false;
    for (const { job, done } of this.waiting.values()) done(deflated(job.bytes, job.how));
    this.waiting.clear();
  }
}

let packer: Packer | null | undefined;

/** The packing thread of this process, begun when it is first asked for; undefined where there can be none. */
export function packing(): Deflate | undefined {
  if (packer === undefined) packer = begin();
  return packer?.deflate;
}

function begin(): Packer | null {
  const built = new URL('./packer.mjs', import.meta.url);
  if (!existsSync(fileURLToPath(built))) return null;
  try {
    return new Packer(new Worker(built));
  } catch {
    return null;
  }
}
