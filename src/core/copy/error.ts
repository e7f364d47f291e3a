/** Why copy cannot be read, in one sentence that says what is wrong and what to do. */
export class CopyError extends Error {
  /** For programs: which failure it is. */
  readonly code: CopyErrorCode;
  /** The same sentence in Chinese. */
  readonly chinese: string;
  constructor(code: CopyErrorCode, message: string, chinese: string) {
    super(message);
    this.chinese = chinese;
    this.name = 'CopyError';
    this.code = code;
  }
}

export type CopyErrorCode =
  | 'empty'
  | 'binary'
  | 'encoding-unknown'
  | 'encoding-wrong'
  | 'too-large'
  | 'truncated'
  | 'encrypted'
  | 'no-text'
  | 'unsafe-path'
  | 'format';
