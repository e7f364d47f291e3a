/** The tests of the real window: builds what is old, finds an Electron, brings a screen of its own, and runs Playwright. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { startDisplay } from './display.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const log = (line) => console.error(line);

try {
  await ensureBuilt(root, { log });
  const runtime = await findRuntime(log);
  log(`Electron from ${runtime.from}`);
  // Always screens of their own on Linux: what is on the user's must not disturb the test, nor the test the user.
  const screens = process.platform === 'linux' ? [await startDisplay(), await startDisplay()] : [];
  const env = { ...runtimeEnvironment(), BANXIN_ELECTRON: runtime.path };
  if (screens[0]) Object.assign(env, { DISPLAY: screens[0].display, XAUTHORITY: '', BANXIN_SCREENS: screens.map((s) => s.display).join() });
  delete env.WAYLAND_DISPLAY;
  // Whoever names a test wants it alone.
  const asked = process.argv.slice(2);
  const alone = asked.some((a) => !a.startsWith('-')) ? ['--no-deps'] : [];
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const child = spawn(process.execPath, [cli, 'test', ...alone, ...asked], { cwd: root, env, stdio: 'inherit' });
  child.once('exit', (status) => {
    for (const screen of screens) screen.end();
    process.exitCode = status ?? 1;
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
