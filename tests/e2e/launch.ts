/** The real program in a folder of its own, with what its console says; native dialogs are answered in main. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Ask, Bridge, CallName, Give } from '../../src/ipc/contract.ts';

export const root = new URL('../..', import.meta.url).pathname.replace(/\/$/u, '');

export interface Running {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** A folder for the test's own files; it goes when the program is closed. */
  readonly folder: string;
  /** Everything the window's console called an error, and every error nobody caught. */
  readonly complaints: string[];
  /** Milliseconds from the start of the process to the window's first load. */
  readonly upAfter: number;
  /** The program ends; with `keep`, its folder stays for the next launch. */
  close(options?: { readonly keep?: boolean }): Promise<void>;
}

/** Tests that run at once have a screen each: a window that another covers or that loses the focus behaves otherwise. */
function ownScreen(): Record<string, string> {
  const screens = (process.env.BANXIN_SCREENS ?? '').split(',').filter(Boolean);
  const screen = screens[Number(process.env.TEST_PARALLEL_INDEX ?? 0) % Math.max(1, screens.length)];
  return screen ? { DISPLAY: screen } : {};
}

export interface LaunchOptions {
  /** What follows the program's folder on its command line. */
  readonly args?: readonly string[];
  /** The folder of an earlier launch, to start again on what it left. */
  readonly folder?: string;
  readonly language?: 'zh-CN' | 'en-GB';
}

export async function launch({ args = [], folder: given, language = 'zh-CN' }: LaunchOptions = {}): Promise<Running> {
  const executablePath = process.env.BANXIN_ELECTRON;
  if (!executablePath) throw new Error('BANXIN_ELECTRON is not set: run the window’s tests with npm run e2e.');
  const folder = given ?? mkdtempSync(join(tmpdir(), 'banxin-e2e-'));
  const started = performance.now();
  const app = await _electron.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...ownScreen() },
    args: [root, '--no-sandbox', `--user-data-dir=${join(folder, 'data')}`, `--lang=${language}`, ...args],
  });
  const complaints: string[] = [];
  const watch = (page: Page): void => {
    page.on('console', (m) => {
      if (m.type() === 'error') complaints.push(m.text());
    });
    page.on('pageerror', (e) => complaints.push(String(e)));
  };
  app.on('window', watch);
  const window = await app.firstWindow();
  watch(window);
  await window.waitForLoadState('load');
  const upAfter = performance.now() - started;
  return {
    app,
    window,
    folder,
    complaints,
    upAfter,
    close: async ({ keep = false } = {}) => {
      // A document with unsaved changes would ask; the tests that want to be asked close the window themselves.
      await app
        .evaluate(({ BrowserWindow }) => {
          for (const w of BrowserWindow.getAllWindows()) w.destroy();
        })
        .catch(() => undefined);
      await app.close().catch(() => undefined);
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What native dialogs were shown, by their message. */
export type Shown = readonly string[];

/** From now on dialogs are answered: a save dialog with `save`, an open dialog with `open`, a question with button `button`. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: { readonly save?: string; readonly open?: readonly string[]; readonly button?: number },
): Promise<void> {
  await app.evaluate(({ dialog }, { save, open, button }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shownDialogs: shown });
    dialog.showSaveDialog = (async () => ({ canceled: save === undefined, filePath: save ?? '' })) as typeof dialog.showSaveDialog;
    dialog.showOpenDialog = (async () => ({ canceled: open === undefined, filePaths: open ?? [] })) as typeof dialog.showOpenDialog;
    dialog.showMessageBox = (async (...args: unknown[]) => {
      shown.push((args.at(-1) as { message: string }).message);
      return { response: button ?? 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, answers);
}

/** The messages of the questions and warnings since `answerDialogs`. */
export const shownDialogs = (app: ElectronApplication): Promise<Shown> =>
  app.evaluate(() => (globalThis as unknown as { shownDialogs?: string[] }).shownDialogs ?? []);

/** Nothing went wrong that nobody looked at. */
export function expectQuiet(running: Running): void {
  expect(running.complaints).toEqual([]);
}

type Problem = { readonly code: string; readonly message: string; readonly told: boolean };

/** Call main from the window's page as the window does. Answers with the value; throws where main had a problem. */
export async function call<K extends CallName>(window: Page, name: K, ask: Ask<K>): Promise<Give<K>> {
  const answer = await tryCall(window, name, ask);
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.code}: ${answer.problem.message}`);
  return answer.value;
}

/** The same, with the problem where there is one. */
export const tryCall = <K extends CallName>(
  window: Page,
  name: K,
  ask: Ask<K>,
): Promise<{ ok: true; value: Give<K> } | { ok: false; problem: Problem }> =>
  window.evaluate(([n, a]) => (globalThis as unknown as { banxin: Bridge }).banxin.call(n as CallName, a as Ask<CallName>), [
    name,
    ask,
  ] as const) as Promise<never>;
