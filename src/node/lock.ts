/**
 * Who has a project open: a small file beside it with the owner and the time. It asks people, it does not force them:
 * a shared folder has no other server.
 */
import { open, readFile, unlink, utimes } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './alive.ts';
import { Trouble, writeTrouble } from './trouble.ts';

export interface LockOwner {
  readonly user: string;
  readonly machine: string;
  readonly process: number;
  /** When it was opened, ISO 8601 in UTC. */
  readonly since: string;
}

export interface Lock {
  readonly path: string;
  /** Say that the project is still open; to be called at least once a minute. */
  renew(): Promise<void>;
  /** Give it up. A lock that someone else has taken over since is left alone. */
  release(): Promise<void>;
}

export type Taken = { readonly ok: true; readonly lock: Lock } | { readonly ok: false; readonly owner: LockOwner };

/** A lock that no one has renewed for this long is taken over, in milliseconds. */
export const STALE_AFTER = 120_000;

export const lockPath = (project: string): string => join(dirname(project), `.${basename(project)}.lock`);

const userName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
};

/** The owner a lock file names and when it was last renewed; null where there is none or it is torn. */
async function readLock(path: string): Promise<{ owner: LockOwner; renewed: number } | null> {
  try {
    const file = await open(path, 'r');
    try {
      const owner = JSON.parse(await file.readFile('utf8')) as LockOwner;
      return { owner, renewed: (await file.stat()).mtimeMs };
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

/** On this machine the process itself can be asked; elsewhere only the time tells. */
function isStale(lock: { owner: LockOwner; renewed: number }, now: number): boolean {
  if (lock.owner.machine === hostname() && !isAlive(lock.owner.process)) return true;
  return now - lock.renewed > STALE_AFTER;
}

const same = (a: LockOwner, b: LockOwner): boolean => a.machine === b.machine && a.process === b.process && a.since === b.since;

function held(path: string, owner: LockOwner): Lock {
  return {
    path,
    async renew() {
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
    },
    async release() {
      const text = await readFile(path, 'utf8').catch(() => null);
      if (text !== null && same(JSON.parse(text) as LockOwner, owner)) await unlink(path).catch(() => undefined);
    },
  };
}

/**
 * Take the lock of a project, or learn who has it. `now` is in milliseconds since 1970.
 * Throws Trouble where the folder cannot be written to: then there is no lock and no saving either.
 */
export async function takeLock(project: string, now: number = Date.now()): Promise<Taken> {
  const path = lockPath(project);
  const owner: LockOwner = { user: userName(), machine: hostname(), process: process.pid, since: new Date(now).toISOString() };
  for (let tries = 0; tries < 5; tries++) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(`${JSON.stringify(owner)}\n`);
      await file.close();
      return { ok: true, lock: held(path, owner) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw writeTrouble(path, dirname(project), error);
      // A lock that is just being written has no owner yet: look once more before it is called torn.
      const other = (await readLock(path)) ?? (await sleep(50).then(() => readLock(path)));
      if (other && !isStale(other, now)) return { ok: false, owner: other.owner };
      await unlink(path).catch(() => undefined);
    }
  }
  throw new Trouble('unwritable', { path, why: 'EEXIST' });
}
