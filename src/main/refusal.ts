/** What could not be done, as one sentence in the user's language. Anything else thrown is a fault of ours and is logged. */
import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { say } from './words.ts';

export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The system's error codes (errno) that a person can do something about, each with ours and its sentence. */
const system: Record<string, readonly [code: string, sentence: (file: string) => string]> = {
  ENOENT: ['not-found', (f) => say().notFound(f)],
  EACCES: ['unreadable', (f) => say().notAllowed(f)],
  EPERM: ['unreadable', (f) => say().notAllowed(f)],
  EROFS: ['unwritable', (f) => say().readOnly(f)],
  EISDIR: ['unreadable', (f) => say().isFolder(f)],
  ENOTDIR: ['not-found', (f) => say().notFound(f)],
  ENOSPC: ['no-space', (f) => say().noSpace(f)],
  EDQUOT: ['no-space', (f) => say().noSpace(f)],
  EBUSY: ['unwritable', (f) => say().inUse(f)],
  ETXTBSY: ['unwritable', (f) => say().inUse(f)],
};

export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code, path } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : system[code];
  if (known) return new Refusal(known[0], known[1](path ? basename(path) : ''));
  console.error(error);
  return new Refusal('failed', say().failed(error instanceof Error ? error.message : String(error)));
}

/** Show the sentence over the window it concerns. */
export async function tell(window: BrowserWindow, refusal: Refusal): Promise<void> {
  if (window.isDestroyed()) return;
  await dialog.showMessageBox(window, { type: 'warning', message: refusal.message, buttons: [say().ok], noLink: true });
}
