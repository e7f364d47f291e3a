/** The paper's own words, and the list they come from. */
import { passages, type Story } from '../../story/index.ts';
import type { CopyCheckSettings, Fault } from './finding.ts';

/** Every place of a term, the longest term first. */
export function checkWords(story: Story, { words }: CopyCheckSettings): Fault[] {
  const terms = [...(words?.keys() ?? [])].filter((t) => t !== '').sort((a, b) => b.length - a.length);
  if (!words || terms.length === 0) return [];
  const pattern = new RegExp(terms.map(patternOf).join('|'), 'gu');
  return passages(story).flatMap(({ place, passage: { text } }) =>
    [...text.matchAll(pattern)].map((m): Fault => {
      const term = words.has(m[0]) ? m[0] : m[0].toLowerCase();
      return { place, from: m.index, to: m.index + m[0].length, text: m[0], key: 'word', figures: { advice: words.get(term) ?? '' } };
    }),
  );
}

/** Latin terms are whole words; one in small letters is meant in capitals too. */
function patternOf(term: string): string {
  const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const small = term === term.toLowerCase();
  const letters = [...term].map((c) => (small && c !== c.toUpperCase() ? `[${c}${c.toUpperCase()}]` : escaped(c))).join('');
  const before = /^[\p{Script=Latin}\d_]/u.test(term) ? '(?<![\\p{Script=Latin}\\d_])' : '';
  const after = /[\p{Script=Latin}\d_]$/u.test(term) ? '(?![\\p{Script=Latin}\\d_])' : '';
  return `${before}${letters}${after}`;
}

/**
 * A word list from a text file: one `term → advice` a line, the arrow `→`, `->`, `=>` or a tab; `#` begins a remark.
 * A line without advice says only that the term is to be looked at.
 */
export function wordList(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const line of text.replace(/^\ufeff/u, '').split(/\r\n?|\n/u)) {
    const clean = line.replace(/(?:^|\s)#.*$/u, '').trim();
    if (clean === '') continue;
    const [term, ...advice] = clean.split(/\s*(?:→|->|=>|\t)\s*/u);
    if (term) words.set(term, advice.join(' ').trim());
  }
  return words;
}
