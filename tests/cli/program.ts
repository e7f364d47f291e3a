/** The real program, run as a person or another program runs it. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: Uint8Array | string;
  readonly lang?: string;
  /** Leave standard input open and say nothing. */
  readonly stdin?: 'open' | 'closed';
  /** Called once the program runs. */
  readonly meanwhile?: (child: { kill(signal: NodeJS.Signals): boolean }) => void;
}

export function banxin(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { LC_ALL: _all, LC_MESSAGES: _messages, ...env } = process.env;
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'bin/banxin.mjs'), ...args], {
      cwd: options.cwd ?? root,
      env: { ...env, LANG: options.lang ?? 'en_US.UTF-8' },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', fail);
    child.on('close', (status) => done({ status, out, err }));
    child.stdin.on('error', () => undefined);
    if (options.stdin !== 'open') child.stdin.end(options.input ?? '');
    options.meanwhile?.(child);
  });
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'banxin-cli-'));

/** Every file below a folder, hidden ones too: what a failed call must not have added to. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => statSync(join(folder, f)).isFile())
    .sort();

export const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
