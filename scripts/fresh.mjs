/**
 * Whether a part of the build is as new as what it is made from. By modification times alone: a few hundred stats, so that
 * every start can afford to ask. Folders count too: a file that was deleted changes its folder.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What each part is made from, and the file whose time says when it was made. */
export const parts = {
  fonts: { from: ['resources/fonts', 'scripts/fonts.mjs', 'scripts/common-glyphs.mjs'], stamp: 'out/.built-fonts' },
  /** The printing profiles, deflated as they stand in a PDF. */
  icc: { from: ['resources/icc', 'scripts/build.mjs'], stamp: 'out/.built-icc' },
  /** The command line and the export process. */
  cli: {
    from: [
      'src/core',
      'src/node',
      'src/press',
      'src/jobs',
      'src/cli',
      'src/main/work',
      'src/ipc',
      'scripts/build.mjs',
      'package-lock.json',
    ],
    stamp: 'out/.built-cli',
  },
  /** Main, preload and the window. */
  window: {
    from: ['src', 'electron.vite.config.ts', 'scripts/build.mjs', 'package-lock.json'],
    stamp: 'out/.built-window',
  },
  /** The samples, read and laid out. */
  samples: {
    from: ['resources/samples', 'resources/presets', 'src/core', 'src/node', 'src/jobs', 'src/cli', 'scripts/samples.mjs'],
    stamp: 'out/.built-samples',
  },
};

const timeOf = (path) => {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
};

function newest(path) {
  let latest = timeOf(path);
  let entries = [];
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return latest;
  }
  for (const entry of entries) {
    const inner = join(path, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(inner) : timeOf(inner));
  }
  return latest;
}

/** Those of the parts that are missing or older than what they are made from, in the order they must be built. */
export function stale(root, wanted = Object.keys(parts)) {
  return Object.keys(parts).filter((name) => {
    if (!wanted.includes(name)) return false;
    const made = timeOf(join(root, parts[name].stamp));
    return made === 0 || parts[name].from.some((path) => newest(join(root, path)) > made);
  });
}
