/**
 * docs/handbook/pictures: the handbook's pictures, taken from the real window on the sample issue, in Chinese and in English.
 * `node scripts/handbook.mjs [NAME…]` takes all, or those named. The steps of a page made by hand (`hand`) are taken by the
 * test that makes it. Needs what the window's tests need.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import sharp from 'sharp';
import { ensureBuilt } from './build.mjs';
import { startDisplay } from './display.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';
import { firstSample } from './samples.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const to = join(root, 'docs/handbook/pictures');
const log = (line) => console.error(line);
const size = { width: 1440, height: 900 };
const only = process.argv.slice(2);

const middleOf = async (window, locator) => {
  const [x, y, w, h] = ((await locator.getAttribute('data-rect')) ?? '').split(' ').map(Number);
  const [cx, cy, scale] = ((await window.locator('[data-camera]').getAttribute('data-camera')) ?? '').split(' ').map(Number);
  const view = await window.locator('[data-page-view]').boundingBox();
  return { x: view.x + (x + w / 2 - cx) * scale, y: view.y + (y + h / 2 - cy) * scale };
};

/** Each picture: its name, and what a hand does before it is taken. `page` is the page's own view. */
const pictures = [
  { name: 'window', async make() {} },
  {
    name: 'empty',
    sample: false,
    async make() {},
  },
  {
    name: 'gallery',
    async make({ window, page }) {
      await page.press('Control+Alt+a');
      await window.locator('[data-proposal]').nth(2).waitFor({ timeout: 60_000 });
      await window.waitForTimeout(6000);
      await window.locator('[data-proposal]').nth(1).click();
    },
  },
  {
    name: 'article',
    async make({ window }) {
      const at = await middleOf(window, window.locator('button[data-role="article"]').nth(4));
      await window.mouse.click(at.x, at.y);
    },
  },
  {
    name: 'write',
    async make({ window, page }) {
      await page.press('Control+1');
      const at = await middleOf(window, window.locator('button[data-role="body"]').first());
      await window.mouse.dblclick(at.x, Math.max(at.y, 200));
      await window.waitForTimeout(500);
      await window.keyboard.press('Shift+ArrowDown');
    },
  },
  {
    name: 'find',
    async make({ window, page }) {
      await page.press('Control+f');
      await window.waitForTimeout(400);
      await window.keyboard.type('大桥');
      await window.waitForTimeout(900);
    },
  },
  {
    name: 'template',
    async make({ window }) {
      await window.locator('[data-template]').first().click();
    },
  },
  {
    name: 'export',
    async make({ page }) {
      await page.press('Control+e');
    },
  },
  {
    name: 'palette',
    async make({ window, page }) {
      await page.press('Control+k');
      await window.keyboard.type('组版');
    },
  },
];

async function take(runtime, screen, language, picture) {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-handbook-'));
  const app = await _electron.launch({
    executablePath: runtime.path,
    args: [
      root,
      '--no-sandbox',
      `--user-data-dir=${folder}`,
      `--lang=${language === 'zh' ? 'zh-CN' : 'en-GB'}`,
      '--force-device-scale-factor=1',
      ...(picture.sample === false ? [] : [`--sample=${firstSample}`]),
    ],
    env: { ...runtimeEnvironment(), ...(screen ? { DISPLAY: screen.display, XAUTHORITY: '' } : {}) },
  });
  try {
    const window = await app.firstWindow();
    await app.evaluate(({ BrowserWindow }, s) => BrowserWindow.getAllWindows()[0].setContentSize(s.width, s.height), size);
    await window.waitForLoadState('load');
    if (picture.sample !== false) await window.locator('button[data-role="head"]').first().waitFor({ state: 'attached' });
    await window.waitForTimeout(2500);
    await picture.make({ window, page: window.locator('[data-page-view]') });
    await window.waitForTimeout(1500);
    const bytes = await sharp(await window.screenshot())
      .png({ palette: true, colours: 160, effort: 9 })
      .toBuffer();
    writeFileSync(join(to, `${picture.name}-${language}.png`), bytes);
    log(`${picture.name}-${language}.png`);
  } finally {
    await app
      .evaluate(({ BrowserWindow }) => {
        for (const w of BrowserWindow.getAllWindows()) w.destroy();
      })
      .catch(() => undefined);
    await app.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

const screen = process.platform === 'linux' ? await startDisplay() : null;
try {
  await ensureBuilt(root, { log });
  mkdirSync(to, { recursive: true });
  const runtime = await findRuntime(log);
  for (const picture of pictures)
    if (only.length === 0 || only.includes(picture.name))
      for (const language of ['zh', 'en']) await take(runtime, screen, language, picture);
} finally {
  screen?.end();
}
if (only.length === 0 || only.includes('hand'))
  spawnSync(process.execPath, [join(root, 'scripts/e2e.mjs'), 'tests/e2e/handmade.e2e.ts', '--retries=0'], {
    cwd: root,
    env: { ...process.env, BANXIN_HANDBOOK: to },
    stdio: 'inherit',
  });
