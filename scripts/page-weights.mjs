/**
 * `node scripts/page-weights.mjs`: teaches the reader anew what its own weights do not say (src/core/copy/taught.ts), on the pages
 * of tests/corpus that are worked on and on the samples' copy, which is read right without it, and writes src/core/copy/lexicon/page-weights.ts. To be run after `head-weights.mjs`, when
 * pages, features, signs or the reader's own weights change; the same pages give the same file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled, checkMeasured, checks, corpus, measuredFrom, pagesWorkedOn, pools, samples, writeWeights } from './weights.mjs';

/** How far what was learnt is trusted: on pages not learnt from, a little less of it reads as well, and spoils less. */
const TRUST = 0.8;
/** Forms that our own pages and the samples hold on purpose and strangers' pages hardly have: they are read so many times. */
const TIMES = 8;
const onPurpose = ({ page: { name } }) => Number.parseInt(name, 10) <= 36 || name.includes('unsigned');

const trainer = join(corpus, 'teach/train.ts');
const own = readFileSync(fileURLToPath(import.meta.url));
// To measure anew takes minutes: that nothing has changed which is measured from is as good.
const from = await measuredFrom(trainer, ['page-weights', 'kind-weights'], own, pagesWorkedOn().flat(), samples().flat(), pools());
if (checks) checkMeasured('page-weights', from);
else await measure();

async function measure() {
  const { lessonAsRead, lessonOf, train } = await bundled(trainer);
  const marked = pagesWorkedOn()
    .map(([name, source]) => lessonOf(name, source))
    .filter((l) => l !== null);
  const again = Array.from({ length: TIMES - 1 }, () => marked.filter(onPurpose)).flat();
  const ours = samples().map(([name, bytes]) => lessonAsRead(name, bytes));
  const lessons = [...marked, ...again, ...Array.from({ length: TIMES }, () => ours).flat()];
  const learnt = lessons.filter((l) => l.gold !== null).length;
  const weights = train(lessons, { rounds: 10, rate: 0.2, margin: 3, runs: 3 }).map((w) => w * TRUST);
  const head = `/** What the signs of lines weigh beside the reader's own weights. Written by scripts/page-weights.mjs from ${learnt} pages; not by hand. */`;
  console.log(`${learnt} pages of ${lessons.length}, ${writeWeights('page-weights', weights, [head, ''], from)}`);
}
