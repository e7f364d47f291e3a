/** The copy checks of a desk: every rule over every story, off by rule (guide features §5; wishes 10–12). */
import { passages, type Story } from '../../story/index.ts';
import { checkDates } from './dates.ts';
import { checkDoubled } from './doubled.ts';
import { type Check, type CopyCheckSettings, type CopyFinding, type CopyRule, copyRules } from './finding.ts';
import { checkHalfWidth } from './half-width.ts';
import { checkNames } from './names.ts';
import { checkPairs } from './pairs.ts';
import { checkTotals } from './totals.ts';
import { checkParagraphTwice, checkStoryTwice } from './twice.ts';
import { checkWords } from './words.ts';
import { checkZeroForms } from './zero-forms.ts';

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
