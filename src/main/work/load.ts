/**
 * Where Electron starts the export process. The work itself is an ES module (HarfBuzz is one), which the oldest runtime
 * cannot start directly but can load.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

void import(/* @vite-ignore */ pathToFileURL(join(__dirname, 'work.mjs')).href);
