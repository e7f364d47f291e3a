/** Pages out: asks where to, then has the export process do it. */
import { basename, dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { ExportAsk } from '../../ipc/contract.ts';
import type { Handlers } from '../door.ts';
import { type Guest, type Held, heldBy, lend, send } from '../guest.ts';
import { storedPath } from '../picture-store.ts';
import { nameOf } from '../window.ts';
import { say } from '../words.ts';
import { startExport } from '../work/client.ts';

async function askForPlace(guest: Guest, held: Held): Promise<string | null> {
  const folder = held.path === null ? app.getPath('documents') : dirname(held.path);
  const { canceled, filePath } = await dialog.showSaveDialog(guest.window, {
    title: say().exportPdf,
    defaultPath: join(folder, `${nameOf(held.path)}.pdf`),
    filters: [{ name: say().pdf, extensions: ['pdf'] }],
  });
  if (canceled || !filePath) return null;
  return /\.pdf$/iu.test(filePath) ? filePath : `${filePath}.pdf`;
}

function order({ project, profile, pages }: ExportAsk, path: string): Parameters<typeof startExport>[0] {
  const pictures = new Map(Object.values(project.pictures).map((p) => [p.sha256, storedPath(p.sha256)]));
  return { kind: 'export', project, pictures, profile, pages, path };
}

export const exportHandlers: Pick<Handlers, 'project.export' | 'job.cancel'> = {
  'project.export': async (ask, guest) => {
    const path = await askForPlace(guest, heldBy(guest, ask.document));
    if (path === null) return null;
    const work = startExport(order(ask, path), ({ what, done, total }) => send(guest, 'progress', { job: ask.job, what, done, total }));
    guest.jobs.set(ask.job, work.cancel);
    try {
      const done = await work.result;
      return (
        done && { file: lend(guest, path), name: basename(path), pages: done.pages, bytes: done.bytes, milliseconds: done.milliseconds }
      );
    } finally {
      guest.jobs.delete(ask.job);
    }
  },

  'job.cancel': ({ job }, guest) => {
    guest.jobs.get(job)?.();
    return null;
  },
};
