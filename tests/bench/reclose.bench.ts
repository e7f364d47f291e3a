/**
 * The real window on a closed page: how long a wall's step and a swap of two articles take, from the hand to the last pixel
 * of the page closed again.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page as Window } from '@playwright/test';
import { writeProjectFile } from '../../src/core/archive/index.ts';
import { onScreen, pageShown, things } from '../e2e/desk.ts';
import { fullIssue } from './full-issue.ts';
import { inputTimes, PACE, quantile, type Started, start, stop, watchCanvas } from './started.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Every level wall of the page that is seen, by a point on it: those at the foot of an article. */
async function wallsSeen(window: Window): Promise<readonly Place[]> {
  const view = window.locator('[data-page-view]');
  const found: Place[] = [];
  for (const { role, box } of await things(window)) {
    if (role !== 'article') continue;
    const edge = await onScreen(window, { x: box.x + 20, y: box.y + box.height, width: 1, height: 1 });
    for (let y = edge.y - 6; y <= edge.y + 14; y++) {
      await window.mouse.move(edge.x, y);
      if ((await view.evaluate((el) => getComputedStyle(el).cursor)) !== 'row-resize') continue;
      if (!found.some((f) => Math.abs(f.y - y) < 8)) found.push({ x: edge.x, y });
      break;
    }
  }
  return found;
}

/** A wall to and fro by whole lines, at most six from where it stood, and back. What the steps took that closed. */
async function dragWall({ window }: Started, { x, y }: Place): Promise<number[]> {
  const line = (await onScreen(window, { x: 0, y: 0, width: 1, height: 11.25 })).height;
  await window.mouse.move(x, y);
  await window.mouse.down();
  // As long as a hand takes to begin to move.
  await window.waitForTimeout(400);
  await watchCanvas(window, 'pointerrawupdate');
  for (let i = 1; i <= 38; i++) {
    await window.mouse.move(x, y + line * Math.round(6 * Math.sin(i / 3)) + 1);
    await window.waitForTimeout(PACE);
  }
  const times = await inputTimes(window);
  await window.keyboard.press('Escape');
  await window.mouse.up();
  return times;
}

/** Pairs of articles that are swapped: each with the next ones, some two dozen of them. */
const PAIRS = 24;

/** Two articles chosen and swapped by key, and swapped back by it. */
async function swapPairs({ window }: Started): Promise<number[]> {
  const times: number[] = [];
  const articles = (await things(window)).filter((t) => t.role === 'article');
  const middles = await Promise.all(
    articles.map(async ({ box }) => {
      const at = await onScreen(window, box);
      return { x: at.x + at.width / 2, y: at.y + at.height / 2 };
    }),
  );
  const pairs = middles.flatMap((a, i) => middles.slice(i + 1).map((b) => [a, b] as const));
  const every = Math.max(1, Math.floor(pairs.length / PAIRS));
  for (const [a, b] of pairs.filter((_, i) => i % every === 0)) {
    await window.mouse.click(a.x, a.y);
    await window.keyboard.down('Shift');
    await window.mouse.click(b.x, b.y);
    await window.keyboard.up('Shift');
    for (let n = 0; n < 2; n++) {
      // As long as an eye takes to go from the pointer to the keys.
      await window.waitForTimeout(1000);
      await watchCanvas(window, 'keydown');
      await window.keyboard.press('Alt+Shift+KeyX');
      await window.waitForTimeout(400);
      await window.keyboard.press('Shift');
      times.push(...(await inputTimes(window)));
    }
    await window.keyboard.press('Control+Shift+KeyA');
  }
  return times;
}

const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'));
try {
  const path = join(folder, 'eight.banxin');
  writeFileSync(path, writeProjectFile(await fullIssue()));
  const started = await start(join(folder, 'data'), path);
  const { window } = started;
  await pageShown(window);
  const walls: number[] = [];
  const places = await wallsSeen(window);
  for (const place of places) walls.push(...(await dragWall(started, place)));
  const swaps = await swapPairs(started);
  await stop(started);
  const told = (times: readonly number[]): string => `median ${quantile(times, 0.5).toFixed(1)} ms`;
  const rows = [
    {
      what: 'a wall dragged in the window → pixels, p95 (budget 16)',
      value: quantile(walls, 0.95),
      unit: 'ms',
      note: `${walls.length} steps of ${places.length} walls that closed the page again, ${told(walls)}`,
    },
    {
      what: 'two articles swapped in the window → pixels, p95 (budget 16)',
      value: quantile(swaps, 0.95),
      unit: 'ms',
      note: `${swaps.length} swaps that closed the page again, ${told(swaps)}`,
    },
  ];
  console.log(JSON.stringify({ rows }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
