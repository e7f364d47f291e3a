/** What the scripts that measure weights share: the pages to learn from, and the file that weights are written to. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const corpus = join(root, 'tests/corpus');

/** A weight's step in nats, and the most steps that a character holds. */
const STEP = 1 / 16;
const MOST = 45;

const asModule = { bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' };

/** A trainer's exports; it is TypeScript. */
export async function bundled(entry) {
  const outfile = join(root, `out/${basename(dirname(entry))}-trainer.mjs`);
  // The corpus looks for its pages beside the module that reads them.
  const define = { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'tests/copy/corpus.ts')).href) };
  await build({ ...asModule, entryPoints: [entry], outfile, define });
  return import(pathToFileURL(outfile));
}

/** The weights that a trainer measures are nothing that it measures them from. */
const without = (names) => ({
  name: 'without',
  setup: (b) =>
    b.onLoad({ filter: /-weights\.ts$/ }, ({ path }) =>
      names.includes(basename(path, '.ts')) ? { contents: "export const STEP = 1; export const WEIGHTS = '';" } : null,
    ),
});

/** A few letters that are others where any of the parts is. */
function digest(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/**
 * What a trainer measures from, in a few letters: its own code and the reader's (comments aside, and the weights named left out), and
 * whatever is added. Where it is the same, so are the weights.
 */
export async function measuredFrom(entry, names, ...added) {
  const made = await build({ ...asModule, entryPoints: [entry], minify: true, write: false, plugins: [without(names)] });
  return digest(made.outputFiles[0].contents, ...added.flat());
}

const fileOf = (name) => join(root, `src/core/copy/lexicon/${name}.ts`);

/** Only whether the weights that lie there are up to date is asked. */
export const checks = process.argv.includes('--check');

/** Complains where the weights that lie there were not measured from this, or were changed since. */
export function checkMeasured(name, from) {
  const written = readFileSync(fileOf(name), 'utf8');
  const text = /'(.*)';\n$/u.exec(written)?.[1] ?? '';
  if (!written.includes(measuredLine(from, text))) stale(name);
}

const measuredLine = (from, text) => `/** Measured from ${from}; the weights are ${digest(text)}. */`;

function stale(name) {
  console.error(
    `${name}.ts is not what its pages and heads give: run head-weights.mjs, page-weights.mjs and kind-weights.mjs in scripts, in that order.`,
  );
  process.exitCode = 1;
}

/** Pages of the corpus of which only the score is looked at: B, C2, D2, E2, Q, S (tests/corpus/README.md). */
const onlyMeasured = (n) => (n % 2 === 0 && n <= 153) || (n > 1500 && n <= 1600) || n > 2000;

/** The names and sources of the other pages. */
export const pagesWorkedOn = () =>
  readdirSync(corpus)
    .filter((f) => f.endsWith('.page') && !onlyMeasured(Number.parseInt(f, 10)))
    .sort()
    .map((f) => [f.replace('.page', ''), readFileSync(join(corpus, f), 'utf8')]);

/** The paragraphs that pages share. */
export const pools = () => ['hans', 'hant', 'en'].map((script) => readFileSync(join(corpus, `pool-${script}.txt`)));

/** The samples' raw copy, by name. */
export function samples() {
  const folder = join(root, 'resources/samples');
  const files = readdirSync(folder, { recursive: true }).filter((f) => f.endsWith('page.txt') || /page-\d\.txt$/u.test(f));
  return files.sort().map((f) => [f, readFileSync(join(folder, f))]);
}

/** Characters that a string between single quotes cannot hold stand as two others. */
const letter = (v) => (v === -41 ? '!' : v === 12 ? '~' : String.fromCharCode(80 + v));

/**
 * Writes src/core/copy/lexicon/NAME.ts: the lines of its head, what the weights were measured from where that is told, the step and
 * the weights, a character each. Says how many. With --check it writes nothing, and complains where the file holds others.
 */
export function writeWeights(name, weights, head, from) {
  const steps = Array.from(weights, (w) => Math.max(-MOST, Math.min(MOST, Math.round(w / STEP))));
  const text = steps.map(letter).join('');
  const lines = [
    ...head,
    ...(from ? [measuredLine(from, text)] : []),
    '/** A step of a weight, in nats. */',
    `export const STEP = 1 / ${Math.round(1 / STEP)};`,
    '/** A character for each weight; the letter P is nothing. */',
    'export const WEIGHTS =',
    `  '${text}';`,
  ];
  const whole = `${lines.join('\n')}\n`;
  if (!checks) writeFileSync(fileOf(name), whole);
  else if (readFileSync(fileOf(name), 'utf8') !== whole) stale(name);
  return `${steps.filter((v) => v !== 0).length} weights, ${text.length} characters`;
}
