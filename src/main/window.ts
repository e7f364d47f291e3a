/** The window: a guest behind glass. Isolated, sandboxed, without Node; it shows our own page and goes nowhere else. */
import { basename, join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen, type WebContents } from 'electron';
import { ORIGIN } from '../ipc/address.ts';
import type { Choice } from '../ipc/contract.ts';
import { ownPath } from '../node/home.ts';
import { type Guest, send, welcome } from './guest.ts';
import { isOwn } from './protocol.ts';
import { remember, remembers } from './settings-file.ts';
import { say } from './words.ts';

/** The window's ground before the page has painted, so that opening does not flash. */
const ground = (): string => (nativeTheme.shouldUseDarkColors ? '#1e1f22' : '#f4f4f2');

const FIRST_SIZE = { width: 1440, height: 900 };
const LEAST_SIZE = { minWidth: 960, minHeight: 600 };

/** Where the window stood last time, if a screen is still there. */
function place(): { x?: number; y?: number; width: number; height: number } {
  const last = remembers().bounds;
  if (!last) return FIRST_SIZE;
  const area = screen.getDisplayMatching(last).workArea;
  const seen =
    last.x < area.x + area.width - 80 && last.x + last.width > area.x + 80 && last.y >= area.y - 10 && last.y < area.y + area.height - 80;
  const size = { width: Math.min(last.width, area.width), height: Math.min(last.height, area.height) };
  return seen ? { x: last.x, y: last.y, ...size } : size;
}

/** What a page may ask the system for. Everything else (camera, notifications, devices …) is refused unasked. */
const allowed = new Set(['clipboard-sanitized-write', 'fullscreen']);

function harden(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, url) => {
    if (!isOwn(url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.session.setPermissionRequestHandler((_contents, permission, done) => done(allowed.has(permission)));
  contents.session.setPermissionCheckHandler((_contents, permission) => allowed.has(permission));
}

/** “Save the changes?” */
export async function askUnsaved(window: BrowserWindow, name: string): Promise<Choice> {
  const words = say();
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.unsaved(name),
    detail: words.unsavedDetail,
    buttons: [words.save, words.discard, words.cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return response === 0 ? 'save' : response === 1 ? 'discard' : 'cancel';
}

/** A document's name as people know it. */
export const nameOf = (path: string | null): string => (path === null ? say().untitled : basename(path).replace(/\.banxin$/iu, ''));

async function askBeforeClosing(guest: Guest): Promise<void> {
  const unsaved = [...guest.documents.values()].find((d) => d.dirty);
  const choice = unsaved ? await askUnsaved(guest.window, nameOf(unsaved.path)) : 'discard';
  if (choice === 'discard') guest.window.destroy();
  guest.closing = choice === 'save';
  if (choice === 'save') send(guest, 'save-asked', { why: 'close' });
}

/** Ask about unsaved changes before the window closes, and remember where it stood. */
function watchClosing(guest: Guest): void {
  const { window } = guest;
  let asking = false;
  window.on('close', (event) => {
    remember({ bounds: { ...window.getNormalBounds(), maximised: window.isMaximized() } });
    if (![...guest.documents.values()].some((d) => d.dirty)) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void askBeforeClosing(guest).finally(() => {
      asking = false;
    });
  });
  window.once('closed', () => {
    for (const end of guest.jobs.values()) end();
  });
}

/** Open a window on the page. It shows itself when the first picture of it is ready. */
export function openWindow(): Guest {
  const window = new BrowserWindow({
    ...place(),
    ...LEAST_SIZE,
    show: false,
    backgroundColor: ground(),
    title: '版心 Banxin',
    icon: ownPath('resources', 'icons', 'banxin.png'),
    webPreferences: {
      preload: join(__dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (remembers().bounds?.maximised) window.maximize();
  const guest = welcome(window);
  harden(window.webContents);
  watchClosing(guest);
  // Closed before it was ready, it is no window any more.
  window.once('ready-to-show', () => window.isDestroyed() || window.show());
  void window.loadURL(`${ORIGIN}/`);
  return guest;
}
