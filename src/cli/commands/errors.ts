/** What of a report makes the work unfit to print, said line by line. */
import type { Report } from '../../jobs/report.ts';
import type { World } from '../world.ts';

/** Overset text and characters on no page are said here with the figures of the whole page. */
const SAID_WITH_FIGURES: ReadonlySet<string> = new Set(['C04', 'A01']);

/** True where there is an error: text that does not fit, a character on no page, or a finding of that severity. */
export function warnOfErrors(report: Report, world: World): boolean {
  let bad = false;
  const warn = (text: string): void => {
    bad = true;
    world.warn(text);
  };
  for (const page of report.pages) {
    for (const o of page.overset) warn(world.say('overset', { page: page.number, ...o }));
    for (const f of page.findings)
      if (f.severity === 'error' && !SAID_WITH_FIGURES.has(f.rule)) warn(world.say('on-page', { page: page.number, message: f.message }));
  }
  const overset = report.pages.flatMap((p) => p.overset).reduce((sum, o) => sum + o.characters, 0);
  if (report.characters.lost > overset) warn(world.say('lost', { characters: report.characters.lost - overset }));
  return bad;
}
