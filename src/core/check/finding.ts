/** 问题: what a check says. Plain data, so that it crosses to a window or into a report as it is. */
import type { Edit } from '../document/index.ts';
import type { Rect } from '../measure/index.ts';
import type { MessageKey } from './language/en.ts';

export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** Figures and names a message speaks of. */
export type Figures = Readonly<Record<string, string | number>>;

export interface Finding {
  /** Such as `C04`; the list is RULES. */
  readonly rule: string;
  readonly severity: Severity;
  /** The page's id; null where it is no one page's fault (a story that stands nowhere). */
  readonly page: string | null;
  readonly frame?: string;
  readonly article?: string;
  readonly story?: string;
  /** Where on the page, in points from its top left corner. */
  readonly at?: Rect;
  /** In the language asked for. `key` and `figures` say the same in any other (messageOf). */
  readonly message: string;
  readonly key: MessageKey;
  readonly figures: Figures;
  /** One change that cures it, where there is one that asks nothing of the editor. */
  readonly mend?: Edit;
}

/** What a rule hands in; severity, rule and words are added to it. */
export interface Fault {
  readonly key: MessageKey;
  readonly figures?: Figures;
  readonly frame?: string | undefined;
  readonly article?: string | null | undefined;
  readonly story?: string | null | undefined;
  readonly at?: Rect | undefined;
  readonly mend?: Edit | undefined;
  /** Where this one weighs otherwise than the rule does. */
  readonly severity?: Severity;
}
