/** One sentence to the editor, shown at the foot of the window and gone by itself unless it is an error. */
import i18next from 'i18next';
import type { Handle } from '../../ipc/contract.ts';
import { desk, type Notice, setDesk } from './desk.ts';

let last = 0;
const MOST_ERRORS = 12;
const MOST_OTHERS = 3;
const STAYS_MS = { info: 4500, done: 6000, error: 0 };

/** Show a sentence as it is. */
export function tellText(tone: Notice['tone'], text: string, file?: Handle): void {
  const id = ++last;
  const all: Notice[] = [...desk().notices.filter((n) => n.text !== text), { id, tone, text, ...(file ? { file } : {}) }];
  // What went wrong waits to be read: a dozen files that could not be read are a dozen sentences.
  const errors = all.filter((n) => n.tone === 'error').slice(-MOST_ERRORS);
  const others = all.filter((n) => n.tone !== 'error').slice(-MOST_OTHERS);
  setDesk({ notices: all.filter((n) => errors.includes(n) || others.includes(n)) });
  if (STAYS_MS[tone] > 0) setTimeout(() => dismiss(id), STAYS_MS[tone]);
}

/** Show a sentence of the language files. */
export const tell = (tone: Notice['tone'], key: string, values: Record<string, unknown> = {}, file?: Handle): void =>
  tellText(tone, i18next.t(key, values), file);

export const dismiss = (id: number): void => setDesk({ notices: desk().notices.filter((n) => n.id !== id) });
