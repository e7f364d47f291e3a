/**
 * What the tests of the window and of the press need from the system on Linux. As root on Debian what is missing is installed; elsewhere it is said in
 * one sentence. No test is skipped in silence.
 */
import { spawnSync } from 'node:child_process';
import { distribution } from './display.mjs';

const PACKAGES = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libdrm2',
  'libxkbcommon0',
  'libatspi2.0-0',
  // Native menus and dialogs; the window's own text has a face of its own.
  'fonts-noto-cjk',
  // What the press makes is looked at from outside, by renderers and readers that share no code with it.
  'poppler-utils',
  'mupdf-tools',
  'ghostscript',
  'qpdf',
];

/** Newer Debian and Ubuntu renamed some for 64-bit time; either name will do. */
const namesOf = (name) => [name, `${name}t64`];

const isInstalled = (name) =>
  spawnSync('dpkg-query', ['-W', `-f=\${db:Status-Status}`, name], { encoding: 'utf8' }).stdout?.trim() === 'installed';

const isKnown = (name) => {
  const shown = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '';
  return /Candidate: (?!\(none\))/u.test(shown);
};

function isDebian() {
  const { ID = '', ID_LIKE = '' } = distribution();
  return [ID, ...ID_LIKE.split(' ')].some((id) => id === 'debian' || id === 'ubuntu');
}

function install(missing, log) {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  log(`Installing what the tests need: ${missing.join(' ')}`);
  if (spawnSync('apt-get', ['update', '-qq'], options).status !== 0) return false;
  const names = missing.map((name) => namesOf(name).find(isKnown) ?? name);
  return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options).status === 0;
}

/** True where everything is there, now or after installing it. Otherwise `log` has heard what to do. */
export function ensureSystem(log) {
  if (process.platform !== 'linux') return true;
  if (!isDebian()) {
    log(
      'The tests need Xvfb, GTK 3, NSS, ALSA, GBM, a Chinese face, poppler, mupdf, Ghostscript and qpdf; install your system’s packages of these if they fail.',
    );
    return true;
  }
  const missing = PACKAGES.filter((name) => !namesOf(name).some(isInstalled));
  if (missing.length === 0) return true;
  if (process.getuid?.() === 0 && install(missing, log)) return true;
  log(`The tests need these packages: sudo apt-get install ${missing.join(' ')}`);
  return false;
}
