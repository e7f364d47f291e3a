/**
 * `node scripts/head-weights.mjs`: measures anew what the words of two display lines say of each other (src/core/copy/hear.ts)
 * on the heads in tests/corpus/heads and on the pages beside them, and writes src/core/copy/lexicon/head-weights.ts. To be run when those heads, the
 * features (wording.ts) or the reader's own weights of display lines change; the same heads give the same file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundled, corpus, pagesWorkedOn, writeWeights } from './weights.mjs';

const folder = join(corpus, 'heads');

/** What the reader's own log-odds count beside the words: it is surer than it is right. */
const LOOKS = 0.6;

const { examplesOf, examplesOfPage, train } = await bundled(join(folder, 'train.ts'));
const examples = readdirSync(folder)
  .filter((f) => f.endsWith('.tsv'))
  .sort()
  .flatMap((f) =>
    readFileSync(join(folder, f), 'utf8')
      .split('\n')
      .filter((row) => row.split('\t').length >= 5)
      .flatMap((row) => examplesOf(row, f)),
  );
const pages = pagesWorkedOn().flatMap(([name, source]) => examplesOfPage(source, name));
const written = writeWeights('head-weights', train([...examples, ...pages], LOOKS), [
  `/** What words weigh in a head of two lines. Written by scripts/head-weights.mjs from ${examples.length + pages.length} couples; not by hand. */`,
  '',
  "/** What the reader's own log-odds count beside these. */",
  `export const LOOKS = ${LOOKS};`,
]);
console.log(`${examples.length} couples of heads and ${pages.length} of pages, ${written}`);
