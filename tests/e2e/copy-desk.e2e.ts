/** The copy desk under the keyboard: a GB 18030 file dropped, a role corrected, a repair refused, a changed source merged. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { writeProjectFile } from '../../src/core/archive/index.ts';
import { newProject, type Preset, type Project } from '../../src/core/document/index.ts';
import { type Copy, emptyStory, type Story } from '../../src/core/story/index.ts';
import { findPreset } from '../../src/node/presets.ts';
import { encode } from '../copy/encode.ts';
import { drag, dropFiles } from './desk.ts';
import { answerDialogs, expectQuiet, launch, type Running } from './launch.ts';

const COPY = `◎党建广角

青石镇把课堂搬到田埂上

本报记者 周明远

近日,青石镇的田埂上坐满了人。村支书李春生说:"课堂就在地里,大家听得进去!"他一边说,一边把新谷种分给乡亲。

镇里的农技站离村远,老人走一趟要半天,很多人索性不去。去年冬天,镇党委决定把课搬到地头,谁家的地出了毛病,就在谁家的地里讲。

课讲到田里

这几年,镇里先后请来十二位农技员,一年开讲四十多场,听课的有三千多人次。老乡们说,听得懂、用得上、记得牢,才算好课。

讲课的人里有农技员,也有种了一辈子地的老把式。谁家的法子好,谁就上来讲,讲完了大家再评一评。

收成写在脸上

秋天收谷,全镇亩产比上年多了六十多斤。李春生把账本摊在桌上,一笔一笔念给大家听,念到最后,屋里响起了掌声。

责任编辑:陈立 版式:王芳
`;

let running: Running;
test.beforeEach(async () => {
  running = await launch();
});
test.afterEach(() => running.close());

const row = (window: Page, role: string, text: string) => window.locator(`.desk-row[data-role="${role}"]`, { hasText: text });
const account = async (window: Page): Promise<number[]> =>
  ((await window.locator('[data-account]').getAttribute('data-account')) ?? '').split(' ').map(Number);

/** Every character is somewhere, and nothing is in two places. */
async function expectWhole(window: Page): Promise<void> {
  const [all = 0, ...parts] = await account(window);
  expect(all).toBeGreaterThan(100);
  expect(parts.reduce((a, b) => a + b, 0)).toBe(all);
}

/** The copy in GB 18030, opened by the dialog and shown on the desk; where it lies. */
async function openOnDesk(): Promise<string> {
  const { app, window, folder } = running;
  const path = join(folder, '来稿.txt');
  writeFileSync(path, encode(COPY, 'gb18030'));
  await answerDialogs(app, { open: [path] });
  await expect(window.locator('button').first()).toBeVisible();
  await window.keyboard.press('Control+Shift+o');
  await expect(window.locator('[data-story]')).toHaveCount(1);
  await window.keyboard.press('F4');
  return path;
}

