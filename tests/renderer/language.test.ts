import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockTypes, storyFields, storyKinds } from '../../src/core/story/index.ts';

type Words = { readonly [key: string]: string | Words };
const read = (name: string): Words => JSON.parse(readFileSync(`src/renderer/language/${name}.json`, 'utf8')) as Words;
const flat = (words: Words, at = ''): [string, string][] =>
  Object.entries(words).flatMap(([k, v]) => (typeof v === 'string' ? [[at + k, v] as [string, string]] : flat(v, `${at}${k}.`)));

/** A sentence with a count has a form for one where the language has one. */
const base = (key: string): string => key.replace(/_(one|other)$/u, '');

const zh = new Map(flat(read('zh-Hans')));
const en = new Map(flat(read('en')));

const sources = readdirSync('src/renderer', { recursive: true, encoding: 'utf8' })
  .filter((f) => /\.tsx?$/u.test(f))
  .map((f) => ({ file: f, text: readFileSync(join('src/renderer', f), 'utf8') }));

/** Keys written out in the source: in `t('…')`, in `tell(…, '…')`, and as commands' reasons and labels. */
const literal = (pattern: RegExp, prefix = ''): { file: string; key: string }[] =>
  sources.flatMap(({ file, text }) => [...text.matchAll(pattern)].map((m) => ({ file, key: prefix + m[1] })));

const placeholders = (s: string): string[] => [...s.matchAll(/\{\{(\w+)\}\}/gu)].map((m) => m[1] ?? '').sort();

describe('the language files', () => {
  test('have the same keys', () => {
    expect([...new Set([...zh.keys()].map(base))].sort()).toEqual([...new Set([...en.keys()].map(base))].sort());
    expect(zh.size).toBeGreaterThan(200);
  });

  test('put the same figures into their sentences', () => {
    const different = [...zh].filter(([k, v]) => placeholders(v).join() !== placeholders(en.get(k) ?? '').join()).map(([k]) => k);
    expect(different).toEqual([]);
  });

  test('leave no sentence empty', () => {
    expect([...zh, ...en].filter(([, v]) => v.trim() === '')).toEqual([]);
  });

  test('have every key that the source names', () => {
    const used = [
      ...literal(/\bt\(\s*'([\w.-]+)'/gu),
      ...literal(/\btell\(\s*'\w+',\s*'([\w.]+)'/gu),
      ...literal(/(?:return|\?|:|=>)\s*'(no[A-Z]\w*|nothing[A-Z]\w*|locked|placed|arranging|exporting|lastPage)'/gu, 'why.'),
      ...literal(/\bcommit\(\s*'([\w.]+)'/gu, 'history.'),
      ...literal(/new Gesture\('([\w.]+)'/gu, 'history.'),
      ...literal(/\bchange\(\s*(?:id|story|story\.id),\s*'([\w.]+)'/gu, 'history.'),
      ...literal(/words: '([\w.]+)'/gu),
      ...literal(/\bcommand="([\w.]+)"/gu, 'command.'),
    ];
    expect(used.length).toBeGreaterThan(120);
    expect(used.filter(({ key }) => !zh.has(key) && !zh.has(`${key}_other`))).toEqual([]);
  });

  test('name every kind, field and frame that can be shown', () => {
    const families = [
      ...storyKinds.map((k) => `story.kind.${k}`),
      ...storyFields.flatMap((f) => [`text.field.${f}`, `text.mark.${f}`]),
      ...blockTypes.flatMap((b) => [`text.block.${b}`, `text.mark.${b}`]),
      ...['head', 'body', 'photo', 'caption', 'text', 'rule', 'box', 'tint'].map((k) => `frame.role.${k}`),
    ];
    expect(families.filter((k) => !zh.has(k))).toEqual([]);
  });

  test('keep Chinese and English apart', () => {
    const han = /\p{Script=Han}/u;
    const mixed = [...en].filter(([k, v]) => han.test(v) && !['menu.language', 'command.window.chinese'].includes(k)).map(([k]) => k);
    expect(mixed).toEqual([]);
  });
});
