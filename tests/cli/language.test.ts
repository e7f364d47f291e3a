import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';
import { isSentence, languageOf, sayIn } from '../../src/cli/say.ts';
import { refusalCodes } from '../../src/jobs/refused.ts';
import { troubleCodes } from '../../src/node/trouble.ts';

const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../src/cli/language/${name}.json`), 'utf8'));
const [en, zh] = [read('en'), read('zh-Hans')];
/** A value that is a sentence itself comes in both languages, as {why} and {whyZh}. */
const values = (sentence: string): string[] => (sentence.match(/\{\w+\}/gu) ?? []).map((v) => v.replace('Zh}', '}')).sort();

test('both languages have the same sentences with the same values', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en));
  for (const key of Object.keys(en)) expect([key, values(zh[key]!)]).toEqual([key, values(en[key]!)]);
});

test('everything that can be refused has a sentence', () => {
  for (const code of [...troubleCodes, ...refusalCodes]) expect([code, isSentence(code)]).toEqual([code, true]);
});

test('a sentence takes its values, whatever they hold', () => {
  expect(sayIn('en')('no-folder', { path: '$&.pdf', folder: '{path}' })).toBe(
    '$&.pdf cannot be written because there is no folder {path}: make it first.',
  );
});

test('the environment chooses the language as other programs let it', () => {
  expect(languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh-Hans');
  expect(languageOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(languageOf({ LANG: 'en_GB', LC_MESSAGES: 'zh_TW' })).toBe('zh-Hans');
  expect(languageOf({})).toBe('en');
});

test('progress is one line on a terminal, taken away in the end, and nothing in a pipe', () => {
  let written = '';
  const write = (text: string): void => {
    written += text;
  };
  const line = progressLine({ isTTY: true, write }, sayIn('en'));
  line.show?.({ what: 'compose', done: 1, total: 4 });
  line.show?.({ what: 'compose', done: 1, total: 4 });
  line.show?.({ what: 'write', done: 4, total: 4 });
  line.clear();
  line.clear();
  expect(written).toBe('\r\u001b[KComposing page 1/4\r\u001b[KWriting 4/4\r\u001b[K');
  expect(progressLine({ write }, sayIn('en')).show).toBeUndefined();
});
