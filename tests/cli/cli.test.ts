import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { picturePath, readProjectFile } from '../../src/core/archive/index.ts';
import { openProjectFile } from '../../src/node/projects.ts';
import { banxin, filesIn, hashOf, newFolder, type Ran, root } from './program.ts';

// Whole programs are started here, on machines that may be busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const sample = join(root, 'resources/samples/messy-page/lake-page.txt');
const photos = join(root, 'resources/samples/pictures/messy-page');
const at = newFolder();
afterAll(() => rmSync(at, { recursive: true, force: true }));

/** One sentence on standard error, the status, nothing on standard output, and no file more than there was. */
async function refuses(args: readonly string[], says: RegExp, options: Parameters<typeof banxin>[1] = {}): Promise<Ran> {
  const cwd = options.cwd ?? at;
  const before = filesIn(cwd);
  const ran = await banxin(args, { ...options, cwd });
  expect(ran.err).toMatch(says);
  expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.err).toMatch(/[.。]\n$/u);
  expect(ran.err).not.toMatch(/\bat .*:\d+|Error:|\{\w+\}/u);
  expect([ran.status, ran.out]).toEqual([2, '']);
  expect(filesIn(cwd)).toEqual(before);
  return ran;
}

beforeAll(async () => {
  writeFileSync(join(at, 'empty.txt'), '');
  writeFileSync(join(at, 'blank.txt'), ' \n\n\u3000\n');
  writeFileSync(join(at, 'garbage.txt'), Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 255)));
  writeFileSync(join(at, 'picture.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(join(at, 'big.txt'), Buffer.alloc(50_000_000, '版面文字。\n'));
  mkdirSync(join(at, 'folder'));
  // The program builds itself where that is needed; the first call is not to be the one that is looked at.
  await banxin(['--version']);
});

