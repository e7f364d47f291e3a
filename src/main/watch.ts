/** The files copy came from, watched while a window holds it: when one changes, the window is told and given the new copy. */
import { type StatsListener, unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Copy } from '../core/copy/index.ts';
import { copyOf, openCopy } from '../node/sources/open.ts';
import { type Guest, send } from './guest.ts';

/** Asked by looking, not by the system's own notices: those are silent on network shares and end when a file is replaced. In ms. */
const EVERY_MS = 1200;
/** The most files looked at for one window: the oldest are let go. */
const MOST = 200;

const watched = new WeakMap<Guest, Map<string, () => void>>();

function listOf(guest: Guest): Map<string, () => void> {
  let list = watched.get(guest);
  if (!list) {
    list = new Map();
    watched.set(guest, list);
    const made = list;
    guest.window.once('closed', () => {
      for (const stop of made.values()) stop();
    });
  }
  return list;
}

/** Tell the window whenever the file's text becomes another. A file that is half written or gone is left until it can be read. */
export function watchCopy(guest: Guest, copy: Copy, path: string, arrived: (bytes: Uint8Array) => void): void {
  const list = listOf(guest);
  list.get(copy.id)?.();
  list.delete(copy.id);
  let known = copy.text;
  const look: StatsListener = (now, before) => {
    if (now.mtimeMs === before.mtimeMs && now.size === before.size) return;
    void readAgain(copy.id, path).then((found) => {
      if (!found || found.copy.text === known) return;
      known = found.copy.text;
      arrived(found.bytes);
      send(guest, 'copy-changed', { copy: copy.id, next: found.copy });
    });
  };
  watchFile(path, { interval: EVERY_MS, persistent: false }, look);
  list.set(copy.id, () => unwatchFile(path, look));
  for (const [id, stop] of [...list].slice(0, -MOST)) {
    stop();
    list.delete(id);
  }
}

async function readAgain(id: string, path: string): Promise<{ copy: Copy; bytes: Uint8Array } | null> {
  try {
    const bytes = await readFile(path);
    const [only, ...more] = (await openCopy(basename(path), bytes)).copies;
    return only && more.length === 0 ? { copy: copyOf(id, basename(path), only.source), bytes } : null;
  } catch {
    return null;
  }
}
