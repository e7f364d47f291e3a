/** The real window, started for a measurement, and the time from an input to the last pixel. */
import { _electron, type ElectronApplication, type Page as Window } from '@playwright/test';

/** Inputs stand this far apart, so that each is on the canvas before the next, in milliseconds. */
export const PACE = 120;

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
};

export interface Started {
  readonly app: ElectronApplication;
  readonly window: Window;
  readonly up: number;
}

/** From the start of the process to the first page composed and inked on the canvas. */
export async function start(data: string, project: string): Promise<Started> {
  const from = performance.now();
  const app = await _electron.launch({
    executablePath: process.env.BANXIN_ELECTRON as string,
    args: [process.cwd(), '--no-sandbox', `--user-data-dir=${data}`, '--lang=zh-CN', project],
  });
  const window = await app.firstWindow();
  await window.locator('button[data-role="head"]').first().waitFor({ state: 'attached' });
  await window.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return { app, window, up: performance.now() - from };
}

export async function stop({ app }: Started): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const w of BrowserWindow.getAllWindows()) w.destroy();
  });
  await app.close();
}

/**
 * From now on each input is timed, from the moment the system gave it, to the last pixel that the painting worker put on
 * the page's canvas before the next input.
 */
export const watchCanvas = (window: Window, input: 'keydown' | 'pointerrawupdate'): Promise<void> =>
  window.evaluate((type) => {
    const times: number[] = [];
    let [asked, drawn] = [0, 0];
    new PerformanceObserver((list) => {
      for (const mark of list.getEntriesByName('banxin-page-drawn')) drawn = mark.startTime;
    }).observe({ type: 'mark' });
    addEventListener(
      type,
      (e) => {
        if (drawn > asked && asked > 0) times.push(drawn - asked);
        asked = e.timeStamp;
      },
      true,
    );
    Object.assign(globalThis, { inputTimes: times });
  }, input);

export const inputTimes = (window: Window): Promise<number[]> =>
  window.evaluate(() => (globalThis as unknown as { inputTimes: number[] }).inputTimes);
