import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { lstat, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { apply, type Edit } from '../../src/core/document/index.ts';
import { dropUnsaved, openJournal, restore, unsavedWork } from '../../src/node/journal.ts';
import { lockPath, STALE_AFTER, takeLock } from '../../src/node/lock.ts';
import { importPicture, iptcText, sha256 } from '../../src/node/pictures.ts';
import { gatherPictures, openProjectFile, openToWork, saveProjectFile } from '../../src/node/projects.ts';
import { readBytes } from '../../src/node/read.ts';
import { type Trouble, writeTrouble } from '../../src/node/trouble.ts';
import { writeFiles } from '../../src/node/write.ts';
import { example, pictureBytes } from '../document/example.ts';

const root = mkdtempSync(join(tmpdir(), 'banxin-disk-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let count = 0;
const folder = (): string => {
  const path = join(root, `文件夹 ${++count}`);
  mkdirSync(path);
  return path;
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const trouble = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (e: Trouble) => e.code,
  );

describe('reading', () => {
  test('tells what is wrong with the path', async () => {
    const at = folder();
    writeFileSync(join(at, 'empty'), '');
    writeFileSync(join(at, 'big'), 'x'.repeat(100));
    expect(await trouble(readBytes(join(at, 'none')))).toBe('not-found');
    expect(await trouble(readBytes(join(at, 'big', 'below a file')))).toBe('not-found');
    expect(await trouble(readBytes(at))).toBe('is-folder');
    expect(await trouble(readBytes(join(at, 'empty')))).toBe('empty');
    expect(await trouble(readBytes(join(at, 'big'), { mostBytes: 99 }))).toBe('too-large');
    expect((await readBytes(join(at, 'big'), { mostBytes: 100 })).length).toBe(100);
  });
});

describe('writing', () => {
  test('replaces a file whole and keeps its mode; a link stays a link', async () => {
    const at = folder();
    const path = join(at, 'p.banxin');
    writeFileSync(path, 'old', { mode: 0o640 });
    symlinkSync(path, join(at, 'link'));
    await writeFiles([{ path: join(at, 'link'), bytes: bytes('new') }]);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect((await lstat(join(at, 'link'))).isSymbolicLink()).toBe(true);
    expect(readdirSync(at).sort()).toEqual(['link', 'p.banxin']);
  });

  test('writes all of several or none, and leaves nothing behind', async () => {
    const at = folder();
    const first = { path: join(at, 'a.pdf'), bytes: bytes('a') };
    writeFileSync(join(at, 'file'), '');
    expect(await trouble(writeFiles([first, { path: join(at, 'no', 'b'), bytes: bytes('b') }]))).toBe('no-folder');
    expect(await trouble(writeFiles([first, { path: join(at, 'file', 'b'), bytes: bytes('b') }]))).toBe('no-folder');
    expect(await trouble(writeFiles([first, { path: at, bytes: bytes('b') }]))).toBe('out-is-folder');
    expect(readdirSync(at)).toEqual(['file']);
  });

  test('a full disk is named, and the device is not replaced by a file', async () => {
    if (!existsSync('/dev/full')) return;
    expect(await trouble(writeFiles([{ path: '/dev/full', bytes: bytes('x') }]))).toBe('no-space');
    await writeFiles([{ path: '/dev/null', bytes: bytes('x') }]);
    expect((await stat('/dev/full')).isCharacterDevice() && (await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test('a file that another program holds open is called that, and not a matter of rights', () => {
    const failed = (code: string): Error => Object.assign(new Error(code), { code });
    const of = (code: string, replacing: boolean, system: NodeJS.Platform): string =>
      writeTrouble('a.pdf', '.', failed(code), replacing, system).code;
    for (const system of ['linux', 'win32', 'darwin'] as const) {
      expect(of('EBUSY', true, system)).toBe('in-use');
      expect(of('EACCES', false, system)).toBe('unwritable');
      expect(of('EPERM', false, system)).toBe('unwritable');
    }
    expect(['EPERM', 'EACCES'].map((code) => of(code, true, 'win32'))).toEqual(['in-use', 'in-use']);
    expect(['EPERM', 'EACCES'].map((code) => of(code, true, 'linux'))).toEqual(['unwritable', 'unwritable']);
  });

  test('a file whose place the system will not give up is left as it is, and nothing lies beside it', async () => {
    // A file that something else is mounted on is the one kind that Linux refuses to replace while it is in use.
    const at = folder();
    const path = join(at, 'a.pdf');
    writeFileSync(path, 'old');
    writeFileSync(join(at, 'other'), 'held');
    const mounted = spawnSync('mount', ['--bind', join(at, 'other'), path]).status === 0;
    if (!mounted) return;
    try {
      expect(await trouble(writeFiles([{ path, bytes: bytes('new') }]))).toBe('in-use');
      expect(readFileSync(path, 'utf8')).toBe('held');
    } finally {
      spawnSync('umount', [path]);
    }
    expect([readFileSync(path, 'utf8'), readdirSync(at).sort()]).toEqual(['old', ['a.pdf', 'other']]);
  });

  test('killed at any instant, the file is the old one or the new one, whole', async () => {
    const at = folder();
    const path = join(at, 'p.bin');
    const size = 3_000_000;
    writeFileSync(path, Buffer.alloc(size, 0));
    const { build } = await import('esbuild');
    const module = join(at, 'write.mjs');
    await build({ entryPoints: ['src/node/write.ts'], bundle: true, platform: 'node', format: 'esm', outfile: module });
    const runner = `
      const { writeFiles } = await import(${JSON.stringify(module)});
      for (let i = 1; ; i = (i % 250) + 1) await writeFiles([{ path: ${JSON.stringify(path)}, bytes: Buffer.alloc(${size}, i) }]);`;
    for (const wait of [120, 175, 231, 290, 345]) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', runner]);
      await new Promise((done) => setTimeout(done, wait));
      child.kill('SIGKILL');
      await new Promise((done) => child.once('exit', done));
      const now = readFileSync(path);
      expect(now.length).toBe(size);
      expect(now.every((b) => b === now[0])).toBe(true);
    }
    expect(readFileSync(path)[0]).not.toBe(0);
  });
});

/** Stores that have nothing: one says so, one throws as the disk does. */
const none = async (): Promise<null> => null;
const gone = (): Promise<never> => Promise.reject(new Error('ENOENT'));

describe('project files on the disk', () => {
  const file = { project: example(), pictures: new Map([[sha256(pictureBytes), pictureBytes]]) };

  test('are saved and opened equal', async () => {
    const path = join(folder(), '四月七日.banxin');
    expect(await saveProjectFile(path, file)).toBe(sha256(readFileSync(path)));
    const opened = await openProjectFile(path);
    expect(opened.project).toEqual(file.project);
    expect([...opened.pictures].map(([k, v]) => [k, [...v]])).toEqual([[sha256(pictureBytes), [...pictureBytes]]]);
  });

  test('a changed byte in a picture is found', async () => {
    const path = join(folder(), 'p.banxin');
    await saveProjectFile(path, file);
    const bad = readFileSync(path);
    const at = bad.indexOf(Buffer.from(pictureBytes));
    bad[at + 5]! ^= 1;
    writeFileSync(path, bad);
    expect(await trouble(openProjectFile(path))).toBe('damaged');
    const { project, pictures, amiss } = await openToWork(path);
    expect(project).toEqual(file.project);
    expect([...amiss.values()]).toEqual(['changed']);
    // What is other than its name says is carried along as it is: it may be all there is.
    expect([...(await gatherPictures(project, none, path, path)).values()]).toEqual([...pictures.values()]);
  });

  test('a picture that is not in the file leaves the project to work on', async () => {
    const path = join(folder(), 'p.banxin');
    await saveProjectFile(path, { project: file.project, pictures: new Map() }, 'left-out');
    expect(await trouble(openProjectFile(path))).toBe('damaged');
    const { project, amiss } = await openToWork(path);
    expect(project).toEqual(file.project);
    expect([...amiss]).toEqual(Object.keys(project.pictures).map((id) => [id, 'missing']));
  });

  test('are saved with the pictures of the store, and with those that only the file from before has', async () => {
    const path = join(folder(), 'p.banxin');
    await saveProjectFile(path, file);
    const hash = sha256(pictureBytes);
    for (const stored of [none, gone, async () => pictureBytes])
      expect([...(await gatherPictures(file.project, stored, path, path)).get(hash)!]).toEqual([...pictureBytes]);
    expect((await gatherPictures(file.project, none, null, path)).size).toBe(0);
  });

  test('one that cannot be read now is not saved over while it alone holds a picture', async () => {
    const at = folder();
    const path = join(at, 'p.banxin');
    await saveProjectFile(path, file);
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    symlinkSync(path, join(at, 'link.banxin'));
    expect(await trouble(gatherPictures(file.project, gone, path, path))).toBe('pictures-behind');
    expect(await trouble(gatherPictures(file.project, gone, join(at, 'link.banxin'), path))).toBe('pictures-behind');
    // Under another name nothing is lost by it, nor where the store has all, nor where the file is gone.
    expect((await gatherPictures(file.project, gone, path, join(at, 'q.banxin'))).size).toBe(0);
    expect((await gatherPictures(file.project, async () => pictureBytes, path, path)).size).toBe(1);
    expect((await gatherPictures(file.project, gone, join(at, 'no.banxin'), join(at, 'no.banxin'))).size).toBe(0);
  });
});

describe('pictures', () => {
  test('are measured as they stand, after EXIF orientation', async () => {
    const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#864' } });
    const lying = await plain.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await importPicture('a.jpg', lying)).toMatchObject({ format: 'jpeg', width: 40, height: 60, sha256: sha256(lying) });
    const upright = await plain.clone().tiff().toBuffer();
    expect(await importPicture('a.tif', upright)).toMatchObject({ format: 'tiff', width: 60, height: 40, caption: '', credit: '' });
  });

  test('of black and white alone are line art, whatever depth their file has; with one grey they are not', async () => {
    const raw = Buffer.from(Array.from({ length: 64 * 48 }, (_, i) => (i % 5 === 0 ? 0 : 255)));
    const grey = (data: Buffer) => sharp(data, { raw: { width: 64, height: 48, channels: 1 } }).toColourspace('b-w');
    const fax = await grey(raw).tiff({ bitdepth: 1, compression: 'ccittfax4' }).toBuffer();
    expect(await importPicture('a.tif', fax)).toMatchObject({ lineArt: true });
    expect(await importPicture('a.png', await grey(raw).png().toBuffer())).toMatchObject({ lineArt: true });
    expect(await importPicture('a.png', await grey(raw).png({ palette: true, colours: 2 }).toBuffer())).toMatchObject({ lineArt: true });
    const one = Buffer.from(raw);
    one[100] = 128;
    expect(await importPicture('b.png', await grey(one).png().toBuffer())).not.toHaveProperty('lineArt');
    expect(await importPicture('c.jpg', await grey(raw).jpeg().toBuffer())).not.toHaveProperty('lineArt');
    // In colour, as screens save it; a pure red among it, far below, is a colour.
    const tall = Buffer.from(Array.from({ length: 64 * 300 * 3 }, (_, i) => (Math.floor(i / 3) % 5 === 0 ? 0 : 255)));
    const colour = (data: Buffer) => sharp(data, { raw: { width: 64, height: 300, channels: 3 } });
    expect(await importPicture('d.png', await colour(tall).png().toBuffer())).toMatchObject({ lineArt: true });
    expect(await importPicture('d.tif', await colour(tall).tiff({ compression: 'lzw' }).toBuffer())).toMatchObject({ lineArt: true });
    const red = Buffer.from(tall);
    red.set([255, 0, 0], (64 * 290 + 7) * 3);
    expect(await importPicture('e.png', await colour(red).png().toBuffer())).not.toHaveProperty('lineArt');
  });

  test('bring their caption and credit along', async () => {
    const exif = { IFD0: { ImageDescription: 'Spring ploughing', Artist: 'Lin Mu' } };
    const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .withExif(exif)
      .jpeg()
      .toBuffer();
    expect(await importPicture('b.jpg', jpeg)).toMatchObject({ caption: 'Spring ploughing', credit: 'Lin Mu' });
    // IPTC goes before EXIF, in UTF-8 and in the GB 18030 of older picture desks.
    for (const encode of [(s: string) => Buffer.from(s), () => Buffer.from('b4bab8fb', 'hex')]) {
      const withIptc = Buffer.concat([jpeg.subarray(0, 2), iptc(120, encode('春耕')), jpeg.subarray(2)]);
      expect((await importPicture('c.jpg', withIptc)).caption).toBe('春耕');
    }
    expect(iptcText('plain')).toBe('plain');
  });

  test('of a kind that does not print are refused, as is what is no picture', async () => {
    const gif = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .gif()
      .toBuffer();
    expect(await trouble(importPicture('a.gif', gif))).toBe('not-a-picture');
    expect(await trouble(importPicture('a.jpg', bytes('not a picture')))).toBe('not-a-picture');
    const half = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await trouble(importPicture('a.png', half.subarray(0, 10)))).toBe('not-a-picture');
  });
});

/** An APP13 segment with one IPTC dataset (IIM 4.2: 1C 02 key length value, in a Photoshop 8BIM block 0404). */
function iptc(key: number, value: Buffer): Buffer {
  const data = Buffer.concat([Buffer.from([0x1c, 2, key, value.length >> 8, value.length & 255]), value]);
  const pad = Buffer.alloc(data.length % 2);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const block = Buffer.concat([Buffer.from('Photoshop 3.0\0'), Buffer.from('8BIM'), Buffer.from([4, 4, 0, 0]), size, data, pad]);
  const head = Buffer.from([0xff, 0xed, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return Buffer.concat([head, block]);
}

describe('the lock', () => {
  test('says who has the project, and is given back', async () => {
    const path = join(folder(), 'p.banxin');
    const mine = await takeLock(path);
    expect(mine.ok).toBe(true);
    const second = await takeLock(path);
    expect(second).toMatchObject({ ok: false, owner: { machine: hostname(), process: process.pid } });
    if (mine.ok) await mine.lock.release();
    expect(existsSync(lockPath(path))).toBe(false);
  });

  test('is taken over from a process that is gone and from a machine that has fallen silent', async () => {
    const path = join(folder(), 'p.banxin');
    const other = { user: 'a', machine: hostname(), process: 2 ** 22 + 1, since: '2026-01-01T00:00:00.000Z' };
    writeFileSync(lockPath(path), JSON.stringify(other));
    const taken = await takeLock(path);
    expect(taken.ok).toBe(true);
    if (taken.ok) await taken.lock.release();
    writeFileSync(lockPath(path), JSON.stringify({ ...other, machine: 'another' }));
    expect(await takeLock(path)).toMatchObject({ ok: false, owner: { machine: 'another', user: 'a' } });
    const old = (Date.now() - STALE_AFTER - 5000) / 1000;
    utimesSync(lockPath(path), old, old);
    expect((await takeLock(path)).ok).toBe(true);
  });

  test('that someone took over since is left alone', async () => {
    const path = join(folder(), 'p.banxin');
    const mine = await takeLock(path);
    writeFileSync(lockPath(path), JSON.stringify({ user: 'b', machine: 'another', process: 1, since: 'x' }));
    if (mine.ok) await mine.lock.release();
    expect(existsSync(lockPath(path))).toBe(true);
  });
});

describe('the journal', () => {
  const edits: Edit[] = [
    { kind: 'text', story: 's1', place: { field: 'headline' }, at: 0, removed: '春', inserted: '夏' },
    { kind: 'text', story: 's1', place: { field: 'body', block: 0 }, at: 0, removed: '', inserted: '“' },
    { kind: 'seed', after: 9 },
  ];
  const after = edits.reduce((p, e) => {
    const r = apply(p, e);
    if (!r.ok) throw new Error(r.why);
    return r.project;
  }, example());
  const replay = (restored: Awaited<ReturnType<typeof restore>>) =>
    restored?.edits.reduce((p, e) => {
      const r = apply(p, e);
      return r.ok ? r.project : p;
    }, restored.base.project);

  test('brings back every edit of a document that was never saved', async () => {
    const at = folder();
    const j = await openJournal(at, 'd1', { kind: 'project', name: '未命名', project: example() });
    await Promise.all(edits.map((e) => j.append([e])));
    await j.keepPicture(sha256(pictureBytes), pictureBytes);
    const [left] = await unsavedWork(at);
    expect(left?.edits).toEqual(edits);
    const back = await restore(left!);
    expect(replay(back)).toEqual(after);
    expect([...back!.base.pictures.keys()]).toEqual([sha256(pictureBytes)]);
    await j.close();
    await dropUnsaved(at, 'd1');
    expect(await unsavedWork(at)).toEqual([]);
  });

  test('a torn last line is no edit; those before it are', async () => {
    const at = folder();
    const j = await openJournal(at, 'd1', { kind: 'project', name: 'x', project: example() });
    await j.append(edits);
    await j.close();
    const path = join(at, 'd1', 'edits.jsonl');
    const whole = readFileSync(path);
    for (let cut = 1; cut < whole.length; cut += 5) {
      writeFileSync(path, whole.subarray(0, cut));
      const [left] = await unsavedWork(at);
      expect(left?.edits ?? []).toEqual(edits.slice(0, left?.edits.length ?? 0));
    }
  });

  test('begins again at a save, and stands only on the file it was begun on', async () => {
    const at = folder();
    const path = join(at, 'p.banxin');
    const file = { project: example(), pictures: new Map([[sha256(pictureBytes), pictureBytes]]) };
    const j = await openJournal(join(at, 'journal'), 'd1', { kind: 'project', name: 'x', project: example() });
    await j.append(edits);
    const hash = await saveProjectFile(path, { ...file, project: after });
    await j.rebase({ kind: 'file', path, sha256: hash });
    expect(await unsavedWork(join(at, 'journal'))).toEqual([]);
    await j.append([{ kind: 'seed', after: 11 }]);
    const [left] = await unsavedWork(join(at, 'journal'));
    expect(replay(await restore(left!))).toEqual({ ...after, seed: 11 });
    await saveProjectFile(path, file);
    expect(await restore(left!)).toBeNull();
    await j.forget();
    expect(readdirSync(join(at, 'journal'))).toEqual([]);
  });

  test('of a program that still runs is not touched', async () => {
    const at = folder();
    const j = await openJournal(at, 'd1', { kind: 'project', name: 'x', project: example() });
    await j.append(edits);
    await j.close();
    const head = join(at, 'd1', 'base.json');
    writeFileSync(head, JSON.stringify({ ...JSON.parse(readFileSync(head, 'utf8')), process: process.ppid }));
    expect(await unsavedWork(at)).toEqual([]);
  });
});
