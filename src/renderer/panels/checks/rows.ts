/** Findings as a list that can be read: the page that is looked at first, the worst first, many of one kind folded into one. */
import type { Finding, Severity } from '../../../core/check/index.ts';

/** So many of one rule on one page are folded. */
export const FOLD_FROM = 4;

export type Row =
  | { readonly kind: 'finding'; readonly id: string; readonly finding: Finding; readonly inFold: boolean }
  | {
      readonly kind: 'fold';
      readonly id: string;
      readonly rule: string;
      readonly severity: Severity;
      readonly page: string | null;
      readonly count: number;
      readonly open: boolean;
    };

export interface Sieve {
  /** Severities that are shown. */
  readonly shown: ReadonlySet<Severity>;
  /** Only what concerns this page; null for the whole issue. */
  readonly only: string | null;
  /** Ids of folds that are open. */
  readonly open: ReadonlySet<string>;
}

export function rowsOf(findings: readonly Finding[], looked: string | null, sieve: Sieve): readonly Row[] {
  const wanted = findings.filter((f) => sieve.shown.has(f.severity) && (sieve.only === null || f.page === sieve.only));
  const ordered = [...wanted.filter((f) => f.page === looked), ...wanted.filter((f) => f.page !== looked)];
  const kinds = new Map<string, Finding[]>();
  for (const f of ordered) {
    const id = `${f.page ?? ''} ${f.rule} ${f.severity}`;
    kinds.set(id, [...(kinds.get(id) ?? []), f]);
  }
  const one = (finding: Finding, id: string, i: number, inFold: boolean): Row => ({ kind: 'finding', id: `${id} ${i}`, finding, inFold });
  return [...kinds].flatMap(([id, found]): Row[] => {
    const [first] = found;
    if (!first || found.length < FOLD_FROM) return found.map((f, i) => one(f, id, i, false));
    const open = sieve.open.has(id);
    const fold: Row = { kind: 'fold', id, rule: first.rule, severity: first.severity, page: first.page, count: found.length, open };
    return [fold, ...(open ? found.map((f, i) => one(f, id, i, true)) : [])];
  });
}

export const countOf = (findings: readonly Finding[], severity: Severity): number => findings.filter((f) => f.severity === severity).length;
