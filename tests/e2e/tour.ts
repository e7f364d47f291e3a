/** A tour of the window: every panel, dialog, popover and empty state, and how a hand comes to see it. The same in either language. */
import { expect, type Page } from '@playwright/test';
import { middle, onScreen, type Thing, things } from './desk.ts';

export interface Station {
  readonly name: string;
  readonly show: (window: Page) => Promise<void>;
  /** Esc, as often, leads back; the next station begins with nothing open and nothing selected. */
  readonly escapes?: number;
}

const press =
  (...keys: readonly string[]) =>
  async (window: Page): Promise<void> => {
    for (const key of keys) await window.keyboard.press(key);
  };

/** A tab of a dock, by its place among all tabs of that name's panel. */
const tab =
  (id: string, then: (window: Page) => Promise<void> = async () => {}) =>
  async (window: Page): Promise<void> => {
    await window.locator(`[role="tab"][id$="-tab-${id}"]`).click();
    await then(window);
  };

async function select(window: Page, isIt: (t: Thing) => boolean): Promise<void> {
  const it = (await things(window)).find(isIt);
  if (!it) throw new Error('The page has nothing of this kind.');
  const at = middle(await onScreen(window, it.box));
  // Alt takes a frame out of its article.
  await window.keyboard.down('Alt');
  await window.mouse.click(at.x, at.y);
  await window.keyboard.up('Alt');
}

const selecting =
  (role: string, then: (window: Page) => Promise<void> = async () => {}) =>
  async (window: Page): Promise<void> => {
    await select(window, (t) => t.role === role);
    await then(window);
  };

async function writing(window: Page): Promise<void> {
  // The page may still be taking its place in the view when it is first clicked.
  await expect(async () => {
    const it = (await things(window)).find((t) => t.role === 'body') as Thing;
    const at = middle(await onScreen(window, it.box));
    await window.mouse.dblclick(at.x, at.y);
    await expect(window.locator('[data-writing]')).toBeFocused({ timeout: 1500 });
  }).toPass();
}

const dialog = async (window: Page): Promise<void> => window.locator('[role="dialog"]').first().waitFor();

/** With nothing open. */
export const EMPTY: readonly Station[] = [
  { name: 'nothing open', show: async () => {} },
  { name: 'new', show: async (w) => press('Control+n')(w).then(() => dialog(w)), escapes: 1 },
  { name: 'palette, nothing open', show: async (w) => press('Control+k')(w).then(() => dialog(w)), escapes: 1 },
];

/** A new page of a new issue: nothing on it, no copy. */
export const BLANK: readonly Station[] = [
  {
    name: 'blank page',
    show: async (w) => {
      await w.keyboard.press('Control+n');
      await dialog(w);
      await w.keyboard.press('Enter');
      await w.locator('[data-page-view]').waitFor();
    },
  },
  { name: 'blank page, styles', show: tab('styles') },
  { name: 'blank page, swatches', show: tab('swatches') },
  { name: 'blank page, history', show: tab('history') },
  { name: 'blank page, copy desk', show: press('F4') },
];

