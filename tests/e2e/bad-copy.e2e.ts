/** What cannot be read, dropped on the window: one sentence for each file, nothing written, and the window goes on. */
import { closeSync, ftruncateSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { pdfOf } from '../support/pdf.ts';
import { dropFiles } from './desk.ts';
import { expectQuiet, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch();
});
test.afterEach(() => running.close());

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each file that cannot be read, and what its sentence must say. */
async function badFiles(folder: string): Promise<Map<string, RegExp>> {
  const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);
  const word = zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'word/document.xml': utf8('x'.repeat(5000)) });
  put('截断.docx', word.subarray(0, word.length - 60));
  put('加密.pdf', await pdfOf((d) => d.text('secret'), { userPassword: 'x', ownerPassword: 'y' }));
  put('扫描.pdf', await pdfOf((d) => d.rect(10, 10, 300, 300).fill('#999')));
  put('炸弹.zip', zipSync({ 'a.txt': new Uint8Array(64 * 1024 * 1024) }, { level: 9 }));
  put('越界.zip', zipSync({ '../../evil.txt': utf8('x') }));
  const huge = openSync(join(folder, '整库.txt'), 'w');
  ftruncateSync(huge, 200 * 1024 * 1024);
  closeSync(huge);
  return new Map([
    ['截断.docx', /残缺不全：请对方重发/u],
    ['加密.pdf', /加了密码：请要一份没有密码的/u],
    ['扫描.pdf', /没有文字：请先做文字识别（OCR）/u],
    ['炸弹.zip', /压缩得不合常理：不打开/u],
    ['越界.zip', /跑出文件夹的文件名/u],
    ['整库.txt', /200 MB/u],
  ]);
}

test('six files that cannot be read are named in a sentence each and begin no issue; a picture is known by its bytes, and good copy arrives', async () => {
  const { window, folder } = running;
  const bad = await badFiles(folder);
  const before = readdirSync(folder).sort();
  await expect(window.locator('button').first()).toBeVisible();
  await dropFiles(
    window,
    [...bad.keys()].map((name) => join(folder, name)),
  );
  for (const [name, words] of bad) {
    const sentence = window.locator('.notice', { hasText: name });
    await expect(sentence).toHaveCount(1);
    await expect(sentence).toContainText(words);
  }
  await window.screenshot({ path: 'out/shots/bad-copy.png' });
  expect(readdirSync(folder).sort()).toEqual(before);
  await expect(window.locator('[data-story]')).toHaveCount(0);

  await expect(window.locator('.thumbnail')).toHaveCount(0);

  const photo = sharp({ create: { width: 50, height: 50, channels: 3, background: '#777' } }).jpeg();
  writeFileSync(join(folder, '照片.txt'), await photo.toBuffer());
  await dropFiles(window, [join(folder, '照片.txt')]);
  await expect(window.getByText('图片已收进这份报')).toBeVisible();

  writeFileSync(join(folder, '来稿.txt'), '渡口清晨六点开\n\n本报记者 沈知夏\n\n城北渡口的第一班船，六点十分准时离岸。\n');
  await dropFiles(window, [join(folder, '来稿.txt')]);
  await expect(window.locator('[data-story]')).toHaveCount(1);
  expectQuiet(running);
});
