import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decode, read, storiesToJson } from '../../src/core/copy/index.ts';
import { corpus, pageOf } from './corpus.ts';
import { score } from './score.ts';

const dir = '/tmp/s11/pages';
const out = process.env.OUT ?? '/tmp/s11/notes';
it('scores', () => {
  mkdirSync(out, { recursive: true });
  const rows: [string, number][] = [];
  const all = process.env.CORPUS
    ? corpus()
    : readdirSync(dir)
        .sort()
        .map((f) => {
          const src = readFileSync(`${dir}/${f}`, 'utf8');
          try {
            return pageOf(f.replace('.page', ''), src);
          } catch (e) {
            console.log(f, String(e).slice(0, 200));
            return pageOf(f.replace('.page', ''), src.replace(/^@encoding:.*$/mu, ''));
          }
        });
  for (const p of all) {
    const { encoding, text } = decode(p.bytes);
    if (text !== p.text) console.log(p.name, 'decoded otherwise', encoding, p.encoding);
    const reading = read({ id: p.name, name: `${p.name}.txt`, encoding, text });
    const stories = storiesToJson(reading.stories);
    const s = score(p.truth, stories);
    rows.push([p.name, s.overall]);
    writeFileSync(`${out}/${p.name}.json`, JSON.stringify(stories, null, 1));
    if (!process.env.CORPUS) {
      writeFileSync(`${out}/${p.name}.notes`, `${s.overall}\n${s.notes.join('\n')}\n`);
      writeFileSync(`${out}/${p.name}.txt`, p.text);
    }
  }
  writeFileSync(`${out}/scores.txt`, rows.map(([n, t]) => `${n} ${t.toFixed(1)}`).join('\n'));
  expect(rows.length).toBeGreaterThan(0);
});