test('a dropped GB 18030 page is corrected by key, a repair refused, all of it undone, and its story placed', async () => {
  const { window, folder } = running;
  const path = join(folder, '来稿.txt');
  writeFileSync(path, encode(COPY, 'gb18030'));
  const bad = join(folder, '程序.txt');
  writeFileSync(bad, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 0, 2, 0, 0, 0, 3, 255, 254, 0, 0]));
  await expect(window.locator('button').first()).toBeVisible();
  await dropFiles(window, [path, bad]);
  await expect(window.locator('[data-story]')).toHaveCount(1);
  await expect(window.getByText('“程序.txt”没有读入：来稿不是已知的任何一种编码的文字')).toBeVisible();

  await window.keyboard.press('F4');
  await expect(window.locator('.source-text')).toContainText('青石镇的田埂上坐满了人');
  await expect(window.locator('.desk-encoding').first()).toHaveText('gb18030');
  await expect(row(window, 'furniture', '责任编辑')).toBeVisible();
  await expectWhole(window);
  await window.screenshot({ path: 'out/shots/copy-desk.png' });

  // A role by one key, from the keyboard alone.
  await expect(window.locator('.desk-row').first()).toBeFocused();
  const subhead = row(window, 'subhead', '课讲到田里');
  for (let i = 0; i < 20 && (await subhead.getAttribute('aria-selected')) !== 'true'; i++) await window.keyboard.press('ArrowDown');
  await window.keyboard.press('4');
  await expect(row(window, 'deck', '课讲到田里')).toBeFocused();
  await expectWhole(window);

  // Furniture comes back into the story, and goes again.
  await row(window, 'furniture', '责任编辑').click();
  await window.keyboard.press('8');
  await expect(row(window, 'note', '责任编辑')).toBeVisible();
  await window.keyboard.press('x');
  await expect(row(window, 'aside', '责任编辑')).toBeVisible();
  await expectWhole(window);

  // Cut at the caret, joined again; a new story begun, put back.
  const first = row(window, 'paragraph', '近日');
  await first.click();
  await window.keyboard.press('Enter');
  const field = window.locator('.desk-strip textarea');
  await expect(field).toBeFocused();
  const text = await field.inputValue();
  await field.evaluate((el: HTMLTextAreaElement) => el.setSelectionRange(15, 15));
  await window.keyboard.press('Enter');
  const second = row(window, 'paragraph', '村支书李春生说');
  await expect(second).toBeVisible();
  await expectWhole(window);
  await second.click();
  await window.keyboard.press('b');
  await expect(window.locator('.desk-story')).toHaveCount(2);
  await window.keyboard.press('m');
  await expect(window.locator('.desk-story')).toHaveCount(1);
  await second.click();
  await window.keyboard.press('j');
  await expect.poll(async () => field.inputValue()).toBe(text);
  await expectWhole(window);

  // A repair is refused and taken again, by key.
  expect(text).toContain('近日，');
  await window.keyboard.press('t');
  await expect(field).toHaveValue(text.replace('近日，', '近日,'));
  await window.keyboard.press('Shift+T');

  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);

  // All of it undone: the project as it was before the drop; then forward again.
  for (let i = 0; i < 20; i++) await window.keyboard.press('Control+z');
  await expect(window.getByText('还没有来稿')).toBeVisible();
  await window.keyboard.press('Control+Shift+z');
  await expect(row(window, 'headline', '青石镇把课堂搬到田埂上')).toBeVisible();
  await window.keyboard.press('F4');
  await expect(window.locator('.copy-desk')).toHaveCount(0);

  // And on to the page.
  await window.locator('[data-story]').first().click();
  await window.keyboard.press('Control+Shift+d');
  const view = await window.locator('[data-page-view]').boundingBox();
  if (!view) throw new Error('The page is not shown.');
  const [x, y] = [view.x + view.width / 2, view.y + view.height / 2];
  await drag(window, { x: x - 110, y: y - 120 }, { x: x + 110, y: y + 60 });
  await expect(window.locator('[data-story] [data-state]').first()).not.toHaveAttribute('data-state', 'new');
  expectQuiet(running);
});

