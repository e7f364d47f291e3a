/** Writing on the page itself: the caret by mouse and keys, input methods, undo, looks, paragraphs, several frames. */
import { expect, type Page, test } from '@playwright/test';
import { middle, onScreen, pageShown, type Thing, things } from './desk.ts';
import { expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
  await pageShown(running.window);
});
test.afterEach(() => running.close());

/** The passage under the caret and what is selected of it, as a screen reader finds them. */
const field = (window: Page): Promise<{ name: string; text: string; from: number; to: number; focused: boolean }> =>
  window.locator('[data-writing]').evaluate((el) => {
    const f = el as HTMLTextAreaElement;
    return {
      name: f.getAttribute('aria-label') ?? '',
      text: f.value,
      from: f.selectionStart,
      to: f.selectionEnd,
      focused: document.activeElement === f,
    };
  });

/** Where the caret stands in the window. */
const caretBox = async (window: Page) => {
  const box = await window.locator('[data-caret]').boundingBox();
  if (!box) throw new Error('There is no caret.');
  return box;
};

async function firstOf(window: Page, role: string, wide = 0): Promise<Thing> {
  const found = (await things(window)).filter((t) => t.role === role && t.box.width > wide)[0];
  if (!found) throw new Error(`There is no ${role}.`);
  return found;
}

/** A double click into text; made again where a busy machine took the two clicks for single ones. */
async function writeAt(window: Page, at: { x: number; y: number }): Promise<void> {
  await expect(async () => {
    await window.mouse.dblclick(at.x, at.y);
    await expect(window.locator('[data-writing]')).toBeFocused({ timeout: 1500 });
  }).toPass();
}

/** Near enough that a character can be hit. */
async function comeNear(window: Page, thing: Thing): Promise<void> {
  const at = middle(await onScreen(window, thing.box));
  await window.mouse.move(at.x, at.y);
  await window.keyboard.down('Control');
  for (let i = 0; i < 5; i++) await window.mouse.wheel(0, -120);
  await window.keyboard.up('Control');
  await window.waitForTimeout(300);
}

