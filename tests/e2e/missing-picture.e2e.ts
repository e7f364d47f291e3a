/** An issue whose file lacks a picture, or has another one under its name, opens all the same: nothing else of it is lost. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readProjectFile, writeProjectFile } from '../../src/core/archive/index.ts';
import { pageShown } from './desk.ts';
import { answerDialogs, launch, root, shownDialogs } from './launch.ts';

test('it opens, the checks name the pictures, saving keeps all that is there, and printing says what is missing where', async () => {
  const whole = readProjectFile(readFileSync(join(root, 'out/samples/issue.banxin')));
  if (!whole.ok) throw new Error('The sample cannot be read.');
  const { project, pictures } = whole.file;
  const onFront = project.pages[0]?.frames.flatMap((f) => (f.shows.kind === 'photo' ? [f.article] : [])) ?? [];
  const stories = project.pages[0]?.articles.filter((a) => onFront.includes(a.id)).map((a) => project.stories[a.story]) ?? [];
  const [gone] = stories.flatMap((s) => s?.pictures.flatMap((p) => (p.picture ? [project.pictures[p.picture]] : [])) ?? []);
  const other = Object.values(project.pictures).find((p) => p.id !== gone?.id);
  if (!gone || !other) throw new Error('The sample has too few pictures.');
  const left = new Map(pictures);
  left.delete(gone.sha256);
  // Another picture lies under this one's name.
  const stranger = [...pictures].find(([hash]) => hash !== gone.sha256 && hash !== other.sha256)?.[1] as Uint8Array;
  left.set(other.sha256, stranger);
  const folder = mkdtempSync(join(tmpdir(), 'banxin-missing-'));
  const path = join(folder, '缺图.banxin');
  writeFileSync(path, writeProjectFile({ project, pictures: left }, 'left-out'));

  const running = await launch({ args: [path] });
  const { app, window } = running;
  try {
    await pageShown(window);
    const checks = window.locator('[data-panel="checks"]');
    await expect(window.getByText('2 张图片的文件不在这份报里')).toBeVisible();
    await expect(checks.locator('[data-severity="error"]').first()).toBeVisible();
    await expect.poll(async () => (await checks.locator('[data-severity="error"]').allInnerTexts()).join()).toContain(gone.name);
    await expect(window.locator('.photo-badge-bad').first()).toHaveText('图片文件不见了');
    await window.screenshot({ path: 'out/shots/missing-picture.png' });

    const copy = join(folder, '另存.banxin');
    await answerDialogs(app, { save: copy });
    await window.keyboard.press('Control+Shift+s');
    await expect(window.getByText(/已保存“另存”，但有 1 张图片/u)).toBeVisible();
    const saved = readProjectFile(readFileSync(copy), 'left-out');
    expect(saved.ok).toBe(true);
    if (!saved.ok) return;
    expect(saved.file.project).toEqual(project);
    const hashes = new Map([...saved.file.pictures].map(([hash, bytes]) => [hash, createHash('sha256').update(bytes).digest('hex')]));
    expect(hashes.has(gone.sha256)).toBe(false);
    // What lay under the other's name still lies there; all others are what they were.
    expect(hashes.get(other.sha256)).toBe(createHash('sha256').update(stranger).digest('hex'));
    for (const [hash, is] of hashes) if (hash !== other.sha256) expect(is).toBe(hash);

    // Printing asks first, for it is an error; who prints all the same is told which picture of which page, and no file is made.
    const pdf = join(folder, '缺图.pdf');
    await answerDialogs(app, { save: pdf });
    await window.keyboard.press('Control+e');
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('button', { name: '导出…', exact: true }).click();
    await expect(dialog).toContainText(gone.name);
    await dialog.locator('[data-go="anyway"]').click();
    const told = async (): Promise<string> =>
      [...(await shownDialogs(app)), ...(await window.locator('.notice').allInnerTexts())].join('\n');
    await expect.poll(told, { timeout: 60_000 }).toMatch(new RegExp(`${gone.name}.*第 ?1 ?版|第 ?1 ?版.*${gone.name}`, 'su'));
    expect(existsSync(pdf)).toBe(false);
    expect(readdirSync(folder).filter((f) => f.endsWith('.pdf') || f.includes('.tmp'))).toEqual([]);
    // The picture that is not there is the only thing that was asked for in vain.
    expect(running.complaints.filter((c) => !c.includes('404'))).toEqual([]);
  } finally {
    await running.close();
  }
});
