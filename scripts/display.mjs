/** A screen to open a window on: the one that is there, or a virtual one that is ended with the program that asked for it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** True where a window would be seen by someone. */
export const hasDisplay = (env = process.env) =>
  process.platform === 'darwin' || process.platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/** True where a path of the search path has the program. */
export const hasProgram = (name) => (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${name}`));

/**
 * Start a virtual screen on a free display. Answers with { display, end }. Xvfb itself chooses the number: two runs never
 * get the same one. Throws an Error of one sentence where it cannot be had.
 */
export async function startDisplay(size = '2560x1440x24') {
  if (!hasProgram('Xvfb')) throw new Error('A virtual screen is needed and Xvfb is not installed: install xvfb.');
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-dpi', '96'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let number = '';
  child.stdio[3].on('data', (chunk) => {
    number += chunk;
  });
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  for (let tries = 0; !number.includes('\n'); tries++) {
    if (ended || tries > 200) throw new Error('The virtual screen (Xvfb) did not start.');
    await wait(50);
  }
  const end = () => {
    if (!ended) child.kill();
  };
  process.once('exit', end);
  return { display: `:${number.trim()}`, end };
}

/** The lines of /etc/os-release as a record; empty elsewhere. */
export function distribution() {
  try {
    return Object.fromEntries(
      readFileSync('/etc/os-release', 'utf8')
        .split('\n')
        .filter((line) => line.includes('='))
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).replace(/^"|"$/gu, '')]),
    );
  } catch {
    return {};
  }
}
