/** What each character of a corpus page is: the marks of its source, carried over to the raw copy through all damage. */
import { poolOf } from '../../copy/corpus.ts';

/** Which field of which item (from 0) a character belongs to; P a paragraph, S a subhead, the others as in the page's source. */
export interface Mark {
  readonly item: number;
  readonly field: string;
  /** Paragraphs and subheads of an item are counted from 0. */
  readonly block: number;
}

/** A character that is not white, and its mark; null is furniture. */
type Marked = readonly [char: string, mark: Mark | null];

const pool = new Map([...poolOf('hans'), ...poolOf('hant'), ...poolOf('en')]);
const white = /[\s\u200b\u200c\u200d\u2060\u00ad\ufeff]/u;

/** The source's characters in order, and the kinds of its items. */
export function marksOf(source: string): { chars: Marked[]; kinds: string[] } {
  const chars: Marked[] = [];
  const kinds: string[] = [];
  const blocks: number[] = [];
  let item = -1;
  const put = (text: string, mark: Mark | null): void => {
    for (const c of text) if (!white.test(c) && c !== '¶') chars.push([c, mark]);
  };
  const nextBlock = (): number => {
    blocks[item] = (blocks[item] as number) + 1;
    return blocks[item] as number;
  };
  for (const line of source.split('\n').filter((l) => !/^@\w+: /u.test(l))) {
    let at = 0;
    for (const m of line.matchAll(/\{([A-Z+=]) ?([^}]*)\}/gu)) {
      put(line.slice(at, m.index), null);
      at = m.index + m[0].length;
      const [, tag, arg] = m as unknown as [string, string, string];
      const content = arg.replace(/\$([a-z]\w*)/gu, (_, id: string) => pool.get(id) ?? '');
      if (tag === 'I') {
        item = kinds.push(arg) - 1;
        blocks.push(-1);
      } else if (tag === '=') item = Number(arg) - 1;
      else if (tag === 'P' || tag === 'S') put(content, { item, field: tag, block: nextBlock() });
      else if (tag === '+') put(content, { item, field: 'P', block: blocks[item] as number });
      else if (tag !== 'G') put(content, { item, field: tag, block: -1 });
    }
    put(line.slice(at), null);
  }
  return { chars, kinds };
}

/** Damage changes the width and style of marks and digits, nothing else. */
const alike = (a: string, b: string): boolean => a === b || !/[\p{L}\p{N}]/u.test(a + b) || a.normalize('NFKC') === b.normalize('NFKC');

/** For each unit of the raw copy its mark. Null where the copy does not follow its source. */
export function marksIn(text: string, chars: readonly Marked[]): (Mark | null)[] | null {
  const marks = new Array<Mark | null>(text.length).fill(null);
  let k = 0;
  for (let i = 0; i < text.length; ) {
    const c = String.fromCodePoint(text.codePointAt(i) as number);
    const page = /^- \d+ -/u.exec(text.slice(i, i + 12));
    const want = chars[k];
    if (white.test(c)) i += c.length;
    // A page's number that damage put there.
    else if (page && want?.[0] !== '-') i += page[0].length;
    // A hyphen that damage put there, or a mark that the source has.
    else if (want && alike(c, want[0]) && !(c === '-' && want[0] !== '-' && /[\r\n\v]/u.test(text[i + 1] ?? ''))) {
      marks[i] = want[1];
      k++;
      i += c.length;
    } else if (c === '-') {
      marks[i] = chars[k - 1]?.[1] ?? null;
      i++;
    } else return null;
  }
  return k === chars.length ? marks : null;
}