test('a source that changed on the disk is merged: mine is kept, a conflict is chosen, one undo', async () => {
  const { window } = running;
  const path = await openOnDesk();
  const field = window.locator('.desk-strip textarea');

  // The editor changes the headline and a figure; the source changes the same figure, another line, and adds one.
  await row(window, 'headline', '青石镇').click();
  await window.keyboard.press('Enter');
  await field.fill('青石镇课堂上田埂');
  await row(window, 'paragraph', '十二位').click();
  await window.keyboard.press('Enter');
  await field.fill((await field.inputValue()).replace('十二位', '十三位'));
  const changed = COPY.replace('十二位', '十五位')
    .replace('坐满了人', '坐满了乡亲')
    .replace('责任编辑', '镇里说,明年课堂还要办到山上去,一直办到每个村口。\n责任编辑');
  writeFileSync(path, encode(changed, 'gb18030'));
  await window.getByRole('button', { name: '原稿有改动' }).click({ timeout: 15_000 });
  const items = window.locator('.merge-item');
  await expect(items).toHaveCount(3);
  const conflict = window.locator('.merge-item[data-conflict]');
  await expect(conflict).toHaveCount(1);
  await expect(conflict).toContainText('十三位');
  await expect(conflict).toContainText('十五位');
  const take = window.locator('.modal-desk .action-primary');
  await expect(take).toBeDisabled();
  await conflict.getByRole('radio', { name: '用我的' }).check({ force: true });
  await take.click();

  await expect(row(window, 'headline', '青石镇课堂上田埂')).toBeVisible();
  await expect(row(window, 'paragraph', '坐满了乡亲')).toBeVisible();
  await expect(row(window, 'paragraph', '十三位')).toBeVisible();
  await expect(row(window, 'paragraph', '明年课堂还要办到山上去')).toBeVisible();
  await expectWhole(window);
  await row(window, 'headline', '青石镇课堂上田埂').click();
  await window.keyboard.press('Control+z');
  await expect(row(window, 'paragraph', '坐满了乡亲')).toHaveCount(0);
  await expect(row(window, 'headline', '青石镇课堂上田埂')).toBeVisible();

  // Another encoding is seen before it is read; the file itself was never touched.
  await window.getByRole('button', { name: '编码' }).click();
  await window.getByRole('option', { name: 'big5' }).click();
  await expect(window.locator('.encoding-preview')).not.toContainText('青石镇');
  // The editor's own changes would go: that is said first.
  await expect(window.locator('.encoding-loses')).toContainText('已经改过');
  await expect(window.getByRole('button', { name: '仍按此重读' })).toBeVisible();
  await window.keyboard.press('Escape');
  expect(readFileSync(path).equals(Buffer.from(encode(changed, 'gb18030')))).toBe(true);
  expectQuiet(running);
});

test('undo leads the hand back to its words, and T refuses and takes one and the same repair', async () => {
  const { window, folder } = running;
  const path = join(folder, '来稿.txt');
  writeFileSync(path, COPY);
  await expect(window.locator('button').first()).toBeVisible();
  await dropFiles(window, [path]);
  await expect(window.locator('[data-story]')).toHaveCount(1);
  await window.keyboard.press('F4');
  const subhead = row(window, 'subhead', '课讲到田里');
  await subhead.click();
  await window.keyboard.press('4');
  await expect(row(window, 'deck', '课讲到田里')).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(subhead).toBeFocused();
  await expect(subhead).toHaveAttribute('aria-selected', 'true');
  // A row moved and moved back: the hand is on the words, not on whatever stands in their place.
  await window.keyboard.press('Alt+ArrowDown');
  await window.keyboard.press('Control+z');
  await expect(subhead).toBeFocused();

  // The repairs of the next paragraph: the second is refused, and taken again by the same key.
  await window.keyboard.press('r');
  await window.keyboard.press('r');
  const strip = window.locator('.strip-repair');
  const field = window.locator('.desk-strip textarea');
  await expect(strip).toContainText('修正 2/');
  const text = await field.inputValue();
  await window.keyboard.press('t');
  await expect(field).toHaveValue(text.replace('技员，', '技员,'));
  await expect(strip).toContainText('修正 2/');
  await expect(strip).toContainText('恢复');
  await window.keyboard.press('t');
  await expect(field).toHaveValue(text);
  await expect(strip).toContainText('退回');
  expectQuiet(running);
});

test('a source is followed in the encoding that was chosen, and offered no more once it is as it was', async () => {
  const { window } = running;
  const path = await openOnDesk();
  await window.getByRole('button', { name: '编码' }).click();
  await window.getByRole('option', { name: 'big5' }).click();
  await expect(window.locator('.encoding-preview')).not.toContainText('青石镇');
  await window.getByRole('button', { name: '按这个编码重读' }).click();
  await expect(window.locator('.desk-encoding').first()).toHaveText('big5');

  // One line of the file changes; in the encoding first guessed every line would.
  const newer = window.getByRole('button', { name: '原稿有改动' });
  writeFileSync(path, encode(COPY.replace('坐满了人', '坐满了乡亲'), 'gb18030'));
  await newer.click();
  await expect(window.locator('.merge-item')).toHaveCount(1);
  await window.keyboard.press('Escape');
  writeFileSync(path, encode(COPY, 'gb18030'));
  await expect(newer).toHaveCount(0);
  expectQuiet(running);
});

