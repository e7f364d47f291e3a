/** The copy checks of a desk: every rule over every story, off by rule (guide features §5; wishes 10–12). */
import { passages, type Story } from '../../story/index.ts';
import { checkDates, checkNames, checkParagraphTwice, checkStoryTwice, checkTotals } from './facts.ts';
import { type Check, type CopyCheckSettings, type CopyFinding, type CopyRule, copyRules, type Fault } from './finding.ts';
import { checkDoubled, checkHalfWidth, checkPairs, checkZeroForms } from './marks.ts';

const rules: Readonly<Record<CopyRule, Check>> = {
  pairs: checkPairs,
  doubled: checkDoubled,
  'half-width': checkHalfWidth,
  'zero-forms': checkZeroForms,
  dates: checkDates,
  'paragraph-twice': checkParagraphTwice,
  'story-twice': checkStoryTwice,
  names: checkNames,
  totals: checkTotals,
  words: checkWords,
};

/** Findings in the stories' order, each story's in the order of its text. Never changes anything. */
export function checkCopy(stories: readonly Story[], settings: CopyCheckSettings = {}): CopyFinding[] {
  const on = copyRules.filter((r) => !settings.off?.includes(r));
  return stories.flatMap((story) => {
    const order = passages(story).map((p) => JSON.stringify(p.place));
    const found = on.flatMap((rule) =>
      rules[rule](story, settings, stories).map((f): CopyFinding => ({ severity: 'warning', ...f, rule, story: story.id })),
    );
    return found.sort((a, b) => order.indexOf(JSON.stringify(a.place)) - order.indexOf(JSON.stringify(b.place)) || a.from - b.from);
  });
}

/** The paper's own words: every place of a term, the longest term first. */
function checkWords(story: Story, { words }: CopyCheckSettings): Fault[] {
  if (!words || words.size === 0) return [];
  const terms = [...words.keys()].filter((t) => t !== '').sort((a, b) => b.length - a.length);
  if (terms.length === 0) return [];
  const pattern = new RegExp(
    terms.map((t) => (/^\w+$/u.test(t) ? `\\b${t}\\b` : t.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))).join('|'),
    'gu',
  );
  return passages(story).flatMap(({ place, passage: { text } }) =>
    [...text.matchAll(pattern)].map(
      (m): Fault => ({
        place,
        from: m.index,
        to: m.index + m[0].length,
        text: m[0],
        key: 'word',
        figures: { advice: words.get(m[0]) ?? '' },
      }),
    ),
  );
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
