#!/usr/bin/env node
/** The command line. In a checkout it is built first where it is missing or out of date. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stale } from '../scripts/fresh.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const needed = ['fonts', 'icc', 'cli'];

if (stale(root, needed).length > 0) {
  const { ensureBuilt } = await import('../scripts/build.mjs');
  await ensureBuilt(root, { only: needed });
}
await import(pathToFileURL(join(root, 'out/cli/index.mjs')).href);
