/** What the scripts that measure weights share: the pages to learn from, and the file that weights are written to. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const corpus = join(root, 'tests/corpus');

/** A weight's step in nats, and the most steps that a character holds. */
const STEP = 1 / 16;
const MOST = 45;

/** A trainer's exports; it is TypeScript. */
export async function bundled(entry) {
  const outfile = join(root, `out/${basename(dirname(entry))}-trainer.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
    // The corpus looks for its pages beside the module that reads them.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'tests/copy/corpus.ts')).href) },
  });
  return import(pathToFileURL(outfile));
}

/** Pages of the corpus of which only the score is looked at: B, C2, D2, E2, Q (tests/corpus/README.md). */
const onlyMeasured = (n) => (n % 2 === 0 && n <= 153) || n > 1500;

/** The names and sources of the other pages. */
export const pagesWorkedOn = () =>
  readdirSync(corpus)
    .filter((f) => f.endsWith('.page') && !onlyMeasured(Number.parseInt(f, 10)))
    .sort()
    .map((f) => [f.replace('.page', ''), readFileSync(join(corpus, f), 'utf8')]);

/** The samples' raw copy, by name. */
export function samples() {
  const folder = join(root, 'resources/samples');
  const files = readdirSync(folder, { recursive: true }).filter((f) => f.endsWith('page.txt') || /page-\d\.txt$/u.test(f));
  return files.sort().map((f) => [f, readFileSync(join(folder, f))]);
}

/** Characters that a string between single quotes cannot hold stand as two others. */
const letter = (v) => (v === -41 ? '!' : v === 12 ? '~' : String.fromCharCode(80 + v));

/**
 * Writes src/core/copy/lexicon/NAME.ts: the lines of its head, the step and the weights, a character each. Says how many. With
 * --check it writes nothing, and fails where the file holds others.
 */
export function writeWeights(name, weights, head) {
  const steps = Array.from(weights, (w) => Math.max(-MOST, Math.min(MOST, Math.round(w / STEP))));
  const text = steps.map(letter).join('');
  const lines = [
    ...head,
    '/** A step of a weight, in nats. */',
    `export const STEP = 1 / ${Math.round(1 / STEP)};`,
    '/** A character for each weight; the letter P is nothing. */',
    'export const WEIGHTS =',
    `  '${text}';`,
  ];
  const file = join(root, `src/core/copy/lexicon/${name}.ts`);
  const whole = `${lines.join('\n')}\n`;
  if (!process.argv.includes('--check')) writeFileSync(file, whole);
  else if (readFileSync(file, 'utf8') !== whole) {
    console.error(
      `${name}.ts is not what its pages and heads give: run node scripts/head-weights.mjs, then node scripts/page-weights.mjs.`,
    );
    process.exitCode = 1;
  }
  return `${steps.filter((v) => v !== 0).length} weights, ${text.length} characters`;
}
