/** 母版 in the real window: edited on the canvas, taken by another page, made from a page’s furniture, and all of it undone. */
import { expect, test } from '@playwright/test';
import { drag, middle, onScreen, pageShown, thing, things } from './desk.ts';
import { expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
  await pageShown(running.window);
});
test.afterEach(() => running.close());

test('a template is edited on the canvas, and pages take it, lose it and keep what they showed', async () => {
  const { window } = running;
  const keys = async (): Promise<string[]> => (await things(window)).map((t) => t.key);
  const before = await keys();

  // The front page's template: its nameplate is moved by hand, as a page's frame is.
  await window.locator('[data-template="front"]').click();
  await expect(window.locator('.template-banner')).toContainText('头版');
  await expect.poll(keys).toContain('frame:front-name');
  const name = await thing(window, 'frame:front-name');
  const at = middle(await onScreen(window, name.box));
  await window.mouse.click(at.x, at.y);
  await drag(window, at, { x: at.x + 60, y: at.y });
  await expect.poll(async () => (await thing(window, 'frame:front-name')).box.x).toBeGreaterThan(name.box.x + 20);
  await window.locator('.template-banner button').click();
  await expect.poll(keys).toEqual(before);

  // Page two takes it by the inspector.
  await window.locator('[data-page-view]').press('PageDown');
  await window.locator('[data-page-view]').press('Escape');
  await window.getByRole('button', { name: /不用母版/u }).click();
  await window.getByRole('dialog').getByRole('option', { name: '头版' }).click();
  await expect(window.locator('[data-panel="inspector"]')).toContainText('报眉来自母版“头版”');

  // Its state goes on, and shows beside the page.
  await window.keyboard.press('Control+k');
  await window.keyboard.type('下一个进度');
  await window.keyboard.press('Enter');
  await expect(window.locator('[data-state="review"]')).toHaveText('送审');

  // All of it is undone.
  await window.locator('[data-page-view]').focus();
  for (let i = 0; i < 3; i++) await window.keyboard.press('Control+z');
  await expect(window.locator('[data-state="review"]')).toHaveCount(0);
  await window.locator('[data-template="front"]').click();
  await expect.poll(async () => (await thing(window, 'frame:front-name')).box.x).toBeCloseTo(name.box.x, 1);
  expectQuiet(running);
});
