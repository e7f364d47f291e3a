/**
 * `npm test`: everything that must hold. What the system lacks is installed first, then build, types, lint, import rules,
 * unit tests and the tests of the real window; every step runs even where one before it failed. The last line counts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSystem } from './system.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
const tool = (path) => join(root, 'node_modules', path);

const totals = { passed: 0, failed: 0 };
const failures = [];

function count(name, ok, passed = ok ? 1 : 0, failed = ok ? 0 : 1) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failures.push(name);
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** A step that passes or fails as a whole. */
function whole(name, work) {
  console.log(`\n── ${name}`);
  const from = Date.now();
  const ok = work();
  count(name, ok);
  console.log(`── ${name}: ${ok ? 'passed' : 'FAILED'} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
}

/** A step with tests of its own, counted from its report. A runner that failed without a failing test is one failure more. */
function counted(name, report, work, read) {
  console.log(`\n── ${name}`);
  const from = Date.now();
  rmSync(report, { force: true });
  const ok = work();
  const found = readJson(report);
  const { passed, failed } = found ? read(found) : { passed: 0, failed: 0 };
  count(name, ok, passed, failed + (!ok && failed === 0 ? 1 : 0) + (passed + failed === 0 && ok ? 1 : 0));
  console.log(`── ${name}: ${passed} passed, ${failed} failed (${((Date.now() - from) / 1000).toFixed(1)} s)`);
}

const unitReport = join(root, 'out/unit.json');
const windowReport = join(root, 'out/e2e.json');

whole('system', () => ensureSystem(console.log));
whole('build', () => node('scripts/build.mjs'));
whole('types', () => node(tool('typescript/bin/tsc'), '-b'));
whole('lint', () => node(tool('@biomejs/biome/bin/biome'), 'check', '.'));
whole('import rules', () => node('scripts/rules.mjs'));
counted(
  'unit tests',
  unitReport,
  () => node(tool('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`),
  (r) => ({ passed: r.numPassedTests, failed: r.numTotalTests - r.numPassedTests }),
);
counted(
  'window',
  windowReport,
  () => node('scripts/e2e.mjs'),
  ({ stats }) => {
    if (stats.flaky > 0) console.log(`${stats.flaky} of the window's tests passed at a second try (named above as flaky)`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
  },
);

if (failures.length > 0) console.log(`\nfailed: ${failures.join(', ')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
