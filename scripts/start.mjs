/**
 * `npm start`: Banxin's window on the sample page, or on the project that is named. Where there is no screen, the sample's
 * page is composed to a PDF and a PNG instead, and it is said where they are.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { hasDisplay } from './display.mjs';
import { findRuntime, runtimeArguments, runtimeEnvironment } from './runtime.mjs';
import { firstSample, pageArguments } from './samples.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const log = (line) => console.error(line);

/** What Chromium says where there is no session bus or no graphics card; Banxin needs neither. */
const NOISE =
  /GLib-GObject: g_object_(?:un)?ref|Failed to connect to the bus|viz_main_impl|gpu_(?:init|process)|gl_surface|angle_platform/u;

async function openWindow(args) {
  const runtime = await findRuntime(log);
  log(`Electron from ${runtime.from}`);
  const wanted = args.some((a) => !a.startsWith('-')) ? [] : [`--sample=${firstSample}`];
  const child = spawn(runtime.path, [root, ...runtimeArguments(), ...wanted, ...args], {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: runtimeEnvironment(),
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!NOISE.test(line)) log(line);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('exit', (status) => {
    process.exitCode = status ?? 1;
  });
}

function composeSample() {
  mkdirSync(join(root, 'out', 'sample'), { recursive: true });
  const [pdf, png] = ['page.pdf', 'page.png'].map((name) => join(root, 'out', 'sample', name));
  const args = [...pageArguments(root), '--out', pdf, '--png', png];
  const { status } = spawnSync(process.execPath, [join(root, 'bin/banxin.mjs'), 'page', ...args], {
    stdio: 'inherit',
    env: runtimeEnvironment(),
  });
  if (status !== 0 && status !== 1) process.exit(status ?? 1);
  const shown = (path) => relative(process.cwd(), path) || path;
  console.log(`There is no screen here, so the sample page was composed instead:\n  ${shown(pdf)}\n  ${shown(png)}`);
  console.log('For the window, run npm start on a desktop, or with a virtual screen: xvfb-run -a npm start');
}

try {
  await ensureBuilt(root, { log });
  if (hasDisplay()) await openWindow(process.argv.slice(2));
  else composeSample();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
