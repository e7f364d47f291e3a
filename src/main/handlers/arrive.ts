/** Copy and pictures coming in: by dialog, by drop, from the clipboard. */
import { dialog } from 'electron';
import { decodeAgain, fromDisk, take } from '../arrive.ts';
import type { Handlers } from '../door.ts';
import type { Guest } from '../guest.ts';
import { say } from '../words.ts';

const pictureEndings = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp'];

async function askForFiles(guest: Guest, title: string, filter: Electron.FileFilter): Promise<string[] | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(guest.window, {
    title,
    filters: [filter, { name: say().everything, extensions: ['*'] }],
    properties: ['openFile', 'multiSelections'],
  });
  return canceled || filePaths.length === 0 ? null : filePaths;
}

const copyEndings = ['txt', 'md', 'text', 'docx', 'pdf', 'html', 'htm', 'xml', 'json', 'zip', ...pictureEndings];

type Mine = 'copy.open' | 'copy.decode' | 'picture.open' | 'files.bytes' | 'files.dropped';

export const arriveHandlers: Pick<Handlers, Mine> = {
  'copy.open': async (_ask, guest) => {
    const paths = await askForFiles(guest, say().openCopy, { name: say().copy, extensions: copyEndings });
    return paths ? take(guest, fromDisk(paths)) : null;
  },

  'copy.decode': ({ copy, encoding }) => decodeAgain(copy, encoding),

  'picture.open': async (_ask, guest) => {
    const paths = await askForFiles(guest, say().openPictures, { name: say().pictures, extensions: pictureEndings });
    return paths ? take(guest, fromDisk(paths)) : null;
  },

  'files.bytes': ({ files }, guest) => take(guest, files),

  'files.dropped': (_ask, guest) => {
    const paths = guest.dropped;
    guest.dropped = [];
    return paths.length > 0 ? take(guest, fromDisk(paths)) : null;
  },
};
