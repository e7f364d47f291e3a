/** Brackets and quotation marks: both halves or neither (guide §4.7). */
import type { Language } from '../../story/index.ts';

import { afterForeignWord, inChinese, isCjk, protectedIn } from './context.ts';
import type { Draft } from './draft.ts';

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** ( ) → （ ） where they hold Han or follow Han; a half that is full-width already draws the other. */
export function brackets(draft: Draft): void {
  const { text } = draft.view();
  if (!/[()]/u.test(text)) return;
  const kept = protectedIn(text);
  const open: number[] = [];
  const edits: [number, number, string][] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '(' || c === '（') open.push(i);
    if (c !== ')' && c !== '）') continue;
    const from = open.pop();
    if (from === undefined || kept[from] || kept[i]) continue;
    const inner = text.slice(from + 1, i);
    const mixed = (text[from] === '（') !== (c === '）');
    const phone = /^[\d+-]+$/u.test(inner) && /\d/u.test(text[i + 1] ?? '');
    if (!mixed && (phone || !(hasHan(inner) || isCjk(beside(text, from, i)) || glosses(text, from, i)))) continue;
    if (text[from] === '(') edits.push([from, from + 1, '（']);
    if (c === ')') edits.push([i, i + 1, '）']);
  }
  edits.sort((a, b) => a[0] - b[0]);
  draft.all(edits, 'full-width', 0.9);
}

/** What says whether a bracket is Chinese: what it follows; at the very beginning, what follows it. */
const beside = (text: string, from: number, to: number): string | undefined => text.slice(0, from).trimEnd().at(-1) ?? text[to + 1];

/** Behind a figure or a foreign word of a Chinese sentence that goes on in Chinese: 3:0(25:20)胜. f(x)的值 is a formula. */
const glosses = (text: string, from: number, to: number): boolean =>
  isCjk(text[to + 1]) && afterForeignWord(text, from) && !/^[a-z](?:[,+*/-][a-z\d])*$/u.test(text.slice(from + 1, to));

const quoteMarks: Readonly<Record<Language, readonly [string, string]>> = {
  'zh-Hans': ['“', '”'],
  'zh-Hant': ['「', '」'],
  en: ['“', '”'],
};

/** Straight quotes become pairs; a pair written with one and the same half is put right. */
export function quotes(draft: Draft, language: Language, kept: Uint8Array): void {
  const { text } = draft.view();
  // Macau and some Hong Kong papers set “ ” in Traditional text: theirs go on.
  const corners = language === 'zh-Hant' && !(/[“”]/u.test(text) && !/[「」]/u.test(text));
  straight(draft, '"', quoteMarks[corners ? 'zh-Hant' : 'zh-Hans'], language, kept);
  if (language === 'en') innerLatin(draft);
  else {
    inner(draft, corners ? ['『', '』'] : ['‘', '’']);
    oneSided(draft);
  }
}

/** " by what stands before it: opening after the start, a space, an opener, ：or ，; the halves must alternate. */
function straight(draft: Draft, mark: string, [left, right]: readonly [string, string], language: Language, kept: Uint8Array): void {
  const { text } = draft.view();
  if (!text.includes(mark)) return;
  const edits: [number, number, string][] = [];
  let opened = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== mark) continue;
    const latin = language === 'en' || kept[i] === 1;
    if (!opened && /[\d'’]/u.test(text[i - 1] ?? '') && /\d/u.test(text.slice(Math.max(0, i - 2), i))) continue; // inches, and seconds of arc
    const opens = !opened || (/^$|[\s：:，,；;。！？!?（(《“‘「—-]/u.test(text[i - 1] ?? '') && !spacedOut(text, i));
    if (opens && opened && !/[。！？!?，,….]/u.test(text[i - 1] ?? '')) return; // the halves do not alternate: leave all of it
    edits.push([i, i + 1, latin ? (opened ? '”' : '“') : opened ? right : left]);
    opened = !opened;
  }
  // An unclosed one at the end may be a quotation that runs on into the next paragraph: less sure.
  draft.all(edits, 'quote', opened ? 0.6 : 0.9);
}

/** A quote with space before it and nothing to open after it: 他说 " 好 " . */
const spacedOut = (text: string, at: number): boolean =>
  /\s/u.test(text[at - 1] ?? '') && /^(?:$|[\s，。！？；：、,.!?;:”’」』）)])/u.test(text.slice(at + 1));

/** '…' inside “…” around Han. After a figure ' is feet or minutes (39°54'), between letters an apostrophe (O'Neal). */
function inner(draft: Draft, [left, right]: readonly [string, string]): void {
  const { text } = draft.view();
  if (!text.includes("'")) return;
  const edits: [number, number, string][] = [];
  for (const m of text.matchAll(/(?<![A-Za-z\d°])'([^']{1,60})'(?![A-Za-z])/gu)) {
    if (!hasHan(m[1] as string) && !inChinese(text, m.index)) continue;
    edits.push([m.index, m.index + 1, left], [m.index + m[0].length - 1, m.index + m[0].length, right]);
  }
  draft.all(edits, 'quote', 0.85);
}

/** 'Go' as a quotation within English: between white space and marks. '90s, 'n' and all that stands between letters stay. */
function innerLatin(draft: Draft): void {
  draft.each(
    /(?<=^|[\s“(—])'(?!\d)((?:[^'“”]|(?<=\p{L})'(?=\p{L})){2,200}?)'(?=$|[\s”,.;:!?)—])/gu,
    (m, text) => (text.includes('“') ? `‘${m[1]}’` : null),
    'quote',
    0.8,
  );
}

/** “党课“ and ”党课”: only where every quote of the passage is the same half and their number is even. */
function oneSided(draft: Draft): void {
  const { text } = draft.view();
  const found = [...text.matchAll(/[“”]/gu)];
  if (found.length < 2 || found.length % 2 === 1) return;
  const same = found.every((m) => m[0] === found[0]?.[0]);
  if (!same || (found[0]?.[0] === '“' && /^“/u.test(text) && found.length === 2 && /[。！？]“/u.test(text))) return;
  draft.all(
    found.map((m, i) => [m.index, m.index + 1, i % 2 === 0 ? '“' : '”'] as [number, number, string]),
    'quote',
    0.8,
  );
}
