/**
 * What a plant would do with a page: three renderers that share no code draw it, and must agree; Ghostscript measures its
 * ink; the fonts, the structure and the text are looked at from outside. The page has everything that prints: text in both
 * directions, pictures in ink, in colour and in bits, a tint, a spot colour, and every line and border there is.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LINE_STYLES } from '../../src/core/compose/index.ts';
import type { Frame, Picture, Project } from '../../src/core/document/index.ts';
import type { Colour } from '../../src/core/scene/index.ts';
import { passages } from '../../src/core/story/index.ts';
import { exportPdf, type Profile } from '../../src/jobs/exportPdf.ts';
import { article, issueOf, PICTURE, photo, text } from '../check/pages.ts';
import { frame } from '../support/project.ts';

// Judges outside this suite look at the same pages: they say where the files go.
const kept = process.env.BANXIN_PRESS_PAGES;
const folder = kept ?? mkdtempSync(join(tmpdir(), 'banxin-renderers-'));
afterAll(() => {
  if (!kept) rmSync(folder, { recursive: true, force: true });
});

/** Of each picture at most this much of the page is looked at: pixels across. */
const WIDTH = 700;
const DPI = 60;

const red: Colour = { kind: 'spot', name: '专红', tint: 1, c: 0, m: 1, y: 1, k: 0 };
const tint: Colour = { kind: 'cmyk', c: 0.1, m: 0.05, y: 0, k: 0 };
const black: Colour = { kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 };

/** Every line and border, one below the other in the last two columns; half of them in the spot colour. */
const furniture: readonly Frame[] = [
  frame('tint', null, { kind: 'tint', colour: tint }, 0, 0, 3, 30),
  ...LINE_STYLES.map((style, i) =>
    frame(`r-${style}`, null, { kind: 'rule', style, weightPt: 1, colour: i % 2 ? red : black }, 6, 2 + 3 * i, 2, 2),
  ),
  ...LINE_STYLES.map((style, i) =>
    frame(`b-${style}`, null, { kind: 'box', style, weightPt: 1, colour: black }, 6 + (i % 2), 64 + 8 * Math.floor(i / 2), 1, 6),
  ),
];

const bytes = new Map<string, Uint8Array>();

/** Pixels of the line art: over 800 to the inch over three columns, and no whole number of bytes to a row. */
const LINES = { width: 5301, height: 3537 };

/** Discs in bits: what a renderer reads the wrong way round is seen at once. */
function lineArt(): Promise<Buffer> {
  const { width, height } = LINES;
  const grey = Buffer.alloc(width * height, 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (((x % 400) - 200) ** 2 + ((y % 400) - 200) ** 2 < (60 + x / 30) ** 2) grey[y * width + x] = 0;
  return sharp(grey, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ bitdepth: 1, compression: 'ccittfax4' })
    .toBuffer();
}

async function pictures(): Promise<Record<string, Picture>> {
  const noise = { width: 1500, height: 1000, channels: 3 as const, noise: { type: 'gaussian' as const, mean: 128, sigma: 40 } };
  const scene = sharp({ create: { ...noise, background: '#000' } }).blur(12);
  const red = await scene.clone().tint('#b03020').png().toBuffer();
  const ink = await sharp(red).toColourspace('cmyk').jpeg().toBuffer();
  const clear = await sharp(red).ensureAlpha(0.6).png().toBuffer();
  bytes.set('3'.repeat(64), await lineArt());
  bytes.set('1'.repeat(64), ink);
  bytes.set('2'.repeat(64), clear);
  const of = (id: string, digit: string, format: Picture['format']): Picture => ({
    ...PICTURE,
    id,
    format,
    name: `${id}.${format}`,
    sha256: digit.repeat(64),
    width: 1500,
    height: 1000,
  });
  return { ink: of('ink', '1', 'jpeg'), clear: of('clear', '2', 'png'), lines: { ...of('lines', '3', 'tiff'), ...LINES, lineArt: true } };
}

let project: Project;

beforeAll(async () => {
  const made = issueOf(
    [
      article('s1', [0, 0, 3, 30], { paragraphs: text(5) }),
      photo('s2', [0, 32, 3, 30], { picture: 'ink', story: { headline: null } }),
      photo('s3', [3, 32, 3, 30], { picture: 'clear', story: { headline: null } }),
      article('s4', [3, 0, 3, 30], { paragraphs: text(4) }),
      photo('s5', [0, 64, 3, 30], { picture: 'lines', story: { headline: null } }),
    ],
    { furniture },
  );
  const page = made.pages[0];
  if (!page) throw new Error('no page');
  const frames = page.frames.map((f): Frame => {
    if (f.id === 's4-head') return { ...f, shows: { kind: 'head', form: 'vertical' }, at: { column: 5, line: 0, columns: 1, lines: 30 } };
    if (f.id === 's4-body')
      return {
        ...f,
        shows: { kind: 'body', legs: 0, share: 'absolute', vertical: true },
        at: { column: 3, line: 0, columns: 2, lines: 30 },
      };
    return f;
  });
  const [first, ...rest] = [frames.find((f) => f.id === 'tint'), ...frames.filter((f) => f.id !== 'tint')];
  project = { ...made, pictures: await pictures(), pages: [{ ...page, frames: [first as Frame, ...(rest as Frame[])] }] };
}, 60_000);

