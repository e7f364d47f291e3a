/** Markdown: headings, emphasis, lists and links are taken off, their meaning kept as hints. */
import { type Sourced, SourceText } from './sourced.ts';

/** The text of a Markdown file. A front matter's known fields become what they say; the rest of it is furniture. */
export function fromMarkdown(source: string, encoding = 'utf-8'): Sourced {
  const out = new SourceText();
  const { fields, others, body } = frontMatter(source.replace(/\r\n?/gu, '\n').replace(/^\ufeff/u, ''));
  for (const line of others) out.add(line, 'furniture');
  if (fields.size > 0) out.starts();
  for (const [names, role] of known) for (const name of names) if (fields.has(name)) out.add(fields.get(name) as string, role);
  const blocks = unfenced(body).split(/\n[ \t]*\n+/u);
  const top = blocks.map(rankOf).reduce((least, r) => (r > 0 ? Math.min(least, r) : least), 9);
  for (const block of blocks) addBlock(out, block, top);
  return out.done(encoding);
}

/** Code keeps its lines: its fences go, and each line ends in Markdown's own break. */
function unfenced(body: string): string {
  let inside = false;
  return body
    .split('\n')
    .map((line) => {
      if (!/^ {0,3}(?:```|~~~)[^`]*$/u.test(line)) return inside && line.trim() !== '' ? `${line}  ` : line;
      inside = !inside;
      return '';
    })
    .join('\n');
}

const known: readonly (readonly [readonly string[], 'label' | 'kicker' | 'headline' | 'deck' | 'byline'])[] = [
  [['label', 'section', '栏目'], 'label'],
  [['kicker', '引题', '肩题'], 'kicker'],
  [['title', 'headline', '标题', '主题'], 'headline'],
  [['subtitle', 'deck', '副题', '副标题'], 'deck'],
  [['author', 'byline', '作者', '记者'], 'byline'],
];

interface FrontMatter {
  /** By name in small letters. */
  readonly fields: Map<string, string>;
  /** Lines that no known field is in. */
  readonly others: string[];
  readonly body: string;
}

const isKnown = (name: string): boolean => known.some(([names]) => names.includes(name));
/** `name: value`, and the lists and further lines that YAML has under a name. */
const fieldLine = /^([^:：\s]+)[:：](?:[ \t]*(.*))?$/u;
const underField = /^(?:[ \t]|-[ \t]|#|$)/u;

/** What stands between two rules at the top; where a line there is no field, the rules part copy from copy, and all is body. */
function frontMatter(source: string): FrontMatter {
  const none = { fields: new Map<string, string>(), others: [], body: source };
  const m = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(source);
  const lines = (m?.[1] ?? '').split('\n');
  if (!m || !fieldLine.test(lines[0] ?? '') || !lines.every((l) => fieldLine.test(l) || underField.test(l))) return none;
  const fields = new Map<string, string>();
  const others: string[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = fieldLine.exec(line) ?? [];
    if (value !== '' && isKnown(name.toLowerCase()) && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.replace(/^(["'])(.*)\1$/u, '$2'));
    else if (line.trim() !== '') others.push(line.trim());
  }
  return { fields, others, body: source.slice(m[0].length) };
}

function rankOf(block: string): number {
  const [first = '', under] = block.trim().split('\n', 2);
  const hashes = /^(#{1,6})[ \t]/u.exec(first)?.[1]?.length;
  if (hashes) return hashes;
  if (block.trim().indexOf('\n', first.length + 1) >= 0 || under === undefined) return 0;
  return /^=+[ \t]*$/u.test(under) ? 1 : /^-{2,}[ \t]*$/u.test(under) ? 2 : 0;
}

/** No mark of emphasis or link reaches further, in characters: what has no end is not sought through a whole file. */
const reach = 2000;

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
  const picture = text.length < reach ? /^!\[([^\]]*)\]\(([^)\s]+)[^)]*\)$/u.exec(text) : null;
  if (picture) {
    out.picture(picture[2] as string, picture[1] as string);
    if ((picture[1] as string).trim() !== '') out.add(picture[1] as string, 'caption');
    return;
  }
  const [first = '', ...after] = text.split('\n');
  if (first.length < reach && rule.test(first)) {
    out.add(first.trim(), null);
    addBlock(out, after.join('\n'), top);
    return;
  }
  for (const part of parts(text)) addPart(out, part);
}

/** A line that parts: *** or ---. */
const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/u;
/** A point of a list, with its mark; a number is part of the words. */
const point = /^[ \t]*(?:[-*+][ \t]+|(?=\d{1,9}[.)][ \t]))/u;
const tableRow = /^[ \t]*\|.*\|[ \t]*$/u;

/** The points of a list and the cells of a table are blocks of their own. */
function parts(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    if (tableRow.test(line)) found.push(...cellsOf(line));
    else if (found.length === 0 || point.test(line)) found.push(line);
    else found[found.length - 1] += `\n${line}`;
  }
  return found;
}

const cellsOf = (row: string): string[] =>
  /^[ \t|:-]+$/u.test(row)
    ? []
    : row
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/u)
        .map((c) => c.trim());

function addPart(out: SourceText, text: string): void {
  const strong = text.length < reach && /^(\*\*|__)([^\n]+)\1$/u.test(text);
  const isPoint = point.test(text);
  // A single line break in Markdown is a space; two spaces or a backslash before it make a break.
  const lines = text.split('\n').map((l) => l.replace(/^>[ \t]?/u, '').replace(point, ''));
  let joined = '';
  for (const [i, line] of lines.entries())
    joined += i === 0 ? line : /(?: {2}|\\)$/u.test(lines[i - 1] as string) ? `\n${line}` : glue(joined, line);
  out.add(plain(joined), strong ? 'strong' : isPoint ? 'paragraph' : null);
}

const glue = (a: string, b: string): string => (/[\u2e80-\uffef]$/u.test(a) || /^[\u2e80-\uffef]/u.test(b) ? b : ` ${b}`);

/** Signs that a backslash before them makes plain (CommonMark 2.4), kept out of the way, in the last private plane, while marks are taken off. */
const signs = /\\([!-/:-@[-`{-~])/gu;
const away = 0x10f000;
const inlineTag = /<\/?(?:a|b|i|u|s|em|strong|span|font|mark|small|sub|sup|del|ins|br)(?:\s[^<>]{0,2000})?\/?>/giu;
const link = /\[([^\][]{1,2000})\]\((?:[^()]|\([^()]{0,2000}\)){0,2000}\)/gu;
const picture = /!\[([^\][]{0,2000})\]\((?:[^()]|\([^()]{0,2000}\)){0,2000}\)/gu;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function plain(text: string): string {
  return text
    .replace(/\\$/gmu, '')
    .replace(signs, (_, c: string) => String.fromCodePoint(away + c.charCodeAt(0)))
    .replace(picture, '$1')
    .replace(link, '$1')
    .replace(/(\*\*|__)(?=\S)([\s\S]{0,2000}?\S)\1/gu, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]{0,2000}?\S)\*(?![\w*])/gu, '$1')
    .replace(/`([^`]{1,2000})`/gu, '$1')
    .replace(inlineTag, '')
    .replace(/&(amp|lt|gt|quot|nbsp);/gu, (_, name: string) => entities[name] as string)
    .replace(/[\u{10f021}-\u{10f07e}]/gu, (c) => String.fromCodePoint((c.codePointAt(0) as number) - away));
}
