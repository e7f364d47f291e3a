/** The corpus: marked pages → raw bytes and truth (see tests/corpus/README.md). */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StoryJson } from '../../src/core/copy/index.ts';
import { type Encoding, encode } from './encode.ts';

export const halves = [
  'A',
  'B',
  'C1',
  'C2',
  'D1',
  'D2',
  'E1',
  'E2',
  'F',
  'G',
  'H',
  'I',
  'J',
  'K',
  'L',
  'M',
  'N',
  'O',
  'P',
  'Q',
  'R',
  'S',
] as const;
export type Half = (typeof halves)[number];

export interface CorpusPage {
  readonly name: string;
  /** Which set: A, C1, D1, E1, F, G, H to P and R are worked on, of B, C2, D2, E2, Q and S only the score is looked at. */
  readonly half: Half;
  readonly encoding: Encoding;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly truth: StoryJson[];
}

const folder = fileURLToPath(new URL('../corpus/', import.meta.url));
export const poolOf = (name: string): Map<string, string> =>
  new Map(
    readFileSync(`${folder}pool-${name}.txt`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t') as [string, string]),
  );
const pool = new Map([...poolOf('hans'), ...poolOf('hant'), ...poolOf('en')]);

export function corpus(): CorpusPage[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.page'))
    .sort()
    .map((f) => pageOf(f.replace('.page', ''), readFileSync(folder + f, 'utf8')));
}

const fields = { L: 'label', K: 'kicker', H: 'headline', D: 'deck', B: 'byline', C: 'credit' } as const;
const isHan = (c: string | undefined): boolean => c !== undefined && /\p{Script=Han}/u.test(c);

export function pageOf(name: string, source: string): CorpusPage {
  const set: Record<string, string> = {};
  const lines: string[] = [];
  for (const line of source.split('\n')) {
    const m = /^@(\w+): (.*)$/u.exec(line);
    if (m) set[m[1] as string] = m[2] as string;
    else if (line.trim() !== '') lines.push(line);
  }
  const { truth, raw } = marked(lines, set);
  const text = damaged(raw, set);
  const encoding = (set.encoding ?? 'utf-8') as Encoding;
  return { name, half: halfOf(Number.parseInt(name, 10)), encoding, text, bytes: encode(text, encoding), truth };
}

const halfOf = (n: number): Half => {
  if (n > 2000) return 'S';
  if (n > 1600) return 'R';
  if (n > 1500) return 'Q';
  if (n > 1000) return 'P';
  if (n > 900) return 'O';
  if (n > 800) return 'N';
  if (n > 700) return 'M';
  if (n > 600) return 'L';
  if (n > 500) return 'K';
  if (n > 400) return 'J';
  if (n > 300) return 'I';
  if (n > 200) return 'H';
  if (n > 187) return 'G';
  if (n > 153) return 'F';
  if (n > 130) return n % 2 === 1 ? 'E1' : 'E2';
  if (n > 88) return n % 2 === 1 ? 'D1' : 'D2';
  if (n > 36) return n % 2 === 1 ? 'C1' : 'C2';
  return n % 2 === 1 ? 'A' : 'B';
};

function marked(lines: string[], set: Record<string, string>): { truth: StoryJson[]; raw: string[] } {
  const truth: StoryJson[] = [];
  const raw: string[] = [];
  let item: StoryJson | undefined;
  let paragraphs = 0;
  for (const line of lines) {
    let isText = false;
    let gap = 0;
    const shown = line.replace(/\{([A-Z+=]) ?([^}]*)\}/gu, (_, tag: string, arg: string) => {
      const content = arg.replace(/\$([a-z]\w*)/gu, (__, id: string) => pool.get(id) ?? fail(`no paragraph ${id}`));
      if (tag === 'I') {
        item = { body: [], kind: arg as StoryJson['kind'] };
        truth.push(item);
        return '';
      }
      if (tag === '=') {
        item = truth[Number(arg) - 1];
        return '';
      }
      if (tag === 'G') {
        gap = Number(arg);
        return '';
      }
      if (!item) return fail(`${tag} before any item`);
      if (tag === 'P' || tag === '+') {
        isText = true;
        const clean = content.replaceAll('¶', '');
        const last = item.body[item.body.length - 1];
        if (tag === '+' && last) last.text += clean;
        else item.body.push({ type: 'paragraph', text: clean });
        paragraphs++;
        return cut(content, paragraphs, set);
      }
      if (tag === 'S') item.body.push({ type: 'subhead', text: content });
      else {
        const key = fields[tag as keyof typeof fields];
        item[key] = item[key] === undefined ? content : `${item[key]} ${content}`;
      }
      return content;
    });
    if (gap > 0) raw.push(...new Array<string>(gap).fill(''));
    if (shown.trim() !== '') raw.push(...(isText ? setText(shown, set) : [shown]));
  }
  return { truth, raw };
}

