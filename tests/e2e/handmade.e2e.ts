/**
 * A whole page made by hand in the real window, by mouse and keyboard alone: a new issue, copy, a nameplate, every story
 * drawn in its place, photographs, a thread, an upright headline, a correction in composed Chinese, no finding left; saved,
 * opened again, printed, and the print judged.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { Hand, ink, onScreen, pageShown, type Thing, thing, things, titleOf } from './desk.ts';
import { answerDialogs, expectQuiet, launch, type Running, root } from './launch.ts';

/** What the preset 对开 8 栏 gives, in points: the type area's corner, a column with its gutter, a gutter, a line. */
const GRID = { left: 53.2559, top: 93.5433, column: 126, gutter: 9, line: 11.25 };

/** A place of whole columns and lines, counted from nought. */
interface Place {
  readonly column: number;
  readonly line: number;
  readonly columns: number;
  readonly lines: number;
}
const at = (column: number, line: number, columns: number, lines: number): Place => ({ column, line, columns, lines });

/** The sketch (版样) on the paper beside the screen, in the order of the copy: the nameplate takes the first eleven lines. */
const SKETCH: readonly (readonly [headline: string, place: Place])[] = [
  ['玻璃记得手的温度', at(0, 11, 3, 49)],
  ['旧仓库里的鼓声', at(3, 11, 3, 50)],
  ['四把琴的一次谈话', at(3, 62, 3, 19)],
  ['坐在家里翻开1931年的钟楼图纸', at(0, 61, 3, 29)],
  ['一本词典里的三十年', at(0, 113, 6, 10)],
  ['一部只有声音的电影', at(0, 91, 3, 21)],
  ['年轻人为什么爱上修东西', at(6, 11, 2, 33)],
  ['一面墙的时间', at(3, 82, 3, 30)],
  ['山里来的合唱团只有十一个人', at(6, 45, 2, 32)],
  ['周末去哪儿', at(6, 78, 2, 18)],
  ['给展品写标签的人', at(6, 97, 2, 26)],
];

/** The stories that are a photograph with its words. */
const PHOTOGRAPHS = ['旧仓库里的鼓声', '一面墙的时间'];
const THREADED = '山里来的合唱团只有十一个人';
const UPRIGHT = '四把琴的一次谈话';

/** The steps of the page as pictures for the handbook, where they are asked for (scripts/handbook.mjs). */
async function picture(window: Page, step: string): Promise<void> {
  const to = process.env.BANXIN_HANDBOOK;
  if (!to) return;
  await window.mouse.move(4, 4);
  await window.waitForTimeout(1000);
  const bytes = await window.screenshot();
  writeFileSync(join(to, `hand-${step}.png`), await sharp(bytes).png({ palette: true, colours: 160, effort: 9 }).toBuffer());
}

let running: Running;
test.beforeEach(async () => {
  running = await launch();
});
test.afterEach(() => running.close());

const PT = { x: (column: number): number => GRID.left + column * GRID.column, y: (line: number): number => GRID.top + line * GRID.line };

/** Draw a box of cells with whatever the cursor is loaded with: from inside its first cell to inside its last. */
async function drawn(hand: Hand, place: Place): Promise<void> {
  const x = PT.x(place.column);
  const y = PT.y(place.line);
  const box = await onScreen(hand.window, {
    x: x + GRID.column * 0.3,
    y: y + GRID.line / 2,
    width: (place.columns - 0.6) * GRID.column,
    height: (place.lines - 1) * GRID.line,
  });
  await hand.drag({ x: box.x, y: box.y }, { x: box.x + box.width, y: box.y + box.height });
}

const ofRole = async (window: Page, role: string): Promise<Thing[]> => (await things(window)).filter((t) => t.role === role);
const inPlace = (t: Thing, p: Place): boolean => {
  const [x, y] = [t.box.x + t.box.width / 2, t.box.y + t.box.height / 2];
  return x > PT.x(p.column) - 6 && x < PT.x(p.column + p.columns) && y > PT.y(p.line) - 6 && y < PT.y(p.line + p.lines);
};
/** The frame of a role that stands in a place. */
async function frameIn(window: Page, role: string, place: Place): Promise<Thing> {
  const found = (await ofRole(window, role)).find((t) => inPlace(t, place));
  if (!found) throw new Error(`There is no ${role} at ${JSON.stringify(place)}.`);
  return found;
}
const placeOf = (headline: string): Place => (SKETCH.find(([h]) => h === headline) as (typeof SKETCH)[number])[1];

