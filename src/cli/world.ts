/** What a command touches of the terminal. The tests' own world answers from memory; the program's is the process. */
import type { Progress } from '../jobs/job.ts';
import type { CliLanguage, Say } from './say.ts';

export interface World {
  readonly say: Say;
  /** The language `say` speaks, for what others put into words; the paper's own where it is not given. */
  readonly language?: CliLanguage;
  /** One line to standard output. */
  readonly print: (text: string) => void;
  /** One line to standard error. */
  readonly warn: (text: string) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly signal: AbortSignal;
  readonly stdin: () => Promise<Uint8Array>;
}

/** Done, the work has errors, unusable (DESIGN, the command line). */
export type Status = 0 | 1 | 2;
