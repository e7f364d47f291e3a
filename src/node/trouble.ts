/** What can go wrong with the disk and with what lies on it. A code and its values: whoever talks to a person finds the sentence. */
export const troubleCodes = [
  'not-found',
  'is-folder',
  'not-a-file',
  'too-many-files',
  'unreadable',
  'empty',
  'too-large',
  'not-a-project',
  'damaged',
  'too-new',
  'invalid-project',
  'not-a-picture',
  'picture-changed',
  'pictures-behind',
  'no-folder',
  'out-is-folder',
  'unwritable',
  'in-use',
  'no-space',
  'locked',
  'no-font',
] as const;
export type TroubleCode = (typeof troubleCodes)[number];

export type Values = Readonly<Record<string, string | number>>;

/** An expected failure. `message` is for logs; people get the sentence of `code` in their language. */
export class Trouble extends Error {
  readonly code: string;
  readonly values: Values;
  constructor(code: TroubleCode, values: Values, cause?: unknown) {
    super(
      `${code}: ${Object.entries(values)
        .map(([k, v]) => `${k} ${v}`)
        .join(', ')}`,
      { cause },
    );
    this.name = 'Trouble';
    this.code = code;
    this.values = values;
  }
}

const errno = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? '';

/** What a failed read of `path` means. */
export function readTrouble(path: string, error: unknown): Trouble {
  const code = errno(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Trouble('not-found', { path }, error);
  if (code === 'EISDIR') return new Trouble('is-folder', { path }, error);
  return new Trouble('unreadable', { path, why: code || String(error) }, error);
}

/**
 * What a failed write to `path` means. `replacing`: the file was found writable, and taking its place failed. Windows calls
 * a file that another program holds open EBUSY, and as often EPERM or EACCES, which elsewhere mean rights.
 */
export function writeTrouble(path: string, folder: string, error: unknown, replacing = false, system = process.platform): Trouble {
  const code = errno(error);
  if (code === 'EBUSY' || code === 'ETXTBSY') return new Trouble('in-use', { path }, error);
  if (replacing && system === 'win32' && (code === 'EPERM' || code === 'EACCES')) return new Trouble('in-use', { path }, error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Trouble('no-folder', { path, folder }, error);
  if (code === 'EISDIR') return new Trouble('out-is-folder', { path }, error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new Trouble('no-space', { path, folder }, error);
  return new Trouble('unwritable', { path, why: code || String(error) }, error);
}
