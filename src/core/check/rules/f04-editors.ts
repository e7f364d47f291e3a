/** F04: a Chinese page names who is responsible for it (责任编辑、版式、校对). */
import type { Fault } from '../finding.ts';
import { ownText } from '../folio.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const STAFF = /责任?编|编辑|版式|美编|校对/u;

function* faults(view: PageView): Generator<Fault> {
  if (view.project.paper.language === 'en') return;
  if (!STAFF.test(ownText(view))) yield { key: 'no-editors' };
}

export const f04: PageRule = { id: 'F04', severity: 'warning', page: faults };