describe('what cannot be used is refused in one sentence, and nothing is left behind', () => {
  const page = (copy: string): string[] => [
    'page',
    copy,
    '--out',
    'x.pdf',
    '--png',
    'x.png',
    '--project',
    'x.banxin',
    '--report',
    'x.json',
  ];

  test.each<[string, RegExp]>([
    ['none.txt', /There is no file none\.txt/u],
    ['folder', /folder is a folder/u],
    ['empty.txt', /empty\.txt is empty/u],
    ['blank.txt', /blank\.txt has no text/u],
    ['garbage.txt', /garbage\.txt is not readable as copy/u],
    ['picture.txt', /picture\.txt is not readable as copy.*PNG/u],
    ['big.txt', /big\.txt is 47\.7 MB, more than the 16 MB/u],
  ])('%s', async (name, says) => {
    await Promise.all([refuses(page(name), says), refuses(['read', name], says)]);
  });

  test('an unknown preset, encoding, profile, option, command', async () => {
    await Promise.all([
      refuses([...page(sample), '--preset', '六开'], /no preset 六开: use one of broadsheet-6, broadsheet-8/u),
      refuses([...page(sample), '--manner', '小报'], /no manner 小报: use one of city, party, supplement/u),
      refuses([...page(sample), '--encoding', 'utf-7'], /no encoding utf-7/u),
      refuses([...page(sample), '--profile', 'x3'], /no profile x3/u),
      refuses([...page(sample), '--colour'], /no option --colour/u),
      refuses(['print', sample], /no command print/u),
      refuses([], /What to do is missing/u),
      refuses(['page'], /COPY is missing: see banxin page --help/u),
      refuses(['page', sample, '--out'], /option --out needs a value/u),
      refuses(['export', 'a.banxin', 'b.banxin'], /more arguments than export takes/u),
      refuses([...page(sample), '--alternatives', '0'], /--alternatives takes a whole number from 1 to 20, not 0/u),
      refuses([...page(sample), '--seed', '1.5'], /--seed takes a whole number/u),
      refuses(['export', 'a.banxin', '--pages', '4-1'], /4-1 is no list of pages/u),
    ]);
  });

  test('an output that cannot be written', async () => {
    const inFolder = (out: string): string[] => ['page', sample, '--report', 'ok.json', '--out', out];
    await refuses(inFolder('no/such/page.pdf'), /no folder no\/such: make it first/u);
    await refuses(inFolder('folder'), /folder cannot be written because it is a folder/u);
    await refuses(inFolder('empty.txt/page.pdf'), /cannot be written/u);
    if (existsSync('/dev/full')) await refuses(inFolder('/dev/full'), /disk is full/u);
    if (existsSync('/proc/version')) await refuses(inFolder('/proc/page.pdf'), /\/proc\/page\.pdf cannot be written/u);
  });

  test('an output where it would do harm', async () => {
    const copy = join(at, 'copy.txt');
    cpSync(sample, copy);
    const hash = hashOf(copy);
    symlinkSync('copy.txt', join(at, 'link.txt'));
    await refuses(['page', 'copy.txt', '--out', './copy.txt'], /is the copy itself/u);
    await refuses(['page', 'copy.txt', '--out', 'link.txt'], /is the copy itself/u);
    await refuses(['page', 'copy.txt', '--out', 'a.pdf', '--png', './a.pdf'], /Two outputs have the same name/u);
    expect(hashOf(copy)).toBe(hash);
  });

  test('pictures that are none, a folder that is none', async () => {
    writeFileSync(join(at, 'folder', '1.jpg'), 'not a picture');
    await refuses(['page', sample, '--photos', 'folder'], /1\.jpg is not a picture that can be printed/u);
    await refuses(['page', sample, '--photos', 'nowhere'], /nowhere is not a folder of pictures/u);
    await refuses(['page', sample, '--photos', 'empty.txt'], /empty\.txt is not a folder of pictures/u);
  });

  test('a project that is none, is damaged, or is newer', async () => {
    for (const command of ['export', 'check']) {
      await refuses([command, 'none.banxin'], /There is no file none\.banxin/u);
      await refuses([command, 'folder'], /folder is a folder/u);
      await refuses([command, 'empty.txt'], /empty\.txt is empty/u);
      await refuses([command, 'garbage.txt'], /garbage\.txt is not a Banxin project/u);
      await refuses([command, sample], /lake-page\.txt is not a Banxin project/u);
    }
  });

  test('in Chinese where the terminal is', async () => {
    await refuses(['page', 'none.txt'], /^没有文件 none\.txt，请检查文件名和文件夹。\n$/u, { lang: 'zh_CN.UTF-8' });
    await refuses(['page', sample, '--preset', 'x'], /^没有版式 x，/u, { lang: 'zh_CN.UTF-8' });
    expect((await banxin(['--help'], { lang: 'zh_CN.UTF-8' })).out).toMatch(/用法：[\s\S]*选项：[\s\S]*命令：/u);
  });

  test('and with --debug the place it came from is shown', async () => {
    const ran = await banxin(['page', 'none.txt', '--debug'], { cwd: at });
    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(/^There is no file none\.txt.*\n[\s\S]*ENOENT/u);
  });
});