/** Alt and a click take one frame out of its article. */
async function takeFrame(hand: Hand, role: string, place: Place): Promise<Thing> {
  const { window } = hand;
  const frame = await frameIn(window, role, place);
  const box = await onScreen(window, frame.box);
  await hand.click({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, 'Alt');
  await expect.poll(async () => (await thing(window, frame.key)).selected).toBe(true);
  return frame;
}

const field = (window: Page, name: string) => window.locator(`[data-panel="inspector"] [data-field="${name}"]`);
async function setField(hand: Hand, name: string, value: string): Promise<void> {
  await hand.press(field(hand.window, name));
  await hand.key('Control+a');
  await hand.type(value);
  await hand.key('Enter');
  await expect(field(hand.window, name)).toHaveValue(value);
}

const errors = (window: Page) => window.locator('[data-panel="checks"] [data-severity="error"]');

/** What the errors say, for the message of a test that finds some. */
const said = (window: Page): Promise<string[]> => errors(window).allInnerTexts();

/** The wheel's glide is over: the list stands where it stood two frames ago. */
const still = (list: Locator): Promise<void> =>
  list.evaluate(async (el) => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    for (let same = 0, last = -1; same < 6; ) {
      await frame();
      same = el.scrollTop === last ? same + 1 : 0;
      last = el.scrollTop;
    }
  });

/** A story of the desk, brought into sight by the wheel, selected, and the cursor loaded with it. */
async function takeUp(hand: Hand, headline: string): Promise<void> {
  const { window } = hand;
  const row = window.locator('[data-story]', { hasText: headline });
  const list = await window.locator('.story-list').boundingBox();
  if (!list) throw new Error('The desk is not shown.');
  const inSight = async (): Promise<boolean> => {
    const box = await row.boundingBox().catch(() => null);
    return box !== null && box.y >= list.y && box.y + box.height <= list.y + list.height;
  };
  for (let turn = 0; turn < 40 && !(await inSight()); turn++) {
    await hand.wheel({ x: list.x + list.width / 2, y: list.y + list.height / 2 }, 60);
    await still(window.locator('.story-list'));
  }
  await expect(async () => {
    await hand.press(row);
    await expect(row).toHaveAttribute('aria-selected', 'true', { timeout: 1500 });
  }).toPass();
  await hand.key('Control+Shift+d');
}

/** Everything of one page, by hand, from nothing. Answers where the project lies. */
async function layOut(hand: Hand): Promise<void> {
  const { app } = running;
  const { window } = hand;
  await hand.press(window.locator('.empty-actions').getByRole('button', { name: '新建' }));
  const dialog = window.getByRole('dialog');
  await hand.press(dialog.getByRole('option', { name: /对开\s*8\s*栏/u }));
  await picture(window, 'new');
  await hand.press(dialog.getByRole('button', { name: '新建', exact: true }));
  await expect(dialog).toHaveCount(0);

  for (const [name, value] of [
    ['section', '文化'],
    ['editors', '责任编辑 贺白　版式 闵一舟'],
    ['paper', '澄川晚报'],
    ['date', '2026-11-20'],
    ['issue', '8236'],
    ['cn', '00-0000'],
  ] as const)
    await setField(hand, name, value);
  const inspector = window.locator('[data-panel="inspector"]');
  await hand.press(inspector.getByRole('button', { name: /不用母版/u }));
  await hand.press(window.getByRole('dialog').getByRole('option', { name: '头版' }));
  await expect(inspector).toContainText('报眉来自母版“头版”');

  await answerDialogs(app, { open: [join(root, 'resources/samples/issue/page-3.txt')] });
  await hand.key('Control+Shift+o');
  await expect(window.locator('[data-story]').first()).toBeVisible();

  for (const [i, [headline, place]] of SKETCH.entries()) {
    await takeUp(hand, headline);
    if (i === 0) await picture(window, 'loaded');
    await drawn(hand, place);
    await expect.poll(async () => (await ofRole(window, 'article')).length, { message: headline }).toBe(i + 1);
    if (!PHOTOGRAPHS.includes(headline)) continue;
    await answerDialogs(app, { open: [join(root, `resources/samples/pictures/issue/${headline}.jpg`)] });
    await hand.key('Control+d');
    await expect.poll(async () => ink(window, (await frameIn(window, 'photo', place)).box)).toBeGreaterThan(0.3);
  }
}

