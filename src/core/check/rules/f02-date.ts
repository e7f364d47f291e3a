/** F02: the page gives the date, and no date or weekday on it contradicts that one. */
import type { Fault } from '../finding.ts';
import { datesIn, ownText, weekdayName, weekdayOf, weekdaysIn } from '../folio.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

function* faults(view: PageView): Generator<Fault> {
  const { date, language } = view.project.paper;
  if (!date) {
    yield { key: 'no-date', severity: 'warning' };
    return;
  }
  const text = ownText(view);
  const dates = datesIn(text);
  if (dates.length === 0) yield { key: 'no-folio-date', severity: 'warning' };
  for (const d of dates) if (d.date !== date) yield { key: 'wrong-date', figures: { said: d.said, date } };
  const day = weekdayOf(date);
  for (const w of weekdaysIn(text))
    if (w.day !== day) yield { key: 'wrong-weekday', figures: { said: w.said, date, weekday: weekdayName(day, language) } };
}

export const f02: PageRule = { id: 'F02', severity: 'error', page: faults };