describe('read', () => {
  test('gives the stories as JSON, from a file and from standard input alike', async () => {
    const ran = await banxin(['read', sample]);
    expect([ran.status, ran.err]).toEqual([0, '']);
    const stories = JSON.parse(ran.out);
    const truth = JSON.parse(readFileSync(join(root, 'resources/samples/messy-page/lake-page.json'), 'utf8'));
    // The truth has the marks as they came in; reading mends them.
    const headlines = (all: { headline: string }[]): string[] => all.map((s) => s.headline.replace(/\p{P}/gu, ''));
    expect(headlines(stories)).toEqual(headlines(truth));
    expect((await banxin(['read', '-'], { input: readFileSync(sample) })).out).toBe(ran.out);
  });

  test('takes several, in the order given, and an encoding where the guess is wrong', async () => {
    writeFileSync(join(at, 'a.txt'), '第一个标题\n第一段文字，说的是一件事情。\n');
    writeFileSync(join(at, 'gb.txt'), Buffer.from('b5dab6fe', 'hex'));
    const both = await banxin(['read', 'gb.txt', 'a.txt', '--encoding', 'GBK'], { cwd: at });
    expect(both.status).toBe(0);
    expect(JSON.stringify(JSON.parse(both.out))).toMatch(/^.*第二/u);
    await refuses(['read', '-', '-'], /only once/u);
    await refuses(['read', '-'], /standard input has no text|standard input is/u, { input: '' });
    await refuses(['read', '-'], /standard input is .* MB, more than the 16 MB/u, { input: Buffer.alloc(17_000_000, 'a\n') });
  });

  test('reads an archive past a file it cannot read, and names that one, in the language of the terminal', async () => {
    const text = (s: string): Uint8Array => new TextEncoder().encode(s);
    writeFileSync(join(at, 'night.zip'), zipSync({ '1.txt': text('第一个标题\n第一段文字，说的是一件事情。\n'), 'in.zip': text('PK') }));
    writeFileSync(join(at, 'pictures.zip'), zipSync({ 'a.jpg': Uint8Array.of(0xff, 0xd8, 0xff) }));
    const ran = await banxin(['read', 'night.zip'], { cwd: at });
    expect([ran.status, JSON.parse(ran.out).length]).toEqual([0, 1]);
    expect(ran.err.trim()).toBe('night.zip/in.zip is left out: An archive inside the archive is not opened: unpack it first.');
    expect((await banxin(['read', 'night.zip'], { cwd: at, lang: 'zh_CN.UTF-8' })).err).toContain('压缩包里的压缩包不打开');
    await refuses(['read', 'pictures.zip'], /pictures and no copy/u, { cwd: at });
  });

  test('reads a folder past what it cannot read, follows links to files, and names the rest', async () => {
    const night = join(at, 'night');
    mkdirSync(join(night, 'a', 'b', 'c', 'd'), { recursive: true });
    writeFileSync(join(night, '1.txt'), '第一个标题\n第一段文字，说的是一件事情。\n');
    writeFileSync(join(night, '2.txt'), '');
    writeFileSync(join(night, '3.txt'), Buffer.from('89504e470d0a1a0a', 'hex'));
    writeFileSync(join(night, 'a', 'b', 'c', 'd', 'deep.txt'), '看不到的标题\n');
    symlinkSync('1.txt', join(night, 'again.txt'));
    symlinkSync('..', join(night, 'round'));
    const ran = await banxin(['read', 'night'], { cwd: at });
    expect([ran.status, JSON.parse(ran.out).length]).toEqual([0, 2]);
    expect(ran.err.trim().split('\n').sort()).toEqual([
      'night/2.txt is left out: The file is empty: there is nothing to read.',
      'night/3.txt is left out: The copy is not text but a picture (PNG): give the text instead.',
      'night/a/b/c/d is left out: Folders so deep in others are not looked through: name the folder itself.',
      'night/round is left out: A link that leads to no file is not followed: put the file itself there.',
    ]);
    const page = await banxin(['page', 'night', '--report', join(at, 'night.json')], { cwd: at, lang: 'zh_CN.UTF-8' });
    expect(page.err).toMatch(/2\.txt 没有读.*文件是空的/u);
    for (const name of ['1.txt', 'round']) rmSync(join(night, name));
    rmSync(join(night, 'again.txt'));
    await refuses(['read', 'night'], /2\.txt is empty/u, { cwd: at });
  });

  test('names a file in an archive that nothing else came from, and does not wait for a pipe', async () => {
    writeFileSync(join(at, 'one.zip'), zipSync({ 'a/b.txt': Buffer.from('89504e470d0a1a0a', 'hex') }));
    await refuses(['read', 'one.zip'], /one\.zip\/a\/b\.txt is not readable as copy.*PNG/u, { cwd: at });
    if (spawnSync('mkfifo', [join(at, 'pipe.txt')]).status === 0)
      await refuses(['read', 'pipe.txt'], /pipe\.txt is a pipe or a device/u, { cwd: at });
    if (existsSync('/dev/zero')) await refuses(['read', '/dev/zero'], /\/dev\/zero is a pipe or a device/u, { cwd: at });
  });

  test('checks the words of copy, by rules that can be left out and by a list of one’s own', async () => {
    writeFileSync(
      join(at, 'faults.txt'),
      '一座新桥\n\n记者在现场看到，今年的的秋粮比往年多，2024年2月30日将验收，“大家都说好。这件事做了三年。\n',
    );
    writeFileSync(join(at, 'words.txt'), '# 本报用语\n秋粮 → 写明品种\n');
    const all = await banxin(['read', 'faults.txt', '--check', '--words', 'words.txt'], { cwd: at });
    for (const rule of ['pairs', 'doubled', 'dates', 'words']) expect(all.out).toMatch(new RegExp(`^“一座新桥”  \\w+  ${rule}  `, 'mu'));
    const some = await banxin(['read', 'faults.txt', '--off', 'pairs,dates'], { cwd: at, lang: 'zh_CN.UTF-8' });
    expect(some.out).toMatch(/^《一座新桥》 {2}警告 {2}doubled {2}“的的”重复了$/mu);
    expect(some.out).not.toMatch(/pairs|dates/u);
    await refuses(['read', 'faults.txt', '--off', 'spelling'], /no copy rule spelling/u, { cwd: at });
    await refuses(['read', 'faults.txt', '--words', 'nothing.txt'], /no file.*nothing\.txt/u, { cwd: at });
  });

  test('does not mind a reader that stops reading', () => {
    const line = `"${process.execPath}" "${join(root, 'bin/banxin.mjs')}" read "${sample}" | head -c 10; echo "\${PIPESTATUS[0]}"`;
    expect(
      execFileSync('bash', ['-c', line], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
        .trim()
        .endsWith('0'),
    ).toBe(true);
  });
});

describe('page, export, check', () => {
  const work = join(at, '版面');
  const run = (...args: string[]): Promise<Ran> => banxin(args, { cwd: work });
  let first: Ran;

  beforeAll(async () => {
    mkdirSync(work);
    first = await run(
      'page',
      sample,
      '--photos',
      photos,
      '--out',
      'page.pdf',
      '--png',
      'page.png',
      '--project',
      'p.banxin',
      '--report',
      'r.json',
    );
  });

  const report = (name = 'r.json'): Record<string, never> & { pages: Record<string, never>[] } =>
    JSON.parse(readFileSync(join(work, name), 'utf8'));

  test('writes everything asked for, and says so', () => {
    expect(first).toMatchObject({ status: 0, err: '', out: 'Wrote page.pdf.\nWrote page.png.\nWrote p.banxin.\nWrote r.json.\n' });
    expect(filesIn(work)).toEqual(['p.banxin', 'page.pdf', 'page.png', 'r.json']);
    expect(readFileSync(join(work, 'page.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(join(work, 'page.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  test('reports what was measured, in the form that other programs rely on', () => {
    const r = report();
    expect(Object.keys(r).sort()).toEqual(['characters', 'milliseconds', 'pages']);
    expect(Object.keys(r.milliseconds as object)).toEqual(['read', 'arrange', 'compose', 'write']);
    expect(Object.keys(r.pages[0] as object)).toEqual(['number', 'lines', 'overset', 'holes', 'findings', 'score']);
    expect(r.pages).toHaveLength(1);
    expect(r.pages[0]).toMatchObject({ number: 1, lines: { total: 8 * 123 }, overset: [] });
    const { in: all, placed, cut, lost } = r.characters as Record<string, number>;
    expect([placed, cut, lost]).toEqual([all, 0, 0]);
    expect(all).toBeGreaterThan(4000);
  });

  test('export of the saved project gives the same bytes', async () => {
    const ran = await run('export', 'p.banxin', '--out', 'again.pdf', '--report', 'again.json');
    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(hashOf(join(work, 'again.pdf'))).toBe(hashOf(join(work, 'page.pdf')));
    const { score: _a, ...before } = report().pages[0]!;
    const { score, ...after } = report('again.json').pages[0]!;
    expect(after).toEqual(before);
    expect(score).toBeNull();
    expect(report('again.json').characters).toEqual(report().characters);
  });

  test('the same call gives the same bytes of everything', async () => {
    const ran = await run('page', sample, '--photos', photos, '--out', 'b.pdf', '--png', 'b.png', '--project', 'b.banxin');
    expect(ran.status).toBe(0);
    expect(['b.pdf', 'b.png', 'b.banxin'].map((f) => hashOf(join(work, f)))).toEqual(
      ['page.pdf', 'page.png', 'p.banxin'].map((f) => hashOf(join(work, f))),
    );
  });

  test('the project holds the copy, the stories and both pictures, placed by their names', () => {
    const opened = readProjectFile(readFileSync(join(work, 'p.banxin')));
    if (!opened.ok) throw new Error(opened.problem.code);
    const { project, pictures } = opened.file;
    expect(pictures.size).toBe(2);
    expect(Object.values(project.copies)[0]?.text).toBe(readFileSync(sample, 'utf8'));
    for (const p of Object.values(project.pictures)) {
      const story = Object.values(project.stories).find((s) => s.pictures.some((x) => x.picture === p.id));
      expect(story?.headline?.text).toBe(p.name.replace(/\.jpg$/u, ''));
    }
  });

  test('check finds nothing wrong with it; without its pictures it is an error and status 1', async () => {
    expect((await run('check', 'p.banxin')).status).toBe(0);
    const bare = await run('page', sample, '--project', 'bare.banxin', '--report', 'bare.json');
    expect(bare.status).toBe(1);
    expect(bare.err).toMatch(/^(?:Page 1: “[^”]+” has no picture[^\n]*\.\n){2}$/u);
    const checked = await run('check', 'bare.banxin', '--json');
    expect(checked.status).toBe(1);
    const all = JSON.parse(checked.out) as { severity: string; page: string | null; message: string }[];
    const errors = all.filter((f) => f.severity === 'error');
    expect(errors).toHaveLength(2);
    for (const f of errors) expect(Object.keys(f)).toEqual(expect.arrayContaining(['rule', 'severity', 'page', 'message']));
    expect((await run('check', 'bare.banxin')).out).toMatch(/page 1 {2}error/u);
    expect(report('bare.json').pages[0]?.findings.map((f) => f.message)).toEqual(all.map((f) => f.message));
  });

  test('a picture changed or gone inside the file is told by check with its place, and refuses the export', async () => {
    const whole = readFileSync(join(work, 'p.banxin'));
    const { project } = await openProjectFile(join(work, 'p.banxin'));
    const [picture] = Object.values(project.pictures);
    const changed = Buffer.from(whole);
    const name = picturePath(picture!);
    const data = whole.indexOf(name) + name.length;
    changed[data + 200]! ^= 1;
    const gone = Buffer.from(whole);
    for (let i = gone.indexOf(name); i >= 0; i = gone.indexOf(name, i + 1)) gone.write('x', i + name.length - 5);
    for (const [bytes, says] of [
      [changed, 'has changed since it was placed'],
      [gone, 'is gone'],
    ] as const) {
      writeFileSync(join(work, 'amiss.banxin'), bytes);
      const checked = await run('check', 'amiss.banxin', '--json');
      expect(checked.status).toBe(1);
      const errors = (JSON.parse(checked.out) as Record<string, string>[]).filter((f) => f.severity === 'error');
      expect(errors.map((f) => [f.rule, f.page])).toEqual([['P01', project.pages[0]?.id]]);
      expect(errors[0]?.message).toContain(`${picture?.name} ${says}`);
      await refuses(
        ['export', 'amiss.banxin', '--out', 'amiss.pdf'],
        new RegExp(`Picture ${picture?.name} on page 1 is gone, or no longer the one that was placed`, 'u'),
        { cwd: work },
      );
      expect(existsSync(join(work, 'amiss.pdf'))).toBe(false);
    }
  });

  test('text that does not fit is said in characters and lines, the page is written, and the status is 1', async () => {
    const long = join(work, 'long.txt');
    writeFileSync(long, `长文\n${'这一段文字写得很长，为的是让一个小报的版面装不下它，所以它一直写下去，没有尽头。\n'.repeat(260)}`);
    const ran = await run('page', 'long.txt', '--preset', '四开5栏', '--out', 'long.pdf', '--report', 'long.json');
    expect(ran.status).toBe(1);
    expect(ran.err).toMatch(/^Page 1: \d+ characters \(\d+ lines\) of “长文” do not fit\.\n/u);
    expect(existsSync(join(work, 'long.pdf'))).toBe(true);
    const r = report('long.json');
    const { in: all, placed, lost } = r.characters as Record<string, number>;
    expect(lost).toBe((all as number) - (placed as number));
    expect(lost).toBeGreaterThan(0);
    rmSync(join(work, 'long.txt'));
  });

  test('alternatives are numbered, best first, and each is a whole set', async () => {
    const ran = await run(
      'page',
      sample,
      '--photos',
      photos,
      '--alternatives',
      '3',
      '--out',
      'alt.pdf',
      '--project',
      'alt.banxin',
      '--report',
      'alt.json',
    );
    expect(ran.status).toBe(0);
    const made = filesIn(work).filter((f) => f.startsWith('alt'));
    expect(made).toEqual([1, 2, 3].flatMap((n) => ['banxin', 'json', 'pdf'].map((ending) => `alt-${n}.${ending}`)));
    const scores = [1, 2, 3].map((n) => Number(report(`alt-${n}.json`).pages[0]?.score));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set([1, 2, 3].map((n) => hashOf(join(work, `alt-${n}.pdf`)))).size).toBe(3);
    expect((await run('export', 'alt-2.banxin', '--out', 'alt-2-again.pdf')).status).toBe(0);
    expect(hashOf(join(work, 'alt-2-again.pdf'))).toBe(hashOf(join(work, 'alt-2.pdf')));
  });

  test('copy is shared out over several pages, and export of one of them is the same page', async () => {
    const ran = await run(
      'page',
      sample,
      '--photos',
      photos,
      '--pages',
      '2',
      '--preset',
      'tabloid-6',
      '--out',
      'two.pdf',
      '--png',
      'two.png',
      '--project',
      'two.banxin',
      '--report',
      'two.json',
    );
    expect([ran.status, ran.err]).toEqual([0, '']);
    expect(filesIn(work).filter((f) => f.startsWith('two'))).toEqual(['two-1.png', 'two-2.png', 'two.banxin', 'two.json', 'two.pdf']);
    const r = report('two.json');
    expect(r.pages.map((p) => [p.number, (p.overset as unknown[]).length])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect((r.characters as unknown as Record<string, number>).lost).toBe(0);
    expect((await run('export', 'two.banxin', '--out', 'two-again.pdf')).status).toBe(0);
    expect(hashOf(join(work, 'two-again.pdf'))).toBe(hashOf(join(work, 'two.pdf')));
  });

  test('pages are chosen by number; a folder gets one file a page; a page that is not there is named', async () => {
    mkdirSync(join(work, 'pdfs'));
    expect((await run('export', 'p.banxin', '--pages', '1', '--out', 'pdfs')).status).toBe(0);
    expect(filesIn(join(work, 'pdfs'))).toEqual(['p-01.pdf']);
    expect(hashOf(join(work, 'pdfs/p-01.pdf'))).toBe(hashOf(join(work, 'page.pdf')));
    await refuses(['export', 'p.banxin', '--pages', '1,3', '--out', 'x.pdf'], /no page 3: it has 1/u, { cwd: work });
  });

  test('the digital edition is a folder a page, made with what it lies in, or not at all', async () => {
    const ran = await run('export', 'p.banxin', '--digital', 'digital/today');
    expect(ran).toMatchObject({ status: 0, out: 'Wrote digital/today.\n' });
    const files = filesIn(join(work, 'digital/today'));
    expect(files).toEqual(expect.arrayContaining(['01/index.html', '01/page.json', '01/page.pdf', '01/page.png', '01/picture-1.jpg']));
    const page = readFileSync(join(work, 'digital/today/01/page.json'), 'utf8');
    expect(page).toContain('鹭湖把水面还给了鸟');
    rmSync(join(work, 'digital'), { recursive: true });
    await refuses(['export', 'p.banxin', '--digital', 'r.json/today'], /cannot be written/u, { cwd: work });
    await refuses(['export', 'p.banxin', '--digital', 'made/here', '--out', 'no/such.pdf'], /no folder no/u, { cwd: work });
    expect(existsSync(join(work, 'made'))).toBe(false);
  });

  test('other profiles are other files', async () => {
    for (const profile of ['x1a', 'proof']) {
      const ran = await run('export', 'p.banxin', '--profile', profile, '--out', `${profile}.pdf`);
      expect([profile, ran.status, ran.err]).toEqual([profile, 0, '']);
      expect(hashOf(join(work, `${profile}.pdf`))).not.toBe(hashOf(join(work, 'page.pdf')));
    }
  });

  test('without any output named, the page goes to page.pdf', async () => {
    const alone = newFolder();
    expect((await banxin(['page', sample, '--photos', photos], { cwd: alone })).out).toBe('Wrote page.pdf.\n');
    expect(filesIn(alone)).toEqual(['page.pdf']);
    rmSync(alone, { recursive: true });
  });

  test('a damaged and a newer project are refused by name', async () => {
    const cut = join(work, 'cut.banxin');
    cpSync(join(work, 'p.banxin'), cut);
    truncateSync(cut, 30_000);
    await refuses(['export', 'cut.banxin'], /cut\.banxin is damaged/u, { cwd: work });
    const { zipSync, strToU8 } = await import('fflate');
    writeFileSync(join(work, 'newer.banxin'), zipSync({ 'project.json': strToU8('{"format":7}') }));
    await refuses(['export', 'newer.banxin'], /made by version 7, and this program reads up to 1/u, { cwd: work });
    await refuses(['check', 'newer.banxin'], /made by version 7/u, { cwd: work });
  });

  /** Stop a call after a while. A busy machine may not have it running by then: it is given longer. */
  async function stopped(args: readonly string[], cwd: string, stdin: 'open' | 'closed'): Promise<Ran> {
    for (const wait of [1500, 5000, 15_000]) {
      const ran = await banxin(args, { cwd, stdin, meanwhile: (child) => setTimeout(() => child.kill('SIGINT'), wait) });
      expect(filesIn(cwd)).toEqual([]);
      if (ran.status !== null) return ran;
    }
    throw new Error('The program never came as far as to hear the signal.');
  }

  test('stopped in the middle, or while it waits for input, it writes nothing', async () => {
    const alone = newFolder();
    const many = await stopped(
      ['page', sample, '--photos', photos, '--alternatives', '20', '--pages', '16', '--out', 'x.pdf'],
      alone,
      'closed',
    );
    expect([many.status, many.err]).toEqual([2, 'Stopped; nothing was written.\n']);
    const waiting = await stopped(['page', '-', '--out', 'x.pdf'], alone, 'open');
    expect([waiting.status, waiting.err]).toEqual([2, 'Stopped; nothing was written.\n']);
    rmSync(alone, { recursive: true });
  });
});

test('a read-only file is not replaced', async () => {
  if (process.getuid?.() === 0) return; // Root may write everywhere.
  const path = join(at, 'kept.pdf');
  writeFileSync(path, 'kept');
  chmodSync(path, 0o444);
  await refuses(['page', sample, '--out', 'kept.pdf'], /kept\.pdf cannot be written/u);
  expect(readFileSync(path, 'utf8')).toBe('kept');
});
