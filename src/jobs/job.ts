/** What every job takes beside its input: a way to say how far it is, and a way to be stopped. */
import { Refused } from './refused.ts';

export interface Progress {
  readonly what: 'read' | 'arrange' | 'compose' | 'write';
  readonly done: number;
  readonly total: number;
}

export interface JobOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Aborting ends the job with Refused `cancelled`; nothing has been written then. */
  readonly signal?: AbortSignal | undefined;
}

/** To be called between steps. Throws Refused `cancelled` where the caller wants to stop. */
export function stopIfAsked({ signal }: JobOptions): void {
  if (signal?.aborted) throw new Refused('cancelled', {});
}

/** Wall time in milliseconds of each named step, to a tenth. */
export class Stopwatch {
  readonly #spent = new Map<string, number>();

  async time<T>(step: string, work: () => T | Promise<T>): Promise<T> {
    const from = performance.now();
    try {
      return await work();
    } finally {
      this.#spent.set(step, (this.#spent.get(step) ?? 0) + performance.now() - from);
    }
  }

  read(step: string): number {
    return Math.round((this.#spent.get(step) ?? 0) * 10) / 10;
  }
}