/** The body made one column wide is full; its red port leads on to a second frame in the next column, two lines shorter than what is left. */
async function thread(hand: Hand): Promise<void> {
  const { window } = hand;
  const place = placeOf(THREADED);
  const body = await takeFrame(hand, 'body', place);
  await setField(hand, 'columns', '1');
  await expect(window.locator('.port-bad')).toBeVisible();
  const line = Math.round((body.box.y - GRID.top) / GRID.line);
  const lines = Math.round(body.box.height / GRID.line);
  const columns = [at(place.column, line, 1, lines), at(place.column + 1, line, 1, lines - 2)] as const;
  await hand.press(window.locator('.port-bad'));
  await drawn(hand, columns[1]);
  await expect(window.locator('[data-port="out"]')).toHaveCount(2);

  // A line is over, and the checks name it as an error. The white around the headline gives a line to each frame.
  await expect.poll(() => said(window)).toContainEqual(expect.stringContaining(THREADED));
  const head = await takeFrame(hand, 'head', place);
  await setField(hand, 'headline-above', '0.5');
  await setField(hand, 'headline-below', '0.5');
  await setField(hand, 'lines', String(Math.round(head.box.height / GRID.line) - 1));
  for (const column of columns) {
    await takeFrame(hand, 'body', column);
    await setField(hand, 'line', String(line));
    await setField(hand, 'lines', String(lines + 1));
  }
  await expect(window.locator('.port-bad')).toHaveCount(0);
  await expect.poll(() => said(window)).toEqual([]);
}

/** The head stands upright in the first column, as tall as the text beside it. */
async function upright(hand: Hand): Promise<void> {
  const { window } = hand;
  const place = placeOf(UPRIGHT);
  const head = await takeFrame(hand, 'head', place);
  await setField(hand, 'columns', '1');
  await setField(hand, 'lines', String(place.lines));
  await hand.press(window.locator('[data-panel="inspector"]').getByRole('button', { name: /题式/u }));
  await hand.press(window.getByRole('dialog').getByRole('option', { name: '竖题' }));
  await setField(hand, 'headline-size', '24');
  await takeFrame(hand, 'body', place);
  await setField(hand, 'columns', String(place.columns - 1));
  await setField(hand, 'column', String(place.column + 2));
  await setField(hand, 'line', String(place.line + 1));
  await setField(hand, 'lines', String(place.lines));
  await expect.poll(async () => ink(window, (await thing(window, head.key)).box)).toBeGreaterThan(0.05);
}

/** A finding of a rule in the list, with the story it speaks of. */
const found = (window: Page, rule: string, words: string): Locator =>
  window.locator(`[data-panel="checks"] [data-rule="${rule}"]:not([data-fold])`, { hasText: words }).first();

/** Everything the checks still name is mended, set right, or looked at and let pass. */
async function settle(hand: Hand): Promise<void> {
  const { window } = hand;
  const list = window.locator('[data-panel="checks"]');
  const lets = async (rule: string, words: string): Promise<void> => {
    const row = found(window, rule, words);
    await row.scrollIntoViewIfNeeded();
    await hand.press(row.getByRole('button', { name: '放过' }));
  };
  const mended = found(window, 'C04', THREADED);
  await hand.press(mended.getByRole('button', { name: '修正' }));
  await expect(mended).toHaveCount(0);

  // The photograph's headline floats in its measure.
  await takeFrame(hand, 'head', placeOf('旧仓库里的鼓声'));
  await setField(hand, 'headline-size', '28');
  await expect(list.locator('[data-rule="C09"]')).toHaveCount(0);

  // A list of dates has no by-line, the right columns are a rail of their own, and a first line may stand at a leg's foot.
  await lets('C38', '周末去哪儿');
  await lets('C07', '6');
  for (const story of ['玻璃记得手的温度', '一本词典里的三十年']) await lets('C19', story);
  await expect(list).toContainText('没有发现问题。');
}

