/** docs/picture.png: the sample's page as Banxin lays it out today, at a size for reading on a screen. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { defaultSample, sampleArguments } from './samples.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'banxin-picture-'));
try {
  const page = join(folder, 'page.png');
  const call = [join(root, 'bin/banxin.mjs'), 'page', ...sampleArguments(root, defaultSample), '--png', page];
  const { status } = spawnSync(process.execPath, call, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
  const to = join(root, 'docs/picture.png');
  await sharp(page)
    .resize(1100)
    .extend({ top: 24, bottom: 24, left: 24, right: 24, background: '#d8d8d8' })
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(to);
  console.log(`Wrote ${to}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
