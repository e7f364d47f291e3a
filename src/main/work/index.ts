/** The export process: one order, then it ends. It composes the pages itself, so that neither window nor main waits for it. */
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Page } from '../../core/document/index.ts';
import type { MadeFile } from '../../ipc/contract.ts';
import { choosePages } from '../../jobs/composePages.ts';
import { deliver, deliverInto, liesIn, type Output } from '../../jobs/deliver.ts';
import { exportIssue, onePerPage, type PdfPart } from '../../jobs/exportIssue.ts';
import type { ExportOrder, FromWork, ToWork } from './messages.ts';

const say = (message: FromWork): void => process.parentPort.postMessage(message);

const stop = new AbortController();

/** Each PDF; and the digital edition as one, by its folder. */
function filesOf(outputs: readonly Output[], digital: string | null): MadeFile[] {
  const files: MadeFile[] = [];
  let edition = 0;
  for (const { path, bytes } of outputs)
    if (digital !== null && liesIn(digital, path)) edition += bytes.length;
    else files.push({ name: basename(path), bytes: bytes.length });
  return digital === null ? files : [...files, { name: basename(digital), bytes: edition }];
}

function partsOf({ project, order, to }: ExportOrder, pages: readonly Page[]): readonly PdfPart[] {
  if (order.files === 'none') return [];
  return to.file === null ? onePerPage(to.folder, order.name, project, pages, to.name) : [{ path: to.file, pages }];
}

async function run(ask: ExportOrder): Promise<FromWork> {
  const { project, pictures, profile, to, order } = ask;
  const { inkPercent, bleedMm, marks } = order;
  const from = performance.now();
  const pages = choosePages(project, ask.pages);
  const made = await exportIssue(
    {
      project,
      pages,
      parts: partsOf(ask, pages),
      digital: to.digital ?? undefined,
      pictureBytes: (sha256) => readFile(pictures.get(sha256) ?? ''),
      profile,
      icc: ask.icc ?? undefined,
      inkPercent,
      bleedMm,
      marks,
    },
    {
      signal: stop.signal,
      onProgress: ({ what, done, total }) => {
        if (what === 'compose' || what === 'write') say({ kind: 'progress', what, done, total });
      },
    },
  );
  if (stop.signal.aborted) return { kind: 'cancelled' };
  const { outputs } = made;
  await (to.digital === null ? deliver(outputs) : deliverInto(to.digital, outputs));
  return {
    kind: 'done',
    pages: pages.length,
    bytes: outputs.reduce((sum, o) => sum + o.bytes.length, 0),
    files: filesOf(outputs, to.digital),
    first: to.file ?? outputs.find((o) => dirname(o.path) === to.folder)?.path ?? to.digital ?? to.folder,
    notes: [...new Set(made.notes.map((n) => n.say(ask.language)))],
    milliseconds: Math.round(performance.now() - from),
  };
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
