/**
 * `node scripts/kind-weights.mjs`: measures anew what an item's label, head, by-line, text and neighbours say of its kind
 * (src/core/copy/kinds.ts), on the pages of tests/corpus that are worked on, and writes src/core/copy/lexicon/kind-weights.ts. To be
 * run after `head-weights.mjs`, when pages, the rule (kind.ts) or the grammar change; the same pages give the same file.
 */
import { join } from 'node:path';
import { bundled, corpus, pagesWorkedOn, writeWeights } from './weights.mjs';

const { kindExamples, lessonOf, trainKinds } = await bundled(join(corpus, 'teach/kinds.ts'));

const examples = pagesWorkedOn()
  .map(([name, source]) => lessonOf(name, source))
  .filter((l) => l !== null)
  .flatMap(kindExamples);
const written = writeWeights('kind-weights', trainKinds(examples), [
  `/** What signs weigh for an item's kind. Written by scripts/kind-weights.mjs from ${examples.length} items; not by hand. */`,
  '',
]);
console.log(`${examples.length} items, ${written}`);
