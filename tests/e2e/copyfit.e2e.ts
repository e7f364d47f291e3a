/** The copyfit meter under a hand: it says how much is over, a lever's button gives what it promised, one undo takes it back. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { looks, middle, onScreen, pageShown, type Thing, things } from './desk.ts';
import { expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
  await pageShown(running.window);
});
test.afterEach(() => running.close());

test('a lever of the copyfit meter gives what it promised, and one undo takes it back', async () => {
  const { window } = running;
  const article = (await things(window)).find((t) => t.role === 'article') as Thing;
  const at = middle(await onScreen(window, article.box));
  await window.mouse.click(at.x, at.y);
  const section = window.locator('[data-section="copyfit"]');
  await expect(section).toBeVisible();
  const figures = async (): Promise<[over: number, spare: number]> => {
    const status = section.getByRole('status');
    return [Number(await status.getAttribute('data-over')), Number(await status.getAttribute('data-spare'))];
  };
  const before = await figures();
  const levers = section.locator('[data-lever]');
  expect(await levers.count()).toBeGreaterThan(3);

  // A larger headline leaves less room: what the button says is what the meter says afterwards.
  const larger = section.locator('[data-lever="headline-up"]');
  const promised = (await larger.locator('span').last().textContent()) ?? '';
  await larger.click();
  await expect.poll(figures).not.toEqual(before);
  const [over, spare] = await figures();
  expect(promised).toBe(over > 0 ? `余 ${over} 行` : spare > 0 ? `缺 ${spare} 行` : '正好');
  const keep = process.env.BANXIN_PICTURES;
  if (keep) await window.screenshot({ path: join(keep, 'copyfit.png') });
  if (over > 0) await expect(section.locator('.copyfit-cut')).toContainText('断在');

  await window.locator('[data-page-view]').press('Control+z');
  await expect.poll(figures).toEqual(before);
  expectQuiet(running);
});

test('a drop cap is set by number, in a face of its own, and one undo takes each step back', async () => {
  const { window } = running;
  const all = await things(window);
  const article = all.find((t) => t.role === 'article') as Thing;
  const body = all.find((t) => t.role === 'body') as Thing;
  const lines = window.locator('[data-field="drop-cap-lines"]');
  // On a busy machine the page may still be fitted under the first click: a hand would click again.
  await expect(async () => {
    const at = middle(await onScreen(window, article.box));
    await window.mouse.click(at.x, at.y);
    await expect(lines).toBeAttached({ timeout: 3000 });
  }).toPass();
  const plain = await looks(window, body.box);
  await lines.fill('3');
  await lines.press('Enter');
  await expect.poll(() => looks(window, body.box)).not.toBe(plain);
  const capped = await looks(window, body.box);
  await window.locator('[data-field="drop-cap-face"]').click();
  await window.getByRole('option', { name: '黑体' }).click();
  await expect.poll(() => looks(window, body.box)).not.toBe(capped);
  const keep = process.env.BANXIN_PICTURES;
  if (keep) await window.screenshot({ path: join(keep, 'drop-cap.png') });
  await window.locator('[data-page-view]').press('Control+z');
  await expect.poll(() => looks(window, body.box)).toBe(capped);
  await window.locator('[data-page-view]').press('Control+z');
  await expect.poll(() => looks(window, body.box)).toBe(plain);
  expectQuiet(running);
});