test('three hundred stories are a list like any other: its end comes into sight, and a row far off is brought', async () => {
  const { window, folder } = running;
  const path = join(folder, '三百篇.txt');
  const places = ['青石', '白沙', '柳河', '东岭', '西坪', '南湾', '北山', '新桥', '古渡', '长滩'];
  const story = (i: number): string =>
    `${places[i % 10]}第${i}回夜校开课\n\n本报讯（记者 周明远）11月${(i % 28) + 1}日,${places[i % 10]}镇第${i}组的田埂上坐满了人,大家都说听得进去。\n\n农技站${i}离村远,老人走一趟要半天,很多人索性不去。去年冬天,镇党委决定把课搬到地头。\n\n\n\n`;
  writeFileSync(path, Array.from({ length: 300 }, (_, i) => story(i + 1)).join(''));
  await expect(window.locator('button').first()).toBeVisible();
  await dropFiles(window, [path]);
  await expect(window.locator('[data-story]').first()).toBeVisible();
  await window.keyboard.press('F4');
  await expect(window.locator('.desk-row').first()).toBeFocused();
  // Only what is seen is made.
  expect(await window.locator('.desk-row').count()).toBeLessThan(100);
  await window.keyboard.press('End');
  const last = row(window, 'paragraph', '农技站300离村远');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await window.keyboard.press('x');
  await expect(row(window, 'aside', '农技站300离村远')).toBeFocused();
  await window.keyboard.press('Home');
  await expect(window.locator('.desk-row').first()).toBeFocused();
  await window.keyboard.press('Control+z');
  // A place far off in the source is gone to by the pointer.
  await window.locator('.source-part', { hasText: '农技站200离村远' }).click();
  await expect(row(window, 'paragraph', '农技站200离村远')).toBeInViewport();
  expectQuiet(running);
});

test('a line set aside without surety is a doubt: N goes to it, F agrees, a role takes it into a story', async () => {
  await running.close();
  const text = '众志成城 守望家园\n\n青石镇把课堂搬到田埂上\n\n近日，青石镇的田埂上坐满了人。\n';
  const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const copy: Copy = {
    id: 'c1',
    name: '来稿.txt',
    encoding: 'utf-8',
    text,
    asides: [{ span: at('众志成城 守望家园'), what: 'furniture', confidence: 0.41 }],
  };
  const passage = (words: string) => ({ text: words, origin: { copy: 'c1', spans: [at(words)], changes: [], confidence: 1 } });
  const story: Story = {
    ...emptyStory('c1-1', 'zh-Hans'),
    headline: passage('青石镇把课堂搬到田埂上'),
    body: [{ type: 'paragraph', ...passage('近日，青石镇的田埂上坐满了人。') }],
  };
  const base = newProject((await findPreset('broadsheet-8')) as Preset, { name: '试报' });
  const project: Project = { ...base, copies: { c1: copy }, stories: { 'c1-1': story }, storyOrder: ['c1-1'] };
  const folder = mkdtempSync(join(tmpdir(), 'banxin-doubt-'));
  const path = join(folder, '存疑.banxin');
  writeFileSync(path, writeProjectFile({ project, pictures: new Map() }));
  running = await launch({ args: [path] });
  const { window } = running;
  await expect(window.locator('[data-story]')).toHaveCount(1);
  await window.keyboard.press('F4');
  const slogan = window.locator('.desk-row', { hasText: '众志成城' });
  const doubt = window.locator('.doubt', { hasText: '众志成城' });
  await expect(slogan).toHaveAttribute('data-doubt', '');
  await expect(doubt).toContainText('41% 版面用语');
  await row(window, 'headline', '青石镇').click();
  await window.keyboard.press('n');
  await expect(slogan).toHaveAttribute('aria-selected', 'true');
  await expect(window.locator('.desk-strip')).toContainText('41% 的把握');
  await window.screenshot({ path: 'out/shots/aside-doubt.png' });
  await window.keyboard.press('f');
  await expect(doubt).toHaveCount(0);
  await expect(row(window, 'furniture', '众志成城')).not.toHaveAttribute('data-doubt');
  await window.keyboard.press('Control+z');
  await expect(doubt).toHaveCount(1);
  await window.keyboard.press('2');
  await expect(row(window, 'kicker', '众志成城')).toBeVisible();
  await expect(doubt).toHaveCount(0);
});
