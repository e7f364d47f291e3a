/** A window as main sees it: what it may touch. Paths stay here; the window holds handles. */
import { randomUUID } from 'node:crypto';
import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { EventName, Events, Handle } from '../ipc/contract.ts';
import type { Journal } from '../node/journal.ts';
import type { Lock } from '../node/lock.ts';
import { Refusal } from './refusal.ts';
import { say } from './words.ts';

/** A document that a window holds. */
export interface Held {
  readonly handle: Handle;
  /** Null where it was never saved. */
  path: string | null;
  dirty: boolean;
  /** Where its edits are written; begun when the document is opened. */
  journal: Promise<Journal>;
  /** Others see by it that the file is open here; null where it has no file. */
  lock: Lock | null;
  /** The save under way; what is typed meanwhile is journaled after it. */
  saving: Promise<unknown>;
}

export interface Guest {
  readonly window: BrowserWindow;
  readonly files: Map<Handle, string>;
  readonly documents: Map<Handle, Held>;
  /** Paths under the last drop that the window has not asked for yet. */
  dropped: string[];
  /** Jobs under way, each with the way to end it. */
  readonly jobs: Map<string, () => void>;
  /** The user chose to save while closing: close when the save is done. */
  closing: boolean;
}

const guests = new Map<number, Guest>();

export function welcome(window: BrowserWindow): Guest {
  const id = window.webContents.id;
  const guest: Guest = { window, files: new Map(), documents: new Map(), dropped: [], jobs: new Map(), closing: false };
  guests.set(id, guest);
  window.once('closed', () => guests.delete(id));
  return guest;
}

export const allGuests = (): Guest[] => [...guests.values()];

/** The window a message came from; null unless it is the top frame of our own page in one of our own windows. */
export function guestOf(event: IpcMainEvent | IpcMainInvokeEvent): Guest | null {
  const guest = guests.get(event.sender.id);
  const frame = event.senderFrame;
  // The origin of a standard scheme has no path; `frame.url` is checked too, as Electron 25 gives no origin for some frames.
  const ours = frame !== null && frame === event.sender.mainFrame && frame.url.startsWith('banxin://app/');
  return guest && ours ? guest : null;
}

/** Let a window name this file. */
export function lend(guest: Guest, path: string): Handle {
  for (const [handle, known] of guest.files) if (known === path) return handle;
  const handle = randomUUID();
  guest.files.set(handle, path);
  return handle;
}

/** The file of a handle that this window was given. Throws where it was not. */
export function pathOf(guest: Guest, handle: Handle): string {
  const path = guest.files.get(handle);
  if (path === undefined) throw new Refusal('refused', say().unknownHandle);
  return path;
}

/** A document this window holds. Throws where it holds no such one. */
export function heldBy(guest: Guest, handle: Handle): Held {
  const held = guest.documents.get(handle);
  if (!held) throw new Refusal('refused', say().unknownHandle);
  return held;
}

export function send<K extends EventName>(guest: Guest, name: K, event: Events[K]): void {
  if (!guest.window.isDestroyed()) guest.window.webContents.send(`banxin:${name}`, event);
}
