/** Where Electron starts Banxin. */
import { resolve } from 'node:path';
import { app, ipcMain, Menu, nativeTheme, type RenderProcessGoneDetails } from 'electron';
import { abandon, letGo, readAhead } from './documents.ts';
import { openDoor } from './door.ts';
import { expect, type Wanted, wantedBy } from './first.ts';
import { allGuests, type Guest, guestOf, lend, send } from './guest.ts';
import { appHandlers } from './handlers/app.ts';
import { arriveHandlers } from './handlers/arrive.ts';
import { exportHandlers } from './handlers/export.ts';
import { projectHandlers } from './handlers/project.ts';
import { sweepPictures } from './picture-store.ts';
import { announceScheme, serveOrigin } from './protocol.ts';
import { asRefusal, Refusal, tell } from './refusal.ts';
import { remembers, settled } from './settings-file.ts';
import { nameOf, openWindow } from './window.ts';
import { say, speak } from './words.ts';

function open(wanted: Wanted): Guest {
  const guest = openWindow();
  expect(guest, wanted);
  if (wanted.path) readAhead(wanted.path);
  guest.window.once('closed', () => {
    for (const held of [...guest.documents.values()]) letting.add(letGo(guest, held));
  });
  guest.window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') void reviveAfterCrash(guest, details);
  });
  return guest;
}

/** The window's process died: its page is loaded again and brings back what was typed. */
async function reviveAfterCrash(guest: Guest, details: RenderProcessGoneDetails): Promise<void> {
  console.error(`the window's process is gone: ${details.reason} (${details.exitCode})`);
  await abandon(guest);
  expect(guest, { path: null, sample: null });
  await tell(guest.window, new Refusal('failed', say().windowGone));
  if (!guest.window.isDestroyed()) guest.window.webContents.reload();
}

/** Documents being let go; the program ends when they are. */
const letting = new Set<Promise<void>>();

/** A second start, or a double click on a project: the window that is open is asked to take it. */
function openFromOutside(wanted: Wanted): void {
  const [guest] = allGuests();
  if (!guest) {
    open(wanted);
    return;
  }
  if (guest.window.isMinimized()) guest.window.restore();
  guest.window.focus();
  if (wanted.path) send(guest, 'open-file', { file: lend(guest, wanted.path), name: nameOf(wanted.path) });
}

const absolute = ({ path, sample }: Wanted, from: string): Wanted => ({ path: path === null ? null : resolve(from, path), sample });

function listen(): void {
  ipcMain.on('banxin:dropped', (event, paths: unknown) => {
    const guest = guestOf(event);
    if (guest && Array.isArray(paths)) guest.dropped = paths.filter((p): p is string => typeof p === 'string');
  });
  nativeTheme.on('updated', () => {
    for (const guest of allGuests()) send(guest, 'dark', { dark: nativeTheme.shouldUseDarkColors });
  });
  app.on('second-instance', (_event, args, from) => openFromOutside(absolute(wantedBy(args.slice(1)), from)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFromOutside({ path, sample: null });
  });
  app.on('activate', () => {
    if (allGuests().length === 0) open({ path: null, sample: null });
  });
  app.on('window-all-closed', () => {
    // What was asked to be kept or thrown away is done before the program goes.
    void Promise.allSettled([...letting, settled()]).then(() => app.quit());
  });
}

async function start(): Promise<void> {
  await app.whenReady();
  const { settings } = remembers();
  speak(settings.language);
  nativeTheme.themeSource = settings.theme;
  serveOrigin();
  openDoor({ ...appHandlers, ...projectHandlers, ...arriveHandlers, ...exportHandlers });
  listen();
  open(absolute(wantedBy(process.argv.slice(1)), process.cwd()));
  setTimeout(() => void sweepPictures(Date.now()), 10_000);
}

// A fault of ours in main: said in a sentence, where Electron would show its own list of calls and wait. The window lives on.
process.on('uncaughtException', (error) => {
  const refusal = asRefusal(error);
  const [guest] = allGuests();
  if (guest) void tell(guest.window, refusal);
});

// Electron's own menu would be built and shown for a moment before the window has sent ours.
Menu.setApplicationMenu(null);
announceScheme();
if (app.requestSingleInstanceLock()) void start();
else app.quit();
