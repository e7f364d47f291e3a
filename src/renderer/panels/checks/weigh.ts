/** What a rule weighs in this paper. */
import { RULES } from '../../../core/check/index.ts';
import type { CheckWeight } from '../../../core/document/index.ts';
import { commit } from '../../state/change.ts';
import { desk } from '../../state/desk.ts';

/** `own`: as the rule weighs by itself. */
export const WEIGHTS = ['own', 'error', 'warning', 'note', 'off'] as const;
export type Weight = (typeof WEIGHTS)[number];

export const weightOf = (checks: Readonly<Record<string, CheckWeight>> | undefined, rule: string): Weight => checks?.[rule] ?? 'own';

export function weigh(rule: string, weight: Weight): void {
  const { [rule]: _before, ...rest } = desk().project?.checks ?? {};
  const after = weight === 'own' ? rest : { ...rest, [rule]: weight };
  commit('check.weigh', { kind: 'checks', after: Object.keys(after).length > 0 ? after : null });
}

/** Every rule weighs by itself again. */
export const weighAnew = (): void => void commit('check.weigh', { kind: 'checks', after: null });

export const RULE_IDS: readonly string[] = RULES.map((r) => r.id);