const pictureBytes = async (sha256: string): Promise<Uint8Array> => bytes.get(sha256) as Uint8Array;

async function pdf(profile: Profile): Promise<string> {
  const path = join(folder, `${profile}.pdf`);
  writeFileSync(path, (await exportPdf({ project, pictureBytes, pages: null, profile })).bytes);
  return path;
}

/** Runs a tool of the system; says which package has it where it is missing. */
function run(tool: string, ...args: string[]): string {
  const r = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (r.error) throw new Error(`${tool} is not there: install poppler-utils, mupdf-tools, ghostscript and qpdf`);
  expect(r.status, `${tool}: ${r.stderr}`).toBe(0);
  return r.stdout;
}

/** A page as one renderer draws it, in grey and a little soft: edges may fall a fraction of a pixel apart. */
async function drawn(path: string): Promise<Buffer> {
  return sharp(path).flatten({ background: '#fff' }).greyscale().resize(WIDTH, 960, { fit: 'fill' }).blur(2).raw().toBuffer();
}

/** The largest and the mean difference of two pictures, of 255. */
function apart(a: Buffer, b: Buffer): { most: number; mean: number } {
  let [most, sum] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const d = Math.abs((a[i] as number) - (b[i] as number));
    most = Math.max(most, d);
    sum += d;
  }
  return { most, mean: sum / a.length };
}

describe('a page with everything on it', () => {
  it.each(['x4', 'x1a'] as const)(
    '%s is drawn alike by poppler, mupdf and Ghostscript, within the limit of ink',
    async (profile) => {
      const path = await pdf(profile);
      const out = (name: string): string => join(folder, `${profile}-${name}`);
      run('pdftoppm', '-r', String(DPI), '-png', '-singlefile', path, out('poppler'));
      run('mutool', 'draw', '-q', '-r', String(DPI), '-o', out('mupdf.png'), path);
      run(
        'gs',
        '-q',
        '-dBATCH',
        '-dNOPAUSE',
        '-sDEVICE=png16m',
        '-dTextAlphaBits=4',
        '-dGraphicsAlphaBits=4',
        `-r${DPI}`,
        `-sOutputFile=${out('gs.png')}`,
        path,
      );
      const pages = await Promise.all(['poppler', 'mupdf', 'gs'].map((name) => drawn(out(`${name}.png`))));
      const [poppler, mupdf, gs] = pages as [Buffer, Buffer, Buffer];
      const found = { mupdf: apart(poppler, mupdf), gs: apart(poppler, gs), both: apart(mupdf, gs) };
      console.log(`${profile}: largest differences of 255`, JSON.stringify(found));
      for (const { most, mean } of Object.values(found)) {
        // Renderers turn ink into colour each in its own way; a glyph, line or picture that one of them leaves out is far more.
        expect(mean).toBeLessThan(6);
        expect(most).toBeLessThan(70);
      }

      run('gs', '-q', '-dBATCH', '-dNOPAUSE', '-sDEVICE=tiff32nc', '-r60', `-sOutputFile=${out('ink.tif')}`, path);
      const inks = await sharp(out('ink.tif')).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
      let most = 0;
      for (let i = 0; i < inks.length; i += 4)
        most = Math.max(most, (inks[i] as number) + (inks[i + 1] as number) + (inks[i + 2] as number) + (inks[i + 3] as number));
      expect(most / 2.55).toBeLessThanOrEqual(240);
    },
    120_000,
  );

  it('is whole to qpdf; its fonts are embedded, cut down and named in Unicode; its text comes back', async () => {
    const path = await pdf('x4');
    run('qpdf', '--check', path);
    const fonts = run('pdffonts', path).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const line of fonts) expect(line).toMatch(/ yes yes yes /u);
    const words = run('pdftotext', '-raw', path, '-').replace(/\s/gu, '');
    for (const story of Object.values(project.stories))
      for (const { passage } of passages(story)) expect(words).toContain(passage.text.replace(/\s/gu, ''));
  }, 60_000);

  it('has the same bytes on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime(new Date('2026-11-25T22:40:00Z'));
      const first = readFileSync(await pdf('x4'));
      vi.setSystemTime(new Date('2027-02-03T04:05:06Z'));
      expect(readFileSync(await pdf('x4')).equals(first)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  }, 60_000);
});
