import { expect, test } from '@playwright/test';
import { expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch();
});
test.afterEach(() => running.close());

test('the window opens, has its name, and complains of nothing', async () => {
  const { window, upAfter } = running;
  await expect(window).toHaveTitle(/版心/u);
  console.log(`window up after ${Math.round(upAfter)} ms`);
  await window.screenshot({ path: 'out/shots/window.png' });
  expectQuiet(running);
});

test('the window opens in English where the desktop is', async () => {
  await running.close();
  running = await launch({ language: 'en-GB', args: ['--sample=english-page'] });
  await expect(running.window.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect.poll(() => running.window.locator('button[data-role="head"]').count()).toBeGreaterThan(3);
  await expect(running.window.locator('html')).toHaveAttribute('lang', 'en');
  expectQuiet(running);
});

test('the window is a guest: no Node, no other origin, no way out', async () => {
  const { app, window } = running;
  const inside = await window.evaluate(async () => {
    const tried = async (work: () => unknown): Promise<string> => {
      try {
        return String(await work());
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
      bridge: Object.keys((globalThis as unknown as { banxin: object }).banxin).sort(),
      // The debugger that asks this may evaluate text; a timer belongs to the page and may not.
      eval: await new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (e) => done(e.effectiveDirective), { once: true });
        setTimeout('globalThis.slipped = true', 0);
        setTimeout(() => done('slipped' in globalThis ? 'evaluated' : 'nothing happened'), 300);
      }),
      elsewhere: await tried(() => fetch('https://example.com/')),
      file: await tried(() => fetch('file:///etc/hostname')),
      outside: (await fetch('/resource/%2e%2e/package.json')).status,
      post: (await fetch('/resource/presets/broadsheet-8.json', { method: 'POST' })).status,
    };
  });
  expect(inside).toEqual({
    globals: [],
    bridge: ['call', 'on'],
    eval: 'script-src',
    elsewhere: 'TypeError',
    file: 'TypeError',
    outside: 404,
    post: 404,
  });
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((w) => {
      const p = (w.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      return [p.contextIsolation, p.sandbox, p.nodeIntegration, p.webviewTag];
    }),
  );
  expect(preferences).toEqual([[true, true, false, false]]);
});

test('a message that the contract does not allow is refused, and the window lives on', async () => {
  const { window } = running;
  const answers = await window.evaluate(async () => {
    const { banxin } = globalThis as unknown as {
      banxin: { call(name: string, ask: unknown): Promise<{ ok: boolean; problem?: { code: string } }> };
    };
    const code = async (name: string, ask: unknown): Promise<string> => {
      const answer = await banxin.call(name, ask).catch((error: Error) => ({ ok: false, problem: { code: error.message } }));
      return answer.ok ? 'done' : (answer.problem?.code ?? '');
    };
    return [
      await code('project.open', { file: 7 }),
      await code('project.sample', { name: '../../etc/passwd' }),
      await code('shell.run', { command: 'id' }),
      await code('presets.list', null),
    ];
  });
  expect(answers.slice(0, 2)).toEqual(['refused', 'refused']);
  expect(answers[2]).toContain('There is no call');
  expect(answers[3]).toBe('done');
});
