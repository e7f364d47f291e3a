/** The export dialog under a hand: what is chosen there is what lies in the folder, and errors are asked about first. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pageShown } from './desk.ts';
import { answerDialogs, expectQuiet, launch, type Running, root } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
});
test.afterEach(() => running.close());

test('pages go out one file each, by a pattern, with the plant’s profile and marks and the digital edition', async () => {
  const { app, window, folder } = running;
  const out = join(folder, 'out');
  mkdirSync(out);
  await pageShown(window);
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.locator('[data-option="some"]').click();
  await dialog.locator('[data-field="range"]').fill('9');
  await expect(dialog.getByText('没有这样的版次')).toBeVisible();
  await dialog.locator('[data-field="range"]').fill('2，4');
  await dialog.locator('[data-option="pages"]').click();
  await dialog.locator('[data-field="name"]').fill('{paper}-{page}/{section}');
  await dialog.getByText('裁切线').click();
  await dialog.getByText('说明行').click();
  await dialog.getByText('同时做数字报').click();
  await dialog.locator('[data-field="bleed"]').fill('3');

  // A file that is no profile is refused in one sentence; a profile shows its own name.
  const foreign = join(folder, 'plant.icc');
  writeFileSync(foreign, 'no profile');
  await answerDialogs(app, { open: [foreign] });
  await dialog.getByText('换成印厂的…').click();
  await expect(dialog.locator('[data-field="icc"]')).toHaveText('WAN-IFRA 新闻纸 26 %');
  await answerDialogs(app, { open: [join(root, 'resources/icc/ISOnewspaper26v4.icc')] });
  await dialog.getByText('换成印厂的…').click();
  await expect(dialog.locator('[data-field="icc"]')).toHaveText(/newspaper/iu);

  await answerDialogs(app, { open: [out] });
  await dialog.getByRole('button', { name: '导出…', exact: true }).click();
  const anyway = dialog.locator('[data-go="anyway"]');
  if (await anyway.isVisible()) await anyway.click();
  await expect(dialog.getByText('已经导出')).toBeVisible({ timeout: 60_000 });
  const made = readdirSync(out).sort();
  expect(made.filter((f) => f.endsWith('.pdf'))).toHaveLength(2);
  expect(made.filter((f) => f.endsWith('-数字报'))).toHaveLength(1);
  for (const name of made.filter((f) => f.endsWith('.pdf'))) {
    expect(name).toMatch(/-0[24]-/u);
    const pdf = readFileSync(join(out, name), 'latin1');
    expect(pdf).toContain('/BleedBox');
    expect(pdf).toContain('/All');
  }
  await expect(dialog.locator('.made-files li').first()).toBeVisible();
  expectQuiet(running);
});
