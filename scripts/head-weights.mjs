/**
 * `node scripts/head-weights.mjs`: measures anew what the words of two display lines say of each other (src/core/copy/hear.ts)
 * on the heads in tests/corpus/heads and on the pages beside them, and writes src/core/copy/lexicon/head-weights.ts. To be run when those heads, the
 * features (wording.ts) or the reader's own weights of display lines change; the same heads give the same file.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const corpus = join(root, 'tests/corpus');
const folder = join(corpus, 'heads');
const outfile = join(root, 'out/head-weights-trainer.mjs');

/** What the reader's own log-odds count beside the words: it is surer than it is right. */
const LOOKS = 0.6;
/** A weight's step in nats, and the most steps that a character holds. */
const STEP = 1 / 16;
const MOST = 45;

/** Pages of the corpus of which only the score is looked at: B, C2, D2, E2 (tests/corpus/README.md). */
const onlyMeasured = (n) => n % 2 === 0 && n <= 153;

await build({ entryPoints: [join(folder, 'train.ts')], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' });
const { examplesOf, examplesOfPage, train } = await import(pathToFileURL(outfile));
const examples = readdirSync(folder)
  .filter((f) => f.endsWith('.tsv'))
  .sort()
  .flatMap((f) =>
    readFileSync(join(folder, f), 'utf8')
      .split('\n')
      .filter((row) => row.split('\t').length === 5)
      .flatMap((row) => examplesOf(row, f)),
  );
const pages = readdirSync(corpus)
  .filter((f) => f.endsWith('.page') && !onlyMeasured(Number.parseInt(f, 10)))
  .flatMap((f) => examplesOfPage(readFileSync(join(corpus, f), 'utf8'), f));
const bytes = Array.from(train([...examples, ...pages], LOOKS), (w) => Math.max(-MOST, Math.min(MOST, Math.round(w / STEP))));
/** Characters that a string between single quotes cannot hold stand as two others. */
const letter = (v) => (v === -41 ? '!' : v === 12 ? '~' : String.fromCharCode(80 + v));
const text = bytes.map(letter).join('');
writeFileSync(
  join(root, 'src/core/copy/lexicon/head-weights.ts'),
  `/** What words weigh in a head of two lines. Written by scripts/head-weights.mjs from ${examples.length + pages.length} couples; not by hand. */

/** What the reader's own log-odds count beside these. */
export const LOOKS = ${LOOKS};
/** A step of a weight, in nats. */
export const STEP = 1 / ${Math.round(1 / STEP)};
/** A character for each box and couple; the letter P is nothing. */
export const WEIGHTS =
  '${text}';
`,
);
console.log(
  `${examples.length} couples of heads and ${pages.length} of pages, ${bytes.filter((b) => b !== 0).length} weights, ${text.length} characters`,
);
