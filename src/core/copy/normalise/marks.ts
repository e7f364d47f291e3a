/** ASCII marks in Chinese text, but for the full stop, which has a file of its own. */
import { afterForeignWord, inChinese, protectedIn } from './context.ts';
import type { Draft } from './draft.ts';
import { fullWidth, nameDots } from './tables.ts';

export function marks(draft: Draft): void {
  const text = draft.text();
  if (!/[,;:!?~<]/u.test(text) && !/[•・‧･∙]/u.test(text)) return;
  const kept = protectedIn(text);
  const free = (i: number): boolean => kept[i] !== 1;
  draft.each(/[,;:!?]/gu, (m, t) => (free(m.index) && inChinese(t, m.index) ? wide(m[0], t, m.index) : null), 'full-width', 0.95);
  draft.each(/[,;!?]/gu, (m, t) => (free(m.index) && afterForeignWord(t, m.index) ? wide(m[0], t, m.index) : null), 'full-width', 0.75);
  // 25:20,25:18: what a set was won by, one after the other.
  draft.each(/(?<=\d:\d{1,2}),(?=\d{1,2}:\d)/gu, (m) => (free(m.index) ? '，' : null), 'full-width', 0.8);
  draft.each(/(?<=[\p{Script=Han}\d%℃°])~(?=-?[\p{Script=Han}\d])/gu, (m) => (free(m.index) ? '～' : null), 'full-width', 0.8);
  titles(draft);
  draft.each(new RegExp(`(?<=\\p{Script=Han})[${nameDots}](?=\\p{Script=Han})`, 'gu'), () => '·', 'name-dot', 0.95);
}

/** The full-width form, but between figures: 12:30, 1,000 and 3,5 are numbers until an editor says otherwise. */
function wide(mark: string, text: string, at: number): string | null {
  const figures = /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '');
  if (figures && (mark === ':' || (mark === ',' && (grouped(text, at) || !inChinese(text, at))))) return null;
  return fullWidth[mark] ?? null;
}

/** 1,000 and 12,345,678: the comma groups three digits. */
function grouped(text: string, at: number): boolean {
  const before = /(?<![\d,])\d{1,3}(?:,\d{3})*$/u.test(text.slice(Math.max(0, at - 16), at));
  return before && /^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5));
}

/** <<书名>> → 《书名》. */
function titles(draft: Draft): void {
  const { text } = draft.view();
  if (!text.includes('<<')) return;
  const edits: [number, number, string][] = [];
  for (const m of text.matchAll(/<<([^<>]{1,80})>>/gu)) {
    const end = m.index + m[0].length;
    if (/\p{Script=Han}/u.test(m[1] as string)) edits.push([m.index, m.index + 2, '《'], [end - 2, end, '》']);
  }
  draft.all(edits, 'full-width', 0.9);
}
