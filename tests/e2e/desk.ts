/** The window as a hand sees it: what stands where on the page, and how much ink is there. */
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An article or a frame of the page that is shown; its box in points of the page. */
export interface Thing {
  readonly key: string;
  readonly role: string;
  readonly name: string;
  readonly selected: boolean;
  readonly box: Box;
}

const LIST = ':is(ul[aria-label="版面上的稿件和框"], ul[aria-label="Articles and frames on the page"])';

export const things = (window: Page): Promise<Thing[]> =>
  window.locator(`${LIST} button[data-key]`).evaluateAll((buttons) =>
    buttons.map((b) => {
      const [x = 0, y = 0, width = 0, height = 0] = (b.getAttribute('data-rect') ?? '').split(' ').map(Number);
      return {
        key: b.getAttribute('data-key') ?? '',
        role: b.getAttribute('data-role') ?? '',
        name: b.textContent ?? '',
        selected: b.getAttribute('aria-pressed') === 'true',
        box: { x, y, width, height },
      };
    }),
  );

export async function thing(window: Page, key: string): Promise<Thing> {
  const found = (await things(window)).find((t) => t.key === key);
  if (!found) throw new Error(`There is no ${key} on the page.`);
  return found;
}

/** A box of the page in CSS pixels of the window. */
export async function onScreen(window: Page, box: Box): Promise<Box> {
  const view = await window.locator('[data-page-view]').boundingBox();
  const [x = 0, y = 0, scale = 1] = ((await window.locator('[data-camera]').getAttribute('data-camera')) ?? '').split(' ').map(Number);
  if (!view) throw new Error('The page is not shown.');
  return { x: view.x + (box.x - x) * scale, y: view.y + (box.y - y) * scale, width: box.width * scale, height: box.height * scale };
}

export const middle = (box: Box): { readonly x: number; readonly y: number } => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** Press at one point of the window, go to another in steps as a hand does, and let go. */
export async function drag(window: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await window.mouse.move(from.x, from.y);
  await window.mouse.down();
  await window.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await window.mouse.move(to.x, to.y, { steps: 4 });
  await window.mouse.up();
}

/** A part of the page as the screen shows it, greyscale; `within` its edges by so many pixels. */
async function pixels(window: Page, box: Box, within = 0): Promise<Buffer> {
  const at = await onScreen(window, box);
  const clip = {
    x: Math.round(at.x) + within,
    y: Math.round(at.y) + within,
    width: Math.max(1, Math.round(at.width) - 2 * within),
    height: Math.max(1, Math.round(at.height) - 2 * within),
  };
  return sharp(await window.screenshot({ clip }))
    .removeAlpha()
    .greyscale()
    .raw()
    .toBuffer();
}

/** The share of a box's pixels that are inked: clearly darker than paper, as small type is when the whole page is seen. */
export async function ink(window: Page, box: Box): Promise<number> {
  const grey = await pixels(window, box);
  return grey.reduce((n, v) => n + (v < 200 ? 1 : 0), 0) / grey.length;
}

/** The handles on a chosen frame's edge reach so far into it, and the screen paints their corners one grey apart from time to time. */
const HANDLES = 8;

/** A fingerprint of what stands in a part of the page: the same pixels, the same text. */
export const looks = async (window: Page, box: Box): Promise<string> => (await pixels(window, box, HANDLES)).toString('base64');

/** The page stands still: nothing is being fitted any more. */
async function settled(window: Page): Promise<void> {
  const camera = (): Promise<string | null> => window.locator('[data-camera]').getAttribute('data-camera');
  let [last, since] = [await camera(), Date.now()];
  while (Date.now() - since < 400) {
    await window.waitForTimeout(50);
    const now = await camera();
    if (now !== last) [last, since] = [now, Date.now()];
  }
}

/** The page has been composed and painted: its things are listed and its first head is inked. */
export async function pageShown(window: Page): Promise<void> {
  await expect.poll(async () => (await things(window)).length).toBeGreaterThan(0);
  await settled(window);
  const head = (await things(window)).find((t) => t.role === 'head');
  if (head) await expect.poll(() => ink(window, head.box)).toBeGreaterThan(0.02);
}

/** The name in the window's frame, which is main's to write. */
export const titleOf = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');

/** A hand at the mouse and the keyboard that counts what it does. Characters typed are counted apart: they are no gestures. */
export class Hand {
  private readonly counts = { clicks: 0, drags: 0, keys: 0, turns: 0 };

  constructor(readonly window: Page) {}

  /** Clicks, drags and keys; a turn of the wheel is not one, as it aims at nothing. */
  get gestures(): number {
    return this.counts.clicks + this.counts.drags + this.counts.keys;
  }

  account(): string {
    const { clicks, drags, keys, turns } = this.counts;
    return `${clicks} clicks, ${drags} drags, ${keys} keys (and ${turns} turns of the wheel)`;
  }

  /** One click on a control of the window. */
  async press(control: Locator): Promise<void> {
    this.counts.clicks++;
    await control.click();
  }

  async click(at: { x: number; y: number }, modifier?: 'Alt' | 'Control' | 'Shift'): Promise<void> {
    this.counts.clicks++;
    if (modifier) await this.window.keyboard.down(modifier);
    await this.window.mouse.click(at.x, at.y);
    if (modifier) await this.window.keyboard.up(modifier);
  }

  async doubleClick(at: { x: number; y: number }): Promise<void> {
    this.counts.clicks++;
    await this.window.mouse.dblclick(at.x, at.y);
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    this.counts.drags++;
    await drag(this.window, from, to);
  }

  async key(keys: string): Promise<void> {
    this.counts.keys++;
    await this.window.keyboard.press(keys);
  }

  async wheel(at: { x: number; y: number }, by: number): Promise<void> {
    this.counts.turns++;
    await this.window.mouse.move(at.x, at.y);
    await this.window.mouse.wheel(0, by);
  }

  /** Words typed into what has the focus. */
  async type(words: string): Promise<void> {
    await this.window.keyboard.insertText(words);
  }
}

/** Files of the disk dropped on the window by a hand. */
export async function dropFiles(window: Page, files: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 400, data });
}
