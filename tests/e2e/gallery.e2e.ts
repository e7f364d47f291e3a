/** 组版 in the real window: proposals tried on the page and one taken, walls dragged and refused, articles swapped, promoted and pulled. */
import { expect, test } from '@playwright/test';
import { middle, onScreen, pageShown, things } from './desk.ts';
import { expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
  await pageShown(running.window);
});
test.afterEach(() => running.close());

/** Where everything on the page stands, without names: what undo must bring back. */
const places = async (): Promise<string> => JSON.stringify((await things(running.window)).map((t) => [t.key, t.box]).sort());

/** Open the gallery and wait for proposals; what the window says instead is in the failure. */
async function openGallery(least: number): Promise<void> {
  const { window } = running;
  await expect(async () => {
    if ((await window.locator('.gallery').count()) === 0) await window.locator('[data-page-view]').press('Control+Alt+a');
    await expect(window.locator('.gallery')).toHaveCount(1, { timeout: 2000 });
  }).toPass();
  await expect
    .poll(
      async () => {
        const found = await window.locator('[data-proposal]').count();
        const said = await window.locator('.gallery-progress, .gallery-waiting, .notice').allTextContents();
        return found >= least ? 'enough' : `${found}: ${said.join(' | ')}`;
      },
      { timeout: 60_000 },
    )
    .toBe('enough');
}

test('proposals come in, arrows try them on the page, Esc leaves it and Enter takes one as one undo', async () => {
  const { window } = running;
  const before = await places();
  const items = window.locator('[data-proposal]');
  await openGallery(5);

  await items.first().focus();
  await window.keyboard.press('ArrowRight');
  await expect.poll(places).not.toBe(before);
  const second = await places();
  await window.keyboard.press('ArrowRight');
  await expect.poll(places).not.toBe(second);
  await window.keyboard.press('Escape');
  await expect(window.locator('.gallery')).toHaveCount(0);
  await expect.poll(places).toBe(before);

  await openGallery(3);
  await items.nth(1).click();
  await expect.poll(places).not.toBe(before);
  await items.nth(1).press('Enter');
  await expect(window.locator('.gallery')).toHaveCount(0);
  expect(await places()).not.toBe(before);
  await window.locator('[data-page-view]').press('Control+z');
  await expect.poll(places).toBe(before);

  // Esc leaves it from the page too.
  await openGallery(1);
  await window.locator('[data-page-view]').press('Escape');
  await expect(window.locator('.gallery')).toHaveCount(0);
  expect(await places()).toBe(before);
  expectQuiet(running);
});

/** Undo, one step after another, until everything stands where it stood. */
async function undoTo(before: string): Promise<void> {
  for (let i = 0; i < 8 && (await places()) !== before; i++) {
    await running.window.locator('[data-page-view]').press('Control+z');
    // A step that was asked for before may only come now.
    await running.window.waitForTimeout(600);
  }
  await expect.poll(places).toBe(before);
}

test('a wall is dragged and the page closes again; two articles change places; one is promoted and one pulled', async () => {
  const { window } = running;
  const before = await places();
  const articles = (await things(window)).filter((t) => t.role === 'article');

  // By key first: the lower edge of an article one line down, wherever a wall is that closes.
  const view = window.locator('[data-page-view]');
  let moved: string | null = null;
  for (const a of articles) {
    const at = middle(await onScreen(window, a.box));
    await window.mouse.click(at.x, at.y);
    for (const key of ['Alt+Shift+ArrowDown', 'Alt+Shift+ArrowUp']) {
      await view.press(key);
      await window.waitForTimeout(500);
      if ((await places()) !== before) {
        moved = key;
        break;
      }
    }
    if (moved) break;
  }
  expect(moved).not.toBeNull();
  await undoTo(before);

  // A wall far beyond what can close: nothing moves, and the reason is said.
  const [lead] = articles;
  if (!lead) throw new Error('There is no article.');
  const edge = await onScreen(window, { x: lead.box.x + 20, y: lead.box.y + lead.box.height, width: 1, height: 9 });
  await view.press('Escape');
  let found = false;
  for (let dy = -6; dy <= 14 && !found; dy++) {
    await window.mouse.move(edge.x, edge.y + dy);
    found = (await view.evaluate((el) => getComputedStyle(el).cursor)) === 'row-resize';
    if (!found) continue;
    await window.mouse.down();
    await window.mouse.move(edge.x, edge.y + dy + 5);
    await window.mouse.move(edge.x, 1);
    await expect(window.locator('.notice', { hasText: '没有移动' })).toHaveCount(1);
    await window.mouse.up();
  }
  expect(found).toBe(true);
  await undoTo(before);

  // Pulled: the others take its place.
  const last = articles.at(-1);
  if (!last) throw new Error('There is no article.');
  const at = middle(await onScreen(window, last.box));
  await window.mouse.click(at.x, at.y);
  await view.press('Shift+Delete');
  await window.waitForTimeout(1500);
  const pulled = (await things(window)).filter((t) => t.role === 'article').length;
  expect([articles.length, articles.length - 1]).toContain(pulled);
  await undoTo(before);

  // Taken off and put back over the whole issue: what stood nowhere stands somewhere, as one undo.
  const count = async (): Promise<number> => (await things(window)).filter((t) => t.role === 'article').length;
  await window.mouse.click(at.x, at.y);
  await view.press('Delete');
  await expect.poll(count).toBe(articles.length - 1);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('整份组版');
  await window.keyboard.press('Enter');
  await expect(window.locator('.notice-done', { hasText: '排' })).toHaveCount(1, { timeout: 60_000 });
  await undoTo(before);
  expectQuiet(running);
});
