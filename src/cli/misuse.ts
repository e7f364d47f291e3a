import type { Sentence } from './say.ts';

/** The call itself cannot be understood: exit status 2. */
export class Misuse extends Error {
  readonly code: Sentence;
  readonly values: Readonly<Record<string, string | number>>;
  constructor(code: Sentence, values: Readonly<Record<string, string | number>> = {}) {
    super(`${code}: ${JSON.stringify(values)}`);
    this.name = 'Misuse';
    this.code = code;
    this.values = values;
  }
}
