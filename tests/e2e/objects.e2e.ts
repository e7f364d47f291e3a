/** Things on the page under the hand: drawn, copied, aligned, grouped, cut and pasted, cropped; and the undo law in the real window. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Box, drag, middle, onScreen, pageShown, type Thing, thing, things, titleOf } from './desk.ts';
import { answerDialogs, expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch({ args: ['--sample=issue'] });
  await pageShown(running.window);
});
test.afterEach(() => running.close());

const press = async (window: Page, ...keys: string[]): Promise<void> => {
  await window.locator('[data-page-view]').focus();
  for (const key of keys) await window.keyboard.press(key);
};

const ofRole = async (window: Page, role: string): Promise<Thing[]> => (await things(window)).filter((t) => t.role === role);
const lastBox = async (window: Page): Promise<Thing> => (await ofRole(window, 'box')).find((t) => t.selected) as Thing;
const count = (window: Page, role: string): Promise<number> => ofRole(window, role).then((list) => list.length);
const bar = (window: Page, field: string) => window.locator(`[data-panel="bar"] [data-field="bar-${field}"]`);
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.6;

async function draw(window: Page, key: string, box: Box): Promise<void> {
  await press(window, key);
  const at = await onScreen(window, box);
  await drag(window, { x: at.x, y: at.y }, { x: at.x + at.width, y: at.y + at.height });
}

test('frames are drawn, copied by Alt, sized by number, aligned, grouped, repeated, guided, locked; Esc leaves no trace', async () => {
  const { window } = running;
  // A page of its own: nothing there but what the hand draws.
  await press(window, 'Control+Shift+p');
  await expect.poll(async () => (await things(window)).length).toBe(0);
  await draw(window, 'm', { x: 200, y: 300, width: 150, height: 120 });
  await expect.poll(() => count(window, 'box')).toBe(1);
  const first = await lastBox(window);
  await bar(window, 'columns').fill('2');
  await bar(window, 'columns').press('Enter');
  await bar(window, 'lines').fill('+3行');
  await bar(window, 'lines').press('Enter');
  await expect.poll(async () => Math.round(((await thing(window, first.key)).box.height - first.box.height) / 11.25)).toBe(3);

  // Alt leaves a copy; Esc in a drag leaves the page as it was.
  const one = (await thing(window, first.key)).box;
  const from = await onScreen(window, one);
  const edge = { x: from.x + from.width * 0.3, y: from.y + from.height * 0.3 };
  await window.keyboard.down('Alt');
  await drag(window, edge, { x: edge.x + 160, y: edge.y + 90 });
  await window.keyboard.up('Alt');
  await expect.poll(() => count(window, 'box')).toBe(2);
  const copy = await lastBox(window);
  const held = middle(await onScreen(window, copy.box));
  await window.mouse.move(held.x, held.y);
  await window.mouse.down();
  await window.mouse.move(held.x + 60, held.y + 60, { steps: 4 });
  await window.keyboard.press('Escape');
  await window.mouse.up();
  await expect.poll(async () => (await thing(window, copy.key)).box).toEqual(copy.box);

  // Shift keeps the shape of what a corner resizes.
  const size = await onScreen(window, copy.box);
  const corner = { x: size.x + size.width, y: size.y + size.height };
  await window.keyboard.down('Control');
  await window.keyboard.down('Shift');
  await drag(window, corner, { x: corner.x + 40, y: corner.y + 5 });
  await window.keyboard.up('Shift');
  await window.keyboard.up('Control');
  await expect.poll(async () => (await thing(window, copy.key)).box.width).toBeGreaterThan(copy.box.width + 5);
  const grown = (await thing(window, copy.key)).box;
  expect(near(grown.width / grown.height, copy.box.width / copy.box.height)).toBe(true);

  await press(window, 'Control+a', 'Shift+F7');
  await window.getByRole('dialog').getByRole('button', { name: '左对齐' }).click();
  await window.keyboard.press('Escape');
  await expect.poll(async () => near((await thing(window, copy.key)).box.x, (await thing(window, first.key)).box.x)).toBe(true);
  await press(window, 'Control+g');
  await expect.poll(() => count(window, 'group')).toBe(1);
  await press(window, 'Control+l', 'ArrowRight');
  await expect(window.getByText('选中的东西锁定了').first()).toBeVisible();
  await press(window, 'Control+Alt+l', 'Control+Shift+g');
  await expect.poll(() => count(window, 'group')).toBe(0);

  // One of them over and over, in one step that one undo takes back.
  await press(window, 'Control+Shift+a');
  await window.locator(`button[data-key="${first.key}"]`).evaluate((b: HTMLElement) => b.click());
  await press(window, 'Control+Alt+u');
  await window.locator('[data-field="step-across"]').fill('2');
  // Enter is the dialog's own button; what was typed is set first.
  await window.locator('[data-field="step-across"]').press('Enter');
  await expect.poll(() => count(window, 'box')).toBe(4);
  await press(window, 'Control+z');
  await expect.poll(() => count(window, 'box')).toBe(2);

  // A guide out of the ruler, and out of the page again.
  const view = (await window.locator('[data-page-view]').boundingBox()) as Box;
  await drag(window, { x: view.x - 8, y: view.y + 200 }, { x: view.x + view.width / 2, y: view.y + 220 });
  await window.getByRole('tab', { name: '历史' }).click();
  await expect(window.getByRole('option', { name: /加辅助线/u })).toBeVisible();
  await window.keyboard.press('Control+z');

  // The styles and swatches of the issue, and axe over all of it.
  for (const [key, panel] of [
    ['F11', 'styles'],
    ['F5', 'swatches'],
  ] as const) {
    await press(window, key);
    await expect(window.locator(`[data-panel="${panel}"]`)).toBeVisible();
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    expect(violations.map((v) => `${panel} ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
  }
  await press(window, 'F1');
  await expect(window.locator('.key-table')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map((v) => `keys ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
  // A key given to another command is heard at once.
  await window.locator('[data-field="key-search"]').fill('cz');
  await window.locator('[data-field="key-search"]').fill('Alt+Shift+D');
  await window.locator('.key-line[data-command="edit.duplicate"] button').first().click();
  await window.keyboard.press('Control+b');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Escape');
  await press(window, 'Tab', 'Control+b');
  await expect.poll(() => count(window, 'box')).toBe(3);
  expectQuiet(running);
});

test('an article is cut and pasted to another page with its story; a photo is cropped by wheel, number and focus', async () => {
  const { window } = running;
  const articles = await ofRole(window, 'article');
  const cut = articles[1] as Thing;
  await window.locator(`button[data-key="${cut.key}"]`).evaluate((b: HTMLElement) => b.click());
  await press(window, 'Control+x');
  await expect.poll(() => count(window, 'article')).toBe(articles.length - 1);
  await press(window, 'Control+Shift+p', 'Control+Shift+i');
  await expect.poll(async () => (await ofRole(window, 'article')).map((t) => t.name)).toEqual([cut.name]);
  expect((await ofRole(window, 'article'))[0]?.box).toEqual(cut.box);
  await press(window, 'Control+z', 'Control+z', 'Control+z');
  await expect.poll(() => count(window, 'article')).toBe(articles.length);

  const photo = (await ofRole(window, 'photo'))[0] as Thing;
  const at = middle(await onScreen(window, photo.box));
  await window.mouse.dblclick(at.x, at.y);
  await expect(bar(window, 'photo-zoom')).toHaveValue('100');
  await window.mouse.move(at.x, at.y);
  await window.keyboard.down('Alt');
  await window.mouse.wheel(0, -200);
  await window.keyboard.up('Alt');
  await expect.poll(async () => Number(await bar(window, 'photo-zoom').inputValue())).toBeGreaterThan(105);
  await bar(window, 'photo-zoom').fill('*1.5');
  await bar(window, 'photo-zoom').press('Enter');
  await expect.poll(async () => Number(await bar(window, 'photo-zoom').inputValue())).toBeGreaterThan(150);
  await press(window, 'Control+Shift+y');
  await expect(bar(window, 'photo-zoom')).toHaveValue('100');
  // The focus mark stands in the middle of a picture nobody has looked at.
  const focus = window.locator('[data-field="focus-x"]');
  const before = Number(await focus.inputValue());
  await drag(window, at, { x: at.x + 40, y: at.y });
  await expect.poll(async () => Number(await focus.inputValue())).toBeGreaterThan(before + 1);
  expectQuiet(running);
});

/** A small generator with a printed seed: the same seed gives the same run. */
function random(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (s * 1664525 + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

const KEYS =
  'Tab Shift+Tab Tab Enter ArrowLeft ArrowRight ArrowUp ArrowDown Shift+ArrowDown Control+Shift+ArrowRight Control+x Control+c Control+v Control+Shift+i Alt+Shift+d Control+g Control+Shift+g Control+l Control+Alt+l Control+] Control+[ Control+Shift+] Control+Shift+[ Delete Control+Shift+. Control+Shift+, Control+a Control+Shift+a PageDown PageUp Control+Shift+p Control+z Control+z Control+Shift+z Control+Shift+e Control+Shift+y Control+Shift+q Control+Shift+x Alt+ArrowLeft Shift+='.split(
    ' ',
  );

test('300 random commands by key: undone all is the first project, redone all the last, byte for byte', async () => {
  const { app, window, folder } = running;
  const seed = 20260407;
  console.log(`seed ${seed}`);
  const next = random(seed);
  let saved = 0;
  const save = async (): Promise<Buffer> => {
    const path = join(folder, `法${++saved}.banxin`);
    await answerDialogs(app, { save: path });
    await press(window, 'Control+Shift+s');
    await expect.poll(() => titleOf(app)).toContain(`法${saved}`);
    return readFileSync(path);
  };
  const button = (id: string) => window.locator(`.toolbar [data-command="${id}"]`);
  const all = async (id: string, key: string): Promise<number> => {
    let steps = 0;
    while ((await button(id).getAttribute('data-unavailable')) === null) {
      await press(window, key);
      if (++steps > 400) throw new Error('no end');
    }
    return steps;
  };
  const first = await save();
  await press(window);
  for (let i = 0; i < 300; i++) await window.keyboard.press(KEYS[Math.floor(next() * KEYS.length)] as string);
  await all('edit.redo', 'Control+Shift+z');
  const last = await save();
  const steps = await all('edit.undo', 'Control+z');
  expect(steps).toBeGreaterThan(30);
  expect((await save()).equals(first)).toBe(true);
  await all('edit.redo', 'Control+Shift+z');
  expect((await save()).equals(last)).toBe(true);
  expectQuiet(running);
});
