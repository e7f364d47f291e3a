/** F03: the page gives its number, and no two pages have the same. */
import type { Fault } from '../finding.ts';
import { ownText } from '../folio.ts';
import type { IssueRule, IssueView } from '../rule.ts';

function* faults(view: IssueView): Generator<Fault & { page: string }> {
  const seen = new Set<number>();
  for (const page of view.project.pages) {
    if (seen.has(page.number)) yield { key: 'same-page-number', severity: 'error', figures: { page: page.number }, page: page.id };
    seen.add(page.number);
  }
  for (const own of view.pages)
    if (!new RegExp(`(?<!\\d)${own.page.number}(?!\\d)`, 'u').test(ownText(own))) yield { key: 'no-page-number', page: own.page.id };
}

export const f03: IssueRule = { id: 'F03', severity: 'warning', issue: faults };
