/**
 * Build what is missing or out of date: the faces, the command line, the window, the samples. `--force` builds all of it.
 * Every entry (start, the tests, `banxin`) calls this before it runs, so that nothing old is ever run.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { layOutFonts } from './fonts.mjs';
import { parts, stale } from './fresh.mjs';
import { buildSamples } from './samples.mjs';

const home = dirname(dirname(fileURLToPath(import.meta.url)));

/** Native code, and packages that find their own files by where they lie. */
const EXTERNAL = ['electron', 'sharp'];

async function buildCli(root) {
  const { build } = await import('esbuild');
  const entries = {
    index: 'src/cli/index.ts',
    work: 'src/main/work/index.ts',
    packer: 'src/jobs/packer.worker.ts',
    samples: 'src/jobs/makeSamples.ts',
  };
  const there = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(join(root, path))));
  const folder = join(root, 'out/cli');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (Object.keys(there).length > 0)
    await build({
      absWorkingDir: root,
      entryPoints: there,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node18',
      external: EXTERNAL,
      // pdfkit's own fonts, line breaking and PNGs are not used by the press, and take half of its time to load.
      alias: Object.fromEntries(['fontkit', 'linebreak', 'png-js'].map((name) => [name, join(root, 'scripts/unused.mjs')])),
      // Packages in the old form ask for `require`, which a module has not.
      banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
      sourcemap: 'linked',
      logLevel: 'warning',
    });
  // By itself: were it built with main, it could be made to share a chunk with it and start main a second time.
  await build({
    absWorkingDir: root,
    entryPoints: { load: 'src/main/work/load.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node18',
    logLevel: 'warning',
  });
  // HarfBuzz looks for its WebAssembly beside the script it runs in.
  const harfbuzz = dirname(createRequire(join(root, 'package.json')).resolve('harfbuzzjs/dist/harfbuzz.wasm'));
  copyFileSync(join(harfbuzz, 'harfbuzz.wasm'), join(folder, 'harfbuzz.wasm'));
}

/** As src/press/pdf/deflate.ts does it: the bytes must be the same. */
async function buildProfiles(root) {
  const { zlibSync } = await import('fflate');
  mkdirSync(join(root, 'out/icc'), { recursive: true });
  for (const name of readdirSync(join(root, 'resources/icc')).filter((f) => f.endsWith('.icc')))
    writeFileSync(join(root, 'out/icc', `${name}.z`), zlibSync(readFileSync(join(root, 'resources/icc', name)), { level: 6 }));
}

async function buildWindow(root) {
  const { build } = await import('electron-vite');
  await build({ root, configFile: join(root, 'electron.vite.config.ts'), logLevel: 'error' });
}

const builders = { fonts: layOutFonts, icc: buildProfiles, cli: buildCli, window: buildWindow, samples: buildSamples };

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** One build at a time in one checkout; one that was killed does not block the next. */
async function locked(root, work) {
  const lock = join(root, 'out/.building');
  mkdirSync(join(root, 'out'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      let owner = 0;
      let age = 0;
      try {
        owner = Number(readFileSync(lock, 'utf8'));
        age = Date.now() - statSync(lock).mtimeMs;
      } catch {
        continue;
      }
      // An empty lock is being written this instant, or its writer died in that instant.
      if (owner > 0 ? !isAlive(owner) : age > 5000) rmSync(lock, { force: true });
      else await wait(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/**
 * Build the parts that need it. `log` hears of each with the time it took. The stamp gets the time the build began:
 * what is changed while it runs is built again.
 */
export async function ensureBuilt(root = home, { only, force = false, log = () => {} } = {}) {
  const wanted = only ?? Object.keys(parts);
  if (!force && stale(root, wanted).length === 0) return [];
  return locked(root, async () => {
    const todo = force ? wanted : stale(root, wanted);
    for (const name of todo) {
      const began = new Date();
      await builders[name](root);
      const stamp = join(root, parts[name].stamp);
      writeFileSync(stamp, '');
      utimesSync(stamp, began, began);
      log(`built ${name} in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s`);
    }
    return todo;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await ensureBuilt(home, { force: process.argv.includes('--force'), log: (line) => console.error(line) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