/** With the sample issue. */
export const ISSUE: readonly Station[] = [
  { name: 'page', show: async () => {} },
  { name: 'headline chosen', show: selecting('head') },
  { name: 'body chosen', show: selecting('body') },
  { name: 'photo chosen', show: selecting('photo') },
  { name: 'caption chosen', show: selecting('caption') },
  { name: 'all chosen', show: press('Control+a') },
  {
    name: 'choice open',
    show: selecting('head', async (w) => {
      await w.locator('[data-panel="inspector"] button[aria-haspopup="listbox"]').first().click();
      await w.locator('[role="listbox"]').last().waitFor();
    }),
    escapes: 2,
  },
  {
    name: 'colour open',
    show: selecting('head', async (w) => {
      await w
        .locator('[data-panel="inspector"] .colour-field button, [data-panel="inspector"] button[aria-haspopup="dialog"]')
        .first()
        .click();
      await dialog(w);
    }),
    escapes: 2,
  },
  { name: 'styles', show: tab('styles') },
  { name: 'style of body', show: selecting('body') },
  {
    name: 'object styles',
    show: async (w) => {
      await w.locator('[data-panel="styles"] .segment').nth(1).click();
    },
  },
  { name: 'swatches', show: tab('swatches') },
  { name: 'history', show: async (w) => tab('inspector')(w).then(() => tab('history')(w)) },
  { name: 'checks', show: tab('checks') },
  {
    name: 'weigh a check',
    show: async (w) => {
      const button = w.locator('[data-panel="checks"] button[aria-haspopup]').first();
      await button.hover();
      await w.waitForTimeout(300);
      await button.click();
      await w.locator('[role="menu"]').waitFor();
    },
    escapes: 1,
  },
  {
    name: 'rules',
    show: async (w) => {
      await w.locator('.check-rules').click();
      await dialog(w);
    },
    escapes: 1,
  },
  { name: 'export', show: async (w) => press('Control+e')(w).then(() => dialog(w)), escapes: 1 },
  { name: 'proof', show: async (w) => press('Control+p')(w).then(() => dialog(w)), escapes: 1 },
  { name: 'go to page', show: async (w) => press('Control+j')(w).then(() => dialog(w)), escapes: 1 },
  { name: 'keys', show: async (w) => press('F1')(w).then(() => dialog(w)), escapes: 1 },
  { name: 'palette', show: async (w) => press('Control+k')(w).then(() => dialog(w)), escapes: 1 },
  { name: 'align', show: async (w) => press('Control+a', 'Shift+F7')(w).then(() => dialog(w)), escapes: 1 },
  {
    name: 'step and repeat',
    show: async (w) => {
      const it = (await things(w)).find((t) => t.role === 'article') as Thing;
      const at = middle(await onScreen(w, it.box));
      await w.mouse.click(at.x, at.y);
      await w.keyboard.press('Control+Alt+u');
      await dialog(w);
    },
    escapes: 1,
  },
  {
    name: 'gallery',
    show: async (w) => press('Control+Alt+a')(w).then(() => w.locator('[data-proposal]').nth(2).waitFor({ timeout: 60_000 })),
    escapes: 1,
  },
  { name: 'writing', show: writing, escapes: 1 },
  {
    name: 'find',
    show: async (w) => {
      await w.keyboard.press('Control+f');
      await w.keyboard.insertText('的');
      await w.locator('.find-hit').first().waitFor();
    },
    escapes: 1,
  },
  {
    name: 'story view',
    show: async (w) =>
      writing(w)
        .then(() => press('Control+y')(w))
        .then(() => w.locator('.story-view').waitFor()),
    escapes: 0,
  },
  { name: 'story view closed', show: press('Control+y'), escapes: 2 },
  {
    name: 'ruby',
    show: async (w) => {
      await writing(w);
      await w.keyboard.press('Shift+ArrowRight');
      await w.keyboard.press('Control+Alt+r');
      await dialog(w);
    },
    escapes: 2,
  },
  { name: 'copy desk', show: press('F4') },
  { name: 'copy desk closed', show: press('F4') },
  { name: 'preview', show: press('w') },
  { name: 'preview closed', show: press('w') },
  { name: 'page full size', show: press('Control+1') },
];

/** Show each station in turn, tell it, and go back. */
export async function walk(window: Page, stations: readonly Station[], look: (name: string) => Promise<void>): Promise<void> {
  for (const { name, show, escapes = 0 } of stations) {
    await show(window);
    // Panels beside the page follow the hand when it rests.
    await window.waitForTimeout(450);
    await look(name);
    for (let i = 0; i < escapes; i++) await window.keyboard.press('Escape');
    await window.waitForTimeout(150);
  }
}
