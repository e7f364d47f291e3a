/**
 * Every panel, dialog, popover and empty state in both languages: axe finds nothing, no words are cut off, none are left
 * untranslated. With BANXIN_PICTURES=FOLDER each is also pictured at 1280 × 800 and 2560 × 1440, to be looked at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pageShown } from './desk.ts';
import { expectQuiet, launch, type Running } from './launch.ts';
import { BLANK, EMPTY, ISSUE, type Station, walk } from './tour.ts';

const SMALL = { width: 1280, height: 800 };
const LARGE = { width: 2560, height: 1440 };

/** Words that have less room than they need and no way to be read: their box hides what it does not hold. */
const cutOff = (running: Running): Promise<string[]> =>
  running.window.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const box = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!box || !words || !box.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const style = getComputedStyle(box);
      // An ellipsis is a promise that there is more; a name is one that may be long.
      if (style.overflowX === 'visible' || style.textOverflow === 'ellipsis' || style.clipPath !== 'none') continue;
      if (box.scrollWidth > box.clientWidth + 1 && style.overflowX !== 'auto' && style.overflowX !== 'scroll')
        found.push(`${box.className || box.tagName}: ${words.slice(0, 30)}`);
    }
    return found;
  });

/** A key of the language files that was shown for want of words. */
const untranslated = (running: Running): Promise<string[]> =>
  running.window.evaluate(() =>
    [...new Set(document.body.innerText.match(/\b[a-z]+(?:\.[a-z][A-Za-z]+)+\b/gu) ?? [])].filter(
      (w) => !/\.(?:com|org|cn|txt|pdf|jpg|png|banxin)$/u.test(w),
    ),
  );

async function size(running: Running, to: { width: number; height: number }): Promise<void> {
  await running.app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), to);
  await running.window.waitForTimeout(400);
}

for (const language of ['zh-CN', 'en-GB'] as const)
  for (const [name, args, stations] of [
    ['empty', [], [...EMPTY, ...BLANK]],
    ['issue', ['--sample=issue'], ISSUE],
  ] as const)
    test(`${language}, ${name}: nothing is cut off, unsaid, or out of reach`, async () => {
      test.setTimeout(480_000);
      const running = await launch({ args: [...args], language });
      const faults: string[] = [];
      try {
        const { window } = running;
        await size(running, SMALL);
        if (args.length) await pageShown(window);
        const keep = process.env.BANXIN_PICTURES;
        const look = async (station: string): Promise<void> => {
          const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
          const told = [
            ...violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.html.slice(0, 160)}`)),
            ...(await cutOff(running)).map((w) => `cut off: ${w}`),
            ...(await untranslated(running)).map((w) => `unsaid: ${w}`),
          ];
          faults.push(...told.map((t) => `${station}: ${t}`));
          if (!keep) return;
          const folder = join(keep, language);
          mkdirSync(folder, { recursive: true });
          await window.screenshot({ path: join(folder, `${name} ${station}.png`) });
          await size(running, LARGE);
          await window.screenshot({ path: join(folder, `${name} ${station} large.png`) });
          await size(running, SMALL);
        };
        await walk(window, stations as readonly Station[], look);
        expect(faults).toEqual([]);
        expectQuiet(running);
      } finally {
        await running.close();
      }
    });