/** Every so many-th paragraph is cut in two: at a column's end (between two Han or two words), or at a comma. */
function cut(text: string, n: number, set: Record<string, string>): string {
  const at = (ok: (i: number) => boolean): string => {
    for (let i = Math.floor(text.length * 0.6); i < text.length - 8; i++) if (ok(i)) return `${text.slice(0, i)}¶${text.slice(i)}`;
    return text;
  };
  if (text.length < 50) return text;
  if (set.cuts && n % Number(set.cuts) === 0)
    return at(
      (i) =>
        (isHan(text[i - 1]) && isHan(text[i])) || (/[a-z]/u.test(text[i - 2] ?? '') && text[i - 1] === ' ' && /[a-z]/u.test(text[i] ?? '')),
    );
  if (set.holes && n % Number(set.holes) === 1) return at((i) => text[i - 1] === '，');
  return text;
}

function setText(text: string, set: Record<string, string>): string[] {
  const indent = Number(set.indent ?? 0);
  const latin = !/\p{Script=Han}/u.test(text);
  const head = set.tabs ? '\t' : latin ? '  '.repeat(indent) : '\u3000'.repeat(indent);
  const parts = text.split('¶');
  return parts.flatMap((part, i) => {
    const line = (i === 0 ? head : '') + (latin ? part.trim() : part);
    return set.wrap ? (latin ? wrapLatin(line, Number(set.wrap), set.hyphen !== undefined) : wrapHan(line, Number(set.wrap))) : [line];
  });
}

function wrapHan(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const c of text) {
    const w = (c.codePointAt(0) as number) > 0x7f ? 1 : 0.5;
    // 避头尾: a closing mark does not start a line, it is pushed in.
    if (width + w > ems && !/[，。、；：！？”’）》」』]/u.test(c)) {
      lines.push(line);
      [line, width] = ['', 0];
    }
    line += c;
    width += w;
  }
  return line === '' ? lines : [...lines, line];
}

function wrapLatin(text: string, chars: number, hyphen: boolean): string[] {
  const lines: string[] = [];
  const lead = /^ */u.exec(text)?.[0] ?? '';
  let line = lead;
  for (const [n, word] of text.trim().split(' ').entries()) {
    if (line.trim() !== '' && line.length + 1 + word.length > chars) {
      const room = chars - line.length - 2;
      if (hyphen && /^[a-z]{8,}$/u.test(word) && room >= 3 && n % 2 === 0) {
        lines.push(`${line} ${word.slice(0, Math.min(room, word.length - 3))}-`);
        line = word.slice(Math.min(room, word.length - 3));
        continue;
      }
      lines.push(line);
      line = word;
    } else line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

function damaged(raw: string[], set: Record<string, string>): string {
  const sep = Number(set.sep ?? 0);
  const every = Number(set.pages ?? 0);
  const lines = every ? raw.flatMap((l, i) => (i % every === every - 1 ? [l, `- ${Math.ceil(i / every)} -`] : [l])) : raw;
  let text = `${lines.join('\n'.repeat(sep + 1))}\n`;
  if (set.fold) text = text.replace(/[，：；！？（）]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/gu, ' ');
  if (set.straight) text = text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'");
  if (set.soft) text = text.replace(/\n/gu, (_, i: number) => (i % 2 === 0 ? '\v' : '\n'));
  if (set.spaced) text = text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ');
  if (set.nbsp) text = text.replace(/ /gu, '\u00a0');
  if (set.invisible) text = [...text].map((c, i) => (i % 37 === 20 && c !== '\n' ? `${c}\u200b` : c)).join('');
  const eol = { lf: '\n', crlf: '\r\n', cr: '\r' }[set.eol ?? 'lf'] ?? '\n';
  text = text.replaceAll('\n', eol);
  return set.bom ? `\ufeff${text}` : text;
}

function fail(message: string): never {
  throw new Error(message);
}
