/** F01: the folio line is there and names the paper. */
import type { Fault } from '../finding.ts';
import { ownText } from '../folio.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

function* faults(view: PageView): Generator<Fault> {
  const { page, project } = view;
  if (!page.folio.show && page.number !== 1)
    yield { key: 'no-folio', mend: { kind: 'page', id: page.id, after: { ...page, folio: { ...page.folio, show: true } } } };
  const name = project.paper.name.trim();
  if (!name || !ownText(view).replace(/\s/gu, '').includes(name.replace(/\s/gu, ''))) yield { key: 'no-paper-name' };
}

export const f01: PageRule = { id: 'F01', severity: 'warning', page: faults };
