/** Bad pictures on their way to the press: one sentence each that names the picture and the page, and no file left behind. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { readProjectFile } from '../../src/core/archive/index.ts';
import { banxin, newFolder, root } from './program.ts';

const COPY = join(root, 'resources/samples/issue/page-1.txt');
const NAME = '晴空一索';
const photo = readFileSync(join(root, `resources/samples/pictures/issue/${NAME}.jpg`));

/** Lay the sample's first page out with this as its photograph. */
async function withPhoto(file: string, bytes: Uint8Array): Promise<{ status: number | null; err: string; out: string; made: boolean }> {
  const folder = newFolder();
  const photos = join(folder, 'photos');
  mkdirSync(photos);
  writeFileSync(join(photos, file), bytes);
  const pdf = join(folder, 'page.pdf');
  const ran = await banxin(['page', COPY, '--photos', photos, '--out', pdf], { lang: 'zh_CN.UTF-8' });
  return { ...ran, made: existsSync(pdf) };
}

const oneSentence = (err: string): string => {
  const lines = err.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(err).not.toMatch(/\n\s+at /u);
  return lines[0] as string;
};

describe('a photograph that cannot be printed as it is', () => {
  test('cut off half-way: page and picture are named, nothing is written', async () => {
    const r = await withPhoto(`${NAME}.jpg`, photo.subarray(0, photo.length >> 1));
    expect(r).toMatchObject({ status: 2, made: false });
    expect(oneSentence(r.err)).toBe(`PDF 没有做成：第1版的图片“${NAME}.jpg”已损坏，读不完整，请重要一份。`);
  });

  test('not a picture at all: it is named before anything is laid out', async () => {
    const r = await withPhoto(`${NAME}.jpg`, new TextEncoder().encode('这不是图片'));
    expect(r).toMatchObject({ status: 2, made: false });
    expect(oneSentence(r.err)).toContain(`${NAME}.jpg 不是能印的图片`);
  });

  test('30,000 pixels wide: it is printed', async () => {
    const wide = await sharp({ create: { width: 30_000, height: 1200, channels: 3, background: '#668' } })
      .jpeg({ quality: 30 })
      .toBuffer();
    const r = await withPhoto(`${NAME}.jpg`, wide);
    expect(r.made).toBe(true);
    expect(r.status).not.toBe(2);
  }, 60_000);

  test('four inks without a profile: printed by its numbers, and that is said', async () => {
    const r = await withPhoto(`${NAME}.tif`, await sharp(photo).resize(1600).toColourspace('cmyk').tiff().toBuffer());
    expect(r.made).toBe(true);
    expect(r.err).toContain(`第1版的图片“${NAME}.tif”是四色图但没有特性文件`);
  });

  test('a PNG named .jpg: read as what it is, and that is said', async () => {
    const r = await withPhoto(`${NAME}.jpg`, await sharp(photo).resize(1600).png().toBuffer());
    expect(r.made).toBe(true);
    expect(r.err).toContain(`第1版的图片“${NAME}.jpg”其实是 PNG 文件`);
  });
});

describe('a picture that has gone from a saved issue, or is another one', () => {
  const issue = readFileSync(join(root, 'out/samples/issue.banxin'));
  let entry = '';
  let name = '';
  beforeAll(() => {
    const opened = readProjectFile(issue);
    if (!opened.ok) throw new Error(opened.problem.code);
    const { project } = opened.file;
    const fourth = new Set(project.pages[3]?.articles.map((a) => a.story));
    const story = Object.values(project.stories).find((s) => fourth.has(s.id) && s.pictures.some((p) => p.picture));
    const picture = project.pictures[story?.pictures.find((p) => p.picture)?.picture ?? ''];
    if (!picture) throw new Error('Page 4 of the sample has no picture.');
    [name, entry] = [picture.name, `pictures/${picture.sha256}.jpg`];
  });

  async function spoilt(spoil: (files: Record<string, Uint8Array>) => void, more: readonly string[] = []) {
    const files = unzipSync(issue);
    spoil(files);
    const folder = newFolder();
    const [path, pdf] = [join(folder, 'issue.banxin'), join(folder, 'issue.pdf')];
    writeFileSync(path, zipSync(files, { level: 0 }));
    const ran = await banxin(['export', path, '--out', pdf, ...more], { lang: 'zh_CN.UTF-8' });
    return { ...ran, made: existsSync(pdf) };
  }
  const sentence = (): string => `PDF 没有做成：第4版的图片“${name}”不在了，或者已经不是置入的那一张，请重新置入。`;

  test('gone: the page that shows it is not printed, and it is named', async () => {
    const r = await spoilt((files) => delete files[entry]);
    expect(r).toMatchObject({ status: 2, made: false });
    expect(oneSentence(r.err)).toBe(sentence());
  });

  test('another one: the same', async () => {
    const r = await spoilt((files) => {
      files[entry] = photo.subarray(0, 5000);
    });
    expect(r).toMatchObject({ status: 2, made: false });
    expect(oneSentence(r.err)).toBe(sentence());
  });

  test('the other pages can be printed', async () => {
    const r = await spoilt((files) => delete files[entry], ['--pages', '1']);
    expect(r.made).toBe(true);
  });
});

test('a full disk: one sentence, no part of a file', async () => {
  const r = await banxin(['export', join(root, 'out/samples/issue.banxin'), '--pages', '1', '--out', '/dev/full'], { lang: 'zh_CN.UTF-8' });
  expect(r.status).toBe(2);
  expect(oneSentence(r.err)).toBe('/dev/full 没有写成，因为磁盘满了，请腾出空间或换个地方。');
});

/** A disk of a quarter of a megabyte at `folder`, where this system lets one be made; false where it does not. */
const smallDisk = (folder: string): boolean => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status === 0;

test('a disk that is full before the file is written: one sentence, and nothing is left on it', async () => {
  const folder = newFolder();
  // Only the system's administrator may; elsewhere /dev/full above has to do.
  if (!smallDisk(folder)) return;
  try {
    const out = join(folder, 'a.pdf');
    const r = await banxin(['export', join(root, 'out/samples/issue.banxin'), '--pages', '1', '--out', out], { lang: 'zh_CN.UTF-8' });
    expect(r.status).toBe(2);
    expect(oneSentence(r.err)).toBe(`${out} 没有写成，因为磁盘满了，请腾出空间或换个地方。`);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    spawnSync('umount', [folder]);
  }
});
