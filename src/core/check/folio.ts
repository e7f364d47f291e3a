/** What a page says of itself outside its stories: folio, nameplate, imprint and other free text. */
import type { PageView } from './view.ts';

const textOf = (view: PageView, roles: ReadonlySet<string>): string =>
  view.scene.parts
    .filter((p) => roles.has(p.role) && p.story === null)
    .map((p) => p.items.map((i) => (i.kind === 'glyphs' ? i.text : '')).join(' '))
    .join('\n');

const ALL: ReadonlySet<string> = new Set(['folio', 'text', 'nameplate', 'label']);

export const ownText = (view: PageView): string => textOf(view, ALL);

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date as it is printed: the words, and the day they mean as YYYY-MM-DD. */
export interface SaidDate {
  readonly said: string;
  readonly date: string;
}

const iso = (y: number, m: number, d: number): string => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

export function datesIn(text: string): SaidDate[] {
  const zh = [...text.matchAll(/(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu)].map((m) => ({
    said: m[0],
    date: iso(Number(m[1]), Number(m[2]), Number(m[3])),
  }));
  const en = [...text.matchAll(new RegExp(`(${MONTHS.join('|')})\\s+(\\d{1,2}),\\s*(\\d{4})`, 'gu'))].map((m) => ({
    said: m[0],
    date: iso(Number(m[3]), MONTHS.indexOf(m[1] as string) + 1, Number(m[2])),
  }));
  return [...zh, ...en];
}

/** The weekdays a text names, 0 = Sunday. */
export function weekdaysIn(text: string): { said: string; day: number }[] {
  const zh = [...text.matchAll(/(?:星期|周)([日天一二三四五六])/gu)].map((m) => ({
    said: m[0],
    day: m[1] === '天' ? 0 : WEEKDAYS_ZH.indexOf(m[1] as string),
  }));
  const en = [...text.matchAll(new RegExp(`\\b(${WEEKDAYS_EN.join('|')})\\b`, 'gu'))].map((m) => ({
    said: m[0],
    day: WEEKDAYS_EN.indexOf(m[1] as string),
  }));
  return [...zh, ...en];
}

/** The day of the week of a date, 0 = Sunday (Zeller's congruence: no clock, no time zone). NaN for what is no date. */
export function weekdayOf(date: string): number {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  const [year, month] = m < 3 ? [y - 1, m + 12] : [y, m];
  return (d + Math.floor((13 * (month + 1)) / 5) + year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + 6) % 7;
}

export const weekdayName = (day: number, language: string): string =>
  (language === 'en' ? WEEKDAYS_EN[day] : `星期${WEEKDAYS_ZH[day]}`) ?? '';
