/** The checks as they stand beside the page: sifted, weighed, followed to their place, and text signed away. */
import { expect, test } from '@playwright/test';
import { pageShown } from './desk.ts';
import { expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
});
test.afterEach(() => running.close());

test('findings are sifted, weighed for the paper, led to, and undone', async () => {
  const { window } = running;
  await pageShown(window);
  const panel = window.locator('[data-panel="checks"]');
  const rows = panel.locator('[data-rule]');
  await expect.poll(() => rows.count()).toBeGreaterThan(0);
  await expect(panel.locator('.account')).toContainText('未上版 0');

  // A click goes there and takes what it is about.
  const first = panel.locator('[data-rule][data-severity]').first();
  const rule = (await first.getAttribute('data-rule')) as string;
  await first.locator('.finding-text').click();
  await expect(panel.locator('[data-rule]').first()).toBeVisible();

  // The filter takes a severity out; the list says so where nothing is left.
  for (const s of ['error', 'warning', 'note']) await panel.locator(`[data-filter="${s}"]`).click();
  await expect(panel.getByText('筛选之后没有问题。')).toBeVisible();
  for (const s of ['error', 'warning', 'note']) await panel.locator(`[data-filter="${s}"]`).click();

  // A rule turned off is gone from the list, stands in the rules' dialog, and comes back with one undo.
  await panel
    .locator(`[data-rule="${rule}"]`)
    .first()
    .getByRole('button', { name: `${rule} 的轻重` })
    .click();
  await window.getByRole('menuitemradio', { name: '关闭' }).click();
  await expect(panel.locator(`[data-rule="${rule}"]`)).toHaveCount(0);
  await panel.getByRole('button', { name: '检查规则' }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog.locator(`[data-rule="${rule}"]`)).toContainText('关闭');
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();
  await window.keyboard.press('Control+z');
  await expect.poll(() => panel.locator(`[data-rule="${rule}"]`).count()).toBeGreaterThan(0);
  expectQuiet(running);
});