test('a double click puts the caret into the text; keys, composed words and undo work there', async () => {
  const { window, app } = running;
  const body = await firstOf(window, 'body');
  await comeNear(window, body);
  const at = middle(await onScreen(window, body.box));
  await writeAt(window, at);
  const start = await field(window);
  expect(start.name).toMatch(/第 \d+ 段/u);
  const caret = await caretBox(window);
  expect(Math.abs(caret.x - at.x)).toBeLessThan(30);
  expect(Math.abs(caret.y + caret.height / 2 - at.y)).toBeLessThan(30);

  // Typed on the page: the text, the caret behind it.
  await window.keyboard.type('abc');
  await expect.poll(async () => (await field(window)).text).toBe(`${start.text.slice(0, start.from)}abc${start.text.slice(start.from)}`);
  expect((await field(window)).from).toBe(start.from + 3);
  await window.keyboard.press('Backspace');
  await window.keyboard.press('Backspace');
  await window.keyboard.press('Backspace');
  expect(await field(window)).toEqual(start);

  // An input method: letters stand in the page while they are composed, keys of commands are silent, one undo takes the word.
  const cdp = await window.context().newCDPSession(window);
  for (const text of ['b', 'ban', 'ban xin'])
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await expect(window.locator('.writing-composed')).toHaveAttribute('d', /M/u);
  await window.waitForTimeout(200);
  await window.screenshot({ path: 'out/shots/composing.png' });
  await cdp.send('Input.insertText', { text: '版心' });
  await expect.poll(async () => (await field(window)).text).toBe(`${start.text.slice(0, start.from)}版心${start.text.slice(start.from)}`);
  expect((await field(window)).from).toBe(start.from + 2);
  await window.keyboard.press('Control+z');
  await expect.poll(() => field(window)).toEqual(start);
  await window.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await field(window)).from).toBe(start.from + 2);
  await window.keyboard.press('Control+z');

  // Down and up come back to where they were; Home and End hold the line.
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('ArrowUp');
  expect((await field(window)).from).toBe(start.from);
  const row = await caretBox(window);
  await window.keyboard.press('Home');
  expect((await caretBox(window)).y).toBe(row.y);
  await window.keyboard.press('Shift+End');
  const line = await field(window);
  expect(line.to - line.from).toBeGreaterThan(5);
  expect((await caretBox(window)).y).toBe(row.y);
  await window.screenshot({ path: 'out/shots/writing.png' });

  // Cut, and put back.
  await window.keyboard.press('Control+x');
  await expect.poll(async () => (await field(window)).text).toBe(start.text.slice(0, line.from) + start.text.slice(line.to));
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(start.text.slice(line.from, line.to));
  await window.keyboard.press('Control+v');
  await expect.poll(async () => (await field(window)).text).toBe(start.text);
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect.poll(() => field(window)).toEqual(line);

  // Paragraphs: cut in two, joined again.
  await window.keyboard.press('ArrowLeft');
  await window.keyboard.press('Enter');
  await expect.poll(async () => (await field(window)).text).toBe(start.text.slice(line.from));
  await window.keyboard.press('Backspace');
  await expect.poll(async () => (await field(window)).text).toBe(start.text);
  expect((await field(window)).from).toBe(line.from);

  // Words and paragraphs by clicks, the whole story by key.
  const spot = await caretBox(window);
  await window.mouse.click(spot.x + 30, spot.y + spot.height / 2, { clickCount: 2 });
  await expect
    .poll(async () => {
      const f = await field(window);
      return f.to - f.from;
    })
    .toBeGreaterThan(0);
  await window.mouse.click(spot.x + 30, spot.y + spot.height / 2, { clickCount: 3 });
  await expect
    .poll(async () => {
      const f = await field(window);
      return f.text.slice(f.from, f.to) === f.text;
    })
    .toBe(true);
  await window.keyboard.press('Control+a');
  await expect(window.locator('.writing-selection')).toHaveAttribute('d', /(M.*){20}/u);
  await window.screenshot({ path: 'out/shots/story-selected.png' });
  await window.keyboard.press('Escape');
  await expect(window.locator('[data-writing]')).toHaveCount(0);
  for (let i = 0; i < 6; i++) await window.keyboard.press('Control+z');
  await writeAt(window, at);
  await expect.poll(async () => (await field(window)).text).toBe(start.text);
  expectQuiet(running);
});

test('looks, kinds of paragraph, ruby and hidden characters are had by key; text over goes on in the next frame', async () => {
  const { window } = running;
  const body = await firstOf(window, 'body');
  await comeNear(window, body);
  const at = middle(await onScreen(window, body.box));
  await writeAt(window, at);
  // The middle of a body may be a subhead: what follows needs a paragraph with words to select, and not its end.
  for (let i = 0; i < 8 && (await field(window)).text.length < 60; i++) await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Control+ArrowUp');
  for (let i = 0; i < 4; i++) await window.keyboard.press('ArrowRight');
  await expect.poll(async () => (await field(window)).text.length).toBeGreaterThan(60);
  const start = await field(window);
  for (let i = 0; i < 4; i++) await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Control+b');
  await window.keyboard.press('Control+Shift+e');
  await window.keyboard.press('ArrowRight');
  for (let i = 0; i < 2; i++) await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Control+Alt+r');
  await window.getByLabel('注在上面的字').fill('zhù yīn');
  await window.keyboard.press('Enter');
  await expect(window.locator('[data-writing]')).toBeFocused();
  await window.keyboard.press('Control+Alt+i');
  await window.keyboard.press('Control+3');
  await window.waitForTimeout(300);
  await window.screenshot({ path: 'out/shots/looks.png' });
  await expect(window.locator('.hidden-ends')).toHaveAttribute('d', /M/u);
  await window.keyboard.press('Control+Alt+i');
  for (let i = 0; i < 4; i++) await window.keyboard.press('Control+z');
  await expect.poll(async () => (await field(window)).from).toBe(start.from);
  await window.keyboard.press('Escape');

  // The body made lower: red, and the out-port leads to the next frame, which may be drawn anywhere free.
  await window.keyboard.press('Control+0');
  await window.waitForTimeout(400);
  const box = await onScreen(window, body.box);
  await window.mouse.click(5, 5);
  await window.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  await window.keyboard.press('Escape');
  const lines = window.locator('[data-field="lines"]');
  await lines.fill('-4行');
  await lines.press('Enter');
  // No badge: nothing is over.
  const over = (): Promise<number> =>
    window.locator('[data-overset]').evaluateAll((badges) => badges.reduce((sum, b) => sum + Number(b.getAttribute('data-overset')), 0));
  await expect(window.locator('[data-overset]').first()).toBeVisible();
  const first = await over();
  await window.waitForTimeout(300);
  await window.screenshot({ path: 'out/shots/ports.png' });
  await window.locator('.port-bad').click();
  const under = { x: box.x, y: box.y + box.height * 0.87 };
  await window.mouse.move(under.x, under.y);
  await window.mouse.down();
  await window.mouse.move(under.x + 40, under.y + 10);
  await window.mouse.move(box.x + box.width * 0.99, box.y + box.height * 0.98);
  await window.mouse.up();
  await window.waitForTimeout(400);
  await window.screenshot({ path: 'out/shots/threaded.png' });
  await expect(window.locator('[data-port="out"]')).toHaveCount(2);
  await expect.poll(over).toBeLessThan(first);
  const second = await over();
  await window.keyboard.press('Shift+n');
  await expect.poll(over).toBe(first);
  await window.keyboard.press('Control+z');
  await expect.poll(over).toBe(second);
  expectQuiet(running);
});

