/** 转版: jump lines read out of text. Both languages; a page is named by its number, in digits or in Han. */
import type { Story } from '../story/index.ts';

export interface Jump {
  readonly way: 'to' | 'from';
  /** The line as it stands in the text, without its brackets. */
  readonly line: string;
  readonly page: number;
  readonly block: number;
}

const HAN = '零一二三四五六七八九';

/** 十二 → 12. NaN for what is no number up to 99. */
function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? (text.split('十') as [string, string]) : ['零', text];
  const digit = (c: string, empty: number): number => (c === '' ? empty : HAN.indexOf(c));
  const [t, o] = [digit(tens, 1), digit(ones, 0)];
  return t < 0 || o < 0 ? Number.NaN : t * 10 + o;
}

const FORMS: readonly (readonly [Jump['way'], RegExp])[] = [
  ['to', /(?:[下紧緊]?[转轉])第?\s*[A-Z]?([\d一二三四五六七八九十]{1,3})\s*版/gu],
  ['from', /(?:[上紧緊]?接)第?\s*[A-Z]?([\d一二三四五六七八九十]{1,3})\s*版/gu],
  ['to', /(?:\bSee\s+[\w’' -]+?,\s*|\bContinued\s+on\s+)(?:[Pp]age\s+)?[A-Z]?(\d{1,2})\b/gu],
  ['from', /(?:[\w’' -]+:\s*[Ff]rom\s+|\bContinued\s+[Ff]rom\s+)(?:[Pp]age\s+)?[A-Z]?(\d{1,2})\b/gu],
];

/** Jump lines stand at a text's very beginning or end; further in, the same words are the story's own. */
const EDGE = 40;

export function jumpsIn(text: string, block = 0): Jump[] {
  return FORMS.flatMap(([way, form]) =>
    [...text.matchAll(form)].flatMap((m): Jump[] => {
      const page = numberOf(m[1] as string);
      const edge = way === 'to' ? m.index + m[0].length > text.length - EDGE : m.index < EDGE;
      return Number.isNaN(page) || !edge ? [] : [{ way, line: m[0], page, block }];
    }),
  );
}

/** The jump lines of a story: its first paragraph may say where it comes from, its last where it goes on. */
export function jumpsOf(story: Story): Jump[] {
  const last = story.body.length - 1;
  return story.body.flatMap((b, i) =>
    i === 0 || i === last ? jumpsIn(b.text, i).filter((j) => (j.way === 'to' ? i === last : i === 0)) : [],
  );
}
