/**
 * `npm run bench`: today's figures beside the budgets. Runs every tests/bench/*.bench.{mjs,ts}, each in a process of its own
 * so that none warms another, and prints one table. It measures and judges nothing: a slow machine fails no test.
 * What a bench file must do is told in tests/bench/README.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { startDisplay } from './display.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'tests/bench');
const out = join(root, 'out/bench');
const log = (line) => console.error(line);

const { budgets } = JSON.parse(readFileSync(join(folder, 'budgets.json'), 'utf8'));

/** A bench in TypeScript is bundled first: Node 20 reads none. */
async function runnable(file) {
  if (file.endsWith('.mjs')) return join(folder, file);
  const { build } = await import('esbuild');
  const outfile = join(root, 'out/bench', `${basename(file, '.ts')}.mjs`);
  await build({
    entryPoints: [join(folder, file)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}

const columns = (text) =>
  [...text].reduce((n, c) => n + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u.test(c) ? 2 : 1), 0);
const pad = (text, width) => text + ' '.repeat(Math.max(0, width - columns(text)));

function table(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => columns(row[i]))));
  return rows
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const shown = (value, unit) => `${value >= 100 ? Math.round(value) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${unit}`;

/** Rows of one bench file, from its last line of output. A file that fails is said and the others go on. */
async function measure(file, env) {
  log(`… ${file}`);
  const done = spawnSync(process.execPath, ['--expose-gc', await runnable(file)], {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  try {
    return { rows: JSON.parse(done.stdout.trim().split('\n').at(-1)).rows };
  } catch {
    return { rows: [], failed: `${file} gave no figures (exit status ${done.status})` };
  }
}

await ensureBuilt(root, { log });
const only = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((f) => /\.bench\.(?:mjs|ts)$/u.test(f) && (only.length === 0 || only.some((o) => f.includes(o))))
  .sort();
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const runtime = await findRuntime(log);
const screen = process.platform === 'linux' ? await startDisplay() : null;
const env = { ...runtimeEnvironment(), BANXIN_ELECTRON: runtime.path, ...(screen ? { DISPLAY: screen.display } : {}) };

const found = new Map();
const others = [];
const failures = [];
for (const file of files) {
  const { rows, failed } = await measure(file, env);
  if (failed) failures.push(failed);
  for (const row of rows) row.budget ? found.set(row.budget, row) : others.push(row);
}
screen?.end();

console.log(`\n${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}\n`);
const judged = budgets.map(({ id, what, most, unit, beside }) => {
  const row = found.get(id);
  const today = row ? shown(row.value, unit) : 'not measured';
  return [what, shown(most, unit), today, row ? (row.value <= most ? 'within' : 'over') : '', row?.note ?? beside ?? ''];
});
console.log(table([['what', 'budget', 'today', '', 'beside it'], ...judged]));
if (others.length > 0) {
  console.log('\nalso measured\n');
  console.log(table(others.map(({ what, value, unit, note }) => [what, shown(value, unit), note ?? ''])));
}
for (const line of failures) console.log(`\n${line}`);
process.exitCode = failures.length > 0 ? 1 : 0;
