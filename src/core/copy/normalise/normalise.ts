/** The repairs of a passage's letters and marks, in the order of guide §4.7. Never NFKC: it would take … apart. */
import type { Change, Language } from '../../story/index.ts';
import { isBlank, isBreak, isHan, isInvisible, isWide } from '../lines.ts';
import { inChinese, protectedIn } from './context.ts';
import { Draft } from './draft.ts';
import { marks } from './marks.ts';
import { brackets, quotes } from './pairs.ts';
import { spaces } from './spaces.ts';
import { stops } from './stops.ts';
import { widths } from './widths.ts';

export interface Setting {
  readonly language: Language;
  /** Display text keeps its spaces: they are places to break at. */
  readonly display: boolean;
  /** A by-line's spaces separate its fields. */
  readonly fields: boolean;
  /** The page has a space between every two Han: they mean nothing. */
  readonly spaced: boolean;
  /** How sure the joins inside are. */
  readonly joined: number;
}

/** The text of a passage as it is read, and every repair made on the way from what arrived. */
export function normalise(original: string, setting: Setting): { text: string; changes: Change[] } {
  const draft = new Draft(original);
  joins(draft, setting);
  if (setting.language === 'en') {
    draft.each(/(?<=\S) {2,}(?=\S)/gu, () => ' ', 'space', 0.9);
    quotes(draft, setting.language, new Uint8Array(0));
    return { text: draft.text(), changes: draft.changes() };
  }
  if (setting.spaced) draft.each(/(?<=[\u2e80-\uffef“”‘’…—]) (?=[\u2e80-\uffef“”‘’…—])/gu, () => '', 'space', 0.9);
  widths(draft);
  marks(draft);
  brackets(draft);
  quotes(draft, setting.language, protectedIn(draft.text()));
  stops(draft);
  strokes(draft);
  if (!setting.display && !setting.fields) spaces(draft);
  return { text: draft.text(), changes: draft.changes() };
}

/** Line breaks inside a passage, and characters that are never printed. */
function joins(draft: Draft, { display, fields, joined }: Setting): void {
  const { original } = draft;
  const n = original.length;
  for (let i = 0; i < n; ) {
    const c = original.charCodeAt(i);
    if (!isBreak(c) && !isBlank(c) && !isInvisible(c)) {
      i++;
      continue;
    }
    let end = i;
    let broken = false;
    let blank = false;
    for (; end < n; end++) {
      const d = original.charCodeAt(end);
      if (isBreak(d)) broken = true;
      else if (isBlank(d)) blank = true;
      else if (!isInvisible(d)) break;
    }
    if (broken) joinAt(draft, i, end, display || fields, joined);
    else clean(draft, i, end, blank);
    i = end;
  }
}

function joinAt(draft: Draft, from: number, to: number, apart: boolean, confidence: number): void {
  const { original } = draft;
  const left = original[from - 1] ?? '';
  const right = original[to] ?? '';
  if (left === '' || right === '') draft.replace(from, to, '', 'join', confidence);
  else if (!apart && (left === '-' || left === '\u2010') && /\p{Ll}/u.test(original[from - 2] ?? '') && /\p{Ll}/u.test(right))
    draft.replace(from - 1, to, '', 'hyphen', confidence);
  else if (
    apart ||
    !(isWide(left.charCodeAt(0)) || isWide(right.charCodeAt(0)) || (/[“”‘’]/u.test(left + right) && isHanNear(original, from, to)))
  )
    draft.replace(from, to, ' ', 'join', confidence);
  else draft.replace(from, to, '', 'join', confidence);
}

const isHanNear = (text: string, from: number, to: number): boolean => isHan(text.charCodeAt(from - 2)) || isHan(text.charCodeAt(to + 1));

/** A run of blanks and invisible characters without a line break. */
function clean(draft: Draft, from: number, to: number, blank: boolean): void {
  for (let i = from; i < to; i++) {
    const c = draft.original.charCodeAt(i);
    if (isInvisible(c)) draft.replace(i, i + 1, '', 'invisible', 1);
    else if (blank && c !== 32 && c !== 0x3000) draft.replace(i, i + 1, ' ', 'space', 1);
  }
}

/** Ellipses and dashes. */
function strokes(draft: Draft): void {
  draft.each(
    /\.{3,}|。{3,}|．{3,}|⋯+|(?<!…)…(?!…)/gu,
    (m, t) => (inChinese(t, m.index) || inChinese(t, m.index + m[0].length - 1) ? '……' : null),
    'ellipsis',
    0.9,
  );
  draft.each(
    /[─―－]{2,}|(?<!-)--(?!-)/gu,
    (m, t) => (inChinese(t, m.index) || inChinese(t, m.index + m[0].length - 1) ? '——' : null),
    'dash',
    0.9,
  );
  draft.each(/(?<=\p{Script=Han})[─―](?=\p{Script=Han})/gu, () => '—', 'dash', 0.9);
}
