/** The samples that ship with Banxin, laid out by Banxin itself into out/samples when it is built. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const defaultSample = 'messy-page';

const folderOf = (root) => join(root, 'resources/samples');

/** Every sample: a folder with copy in it. */
export const sampleNames = (root) =>
  readdirSync(folderOf(root), { withFileTypes: true })
    .filter((e) => e.isDirectory() && e.name !== 'pictures' && readdirSync(join(folderOf(root), e.name)).some((f) => f.endsWith('.txt')))
    .map((e) => e.name)
    .sort();

/** What `banxin page` is given for a sample: its copy in order, its pictures, its preset. */
export function sampleArguments(root, name) {
  const folder = join(folderOf(root), name);
  const copies = readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort();
  const pictures = join(folderOf(root), 'pictures', name);
  const preset = join(folder, 'preset');
  return [
    ...copies.map((f) => join(folder, f)),
    ...(existsSync(pictures) ? ['--photos', pictures] : []),
    ...(existsSync(preset) ? ['--preset', readFileSync(preset, 'utf8').trim()] : []),
  ];
}

/** Lay every sample out as a project file. One that cannot be made is said and does not stop the build: the tests will. */
export function buildSamples(root) {
  const folder = join(root, 'out/samples');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(root, 'src/cli/index.ts'))) return;
  for (const name of sampleNames(root)) {
    const args = [join(root, 'bin/banxin.mjs'), 'page', ...sampleArguments(root, name), '--project', join(folder, `${name}.banxin`)];
    const done = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (!existsSync(join(folder, `${name}.banxin`)))
      console.error(`The sample ${name} could not be laid out: ${done.stderr.trim().split('\n')[0]}`);
  }
}
