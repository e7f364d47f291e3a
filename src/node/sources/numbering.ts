/**
 * 自动编号: Word keeps the numbers of numbered paragraphs out of their text. They are written into it here, as Word shows them,
 * before the document is read: a law without 第一条, a list without its (二) would have lost characters (guide §5.1).
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** One level of a numbering: how it counts, and what stands around the number (`第%1条`). */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

const part = 'word/document.xml';
/** No newspaper's list is deeper (Word's own limit). */
const levels = 9;

/** The document with its numbers in its text; as it came where it has none, or where its parts are not as expected. */
export function withNumbers(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const [document, numbering] = [files[part], files['word/numbering.xml']];
  if (!document || !numbering) return bytes;
  const known = numberings(strFromU8(numbering));
  if (known.size === 0) return bytes;
  const counters = new Map<string, number[]>();
  const text = strFromU8(document).replace(/<w:p[ >][\s\S]*?<\/w:p>/gu, (paragraph) => numbered(paragraph, known, counters));
  return zipSync({ ...files, [part]: strToU8(text) }, { level: 0 });
}

const value = (xml: string, tag: string): string | undefined => new RegExp(`<w:${tag} [^>]*?w:val="([^"]*)"`, 'u').exec(xml)?.[1];

/** What every list of the document counts like, by its id. */
function numberings(xml: string): Map<string, Level[]> {
  const kinds = new Map<string, Level[]>();
  for (const [, id, body] of xml.matchAll(/<w:abstractNum [^>]*?w:abstractNumId="([^"]*)"[^>]*>([\s\S]*?)<\/w:abstractNum>/gu)) {
    const found: Level[] = [];
    for (const [, n, level] of (body as string).matchAll(/<w:lvl [^>]*?w:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvl>/gu))
      found[Number(n)] = {
        format: value(level as string, 'numFmt') ?? 'decimal',
        text: value(level as string, 'lvlText') ?? '',
        start: Number(value(level as string, 'start') ?? 1),
      };
    kinds.set(id as string, found);
  }
  const lists = new Map<string, Level[]>();
  for (const [, id, body] of xml.matchAll(/<w:num [^>]*?w:numId="([^"]*)"[^>]*>([\s\S]*?)<\/w:num>/gu)) {
    const kind = kinds.get(value(body as string, 'abstractNumId') ?? '');
    if (kind) lists.set(id as string, kind);
  }
  return lists;
}

function numbered(paragraph: string, known: ReadonlyMap<string, Level[]>, counters: Map<string, number[]>): string {
  const own = /<w:numPr>[\s\S]*?<\/w:numPr>/u.exec(paragraph)?.[0];
  const id = own && value(own, 'numId');
  const at = Number((own && value(own, 'ilvl')) ?? 0);
  const list = id === undefined ? undefined : known.get(id);
  const level = list?.[at];
  if (!own || !id || !list || !level || level.format === 'bullet' || level.format === 'none' || !/<w:t[ >]/u.test(paragraph))
    return paragraph;
  const counter = counters.get(id) ?? [];
  counters.set(id, counter);
  counter[at] = (counter[at] ?? level.start - 1) + 1;
  counter.length = at + 1;
  const number = level.text.replace(/%(\d)/gu, (_, n: string) => {
    const k = Math.min(levels, Number(n)) - 1;
    return inFormat(counter[k] ?? list[k]?.start ?? 1, list[k]?.format ?? 'decimal');
  });
  const plain = paragraph.replace(own, '');
  const run = `<w:r><w:t xml:space="preserve">${number}</w:t></w:r>`;
  return plain.includes('</w:pPr>') ? plain.replace('</w:pPr>', `</w:pPr>${run}`) : plain.replace(/^<w:p[^>]*>/u, `$&${run}`);
}

const han = '〇一二三四五六七八九';

/** 1…9999 in Chinese, as lists count: 十二, 二十, 一百零三. */
function chinese(n: number): string {
  let text = '';
  let zero = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += (zero ? '零' : '') + han[digit] + name;
      zero = false;
    }
  }
  return text.replace(/^一十/u, '十');
}

const romans: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(n: number): string {
  let [text, left] = ['', n];
  for (const [worth, sign] of romans) for (; left >= worth; left -= worth) text += sign;
  return text;
}

function inFormat(n: number, format: string): string {
  if (n < 1 || n > 9999) return String(n);
  if (
    /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting|taiwaneseCountingThousand|ideographDigital)$/u.test(
      format,
    )
  )
    return chinese(n);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return n <= 20 ? String.fromCodePoint(0x245f + n) : String(n);
  if (format === 'decimalFullWidth') return String(n).replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  if (format === 'decimalZero') return String(n).padStart(2, '0');
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format === 'lowerRoman') return roman(n);
  if (format === 'upperRoman') return roman(n).toUpperCase();
  return String(n);
}
