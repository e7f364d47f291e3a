/** The export process: one order, then it ends. It composes the pages itself, so that neither window nor main waits for it. */
import { readFile } from 'node:fs/promises';
import { exportPdf } from '../../jobs/exportPdf.ts';
import { writeFiles } from '../../node/write.ts';
import type { ExportOrder, FromWork, ToWork } from './messages.ts';

const say = (message: FromWork): void => process.parentPort.postMessage(message);

const stop = new AbortController();

async function run({ project, pictures, profile, pages, path }: ExportOrder): Promise<FromWork> {
  const from = performance.now();
  const pdf = await exportPdf(
    { project, profile, pages, pictureBytes: (sha256) => readFile(pictures.get(sha256) ?? '') },
    {
      signal: stop.signal,
      onProgress: ({ what, done, total }) => {
        if (what === 'compose' || what === 'write') say({ kind: 'progress', what, done, total });
      },
    },
  );
  if (stop.signal.aborted) return { kind: 'cancelled' };
  await writeFiles([{ path, bytes: pdf.bytes }]);
  return { kind: 'done', pages: pdf.pages.length, bytes: pdf.bytes.length, milliseconds: Math.round(performance.now() - from) };
}

/** Failures cross as data: a class does not survive the way between processes. */
function asMessage(error: unknown): FromWork {
  const { code, values, message } = error as { code?: unknown; values?: unknown; message?: unknown };
  if (code === 'cancelled') return { kind: 'cancelled' };
  if (typeof code !== 'string' || typeof values !== 'object' || values === null) console.error(error);
  return {
    kind: 'trouble',
    code: typeof code === 'string' ? code : 'failed',
    values: (typeof values === 'object' && values !== null ? values : {}) as Record<string, string | number>,
    message: typeof message === 'string' ? message : String(error),
  };
}

process.parentPort.on('message', ({ data }) => {
  const message = data as ToWork;
  if (message.kind === 'cancel') stop.abort();
  else run(message).catch(asMessage).then(say);
});
