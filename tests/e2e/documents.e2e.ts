/** What main does for documents, asked through the bridge as the window asks it. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Bridge } from '../../src/ipc/contract.ts';
import { answerDialogs, call, launch, type Running, shownDialogs, tryCall } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch();
});
test.afterEach(() => running.close());

const newIssue = () => call(running.window, 'project.new', { preset: 'broadsheet-8' });

test('a new issue is saved where the dialog says, and opens equal', async () => {
  const { app, window, folder } = running;
  const path = join(folder, '青石日报');
  await answerDialogs(app, { save: path, open: [`${path}.banxin`] });
  const { document, project, name } = await newIssue();
  expect(name).toBeNull();
  const named = { ...project, paper: { ...project.paper, name: '青石日报' } };
  expect(await call(window, 'project.save', { document, project: named, as: false })).toEqual({ document, name: '青石日报', without: [] });
  const first = readFileSync(`${path}.banxin`);

  const again = await call(window, 'project.open', { file: null });
  expect(again?.project).toEqual(named);
  expect(again?.unsaved).toEqual([]);

  // Saved once more without a change: the same bytes.
  if (again) await call(window, 'project.save', { document: again.document, project: again.project, as: false });
  expect(readFileSync(`${path}.banxin`).equals(first)).toBe(true);
  expect((await call(window, 'recent.list', null)).map((r) => r.name)).toEqual(['青石日报']);
});

test('a cancelled dialog changes nothing', async () => {
  await answerDialogs(running.app, {});
  const { document, project } = await newIssue();
  expect(await call(running.window, 'project.save', { document, project, as: false })).toBeNull();
  expect(await call(running.window, 'project.open', { file: null })).toBeNull();
  expect(await call(running.window, 'copy.open', null)).toBeNull();
  expect(await call(running.window, 'picture.open', null)).toBeNull();
  expect(await call(running.window, 'project.export', { document, project, job: 'j', profile: 'x4', pages: null })).toBeNull();
});

test('what cannot be opened or saved is said in one sentence, in the language of the user', async () => {
  const { app, window, folder } = running;
  const noProject = join(folder, '不是.banxin');
  writeFileSync(noProject, 'text');
  await answerDialogs(app, { open: [noProject] });
  const opened = await tryCall(window, 'project.open', { file: null });
  expect(opened).toEqual({ ok: false, problem: { code: 'not-a-project', message: '“不是.banxin”不是版心文件。', told: true } });
  await call(window, 'settings.change', { language: 'en', theme: null, layout: null });
  await answerDialogs(app, { save: join(folder, 'no', 'such', 'folder.banxin') });
  const { document, project } = await newIssue();
  const saved = await tryCall(window, 'project.save', { document, project, as: true });
  expect(saved.ok ? '' : saved.problem.code).toBe('no-folder');
  const [said, ...more] = await shownDialogs(app);
  expect(said).toMatch(/^The folder .* is not there; save somewhere else\.$/u);
  expect(more).toEqual([]);
});

test('pages are exported by the export process, the same bytes each time, and a cancelled one leaves no file', async () => {
  const { app, window, folder } = running;
  const { document, project } = await newIssue();
  const made: Buffer[] = [];
  for (const name of ['a.pdf', 'b.pdf']) {
    await answerDialogs(app, { save: join(folder, name) });
    const done = await call(window, 'project.export', { document, project, job: name, profile: 'x4', pages: null });
    expect(done?.pages).toBe(1);
    expect(done?.bytes).toBe(statSync(join(folder, name)).size);
    made.push(readFileSync(join(folder, name)));
  }
  expect(made[0]?.subarray(0, 5).toString()).toBe('%PDF-');
  expect(made[0]?.equals(made[1] as Buffer)).toBe(true);

  await answerDialogs(app, { save: join(folder, 'c.pdf') });
  const cancelled = await window.evaluate(
    async (ask) => {
      const { banxin } = globalThis as unknown as { banxin: Bridge };
      const work = banxin.call('project.export', ask);
      while (!(await banxin.call('job.cancel', { job: ask.job })).ok);
      const from = performance.now();
      // The dialog is answered at once; the job is known a moment later.
      while (performance.now() - from < 20) await banxin.call('job.cancel', { job: ask.job });
      return work;
    },
    { document, project: manyPages(project), job: 'c', profile: 'x4' as const, pages: null },
  );
  expect(cancelled).toEqual({ ok: true, value: null });
  expect(() => statSync(join(folder, 'c.pdf'))).toThrow();
});

/** The same issue with so many pages that there is time to cancel. */
function manyPages<P extends { readonly pages: readonly { readonly id: string; readonly number: number }[] }>(project: P): P {
  const [page] = project.pages;
  return { ...project, pages: Array.from({ length: 400 }, (_, i) => ({ ...page, id: `p${i}`, number: i + 1 })) };
}

test('closing asks about unsaved changes; “Save” lets the window save and then closes it', async () => {
  const { app, window, folder } = running;
  const path = join(folder, 'asked.banxin');
  await answerDialogs(app, { save: path, button: 2 });
  const { document, project } = await newIssue();
  await call(window, 'project.dirty', { document, dirty: true });

  await call(window, 'window.close', null);
  await expect.poll(async () => (await shownDialogs(app)).length).toBe(1);
  expect(app.windows().length).toBe(1);

  await answerDialogs(app, { save: path, button: 0 });
  await window.evaluate(
    ([d, p]) => {
      const { banxin } = globalThis as unknown as { banxin: Bridge };
      banxin.on('save-asked', () => void banxin.call('project.save', { document: d, project: p, as: false }));
    },
    [document, project] as const,
  );
  const gone = app.waitForEvent('close');
  await call(window, 'window.close', null);
  await gone;
  expect(statSync(path).size).toBeGreaterThan(0);
});
