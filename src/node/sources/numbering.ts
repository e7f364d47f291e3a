/**
 * 自动编号: Word keeps the numbers of numbered paragraphs out of their text. They are written into it here, as Word shows them,
 * before the document is read: a law without 第一条, a list without its (二) would have lost characters (guide §5.1).
 */
import { run } from './wordParts.ts';
import { child, element, isElement, within, type XmlElement, type XmlNode } from './xml.ts';

/** One level of a numbering: how it counts, and what stands around the number (`第%1条`). */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** `w:suff`: what stands after it. */
  readonly after: string;
}

/** A list of the document. Lists of one kind count on from one another, unless one begins anew (17.9.26, `w:startOverride`). */
interface List {
  readonly kind: string;
  readonly levels: readonly (Level | undefined)[];
  /** Where it begins anew, by level. */
  readonly anew: readonly (number | undefined)[];
}

/** A paragraph's or a style's place in a list. */
interface Place {
  readonly list?: string | undefined;
  readonly level?: string | undefined;
}

/** No newspaper's list is deeper (Word's own limit). */
const levels = 9;

/** What numbering needs of the other parts: each the nodes of a part, none where the document has not got it. */
export interface NumberingParts {
  readonly numbering: readonly XmlNode[];
  readonly styles: readonly XmlNode[];
}

/** The document with its numbers in its text; as it came where it has none. */
export function withNumbers(document: readonly XmlNode[], parts: NumberingParts): readonly XmlNode[] {
  const lists = listsOf(parts.numbering);
  if (lists.size === 0) return document;
  const counter = new Counter(lists, placesOf(parts.styles));
  const walk = (nodes: readonly XmlNode[]): XmlNode[] =>
    nodes.map((n) => {
      if (!isElement(n)) return n;
      const own = n.name === 'w:p' ? counter.numbered(n) : n;
      return { ...own, children: walk(own.children) };
    });
  return walk(document);
}

const value = (e: XmlElement | undefined, name: string): string | undefined => child(e, name)?.attributes['w:val'];

function levelsOf(e: XmlElement): (Level | undefined)[] {
  const found: (Level | undefined)[] = [];
  for (const level of within(e.children, 'w:lvl'))
    found[Number(level.attributes['w:ilvl'])] = {
      format: value(level, 'w:numFmt') ?? 'decimal',
      text: value(level, 'w:lvlText') ?? '',
      start: Number(value(level, 'w:start') ?? 1),
      after: value(level, 'w:suff') ?? 'tab',
    };
  return found;
}

/** What every list of the document counts like, by its id. */
function listsOf(numbering: readonly XmlNode[]): Map<string, List> {
  const kinds = new Map(within(numbering, 'w:abstractNum').map((e) => [e.attributes['w:abstractNumId'] ?? '', levelsOf(e)]));
  const lists = new Map<string, List>();
  for (const e of within(numbering, 'w:num')) {
    const kind = value(e, 'w:abstractNumId') ?? '';
    const own = [...(kinds.get(kind) ?? [])];
    const anew: (number | undefined)[] = [];
    for (const change of within(e.children, 'w:lvlOverride')) {
      const at = Number(change.attributes['w:ilvl']);
      const start = value(change, 'w:startOverride');
      if (start !== undefined) anew[at] = Number(start);
      own[at] = levelsOf(change)[at] ?? own[at];
    }
    if (kinds.has(kind)) lists.set(e.attributes['w:numId'] ?? '', { kind, levels: own, anew });
  }
  return lists;
}

const placeOf = (properties: XmlElement | undefined): Place => {
  const own = child(properties, 'w:numPr');
  return { list: value(own, 'w:numId'), level: value(own, 'w:ilvl') };
};

/** The places that styles give, by the style's id; what a style does not say, the one it stands on says. */
function placesOf(styles: readonly XmlNode[]): (id: string | undefined) => Place {
  const known = new Map(within(styles, 'w:style').map((e) => [e.attributes['w:styleId'], e]));
  const find = (id: string | undefined, depth: number): Place => {
    const style = known.get(id);
    if (!style || depth > 10) return {};
    const own = placeOf(child(style, 'w:pPr'));
    const under = find(value(style, 'w:basedOn'), depth + 1);
    return { list: own.list ?? under.list, level: own.level ?? under.level };
  };
  return (id) => find(id, 0);
}

class Counter {
  private readonly counts = new Map<string, number[]>();
  /** Levels of lists that have begun: `startOverride` holds for the first point of each. */
  private readonly begun = new Map<List, Set<number>>();
  private readonly lists: ReadonlyMap<string, List>;
  private readonly styled: (id: string | undefined) => Place;

  constructor(lists: ReadonlyMap<string, List>, styled: (id: string | undefined) => Place) {
    this.lists = lists;
    this.styled = styled;
  }

  /** The paragraph with its number before its text. */
  numbered(paragraph: XmlElement): XmlElement {
    const properties = child(paragraph, 'w:pPr');
    const [own, style] = [placeOf(properties), this.styled(value(properties, 'w:pStyle'))];
    const list = this.lists.get(own.list ?? style.list ?? '');
    const at = Number(own.level ?? style.level ?? 0);
    const level = list?.levels[at];
    if (!list || !level || level.format === 'bullet' || level.format === 'none' || within(paragraph.children, 'w:t').length === 0)
      return paragraph;
    const number = this.next(list, at, level) + gapAfter(level, paragraph);
    // Without its place in a list: else mammoth would make a list's point of it.
    const plain =
      properties &&
      element(
        'w:pPr',
        properties.children.filter((c) => !isElement(c) || c.name !== 'w:numPr'),
      );
    const rest = paragraph.children.filter((c) => c !== properties);
    return { ...paragraph, children: [...(plain ? [plain] : []), run(number), ...rest] };
  }

  private next(list: List, at: number, level: Level): string {
    const counts = this.counts.get(list.kind) ?? [];
    this.counts.set(list.kind, counts);
    const begun = this.begun.get(list) ?? new Set<number>();
    this.begun.set(list, begun);
    const anew = list.anew[at];
    if (anew !== undefined && !begun.has(at)) counts[at] = anew - 1;
    begun.add(at);
    counts[at] = (counts[at] ?? level.start - 1) + 1;
    counts.length = at + 1;
    return level.text.replace(/%(\d)/gu, (_, n: string) => {
      const k = Math.min(levels, Number(n)) - 1;
      return inFormat(counts[k] ?? list.levels[k]?.start ?? 1, list.levels[k]?.format ?? 'decimal');
    });
  }
}

/** Word's tab or space after a number is kept before Latin text; Han follows its number at once. */
function gapAfter({ after }: Level, paragraph: XmlElement): string {
  const text = within(paragraph.children, 'w:t').find((t) => t.children.length > 0)?.children[0];
  return after !== 'nothing' && typeof text === 'string' && /^[\p{Script=Latin}\d]/u.test(text) ? ' ' : '';
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
