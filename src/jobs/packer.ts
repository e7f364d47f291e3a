/**
 * A thread that deflates a PDF's streams while pages are drawn and checked. It does as the press does, to the same bytes;
 * where there is none (a machine without threads, code that was not built), the press packs by itself.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Deflate, deflated } from '../press/index.ts';
import { claim, MOST_CLAIMS, offer } from './claims.ts';

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

  private readonly worker: Worker;
  private readonly claims = new Int32Array(new SharedArrayBuffer(4 * MOST_CLAIMS));

  /** `begin` starts the thread with the claims for its `workerData`. */
  constructor(begin: (claims: SharedArrayBuffer) => Worker) {
    const worker = begin(this.claims.buffer as SharedArrayBuffer);
    this.worker = worker;
    worker.on('message', ({ number, packed }: Packed) => this.end(number, packed));
    worker.on('error', () => this.fallBack());
    worker.on('exit', () => this.fallBack());
    worker.unref();
  }

  readonly deflate: Deflate = (bytes, how) => {
    if (!this.alive || bytes.length < WORTH_SENDING || this.waiting.size === MOST_CLAIMS) return deflated(bytes, how);
    const job = { number: ++this.count, bytes, how };
    offer(this.claims, job.number);
    this.worker.ref();
    this.worker.postMessage(job);
    return new Promise((done) => this.waiting.set(job.number, { job, done }));
  };

  /** Pack here what the thread has not begun, the last first: who has nothing else to do need not wait for it. */
  help(): void {
    for (const { job } of [...this.waiting.values()].reverse())
      if (claim(this.claims, job.number)) this.end(job.number, deflated(job.bytes, job.how));
  }

  private end(number: number, packed: Uint8Array): void {
    this.waiting.get(number)?.done(packed);
    this.waiting.delete(number);
    if (this.waiting.size === 0) this.worker.unref();
  }

  /** The thread is gone: what it was to pack is packed here. */
  private fallBack(): void {
    this.alive = false;
    for (const { job, done } of this.waiting.values()) done(deflated(job.bytes, job.how));
    this.waiting.clear();
  }
}

let packer: Packer | null | undefined;

/** The packing thread of this process, begun when it is first asked for; undefined where there can be none. */
export function packing(): Packer | undefined {
  if (packer === undefined) packer = begin();
  return packer ?? undefined;
}

function begin(): Packer | null {
  const built = new URL('./packer.mjs', import.meta.url);
  if (!existsSync(fileURLToPath(built))) return null;
  try {
    return new Packer((workerData) => new Worker(built, { workerData }));
  } catch {
    return null;
  }
}
