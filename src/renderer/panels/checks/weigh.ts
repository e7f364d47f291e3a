/** What a rule weighs in this paper, and which findings are let pass. */
import { type Finding, passedIn, passKey, RULES, rulesOf } from '../../../core/check/index.ts';
import type { CheckWeight } from '../../../core/document/index.ts';
import { commit } from '../../state/change.ts';
import { desk } from '../../state/desk.ts';

/** `own`: as the rule weighs by itself. */
export const WEIGHTS = ['own', 'error', 'warning', 'note', 'off'] as const;
export type Weight = (typeof WEIGHTS)[number];

export const weightOf = (checks: Readonly<Record<string, CheckWeight>> | undefined, rule: string): Weight => checks?.[rule] ?? 'own';

type Settings = Readonly<Record<string, CheckWeight>>;
const settings = (): Settings => desk().project?.checks ?? {};
const put = (title: 'check.weigh' | 'check.pass' | 'check.unpass', after: Settings): void =>
  void commit(title, { kind: 'checks', after: Object.keys(after).length > 0 ? after : null });

export function weigh(rule: string, weight: Weight): void {
  const { [rule]: _before, ...rest } = settings();
  put('check.weigh', weight === 'own' ? rest : { ...rest, [rule]: weight });
}

/** Let one finding pass: it is found no more until what it says changes. */
export const letPass = (finding: Finding): void => put('check.pass', { ...settings(), [passKey(finding)]: 'off' });

/** Every finding that was let pass is found again. */
export const passAnew = (): void => put('check.unpass', rulesOf(settings()));

/** Every rule weighs by itself again; what was let pass stays so. */
export const weighAnew = (): void =>
  put('check.weigh', Object.fromEntries(passedIn(settings()).map((k): [string, CheckWeight] => [k, 'off'])));

export const RULE_IDS: readonly string[] = RULES.map((r) => r.id);
