/** Export in a process of its own: the window and main stay quick, and what goes wrong there ends there. */
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { Refusal, sentenceOf } from '../refusal.ts';
import { say } from '../words.ts';
import type { ExportDone, ExportOrder, FromWork, ToWork } from './messages.ts';

/** Asked to stop, the process has this long to tidy up, in milliseconds. */
const PATIENCE = 3000;

export interface Work {
  /** Null: it was cancelled. Rejects with a Refusal where it cannot be done. */
  readonly result: Promise<ExportDone | null>;
  cancel(): void;
}

const refusalOf = (m: Extract<FromWork, { kind: 'trouble' }>): Refusal => new Refusal(m.code, sentenceOf(m) ?? say().failed(m.message));

export function startExport(order: ExportOrder, onProgress: (p: Extract<FromWork, { kind: 'progress' }>) => void): Work {
  const child = utilityProcess.fork(join(__dirname, '../cli/load.cjs'), [], { serviceName: 'Banxin export' });
  let cancelled = false;
  const post = (message: ToWork): void => child.postMessage(message);
  const result = new Promise<ExportDone | null>((resolve, reject) => {
    child.on('message', (message: FromWork) => {
      if (message.kind === 'progress') onProgress(message);
      else if (message.kind === 'done') resolve(message);
      else if (message.kind === 'cancelled') resolve(null);
      else reject(refusalOf(message));
    });
    // Too late to matter where the work has answered.
    child.once('exit', () => (cancelled ? resolve(null) : reject(new Refusal('failed', say().workEnded))));
  });
  child.once('spawn', () => post(order));
  const end = (): void => void child.kill();
  result.then(end, end);
  return {
    result,
    cancel: () => {
      cancelled = true;
      post({ kind: 'cancel' });
      setTimeout(end, PATIENCE);
    },
  };
}
