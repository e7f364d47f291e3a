/** Everyone's way in: no violation that axe knows of in the window, in both languages, empty and with a page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { middle, onScreen } from './desk.ts';
import { launch } from './launch.ts';

for (const language of ['zh-CN', 'en-GB'] as const)
  for (const args of [[], ['--sample=issue']])
    test(`${language}, ${args.length ? 'the sample issue' : 'nothing open'}: axe finds nothing`, async () => {
      const running = await launch({ args, language });
      try {
        await expect(running.window.locator(args.length ? '[data-page-view]' : 'button').first()).toBeVisible();
        // Legacy mode: an Electron window has no second page to run in.
        const { violations } = await new AxeBuilder({ page: running.window }).setLegacyMode().analyze();
        expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
      } finally {
        await running.close();
      }
    });

test('axe finds nothing while text is written, found and seen whole, in either language', async () => {
  for (const language of ['zh-CN', 'en-GB'] as const) {
    const running = await launch({ args: ['--sample=issue'], language });
    try {
      const { window } = running;
      await window.locator('button[data-role="head"]').first().waitFor({ state: 'attached' });
      const clean = async (): Promise<void> => {
        const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
        expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
      };
      // The page may still be taking its place in the view when it is first clicked.
      await expect(async () => {
        const rect = await window.locator('button[data-role="body"]').first().getAttribute('data-rect');
        const [x = 0, y = 0, width = 0, height = 0] = (rect ?? '').split(' ').map(Number);
        const at = middle(await onScreen(window, { x, y, width, height }));
        await window.mouse.dblclick(at.x, at.y);
        await expect(window.locator('[data-writing]')).toBeFocused({ timeout: 1500 });
      }).toPass();
      await window.keyboard.press('Control+f');
      await window.keyboard.insertText('11');
      await expect(window.locator('.find-hit').first()).toBeVisible();
      await clean();
      await window.keyboard.press('Escape');
      await window.keyboard.press('Control+y');
      await expect(window.locator('.story-view')).toBeVisible();
      await clean();
    } finally {
      await running.close();
    }
  }
});
