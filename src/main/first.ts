/** What a window opens first: the file it was made for, work that a crash left, the sample that was asked for, or nothing. */
import type { First } from '../ipc/contract.ts';
import { leftWork } from './documents.ts';
import { type Guest, lend } from './guest.ts';
import { nameOf } from './window.ts';

/** What the command line asks for. */
export interface Wanted {
  readonly path: string | null;
  readonly sample: string | null;
}

/** Read a command line: a project's path, and `--sample=NAME`. Switches that belong to Chromium are left alone. */
export function wantedBy(args: readonly string[]): Wanted {
  const path = args.find((a) => !a.startsWith('-') && /\.banxin$/iu.test(a)) ?? null;
  const sample = args.find((a) => /^--sample=[\w-]+$/u.test(a))?.slice('--sample='.length) ?? null;
  return { path, sample };
}

const wants = new WeakMap<Guest, Wanted>();

export const expect = (guest: Guest, wanted: Wanted): void => {
  wants.set(guest, wanted);
};

/** Told once: a window that is loaded again opens what it is told by its page. */
export async function firstFor(guest: Guest): Promise<First> {
  const wanted = wants.get(guest);
  wants.delete(guest);
  if (wanted?.path) return { kind: 'file', file: lend(guest, wanted.path), name: nameOf(wanted.path) };
  const [work] = wanted ? await leftWork() : [];
  if (work) return { kind: 'recovered', name: work.base.kind === 'file' ? nameOf(work.base.path) : work.base.name };
  return wanted?.sample ? { kind: 'sample', name: wanted.sample } : { kind: 'nothing' };
}
