/** Copy and pictures coming into the real program: by dialog and by a drop. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import type { Answer, Arrived, Bridge } from '../../src/ipc/contract.ts';
import { dropFiles } from './desk.ts';
import { answerDialogs, call, launch, type Running } from './launch.ts';

let running: Running;
test.beforeEach(async () => {
  running = await launch();
});
test.afterEach(() => running.close());

/** 青石日报 in GB 18030. */
const GB = Buffer.from([0xc7, 0xe0, 0xca, 0xaf, 0xc8, 0xd5, 0xb1, 0xa8, 0x0a]);

const jpeg = (width: number, height: number, orientation = 1): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    .jpeg()
    .withMetadata({ orientation })
    .toBuffer();

test('copy of any encoding is decoded, pictures are measured upright, and what is neither is named', async () => {
  const { app, window, folder } = running;
  const path = (name: string): string => join(folder, name);
  writeFileSync(path('来稿.txt'), GB);
  writeFileSync(path('照片.jpg'), await jpeg(300, 200, 6));
  writeFileSync(path('照片二.txt'), await jpeg(40, 20));
  writeFileSync(path('坏.jpg'), 'no picture');
  writeFileSync(path('程序.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 0, 2, 0, 0, 0, 3, 255, 254, 0, 0]));
  writeFileSync(path('空.txt'), '');
  await answerDialogs(app, { open: ['来稿.txt', '照片.jpg', '照片二.txt', '坏.jpg', '程序.txt', '空.txt'].map(path) });
  const arrived = await call(window, 'copy.open', null);
  expect(arrived?.copies.map((c) => [c.name, c.encoding, c.text])).toEqual([['来稿.txt', 'gb18030', '青石日报\n']]);
  expect(arrived?.pictures.map((p) => [p.name, p.format, p.width, p.height])).toEqual([
    ['照片.jpg', 'jpeg', 200, 300],
    ['照片二.txt', 'jpeg', 40, 20],
  ]);
  expect(arrived?.refused.length).toBe(3);
  for (const [i, name] of ['坏.jpg', '程序.txt', '空.txt'].entries()) expect(arrived?.refused[i]).toContain(name);

  const id = arrived?.copies[0]?.id ?? '';
  expect((await call(window, 'copy.decode', { copy: id, encoding: 'big5' }))?.encoding).toBe('big5');
  expect(await call(window, 'copy.decode', { copy: 'unknown', encoding: 'big5' })).toBeNull();
});

test('a picture is served upright, in sRGB, at a width that the screen needs', async () => {
  const { app, window, folder } = running;
  const inks = await sharp({ create: { width: 800, height: 400, channels: 3, background: { r: 200, g: 30, b: 30 } } })
    .toColourspace('cmyk')
    .jpeg()
    .toBuffer();
  writeFileSync(join(folder, 'a.jpg'), await jpeg(3000, 2000, 6));
  writeFileSync(join(folder, 'b.jpg'), inks);
  await answerDialogs(app, { open: [join(folder, 'a.jpg'), join(folder, 'b.jpg')] });
  const [a, b] = (await call(window, 'picture.open', null))?.pictures ?? [];
  const pixels = (sha256: string | undefined, width: number): Promise<[number, number, number[]]> =>
    window.evaluate(
      async ([hash, w]) => {
        const bitmap = await createImageBitmap(await (await fetch(`/picture/${hash}?w=${w}`)).blob());
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(bitmap, 0, 0);
        return [bitmap.width, bitmap.height, [...context.getImageData(5, 5, 1, 1).data.subarray(0, 3)]] as [number, number, number[]];
      },
      [sha256, width] as const,
    );
  const [width, height, colour] = await pixels(a?.sha256, 500);
  expect([width, height]).toEqual([640, 960]);
  expect(Math.hypot((colour[0] as number) - 200, (colour[1] as number) - 30, (colour[2] as number) - 30)).toBeLessThan(12);
  // Never enlarged; inks become screen colours, still a red.
  const [w, h, red] = await pixels(b?.sha256, 5000);
  expect([w, h]).toEqual([800, 400]);
  expect(red[0]).toBeGreaterThan(150);
  expect(red[1]).toBeLessThan(90);
  expect(await window.evaluate(async () => (await fetch(`/picture/${'0'.repeat(64)}?w=100`)).status)).toBe(404);
});

test('files and a folder dropped by a hand arrive; a drop made by a script brings nothing', async () => {
  const { window, folder } = running;
  const desk = join(folder, '稿件');
  mkdirSync(join(desk, '图'), { recursive: true });
  writeFileSync(join(desk, '一.txt'), GB);
  writeFileSync(join(desk, '.隐藏.txt'), GB);
  writeFileSync(join(desk, '图', '二.jpg'), await jpeg(60, 40));
  writeFileSync(join(folder, '三.txt'), '第三篇\n');
  // Heard before the window's own listeners, which would ask for the files themselves.
  await window.evaluate(() => {
    const results: unknown[] = [];
    Object.assign(globalThis, { results });
    const { banxin } = globalThis as unknown as { banxin: Bridge };
    for (const type of ['dragenter', 'dragover', 'drop'] as const)
      document.addEventListener(
        type,
        (e) => {
          e.preventDefault();
          e.stopImmediatePropagation();
          if (type === 'drop') void banxin.call('files.dropped', null).then((answer) => results.push(answer));
        },
        true,
      );
  });
  const results = (): Promise<readonly Answer<Arrived | null>[]> =>
    window.evaluate(() => (globalThis as unknown as { results: Answer<Arrived | null>[] }).results);

  await window.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['text'], 'a.txt'));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));
  });
  await expect.poll(async () => (await results()).length).toBe(1);
  expect((await results())[0]).toEqual({ ok: true, value: null });

  await dropFiles(window, [desk, join(folder, '三.txt')]);
  await expect.poll(async () => (await results()).length).toBe(2);
  const answer = (await results())[1];
  const arrived = answer?.ok ? answer.value : null;
  expect(arrived?.copies.map((c) => c.name)).toEqual(['一.txt', '三.txt']);
  expect(arrived?.pictures.map((p) => p.name)).toEqual(['二.jpg']);
  expect(arrived?.refused).toEqual([]);
  // Told once.
  expect(await call(window, 'files.dropped', null)).toBeNull();
});
