/** Projects: new, open, sample, recover, save, close, and the journal of what is typed. */
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { dialog } from 'electron';
import { newPage, newProject } from '../../core/document/index.ts';
import { ownPath } from '../../node/home.ts';
import { dropUnsaved, restore } from '../../node/journal.ts';
import { readPreset } from '../../node/presets.ts';
import { openProjectFile } from '../../node/projects.ts';
import { hold, holdNew, journalRoot, leftWork, letGo, openDocument, opened, saveDocument } from '../documents.ts';
import type { Handlers } from '../door.ts';
import { type Guest, heldBy, lend, pathOf } from '../guest.ts';
import { storePicture } from '../picture-store.ts';
import { Refusal } from '../refusal.ts';
import { remember, remembers } from '../settings-file.ts';
import { nameOf } from '../window.ts';
import { say } from '../words.ts';

const filters = (): Electron.FileFilter[] => [{ name: say().project, extensions: ['banxin'] }];

async function askForProject(guest: Guest): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(guest.window, {
    title: say().openProject,
    filters: [...filters(), { name: say().everything, extensions: ['*'] }],
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

async function askForPlace(guest: Guest, path: string | null): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(guest.window, {
    title: say().saveProject,
    defaultPath: path ?? `${say().untitled}.banxin`,
    filters: filters(),
  });
  if (canceled || !filePath) return null;
  return /\.banxin$/iu.test(filePath) ? filePath : `${filePath}.banxin`;
}

/** Samples are laid out when Banxin is built. */
const samplePath = (name: string): string => ownPath('out', 'samples', `${name}.banxin`);

type Mine =
  | 'project.new'
  | 'project.open'
  | 'project.sample'
  | 'project.recover'
  | 'project.save'
  | 'project.dirty'
  | 'project.close'
  | 'journal.append'
  | 'recent.list';

export const projectHandlers: Pick<Handlers, Mine> = {
  'project.new': async ({ preset }, guest) => {
    const chosen = await readPreset(preset);
    const project = { ...newProject(chosen), pages: [newPage(chosen, 1)] };
    return opened(holdNew(guest, project), project);
  },

  'project.open': async ({ file }, guest) => {
    const path = file === null ? await askForProject(guest) : pathOf(guest, file);
    if (path === null) return null;
    if (!existsSync(path)) remember({ recent: remembers().recent.filter((p) => p !== path) });
    return openDocument(guest, path);
  },

  'project.sample': async ({ name }, guest) => {
    if (!existsSync(samplePath(name))) throw new Refusal('not-found', say().noSample(name));
    const { project, pictures } = await openProjectFile(samplePath(name));
    for (const [hash, bytes] of pictures) await storePicture(hash, bytes);
    return opened(holdNew(guest, project, name), project);
  },

  'project.recover': async (_ask, guest) => {
    for (const work of await leftWork()) {
      const found = await restore(work);
      if (found) {
        for (const [hash, bytes] of found.base.pictures) await storePicture(hash, bytes);
        const held = hold(guest, found.path, null, () => Promise.resolve(work.base));
        held.dirty = true;
        await (await held.journal).append(found.edits);
        await dropUnsaved(journalRoot(), work.id);
        return opened(held, found.base.project, found.edits);
      }
      await dropUnsaved(journalRoot(), work.id);
    }
    return null;
  },

  'project.save': async ({ document, project, as }, guest) => {
    const held = heldBy(guest, document);
    const path = held.path === null || as ? await askForPlace(guest, held.path) : held.path;
    if (path === null) {
      guest.closing = false;
      return null;
    }
    let without: readonly string[];
    try {
      without = await saveDocument(held, path, project);
    } catch (error) {
      guest.closing = false;
      throw error;
    }
    if (guest.closing) setImmediate(() => guest.window.close());
    return { document, name: nameOf(path), without };
  },

  'project.dirty': ({ document, dirty }, guest) => {
    heldBy(guest, document).dirty = dirty;
    guest.window.setDocumentEdited([...guest.documents.values()].some((d) => d.dirty));
    return null;
  },

  'project.close': async ({ document }, guest) => {
    await letGo(guest, heldBy(guest, document));
    return null;
  },

  'journal.append': async ({ document, edits }, guest) => {
    const held = heldBy(guest, document);
    await held.saving;
    await (await held.journal).append(edits);
    return null;
  },

  'recent.list': (_ask, guest) => {
    const there = remembers().recent.filter((path) => existsSync(path));
    return there.map((path) => ({ file: lend(guest, path), name: nameOf(path), folder: basename(dirname(path)) }));
  },
};
