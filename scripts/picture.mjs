/** docs/picture.png: Banxin's window on the sample issue, as it looks today. Needs what the window's tests need. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import sharp from 'sharp';
import { ensureBuilt } from './build.mjs';
import { startDisplay } from './display.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';
import { firstSample } from './samples.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const log = (line) => console.error(line);
const size = { width: 1600, height: 1000 };

const folder = mkdtempSync(join(tmpdir(), 'banxin-picture-'));
const screen = process.platform === 'linux' ? await startDisplay() : null;
let app;
try {
  await ensureBuilt(root, { log });
  const runtime = await findRuntime(log);
  app = await _electron.launch({
    executablePath: runtime.path,
    args: [root, '--no-sandbox', `--user-data-dir=${folder}`, '--lang=zh-CN', '--force-device-scale-factor=1', `--sample=${firstSample}`],
    env: { ...runtimeEnvironment(), ...(screen ? { DISPLAY: screen.display, XAUTHORITY: '' } : {}) },
  });
  const window = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }, s) => BrowserWindow.getAllWindows()[0].setContentSize(s.width, s.height), size);
  await window.waitForLoadState('load');
  // The page is composed and its pictures come in after the window is up.
  await wait(6000);
  const shot = await window.screenshot();
  const to = join(root, 'docs/picture.png');
  await sharp(shot).png({ palette: true, colours: 200, effort: 10 }).toFile(to);
  console.log(`Wrote ${to}.`);
} finally {
  const closeAll = ({ BrowserWindow }) => {
    for (const w of BrowserWindow.getAllWindows()) w.destroy();
  };
  await app?.evaluate(closeAll).catch(() => undefined);
  await app?.close().catch(() => undefined);
  screen?.end();
  rmSync(folder, { recursive: true, force: true });
}
