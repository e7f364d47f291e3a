/** A long job's progress: one line on a terminal that is written over and taken away, and nothing in a pipe. */
import type { Progress } from '../jobs/job.ts';
import type { Say, Sentence } from './say.ts';

export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ProgressLine {
  readonly show: ((p: Progress) => void) | undefined;
  /** Take the line away, so that what is printed next stands alone. */
  readonly clear: () => void;
}

const ERASE = '\r\u001b[K';

export function progressLine(terminal: Terminal, say: Say): ProgressLine {
  if (!terminal.isTTY) return { show: undefined, clear: () => undefined };
  let shown = '';
  return {
    show: ({ what, done, total }) => {
      const text = say(`progress-${what}` satisfies Sentence, { done, total });
      if (text === shown) return;
      shown = text;
      terminal.write(`${ERASE}${text}`);
    },
    clear: () => {
      if (shown !== '') terminal.write(ERASE);
      shown = '';
    },
  };
}
