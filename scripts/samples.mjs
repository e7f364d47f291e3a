/** The samples that ship with Banxin. They are laid out into out/samples when it is built. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What `npm start` opens. */
export const firstSample = 'issue';

/** What `banxin page` is given to show one page where there is no screen: the copy and its pictures. */
export function pageArguments(root) {
  const folder = join(root, 'resources/samples');
  const copy = readdirSync(join(folder, 'messy-page')).filter((f) => f.endsWith('.txt'));
  return [...copy.map((f) => join(folder, 'messy-page', f)), '--photos', join(folder, 'pictures/messy-page')];
}

/** Lay every sample out as a project file, with the program that was just built. */
export async function buildSamples(root) {
  const program = join(root, 'out/cli/samples.mjs');
  if (!existsSync(program)) return;
  const to = join(root, 'out/samples');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const { makeSamples } = await import(`${pathToFileURL(program).href}?${Date.now()}`);
  await makeSamples(join(root, 'resources/samples'), to);
}
