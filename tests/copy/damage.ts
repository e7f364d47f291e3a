/** What scanners, converters, mail and hands do to a whole page of copy. `next` gives numbers in 0…1. */
type Damage = (text: string, next: () => number) => string;

const lines = (text: string): string[] => text.split('\n');

export const damages: Readonly<Record<string, Damage>> = {
  /** Every line cut at the same number of characters. */
  wrapped: (text, next) => {
    const at = 9 + Math.floor(next() * 30);
    return lines(text)
      .flatMap((l) => l.match(new RegExp(`.{1,${at}}`, 'gsu')) ?? [''])
      .join('\n');
  },
  /** The numbers of pages between the lines. */
  numbered: (text, next) => {
    const every = 2 + Math.floor(next() * 9);
    return lines(text)
      .flatMap((l, i) => (i % every === 0 ? [l, `- ${i} -`] : [l]))
      .join('\n');
  },
  /** Full-width marks and spaces as their ASCII forms (guide §4.7). */
  folded: (text) => text.replace(/[\uff01-\uff5e]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/\u3000/gu, ' '),
  /** Figures and letters as their full-width forms. */
  widened: (text) => text.replace(/[\d()A-Za-z]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  straight: (text) => text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'"),
  spaced: (text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '),
  /** White lines anywhere, or nowhere. */
  airy: (text, next) =>
    lines(text)
      .join('\n')
      .replace(/\n/gu, () => '\n'.repeat(1 + Math.floor(next() * 4))),
  tight: (text) => text.replace(/\n+/gu, '\n'),
  soft: (text, next) => text.replace(/\n/gu, () => (next() < 0.4 ? '\v' : '\n')),
  tabbed: (text) => text.replace(/^(?=.)/gmu, '\t').replace(/ /gu, '\t'),
  /** Two columns read across. */
  interleaved: (text) => {
    const all = lines(text);
    const half = Math.ceil(all.length / 2);
    return all
      .slice(0, half)
      .flatMap((l, i) => [l, all[half + i] ?? ''])
      .join('\n');
  },
  /** Lines put in any order. */
  shuffled: (text, next) =>
    lines(text)
      .map((l) => [next(), l] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, l]) => l)
      .join('\n'),
  /** All of it on one line. */
  run: (text) => lines(text).join(' '),
  /** Marks of every sort changed for others. */
  marked: (text, next) => text.replace(/[◎□■●▲]/gu, () => '★◆▶□①'.charAt(Math.floor(next() * 5))),
};
export const damageNames = Object.keys(damages);
