/** Off the page and on again: an article deleted and placed from the desk, its headline's size, a photograph. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { drag, looks, middle, onScreen, pageShown, type Thing, thing, things } from './desk.ts';
import { answerDialogs, expectQuiet, launch, type Running, root } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
  await pageShown(running.window);
});
test.afterEach(() => running.close());

/** The first article of the page: the story that leads the desk too. */
const lead = async (): Promise<Thing> => (await things(running.window)).find((t) => t.role === 'article') as Thing;

test('an article is deleted, placed again from the desk, and both are undone', async () => {
  const { window } = running;
  const before = (await things(window)).map((t) => t.key);
  const articles = async (): Promise<number> => (await things(window)).filter((t) => t.role === 'article').length;
  const all = await articles();
  const article = await lead();
  const at = await onScreen(window, article.box);
  await window.mouse.click(middle(at).x, middle(at).y);
  await expect.poll(async () => (await thing(window, article.key)).selected).toBe(true);
  await window.keyboard.press('Delete');
  await expect.poll(articles).toBe(all - 1);

  await window.locator('[data-story]').first().click();
  await window.keyboard.press('Control+Shift+d');
  await drag(window, { x: at.x + 2, y: at.y + 2 }, { x: at.x + at.width - 2, y: at.y + at.height - 2 });
  await expect.poll(articles).toBe(all);
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect.poll(async () => (await things(window)).map((t) => t.key)).toEqual(before);
  expectQuiet(running);
});

test('who goes to another story while one is set stays there; a click on the chosen row leads to its place', async () => {
  const { window } = running;
  const articles = async (): Promise<number> => (await things(window)).filter((t) => t.role === 'article').length;
  const all = await articles();
  const article = await lead();
  const at = await onScreen(window, article.box);
  await window.mouse.click(middle(at).x, middle(at).y);
  await expect.poll(async () => (await thing(window, article.key)).selected).toBe(true);
  await window.keyboard.press('Delete');
  await expect.poll(articles).toBe(all - 1);
  const rows = window.locator('[data-story]');
  await rows.first().click();
  await window.keyboard.press('Control+Shift+d');
  await drag(window, { x: at.x + 2, y: at.y + 2 }, { x: at.x + at.width - 2, y: at.y + at.height - 2 });
  await rows.nth(2).click();
  await expect.poll(articles).toBe(all);
  await window.waitForTimeout(300);
  expect(await rows.nth(2).getAttribute('aria-selected')).toBe('true');

  await window.locator('[data-page-view]').press('Control+Shift+a');
  await expect.poll(async () => (await things(window)).some((t) => t.selected)).toBe(false);
  await rows.nth(2).click();
  await expect.poll(async () => (await things(window)).some((t) => t.role === 'article' && t.selected)).toBe(true);
  expectQuiet(running);
});

test('a headline is set anew by number and the page shows it', async () => {
  const { window } = running;
  const article = await lead();
  const at = middle(await onScreen(window, article.box));
  await window.mouse.click(at.x, at.y);
  await expect.poll(async () => (await thing(window, article.key)).selected).toBe(true);
  const head = (await things(window)).find((t) => t.role === 'head') as Thing;
  const before = await looks(window, head.box);
  const size = window.locator('[data-field="headline-size"]');
  await size.fill('24');
  await size.press('Enter');
  await expect.poll(() => looks(window, head.box)).not.toBe(before);
  expectQuiet(running);
});

test('a photograph is brought in by dialog and stands where the hand puts it', async () => {
  const { app, window } = running;
  const before = (await things(window)).length;
  await answerDialogs(app, { open: [join(root, 'resources/samples/pictures/messy-page/旧煤场开满蒲公英.jpg')] });
  await window.keyboard.press('Control+d');
  const page = middle(await onScreen(window, (await lead()).box));
  await window.waitForTimeout(1500);
  await drag(window, page, { x: page.x + 120, y: page.y + 90 });
  await expect.poll(async () => (await things(window)).length, { timeout: 10_000 }).toBeGreaterThan(before);
  expectQuiet(running);
});
