/** How long the real window takes to be up. Five starts; the first one warms the disk and is not counted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'));
  const from = performance.now();
  const app = await _electron.launch({
    executablePath: process.env.BANXIN_ELECTRON,
    args: [process.cwd(), '--no-sandbox', `--user-data-dir=${folder}`],
  });
  const window = await app.firstWindow();
  await window.waitForLoadState('load');
  const up = performance.now() - from;
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  return up;
}

const times = [];
for (let i = 0; i < 5; i++) times.push(await start());
console.log(
  JSON.stringify({
    rows: [
      { what: 'window up, nothing open', value: median(times.slice(1)), unit: 'ms', note: 'median of 4, from the start of the process' },
    ],
  }),
);
