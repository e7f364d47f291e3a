/** Brackets and quotation marks: both halves or neither (guide §4.7). */
import type { Language } from '../../story/index.ts';

import { inChinese, isCjk, protectedIn } from './context.ts';
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
    if (!mixed && (phone || !(hasHan(inner) || isCjk(text[from - 1])))) continue;
    if (text[from] === '(') edits.push([from, from + 1, '（']);
    if (c === ')') edits.push([i, i + 1, '）']);
  }
  edits.sort((a, b) => a[0] - b[0]);
  draft.all(edits, 'full-width', 0.9);
}

const quoteMarks: Readonly<Record<Language, readonly [string, string]>> = {
  'zh-Hans': ['“', '”'],
  'zh-Hant': ['「', '」'],
  en: ['“', '”'],
};

/** Straight quotes become pairs; a pair written with one and the same half is put right. */
export function quotes(draft: Draft, language: Language, kept: Uint8Array): void {
  straight(draft, '"', quoteMarks[language], language, kept);
  if (language !== 'en') {
    inner(draft);
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
    if (!opened && /\d/u.test(text[i - 1] ?? '') && !latin) continue; // inches
    const opens = /^$|[\s：:，,；;。！？!?（(《“‘「—-]/u.test(text[i - 1] ?? '') || !opened;
    if (opens && opened && !/[。！？!?，,….]/u.test(text[i - 1] ?? '')) return; // the halves do not alternate: leave all of it
    edits.push([i, i + 1, latin ? (opened ? '”' : '“') : opened ? right : left]);
    opened = !opened;
  }
  // An unclosed one at the end may be a quotation that runs on into the next paragraph: less sure.
  draft.all(edits, 'quote', opened ? 0.6 : 0.9);
}

/** '…' inside “…” around Han. */
function inner(draft: Draft): void {
  const { text } = draft.view();
  if (!text.includes("'")) return;
  const edits: [number, number, string][] = [];
  for (const m of text.matchAll(/'([^']{1,60})'/gu)) {
    if (!hasHan(m[1] as string) && !inChinese(text, m.index)) continue;
    edits.push([m.index, m.index + 1, '‘'], [m.index + m[0].length - 1, m.index + m[0].length, '’']);
  }
  draft.all(edits, 'quote', 0.85);
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
