/** F05 刊号: page 1 of a Chinese paper gives its serial number, CN with two digits and four. */
import type { Fault } from '../finding.ts';
import { ownText } from '../folio.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const SERIAL = /CN\s*\d{2}\s*[-—–－]\s*\d{4}/u;

function* faults(view: PageView): Generator<Fault> {
  if (view.project.paper.language === 'en' || view.page.number !== 1) return;
  if (!SERIAL.test(ownText(view))) yield { key: 'no-serial-number' };
}

export const f05: PageRule = { id: 'F05', severity: 'note', page: faults };
