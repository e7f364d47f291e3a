/** Markdown: headings, emphasis, lists and links are taken off, their meaning kept as hints. */
import { type Sourced, SourceText } from './sourced.ts';

/** The text of a Markdown file. A front matter's known fields become what they say; the rest of it is furniture. */
export function fromMarkdown(source: string, encoding = 'utf-8'): Sourced {
  const out = new SourceText();
  const { fields, body } = frontMatter(source.replace(/\r\n?/gu, '\n').replace(/^\ufeff/u, ''));
  if (fields.size > 0) out.starts();
  for (const [names, role] of known) for (const name of names) if (fields.has(name)) out.add(fields.get(name) as string, role);
  const blocks = body.split(/\n[ \t]*\n+/u);
  const ranks = blocks.map(rankOf).filter((r) => r > 0);
  const top = Math.min(...ranks, 9);
  for (const block of blocks) addBlock(out, block, top);
  return out.done(encoding);
}

const known: readonly (readonly [readonly string[], 'label' | 'kicker' | 'headline' | 'deck' | 'byline'])[] = [
  [['label', 'section', '栏目'], 'label'],
  [['kicker', '引题', '肩题'], 'kicker'],
  [['title', 'headline', '标题', '主题'], 'headline'],
  [['subtitle', 'deck', '副题', '副标题'], 'deck'],
  [['author', 'byline', '作者', '记者'], 'byline'],
];

function frontMatter(source: string): { fields: Map<string, string>; body: string } {
  const m = /^---\n([\s\S]*?)\n---\n/u.exec(source);
  const fields = new Map<string, string>();
  if (!m) return { fields, body: source };
  for (const line of (m[1] as string).split('\n')) {
    const pair = /^([^:：\s]+)[:：][ \t]*(.+)$/u.exec(line);
    if (pair) fields.set((pair[1] as string).toLowerCase(), (pair[2] as string).replace(/^["'](.*)["']$/u, '$1'));
  }
  return { fields, body: source.slice(m[0].length) };
}

function rankOf(block: string): number {
  const hashes = /^(#{1,6})[ \t]/u.exec(block.trim())?.[1]?.length;
  if (hashes) return hashes;
  if (/^[^\n]+\n=+[ \t]*$/u.test(block.trim())) return 1;
  return /^[^\n]+\n-{2,}[ \t]*$/u.test(block.trim()) ? 2 : 0;
}

function addBlock(out: SourceText, block: string, top: number): void {
  const text = block.trim();
  const rank = rankOf(block);
  if (rank > 0) {
    const [first, ...rest] = text.split('\n');
    const under = /^[=-]+[ \t]*$/u.test(rest[0] ?? '');
    if (rank === top) out.starts();
    out.add(plain((first as string).replace(/^#{1,6}[ \t]+|[ \t]#+$/gu, '')), rank === top ? 'headline' : 'subhead');
    const more = rest.slice(under ? 1 : 0).join('\n');
    if (more.trim() !== '') addBlock(out, more, top);
    return;
  }
  const picture = /^!\[([^\]]*)\]\(([^)\s]+)[^)]*\)$/u.exec(text);
  if (picture) {
    out.picture(picture[2] as string, picture[1] as string);
    if ((picture[1] as string).trim() !== '') out.add(picture[1] as string, 'caption');
    return;
  }
  const strong = /^(\*\*|__)([^\n]+)\1$/u.exec(text);
  // A single line break in Markdown is a space; two spaces or a backslash before it make a break.
  const lines = text.split('\n').map((l) => l.replace(/^>[ \t]?|^[-*+][ \t]+/u, ''));
  let joined = '';
  for (const [i, line] of lines.entries())
    joined += i === 0 ? line : /(?: {2}|\\)$/u.test(lines[i - 1] as string) ? `\n${line}` : glue(joined, line);
  out.add(plain(joined), strong ? 'strong' : null);
}

const glue = (a: string, b: string): string => (/[\u2e80-\uffef]$/u.test(a) || /^[\u2e80-\uffef]/u.test(b) ? b : ` ${b}`);

function plain(text: string): string {
  return text
    .replace(/\\$/gmu, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/gu, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/gu, '$1')
    .replace(/`([^`]+)`/gu, '$1');
}
