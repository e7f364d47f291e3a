/**
 * docs/handbook/side-by-side.png: the sample's lead story in a column of thirteen characters, set by Banxin and by
 * Chromium, where one is installed, from the same text with the same face. Prints both columns' figures.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import sharp from 'sharp';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const browser = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'google-chrome', 'chrome'].map((name) => join(folder, name)))
  .find((file) => existsSync(file));
if (!browser) {
  console.error('No Chromium is installed here: install one, or keep the picture that is there.');
  process.exit(1);
}

const PARAGRAPHS = 12;
const SCALE = 3;
const folder = mkdtempSync(join(tmpdir(), 'banxin-side-'));
try {
  await build({
    entryPoints: [join(root, 'tests/support/column.ts')],
    outfile: join(root, 'out/bench/column.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  const { setColumn } = await import(pathToFileURL(join(root, 'out/bench/column.mjs')).href);
  const copy = JSON.parse(readFileSync(join(root, 'resources/samples/messy-page/lake-page.json'), 'utf8'))[0];
  const ours = await setColumn(root, copy.body.slice(0, PARAGRAPHS), SCALE);

  const html = `<!doctype html><meta charset="utf-8"><style>
    @font-face { font-family: song; src: url(${pathToFileURL(join(root, 'out/fonts/serif-400.ttf')).href}); }
    @font-face { font-family: hei; src: url(${pathToFileURL(join(root, 'out/fonts/sans-700.ttf')).href}); }
    body { margin: 12pt 13.5pt; width: 117pt; font: 9pt/11.25pt song; text-align: justify; text-spacing-trim: trim-start; text-autospace: normal; line-break: strict; }
    p { margin: 0; text-indent: 2em; } h4 { margin: 11.25pt 0 0; font: 9pt/11.25pt hei; text-align: center; }
  </style>${ours.blocks.map((b) => (b.type === 'subhead' ? `<h4>${b.text}</h4>` : `<p>${b.text}</p>`)).join('')}`;
  const page = join(folder, 'column.html');
  writeFileSync(page, html);
  const program = await chromium.launch({ executablePath: browser, args: ['--no-sandbox', '--allow-file-access-from-files'] });
  const tab = await program.newPage({ viewport: { width: 192, height: 1200 }, deviceScaleFactor: SCALE });
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate(() => document.fonts.ready);
  const theirs = await tab.evaluate(() => {
    let lines = 0;
    let lonely = 0;
    const gaps = [];
    for (const p of document.querySelectorAll('p')) {
      const text = p.firstChild;
      let top = null;
      let last = null;
      let widest = 0;
      let count = 0;
      const end = () => {
        if (top !== null) {
          lines++;
          gaps.push(widest);
        }
      };
      for (let i = 0; i < text.length; i++) {
        const range = document.createRange();
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const r = range.getBoundingClientRect();
        if (top === null || Math.abs(r.top - top) > 4) {
          end();
          [top, last, widest, count] = [r.top, null, 0, 0];
        }
        const han = /\p{Script=Han}/u.test(text.data[i]);
        if (han && last) widest = Math.max(widest, (r.left - last.left) / 12 - 1);
        if (han) count++;
        last = han ? r : null;
      }
      end();
      if (count <= 1) lonely++;
    }
    gaps.sort((a, b) => a - b);
    return { lines, lonely, p95: gaps[Math.floor(gaps.length * 0.95)], max: gaps.at(-1) };
  });
  const shot = await tab.screenshot({ fullPage: true });
  await program.close();

  const [left, right] = await Promise.all([sharp(ours.png).metadata(), sharp(shot).metadata()]);
  const height = Math.max(left.height, right.height);
  await sharp({ create: { width: left.width + right.width, height, channels: 3, background: '#ffffff' } })
    .composite([
      { input: Buffer.from(ours.png), left: 0, top: 0 },
      { input: shot, left: left.width, top: 0 },
    ])
    .png({ palette: true, colours: 32 })
    .toFile(join(root, 'docs/handbook/side-by-side.png'));
  const show = (name, f) =>
    console.log(
      `${name}: ${f.lines} lines, widest gap p95 ${f.p95.toFixed(3)} em, most ${f.max.toFixed(3)} em, single last characters ${f.lonely}`,
    );
  show('Banxin', ours.figures);
  show('Chromium', theirs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
