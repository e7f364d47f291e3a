/**
 * The real window on a saved project of eight pages with twenty photographs: how soon it is up, what it holds in memory,
 * and how long a keystroke and a drag take to reach the canvas.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page as Window } from '@playwright/test';
import { writeProjectFile } from '../../src/core/archive/index.ts';
import { countCharacters } from '../../src/core/story/index.ts';
import { onScreen, pageShown, things } from '../e2e/desk.ts';
import { fullIssue } from './full-issue.ts';
import { fullPage } from './full-page.ts';
import { inputTimes, PACE, quantile, type Started, start, stop, watchCanvas } from './started.ts';

/** A process and all it started. */
function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((f) => /^\d+$/u.test(f))
    .flatMap((f): [number, number][] => {
      try {
        return [
          [
            Number(f),
            Number(
              readFileSync(`/proc/${f}/stat`, 'utf8')
                .replace(/^.*\) \S /su, '')
                .split(' ')[0],
            ),
          ],
        ];
      } catch {
        return [];
      }
    });
  const children = (id: number): number[] => parents.filter(([, p]) => p === id).flatMap(([c]) => [c, ...children(c)]);
  return [pid, ...children(pid)];
}

/** Memory of all processes in MB: what they share is counted once (PSS). */
const memoryOf = (pid: number): number =>
  family(pid).reduce((sum, id) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);

async function typeText(started: Started): Promise<number[]> {
  const { window } = started;
  await window.locator('[data-story]').first().click();
  const field = window.locator('[data-passage^="body"]').first();
  await field.click();
  await watchCanvas(window, 'keydown');
  for (let i = 0; i < 80; i++) {
    await window.keyboard.press('abcdefghijklmnopqrstuvwxyz'[i % 26] as string);
    await window.waitForTimeout(PACE);
  }
  return inputTimes(window);
}

async function dragArticle(started: Started): Promise<number[]> {
  const { window } = started;
  const article = (await things(window)).find((t) => t.role === 'article');
  if (!article) throw new Error('There is no article to drag.');
  const at = await onScreen(window, article.box);
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
  await window.mouse.click(x, y);
  // Sooner it would be a double click, which goes into the text.
  await window.waitForTimeout(700);
  await watchCanvas(window, 'pointerrawupdate');
  await window.mouse.move(x, y);
  await window.mouse.down();
  for (let i = 1; i <= 60; i++) {
    await window.mouse.move(x + 40 * Math.sin(i / 5), y + i * 6);
    await window.waitForTimeout(PACE);
  }
  await window.mouse.up();
  return inputTimes(window);
}

interface Frames {
  /** When each frame came, in milliseconds. */
  readonly stamps: readonly number[];
  /** What the window's own code took for each: its answer to the wheel, and its drawing. */
  readonly own: readonly number[];
}

/** From now on every frame is counted, with the time that the window's own code takes for it. */
const watchFrames = (window: Window): Promise<void> =>
  window.evaluate(() => {
    const [stamps, own]: [number[], number[]] = [[], []];
    let [spent, began] = [0, 0];
    const plain = requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) =>
      plain((at) => {
        const from = performance.now();
        callback(at);
        spent += performance.now() - from;
      });
    addEventListener('wheel', () => (began = performance.now()), { capture: true, passive: true });
    addEventListener('wheel', () => (spent += performance.now() - began), { passive: true });
    const tick = (at: number): void => {
      stamps.push(at);
      own.push(spent);
      spent = 0;
      plain(tick);
    };
    plain(tick);
    Object.assign(globalThis, { frames: { stamps, own } });
  });

/** The wheel over the page, to zoom about the pointer or to pan, a turn every frame for a second and a half. */
async function turnWheel(started: Started, zoom: boolean): Promise<Frames> {
  const { window } = started;
  const view = await window.locator('[data-page-view]').boundingBox();
  if (!view) throw new Error('The page is not shown.');
  await window.mouse.move(view.x + view.width / 2, view.y + view.height / 2);
  await watchFrames(window);
  if (zoom) await window.keyboard.down('Control');
  for (let i = 0; i < 90; i++) {
    await window.mouse.wheel(0, (i % 30 < 15 ? -1 : 1) * (zoom ? 24 : 40));
    await window.waitForTimeout(10);
  }
  if (zoom) await window.keyboard.up('Control');
  return window.evaluate(() => (globalThis as unknown as { frames: Frames }).frames);
}

const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'));
try {
  const path = join(folder, 'eight.banxin');
  const file = await fullIssue();
  writeFileSync(path, writeProjectFile(file));
  const full = join(folder, 'full.banxin');
  const project = fullPage(1);
  writeFileSync(full, writeProjectFile({ project, pictures: new Map() }));
  const characters = Object.values(project.stories).reduce((n, s) => n + countCharacters(s), 0);

  const ups: number[] = [];
  for (let i = 0; i < 4; i++) {
    const started = await start(join(folder, 'data'), path);
    ups.push(started.up);
    await stop(started);
  }
  const looking = await start(join(folder, 'data'), path);
  await pageShown(looking.window);
  // Every page is looked at, so that every photograph is on the screen's side too.
  for (let i = 0; i < file.project.pages.length; i++) {
    await looking.window.locator('[data-page-view]').press('PageDown');
    await looking.window.waitForTimeout(500);
  }
  const memory = memoryOf(looking.app.process().pid as number);
  await stop(looking);
  const typing = await start(join(folder, 'data'), full);
  await pageShown(typing.window);
  const keys = await typeText(typing);
  await stop(typing);
  const dragging = await start(join(folder, 'data'), full);
  await pageShown(dragging.window);
  const moves = await dragArticle(dragging);
  await stop(dragging);

  const wheels: [string, Frames][] = [];
  for (const zoom of [true, false]) {
    const turning = await start(join(folder, 'data'), full);
    await pageShown(turning.window);
    wheels.push([zoom ? 'zoom' : 'pan', await turnWheel(turning, zoom)]);
    await stop(turning);
  }

  const told = (times: readonly number[]): string =>
    `${times.length} inputs, median ${quantile(times, 0.5).toFixed(1)} ms, to the last pixel put; page of ${characters} characters`;
  const rows = [
    { budget: 'window-up', value: quantile(ups.slice(1), 0.5), note: 'median of 3 warm starts, to the first page on the canvas' },
    { budget: 'memory', value: memory, note: `PSS of all processes, every page seen, ${file.pictures.size} photographs of 6 megapixels` },
    { budget: 'keystroke-pixels', value: quantile(keys, 0.95), note: told(keys) },
    { budget: 'drag-pixels', value: quantile(moves, 0.95), note: told(moves) },
    ...wheels.map(([what, { stamps, own }]) => ({
      what: `${what} by the wheel on the full page: the window’s own work for a frame, p95 (budget 8)`,
      value: quantile(
        own.filter((ms) => ms > 0.05),
        0.95,
      ),
      unit: 'ms',
      note: `${(((stamps.length - 1) * 1000) / ((stamps.at(-1) ?? 0) - (stamps[0] ?? 0))).toFixed(0)} frames a second, ${stamps.length} frames`,
    })),
  ];
  console.log(JSON.stringify({ rows }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
