/** Pages out: asks where to, then has the export process do it. */
import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import type { ExportAsk, Handle, PressOrder } from '../../ipc/contract.ts';
import { profileName } from '../../jobs/outputProfile.ts';
import { pageNames } from '../../jobs/pageNames.ts';
import type { Handlers } from '../door.ts';
import { type Guest, type Held, heldBy, lend, pathOf, send } from '../guest.ts';
import { storedPath } from '../picture-store.ts';
import { nameOf } from '../window.ts';
import { language, say } from '../words.ts';
import { startExport } from '../work/client.ts';
import type { ExportOrder, ExportPlace } from '../work/messages.ts';

const PLAIN: PressOrder = {
  files: 'one',
  name: '{name}-{page}',
  icc: null,
  inkPercent: 240,
  bleedMm: 0,
  marks: { crop: false, registration: false, colourBar: false, slug: false },
  digital: false,
};

const homeOf = (held: Held): string => (held.path === null ? app.getPath('documents') : dirname(held.path));
const withEnding = (path: string): string => (/\.pdf$/iu.test(path) ? path : `${path}.pdf`);
const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function askForFile(guest: Guest, held: Held): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(guest.window, {
    title: say().exportPdf,
    defaultPath: join(homeOf(held), `${nameOf(held.path)}.pdf`),
    filters: [{ name: say().pdf, extensions: ['pdf'] }],
  });
  return canceled || !filePath ? null : withEnding(filePath);
}

async function askForFolder(guest: Guest, held: Held): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(guest.window, {
    title: say().exportFolder,
    buttonLabel: say().exportHere,
    defaultPath: homeOf(held),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** A save dialog asks before it replaces a file; a folder's dialog does not, so it is asked here. */
async function mayReplace(guest: Guest, paths: readonly string[]): Promise<boolean> {
  const there = [];
  for (const path of paths) if (await isThere(path)) there.push(basename(path));
  if (there.length === 0) return true;
  const { response } = await dialog.showMessageBox(guest.window, {
    type: 'question',
    message: say().replace(there[0] as string, there.length),
    buttons: [say().replaceThem, say().cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Null: the user thought better of it. */
async function askForPlace(guest: Guest, held: Held, ask: ExportAsk, order: PressOrder): Promise<ExportPlace | null> {
  const edition = (folder: string, name: string): string | null => (order.digital ? join(folder, say().edition(name)) : null);
  if (order.files === 'one') {
    const file = await askForFile(guest, held);
    if (file === null) return null;
    const name = basename(file).replace(/\.pdf$/iu, '');
    return { file, folder: dirname(file), digital: edition(dirname(file), name), name };
  }
  const folder = await askForFolder(guest, held);
  if (folder === null) return null;
  const name = nameOf(held.path);
  const pages = ask.project.pages.filter((p) => ask.pages === null || ask.pages.includes(p.id));
  const files = order.files === 'pages' ? pageNames(order.name, ask.project, pages, name).map((f) => join(folder, `${f}.pdf`)) : [];
  const digital = edition(folder, name);
  return (await mayReplace(guest, digital === null ? files : [...files, digital])) ? { file: null, folder, digital, name } : null;
}

function orderOf({ project, profile, pages }: ExportAsk, order: PressOrder, icc: string | null, to: ExportPlace): ExportOrder {
  const pictures = new Map(Object.values(project.pictures).map((p) => [p.sha256, storedPath(p.sha256)]));
  return { kind: 'export', language: language(), project, pictures, profile, pages, order, icc, to };
}

const nameOfPlace = ({ file, folder }: ExportPlace): string => basename(file ?? folder);

export const exportHandlers: Pick<Handlers, 'project.export' | 'profile.open' | 'job.cancel'> = {
  'project.export': async (ask, guest) => {
    const order = ask.order ?? PLAIN;
    const icc = order.icc === null ? null : pathOf(guest, order.icc);
    const to = await askForPlace(guest, heldBy(guest, ask.document), ask, order);
    if (to === null) return null;
    const work = startExport(orderOf(ask, order, icc, to), ({ what, done, total }) =>
      send(guest, 'progress', { job: ask.job, what, done, total }),
    );
    guest.jobs.set(ask.job, work.cancel);
    try {
      const done = await work.result;
      if (!done) return null;
      const { pages, bytes, milliseconds, files, notes } = done;
      return { file: lend(guest, done.first), name: nameOfPlace(to), pages, bytes, milliseconds, files, notes };
    } finally {
      guest.jobs.delete(ask.job);
    }
  },

  'profile.open': async (_ask, guest): Promise<{ file: Handle; name: string } | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(guest.window, {
      title: say().openProfile,
      filters: [{ name: say().profile, extensions: ['icc', 'icm'] }],
      properties: ['openFile'],
    });
    const [path] = filePaths;
    if (canceled || path === undefined) return null;
    return { file: lend(guest, path), name: await profileName(path) };
  },

  'job.cancel': ({ job }, guest) => {
    guest.jobs.get(job)?.();
    return null;
  },
};
