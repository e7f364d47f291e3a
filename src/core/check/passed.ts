/**
 * 放过: a finding that an editor has looked at and lets be. The project's settings name it beside the rules, as `off`. It
 * holds for that very finding: where what it says changes, it comes back. An error is never let pass so; it is mended, or
 * its rule is set to weigh less.
 */
import type { CheckWeight } from '../document/index.ts';
import type { Finding } from './finding.ts';

type Settings = Readonly<Record<string, CheckWeight>>;

/** Between a rule's id and the rest of a finding's name; no rule's id has it. */
const AT = '@';

/** The name by which the settings know one finding: its rule, where it stands and what it says. */
export function passKey({ rule, page, article, frame, story, key, figures }: Finding): string {
  const where = article ?? frame ?? story ?? '';
  const says = Object.values(figures).join('|');
  return `${rule}${AT}${page ?? ''}/${where}/${key}/${says}`;
}

export const isPassed = (finding: Finding, settings: Settings): boolean =>
  finding.severity !== 'error' && settings[passKey(finding)] === 'off';

/** How many findings the settings let pass, whether they would still be found or not. */
export const passedIn = (settings: Settings | undefined): readonly string[] => Object.keys(settings ?? {}).filter((k) => k.includes(AT));

/** The settings of the rules alone. */
export const rulesOf = (settings: Settings | undefined): Settings =>
  Object.fromEntries(Object.entries(settings ?? {}).filter(([k]) => !k.includes(AT)));
