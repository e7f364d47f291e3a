/** The window for eyes and hands that ask for more: forced colours, more contrast, less motion. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { ink, pageShown, things } from './desk.ts';
import { expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
});
test.afterEach(() => running.close());

test('with the system’s own colours what is chosen has a frame, and the page keeps its ink', async () => {
  const { window } = running;
  await pageShown(window);
  await window.emulateMedia({ forcedColors: 'active' });
  expect(await window.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
  const outline = (selector: string): Promise<string> =>
    window
      .locator(selector)
      .first()
      .evaluate((el) => `${getComputedStyle(el).outlineStyle} ${getComputedStyle(el).outlineWidth}`);
  expect(await outline('.tab[data-selected]')).toBe('solid 2px');
  expect(await outline('.page-item[data-selected]')).toBe('solid 2px');
  expect(await outline('header [aria-pressed="true"]')).toBe('solid 2px');
  const head = (await things(window)).find((t) => t.role === 'head');
  if (head) expect(await ink(window, head.box)).toBeGreaterThan(0.02);
  await window.screenshot({ path: 'out/shots/forced-colours.png' });
  expectQuiet(running);
});

for (const [name, dark] of [
  ['more contrast', false],
  ['more contrast in the dark', true],
] as const)
  test(`${name}: every word has seven to one against what it stands on`, async () => {
    const { window } = running;
    await pageShown(window);
    if (dark) await window.getByRole('button', { name: '明暗切换' }).click();
    await window.emulateMedia({ contrast: 'more' });
    await expect(window.locator('[data-panel="checks"] [data-rule]').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page: window })
      .options({ runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] } })
      .setLegacyMode()
      .analyze();
    await window.screenshot({ path: `out/shots/${name}.png` });
    expect(violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.any[0]?.message ?? ''}`))).toEqual([]);
  });

test('with less motion nothing moves by itself: the caret stands still', async () => {
  const { window } = running;
  await pageShown(window);
  await window.emulateMedia({ reducedMotion: 'reduce' });
  const head = (await things(window)).find((t) => t.role === 'body');
  if (!head) throw new Error('There is no text on the page.');
  await window.locator('[data-page-view]').focus();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
  await window.waitForTimeout(500);
  const moving = await window.evaluate(() =>
    document.getAnimations().flatMap((a) => {
      const { duration = 0 } = a.effect?.getComputedTiming() ?? {};
      return a.playState === 'running' && Number(duration) > 20 ? [String((a as CSSAnimation).animationName)] : [];
    }),
  );
  expect(moving).toEqual([]);
});