/** A word is put before a paragraph, composed as an input method does it. */
async function correct(hand: Hand, headline: string, before: string, letters: string, word: string): Promise<void> {
  const { window } = hand;
  const writing = window.locator('[data-writing]');
  const body = await frameIn(window, 'body', placeOf(headline));
  await expect(async () => {
    await hand.doubleClick(await onScreen(window, { x: body.box.x + 4 * 9, y: body.box.y + GRID.line * 1.5, width: 0, height: 0 }));
    await expect(writing).toBeFocused({ timeout: 1500 });
  }).toPass();
  await hand.key('ArrowLeft');
  await hand.key('Control+ArrowUp');
  const caret = (): Promise<number> => writing.evaluate((el) => (el as HTMLTextAreaElement).selectionStart);
  expect(await caret()).toBe(0);
  await expect(writing).toHaveValue(new RegExp(`^${before}`, 'u'));
  const cdp = await window.context().newCDPSession(window);
  for (let n = 1; n <= letters.length; n++)
    await cdp.send('Input.imeSetComposition', { text: letters.slice(0, n), selectionStart: n, selectionEnd: n });
  await expect(window.locator('.writing-composed')).toHaveAttribute('d', /M/u);
  await cdp.send('Input.insertText', { text: word });
  await expect(writing).toHaveValue(new RegExp(`^${word}${before}`, 'u'));
  await hand.key('Escape');
  await expect(writing).toHaveCount(0);
}

/**
 * The judges that lie beside the project, where they do; they share no code with it. A dash is one to them that may not
 * begin a line; GB/T 15834 only forbids to cut one in two, and this page has a deck that begins with one.
 */
function judge(pdf: string): void {
  const tools = join(root, '../shared/tools');
  if (!existsSync(join(tools, 'kinsoku.py'))) return;
  const python = (...args: string[]): string => execFileSync('python3', args, { encoding: 'utf8' });
  expect(python(join(tools, 'check-pdfx.py'), pdf, '--level', 'x4', '--bleed-mm', '0', '--quiet')).toContain(' 0 FAIL');
  const r = JSON.parse(python(join(tools, 'kinsoku.py'), pdf, '--lead', '11.25', '--json'));
  const found = {
    begin: r.begin - r.begin_ellipsis_dash,
    end: r.end,
    digitsCut: r.digit_run_cut,
    oneCharacterLines: r.one_char_last_lines,
  };
  expect(found).toEqual({ begin: 0, end: 0, digitsCut: 0, oneCharacterLines: 0 });
}

/** What the command line's check says of a saved issue: every finding, whatever it weighs. */
function findingsOf(path: string): string[] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'bin/banxin.mjs'), 'check', path, '--json'], { cwd: root, encoding: 'utf8' });
  const found = JSON.parse(stdout) as readonly { rule: string; severity: string; message: string }[];
  return found.map((x) => `${x.rule} ${x.severity}: ${x.message}`);
}

test('a page is laid out by hand from a new issue to a print that holds', async () => {
  const { app, folder } = running;
  const hand = new Hand(running.window);
  await layOut(hand);
  await picture(running.window, 'drawn');
  await upright(hand);
  await thread(hand);
  await picture(running.window, 'thread');
  await correct(hand, THREADED, '青石岭小学', 'cheng chuan', '澄川');

  mkdirSync(join(root, 'out/shots'), { recursive: true });
  await settle(hand);
  await running.window.screenshot({ path: 'out/shots/handmade.png' });
  await picture(running.window, 'done');

  const path = join(folder, '手拼.banxin');
  await answerDialogs(app, { save: path });
  await hand.key('Control+s');
  await expect.poll(() => titleOf(app)).toContain('手拼');
  const saved = readFileSync(path);
  expect(findingsOf(path)).toEqual([]);

  const pdf = join(folder, '手拼.pdf');
  await answerDialogs(app, { save: pdf });
  await hand.key('Control+e');
  await hand.press(running.window.getByRole('button', { name: '导出…', exact: true }));
  await expect(running.window.getByText('已导出“手拼.pdf”')).toBeVisible({ timeout: 60_000 });
  writeFileSync(join(root, 'out/shots/handmade.pdf'), readFileSync(pdf));
  console.log(`${hand.gestures} gestures: ${hand.account()}`);
  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s/gu, '');
  expect(text).toContain('澄川青石岭小学');
  judge(pdf);
  expectQuiet(running);
  await running.close({ keep: true });

  running = await launch({ folder, args: [path] });
  await pageShown(running.window);
  expect((await ofRole(running.window, 'article')).length).toBe(SKETCH.length);
  const copy = join(folder, '副本.banxin');
  await answerDialogs(running.app, { save: copy });
  await running.window.keyboard.press('Control+Shift+s');
  await expect.poll(() => titleOf(running.app)).toContain('副本');
  expect(readFileSync(copy).equals(saved)).toBe(true);
  expectQuiet(running);
});
