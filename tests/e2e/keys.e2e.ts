/** Keys of the guide's tables that act on the whole window: go to a page, a proof, an issue board, type by steps in the text. */
import { expect, test } from '@playwright/test';
import { middle, onScreen, pageShown, type Thing, things } from './desk.ts';
import { expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
  await pageShown(running.window);
});
test.afterEach(() => running.close());

test('Ctrl+J goes to a page by its number and says when there is none; Ctrl+P asks for a proof of it', async () => {
  const { window } = running;
  const shown = window.locator('.page-list [aria-selected="true"]');
  await window.keyboard.press('Control+j');
  const dialog = window.getByRole('dialog');
  await window.keyboard.insertText('9');
  await expect(dialog).toContainText('没有这一版');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(1);
  await window.keyboard.press('Control+a');
  await window.keyboard.insertText('３版');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(shown.first()).toContainText('3 版');

  await window.keyboard.press('Control+p');
  await expect(dialog.getByRole('radio', { name: /校对样/u })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: '只导出当前版' })).toBeChecked();
  await window.keyboard.press('Escape');
  // What is usually exported stays what it was.
  await window.keyboard.press('Control+e');
  await expect(dialog.getByRole('radio', { name: /PDF\/X-4/u })).toBeChecked();
  await window.keyboard.press('Escape');
  expectQuiet(running);
});

test('the page under the pointer takes the board’s keys: S its state, L its lock, T its template, A its proposals', async () => {
  const { window } = running;
  const second = window.locator('[data-page]').nth(1);
  await second.hover();
  await window.keyboard.press('s');
  await expect(second.locator('[data-state]')).toHaveCount(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await window.locator('[role="tab"][id$="-tab-history"]').click();
  await second.hover();
  await window.keyboard.press('l');
  await expect(window.locator('[data-panel="checks"]')).toContainText('锁定');
  await window.keyboard.press('Control+z');
  await window.keyboard.press('t');
  await expect(window.getByRole('listbox').last()).toContainText('不用母版');
  await window.keyboard.press('Escape');
  await second.hover();
  await window.keyboard.press('a');
  await window.locator('[data-proposal]').first().waitFor({ timeout: 60_000 });
  await window.keyboard.press('Escape');
  expectQuiet(running);
});

test('in the text, size and tracking go by steps; the body’s leading says why it does not', async () => {
  const { window } = running;
  await expect(async () => {
    const it = (await things(window)).find((t) => t.role === 'body') as Thing;
    const at = middle(await onScreen(window, it.box));
    await window.mouse.dblclick(at.x, at.y);
    await expect(window.locator('[data-writing]')).toBeFocused({ timeout: 1500 });
  }).toPass();
  const undo = window.locator('[data-command="edit.undo"]');
  await expect(undo).toHaveAttribute('data-unavailable');
  await window.keyboard.press('Control+Shift+Period');
  await expect(undo).not.toHaveAttribute('data-unavailable');
  await window.keyboard.press('Alt+ArrowRight');
  await window.keyboard.press('Alt+ArrowDown');
  await expect(window.locator('.notice, [role="status"]').filter({ hasText: '正文行距就是版面的行格' }).first()).toBeVisible();
  await expect(window.locator('[data-writing]')).toBeFocused();
  await window.keyboard.press('Escape');
  await window.keyboard.press('F11');
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect(undo).toHaveAttribute('data-unavailable');
  expectQuiet(running);
});

test('what is locked does not move, and the drag says why; unlocked it does', async () => {
  const { window } = running;
  const photo = (await things(window)).find((t) => t.role === 'photo') as Thing;
  const article = (await things(window)).filter((t) => t.role === 'article');
  const own = article.find((a) => a.box.x <= photo.box.x + 1 && a.box.y <= photo.box.y + 1 && a.box.y + a.box.height >= photo.box.y);
  if (!own) throw new Error('The photograph stands in no article.');
  const place = async (): Promise<string> => JSON.stringify((await things(window)).find((t) => t.key === own.key)?.box);
  const before = await place();
  const at = middle(await onScreen(window, photo.box));
  const pull = async (): Promise<void> => {
    await window.mouse.move(at.x, at.y);
    await window.mouse.down();
    await window.mouse.move(at.x + 30, at.y + 60, { steps: 5 });
    await window.mouse.up();
  };
  await window.mouse.click(at.x, at.y);
  await window.keyboard.press('Control+l');
  await pull();
  await expect(window.getByText(/锁定了，不会移动。按 Ctrl\+L 解锁/u)).toBeVisible();
  expect(await place()).toBe(before);
  await window.keyboard.press('Control+l');
  await pull();
  await expect.poll(place).not.toBe(before);
  await window.keyboard.press('Control+z');
  await expect.poll(place).toBe(before);
  expectQuiet(running);
});
