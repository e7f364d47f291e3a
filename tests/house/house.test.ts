/** What the documents say of the house is true of the disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const folders = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => `${path}/${e.name}`);

test('docs/architecture.md names every room of src, in the order of the import rules, and no other', () => {
  const named = [...read('docs/architecture.md').matchAll(/^\|\s*`(src\/[\w/]+)`\s*\|/gmu)].map((m) => m[1] as string);
  const onDisk = [...folders('src/core'), ...folders('src').filter((f) => f !== 'src/core')];
  expect([...named].sort()).toEqual(onDisk.sort());
  const law = /const core = \[([^\]]*)\]/u.exec(read('dependency-cruiser.cjs'))?.[1] ?? '';
  const order = [...law.matchAll(/'(\w+)'/gu)].map((m) => `src/core/${m[1]}`);
  expect(named.filter((n) => n.startsWith('src/core/'))).toEqual(order.filter((o) => existsSync(join(root, o))));
});

test('no folder is called utils, common, shared or types', () => {
  const all = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((e) => e.isDirectory());
  expect(all.map((e) => e.name).filter((n) => /^(?:utils?|common|shared|types|helpers|misc)$/u.test(n))).toEqual([]);
});

test('THIRD-PARTY.md names every dependency with the licence it has, and every face', () => {
  const notices = read('THIRD-PARTY.md');
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  for (const name of Object.keys(dependencies)) {
    expect(notices).toContain(name);
    const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string };
    if (!notices.includes(`| [${name}](`)) continue;
    expect(notices).toMatch(new RegExp(`\\| \\[${name}\\]\\([^)]*\\)\\s*\\| ${license}\\s*\\|`, 'u'));
  }
  for (const id of Object.keys(JSON.parse(read('resources/fonts/catalogue.json')) as object)) expect(notices).toContain(`\`${id}\``);
  for (const [, path] of notices.matchAll(/\]\((resources\/[^)]+)\)/gu)) expect(existsSync(join(root, path as string))).toBe(true);
});

test('links in the documents lead somewhere', () => {
  const pages = [
    'README.md',
    ...readdirSync(join(root, 'docs'))
      .filter((f) => f.endsWith('.md'))
      .map((f) => `docs/${f}`),
  ];
  for (const page of pages)
    for (const [, link] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/gu))
      expect([page, link, existsSync(join(root, page, '..', link as string))]).toEqual([page, link, true]);
});

test('zod is imported as a namespace: its z object carries its messages in every language', () => {
  const all = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/u.test(f));
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((f) => /import \{[^}]*\} from 'zod'/u.test(read(join('src', f))))).toEqual([]);
});
