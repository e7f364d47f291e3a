/** Every class of mark beside every other, at a line's start and at its end. One case each, in one golden file a group. */
import { afterAll, describe, it } from 'vitest';
import { matchesGolden } from '../support/golden.ts';
import { showCase } from '../support/lines.ts';

const CLASSES: readonly (readonly [name: string, sample: string])[] = [
  ['Han', '文'],
  ['opener', '“'],
  ['bracket opener', '（'],
  ['closer', '”'],
  ['bracket closer', '》'],
  ['comma', '，'],
  ['stop', '。'],
  ['middot', '·'],
  ['dash', '——'],
  ['ellipsis', '……'],
  ['single dash', '—'],
  ['slash', '／'],
  ['digit', '25'],
  ['Latin', 'GDP'],
  ['unit', '℃'],
];

function group(file: string, cases: readonly (readonly [string, string])[], chars: number): void {
  const shown: string[] = [];
  it.each(cases)('%s', (name, text) => {
    shown.push(showCase(name, { text, chars }));
  });
  afterAll(() => matchesGolden(`typeset/${file}`, shown.join('\n')));
}

describe('a mark beside a mark takes what the two ask together', () => {
  const cases = CLASSES.flatMap(([a, x]) => CLASSES.map(([b, y]) => [`${a} + ${b}`, `中${x}${y}中`] as const));
  group('pairs.txt', cases, 30);
});

describe('a mark where a line would begin', () => {
  const cases = CLASSES.map(([name, sample]) => [`${name} after a full line`, `一二三四五六七八九十${sample}甲乙丙丁戊己庚辛`] as const);
  group('line-start.txt', cases, 10);
});

describe('a mark where a line would end', () => {
  const cases = CLASSES.map(([name, sample]) => [`${name} in the last place`, `一二三四五六七八九${sample}甲乙丙丁戊己庚辛壬癸`] as const);
  group('line-end.txt', cases, 10);
});

describe('a mark that opens a paragraph', () => {
  const shown: string[] = [];
  it.each(CLASSES)('%s', (name, sample) => {
    shown.push(showCase(name, { text: `${sample}甲乙丙丁戊己庚辛壬癸子丑寅卯`, chars: 10, indentEm: 2 }));
  });
  afterAll(() => matchesGolden('typeset/paragraph-start.txt', shown.join('\n')));
});
