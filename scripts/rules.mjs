/** The house's import rules, by dependency-cruiser. Fails too when it saw no module: then it has checked nothing. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const run = spawnSync(process.execPath, [cruise, '--config', 'dependency-cruiser.cjs', '--output-type', 'json', 'src'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
let report;
try {
  report = JSON.parse(run.stdout);
} catch {
  console.error(`The import rules could not be read: ${run.stderr.trim().split('\n')[0] ?? 'no output'}.`);
  process.exit(1);
}
const { violations, totalCruised } = report.summary;
for (const v of violations)
  console.error(`${v.rule.name}: ${v.from} → ${v.to}${v.cycle ? ` (${v.cycle.map((c) => c.name ?? c).join(' → ')})` : ''}`);
if (totalCruised === 0) console.error('The import rules saw no module.');
else console.log(`import rules: ${totalCruised} modules, ${violations.length} violations`);
process.exit(violations.length === 0 && totalCruised > 0 ? 0 : 1);
