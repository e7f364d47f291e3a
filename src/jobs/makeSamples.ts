/** The samples that ship with Banxin, laid out by Banxin itself: run when it is built. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectFile } from '../core/archive/index.ts';
import { saveProjectFile } from '../node/projects.ts';
import { makeIssue } from './makeIssue.ts';
import { makePage } from './makePage.ts';

/** A folder's issue where it has a plan, else one page of all its copy with the pictures of its name. */
async function makeSample(samples: string, name: string, files: readonly string[]): Promise<ProjectFile> {
  const folder = join(samples, name);
  if (files.includes('issue.json')) return makeIssue(join(folder, 'issue.json'));
  const copy = files.filter((f) => f.endsWith('.txt')).sort();
  const photos = (await readdir(join(samples, 'pictures'))).includes(name) ? join(samples, 'pictures', name) : undefined;
  const made = await makePage({ copy: copy.map((f) => ({ kind: 'file', path: join(folder, f) })), photos });
  const best = made.proposals[0];
  if (!best) throw new Error(`No page was found for the sample ${name}.`);
  return { project: best.project, pictures: made.pictures };
}

/** Lay every sample below `samples` out into `to`, one project file each. Answers with the names of those made. */
export async function makeSamples(samples: string, to: string): Promise<string[]> {
  const made: string[] = [];
  for (const entry of (await readdir(samples, { withFileTypes: true })).filter((e) => e.isDirectory())) {
    const files = await readdir(join(samples, entry.name));
    if (!files.some((f) => f.endsWith('.txt'))) continue;
    await saveProjectFile(join(to, `${entry.name}.banxin`), await makeSample(samples, entry.name, files));
    made.push(entry.name);
  }
  return made.sort();
}
