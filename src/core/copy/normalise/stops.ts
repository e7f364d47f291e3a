/** The ASCII full stop in Chinese text: a sentence's end, a dot in a translated name, or neither. */
import { isHan } from '../lines.ts';
import { afterForeignWord, isCjk, protectedIn } from './context.ts';
import type { Draft } from './draft.ts';
import { abbreviations, nameSounds } from './tables.ts';

export function stops(draft: Draft): void {
  if (!draft.text().includes('.')) return;
  const kept = protectedIn(draft.text());
  const free = (i: number): boolean => kept[i] !== 1;
  draft.each(
    /(?<![.\w])\.(?![.\w])|(?<=[\p{Script=Han}”’」』）》%℃])\.(?!\.)/gu,
    (m, t) => (free(m.index) ? afterChinese(t, m.index) : null),
    'full-width',
    0.85,
  );
  draft.each(/(?<=[\dA-Za-z])\.(?=["'”’」』）)\s]*$)/gu, (m, t) => (free(m.index) && ends(t, m.index) ? '。' : null), 'full-width', 0.7);
}

const nameSound = new RegExp(`^[${nameSounds}]$`, 'u');

function afterChinese(text: string, at: number): string | null {
  const [left, right] = [text.slice(0, at).trimEnd().at(-1) ?? '', text[at + 1]];
  if (!isCjk(left) && left !== '℃' && left !== '%') return null;
  // Where the other sentences end rightly, a dot between two sounds of foreign names is no sentence's.
  if (text.includes('。') && nameSound.test(left) && nameSound.test(right ?? '')) return '·';
  return right === undefined || /[\s"'“‘「『”’」』（(）]/u.test(right) || isHan(right.charCodeAt(0)) ? '。' : null;
}

/** The last stop of a Chinese passage, behind a figure or a foreign word: 成立于1998. */
function ends(text: string, at: number): boolean {
  const word = /[A-Za-z.]+$/u.exec(text.slice(0, at))?.[0] ?? '';
  if (word.length === 1 || word.slice(1).includes('.') || abbreviations.has(word.toLowerCase())) return false;
  return afterForeignWord(text, at);
}
