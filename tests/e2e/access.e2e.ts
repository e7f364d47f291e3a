/** Everyone's way in: no violation that axe knows of in the window, in both languages, empty and with a page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
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