test('find goes from place to place on the page; replace all is one undo', async () => {
  const { window } = running;
  await window.keyboard.press('Control+f');
  const panel = window.getByRole('region', { name: '查找和替换' });
  await panel.getByLabel('查找', { exact: true }).fill('大桥');
  await expect(panel.getByRole('status')).toContainText('找到');
  const found = Number(/\d+/u.exec((await panel.getByRole('status').textContent()) ?? '')?.[0]);
  expect(found).toBeGreaterThan(4);
  await panel.getByLabel('替换为').fill('长桥');
  await window.keyboard.press('F3');
  await expect(window.locator('.writing-selection')).toHaveAttribute('d', /M/u);
  const picked = async (): Promise<string> => {
    const f = await field(window);
    return f.text.slice(f.from, f.to);
  };
  expect(await picked()).toBe('大桥');
  await window.keyboard.press('F3');
  expect(await picked()).toBe('大桥');
  await window.waitForTimeout(300);
  await window.screenshot({ path: 'out/shots/find.png' });
  await panel.getByRole('button', { name: '全部替换' }).click();
  await expect(panel.getByRole('status')).toContainText('没有找到');
  await panel.getByLabel('查找', { exact: true }).fill('长桥');
  await expect(panel.getByRole('status')).toContainText(`${found} 处`);
  await window.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+f');
  await expect(panel.getByRole('status')).toContainText('没有找到');
  expectQuiet(running);
});

test('the story view is a second view of the text: it opens and closes at the caret, and shows lines and what is over', async () => {
  const { window } = running;
  const body = await firstOf(window, 'body');
  const at = middle(await onScreen(window, body.box));
  await writeAt(window, at);
  const start = await field(window);
  await window.keyboard.press('Control+y');
  const view = window.getByRole('region', { name: '稿件视图' });
  const passage = view.locator('textarea:focus');
  await expect(passage).toHaveValue(start.text);
  expect(await passage.evaluate((el) => (el as HTMLTextAreaElement).selectionStart)).toBe(start.from);
  await expect(view.locator('.line-end').nth(20)).toBeAttached();
  await window.keyboard.type('甲');
  // A long paragraph more than there is room for: what is over is tinted.
  await window.keyboard.insertText('乙'.repeat(400));
  await expect(view.locator('.line-over').first()).toBeAttached();
  await window.waitForTimeout(300);
  await window.screenshot({ path: 'out/shots/story-view.png' });
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+y');
  await expect(view).toHaveCount(0);
  await expect(window.locator('[data-writing]')).toBeFocused();
  expect((await field(window)).text).toBe(start.text);
  expectQuiet(running);
});
