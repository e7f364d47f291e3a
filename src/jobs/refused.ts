/** What a job cannot do although the disk is well: a code and its values, as Trouble has them. */
import type { Values } from '../node/trouble.ts';
import type { PressError } from '../press/index.ts';

export const refusalCodes = [
  'copy-unreadable',
  'copy-empty',
  'encoding-unknown',
  'no-stories',
  'unknown-preset',
  'unknown-manner',
  'no-pages',
  'no-such-page',
  'press',
  'cancelled',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** An expected failure. `message` is for logs; people get the sentence of `code` in their language. */
export class Refused extends Error {
  readonly code: RefusalCode;
  readonly values: Values;
  constructor(code: RefusalCode, values: Values, cause?: unknown) {
    super(`${code}: ${JSON.stringify(values)}`, { cause });
    this.name = 'Refused';
    this.code = code;
    this.values = values;
  }
}

/** What the press could not do, with its own sentence in both languages: `why` in English, `whyZh` in Chinese. */
export const pressRefusal = (error: PressError): Refused =>
  error.sentence === 'cancelled'
    ? new Refused('cancelled', {}, error)
    : new Refused('press', { why: error.say('en'), whyZh: error.say('zh-Hans') }, error);
