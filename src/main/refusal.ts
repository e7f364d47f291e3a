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

/** An expected failure of the layers below: a code and the values of its sentence. It may have crossed from another process. */
interface Coded {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const isCoded = (error: unknown): error is Coded =>
  typeof error === 'object' && error !== null && typeof (error as Coded).code === 'string' && typeof (error as Coded).values === 'object';

/** The sentence of a failure; paths are shown by their file's name, for the folder says nothing to its owner. */
export function sentenceOf({ code, values }: Coded): string | null {
  const { troubles } = say();
  const sentence = code in troubles ? troubles[code as keyof typeof troubles] : undefined;
  if (!sentence) return null;
  const shown = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, k === 'path' ? basename(String(v)) : v]));
  return sentence.replace(/\{(\w+)\}/gu, (_, key: string) => String(shown[key] ?? ''));
}

export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isCoded(error)) {
    const sentence = sentenceOf(error);
    if (sentence) return new Refusal(error.code, sentence);
  }
  console.error(error);
  return new Refusal('failed', say().failed(error instanceof Error ? error.message : String(error)));
}

/** Show the sentence over the window it concerns. */
export async function tell(window: BrowserWindow, refusal: Refusal): Promise<void> {
  if (window.isDestroyed()) return;
  await dialog.showMessageBox(window, { type: 'warning', message: refusal.message, buttons: [say().ok], noLink: true });
}
