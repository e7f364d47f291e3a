/** One sentence to the editor, shown at the foot of the window and gone by itself unless it is an error. */
import i18next from 'i18next';
import type { Handle } from '../../ipc/contract.ts';
import { desk, type Notice, setDesk } from './desk.ts';

let last = 0;
const STAYS_MS = { info: 4500, done: 6000, error: 0 };

/** Show a sentence as it is. */
export function tellText(tone: Notice['tone'], text: string, file?: Handle): void {
  const id = ++last;
  const others = desk()
    .notices.filter((n) => n.text !== text)
    .slice(-3);
  setDesk({ notices: [...others, { id, tone, text, ...(file ? { file } : {}) }] });
  if (STAYS_MS[tone] > 0) setTimeout(() => dismiss(id), STAYS_MS[tone]);
}

/** Show a sentence of the language files. */
export const tell = (tone: Notice['tone'], key: string, values: Record<string, unknown> = {}, file?: Handle): void =>
  tellText(tone, i18next.t(key, values), file);

export const dismiss = (id: number): void => setDesk({ notices: desk().notices.filter((n) => n.id !== id) });
