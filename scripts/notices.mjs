/** Write the table of libraries in THIRD-PARTY.md anew, from package.json and what is installed. A test tells when to. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path) => readFileSync(join(root, path), 'utf8');
const isFont = (name) => /google-fonts|fontsource/u.test(name);

/** The page of a package's source, however its author wrote it. */
function pageOf({ repository }) {
  const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
  const plain = url.replace(/^git\+|\.git$/gu, '').replace(/^git:/u, 'https:');
  return /^[\w-]+\/[\w.-]+$/u.test(plain) ? `https://github.com/${plain}` : plain;
}

const rows = Object.keys(JSON.parse(read('package.json')).dependencies)
  .filter((name) => !isFont(name))
  .map((name) => [name, JSON.parse(read(`node_modules/${name}/package.json`))])
  .map(([name, made]) => [`[${name}](${pageOf(made)})`, made.license]);
const widths = [0, 1].map((i) => Math.max(['library', 'licence'][i].length, ...rows.map((r) => r[i].length)));
const line = (cells) => `| ${cells.map((c, i) => c.padEnd(widths[i])).join(' | ')} |`;
const table = [line(['library', 'licence']), line(widths.map((w) => '-'.repeat(w))), ...rows.map(line)].join('\n');
const text = read('THIRD-PARTY.md');
writeFileSync(
  join(root, 'THIRD-PARTY.md'),
  text.replace(/\| library[\s\S]*?\n\n/u, () => `${table}\n\n`),
);
