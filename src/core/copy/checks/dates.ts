/** Days that are none, and weekdays that contradict their date. Lunar dates have rules of their own and are left alone. */
import { passages, type TextPlace } from '../../story/index.ts';
import type { Check, Fault } from './finding.ts';
import { months, weekdays } from './tables.ts';
import { times } from './times.ts';

const daysIn = (year: number | null, month: number): number =>
  month === 2
    ? year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** 0 is Sunday (Sakamoto's method; Gregorian years). */
export function weekday(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] as number;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offset + day) % 7;
}

const isDay = (year: number | null, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** The days of the week as Chinese names them, with what may stand between. */
const weekdayHan = '[ ，,（(]*(?:本|上|下|这|這)?(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])';
const yearHan = '(?:(\\d{4})年|(民[国國])(\\d{1,3})年)';
const dateHan = new RegExp(`(?<![\\d年])(?:${yearHan})?(\\d{1,2})月(\\d{1,2})[日号號](?:${weekdayHan})?`, 'gu');
const weekdayFirst = /(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])[（(，, ]{0,2}(\d{4})年(\d{1,2})月(\d{1,2})[日号號]/gu;
/** 11月3日至31日, 4月30、31日: the second day is of the same month. */
const secondDay = /(?<![\d年])(?:(\d{4})年)?(\d{1,2})月\d{1,2}[日号號]?(?:至|到|—{1,2}|[-–－～~、和及])(\d{1,2})[日号號]/gu;
const monthAlone = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?!\d)/gu;
const dateNumerals =
  /(?<![一二三四五六七八九十百〇零])(十[一二三]?|[一二三四五六七八九])月([一二三四]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号號]/gu;
const dateFigures = /(?<![\d./-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d./-])/gu;

/** A lunar month has thirty days in February too. */
const lunar = /(?:[农農夏][历曆]|[阴陰][历曆]|[旧舊][历曆])(?:[\p{Script=Han}\d]{0,6}年)?$/u;

export const checkDates: Check = (story) =>
  passages(story).flatMap(({ place, passage: { text } }) => [
    ...unlessOverlapping([
      ...hanDates(text, place),
      ...weekdaysFirst(text, place),
      ...secondDays(text, place),
      ...numeralDates(text, place),
      ...figureDates(text, place),
      ...monthsAlone(text, place),
      ...latinDates(text, place),
    ]),
    ...times(text, place),
  ]);

/** One fault for one place: the first that was found. */
const unlessOverlapping = (faults: readonly Fault[]): Fault[] =>
  faults.filter((f, i) => !faults.slice(0, i).some((g) => g.from < f.to && f.from < g.to));

function fault(place: TextPlace, m: RegExpMatchArray, key: Fault['key'], figures: Fault['figures'] = {}): Fault {
  const at = m.index ?? 0;
  return { place, from: at, to: at + m[0].length, text: m[0], key, figures, severity: 'error' };
}

const isLunar = (text: string, at: number): boolean => lunar.test(text.slice(Math.max(0, at - 12), at));

/** The matches of a pattern that are no lunar dates. */
const solar = (text: string, pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)].filter((m) => !isLunar(text, m.index));

function contradicts(named: string, year: number, month: number, day: number): { right: string } | null {
  const right = weekday(year, month, day);
  return '日一二三四五六'.indexOf(named === '天' ? '日' : named) === right ? null : { right: weekdays.zh[right] as string };
}

function hanDates(text: string, place: TextPlace): Fault[] {
  return solar(text, dateHan).flatMap((m): Fault[] => {
    const year = m[1] ? Number(m[1]) : m[3] ? Number(m[3]) + 1911 : null;
    const [month, day] = [Number(m[4]), Number(m[5])];
    if (!isDay(year, month, day)) return [fault(place, m, 'date-impossible')];
    const wrong = m[6] && year !== null ? contradicts(m[6], year, month, day) : null;
    return wrong ? [fault(place, m, 'date-weekday', wrong)] : [];
  });
}

function weekdaysFirst(text: string, place: TextPlace): Fault[] {
  return solar(text, weekdayFirst).flatMap((m): Fault[] => {
    const [year, month, day] = [Number(m[2]), Number(m[3]), Number(m[4])];
    const wrong = isDay(year, month, day) ? contradicts(m[1] as string, year, month, day) : null;
    return wrong ? [fault(place, m, 'date-weekday', wrong)] : [];
  });
}

const secondDays = (text: string, place: TextPlace): Fault[] =>
  solar(text, secondDay)
    .filter((m) => Number(m[2]) <= 12 && !isDay(m[1] ? Number(m[1]) : null, Number(m[2]), Number(m[3])))
    .map((m) => fault(place, m, 'date-impossible'));

const monthsAlone = (text: string, place: TextPlace): Fault[] =>
  solar(text, monthAlone)
    .filter((m) => Number(m[2]) < 1 || Number(m[2]) > 12)
    .map((m) => fault(place, m, 'month-impossible'));

/** 二十三 → 23. */
function numeral(han: string): number {
  const [tens, ones] = han.includes('十') ? han.split('十') : [null, han];
  const digit = (c: string | undefined): number => '一二三四五六七八九'.indexOf(c || '-') + 1;
  return (tens === null ? 0 : (digit(tens) || 1) * 10) + digit(ones);
}

const numeralDates = (text: string, place: TextPlace): Fault[] =>
  solar(text, dateNumerals)
    .filter((m) => !isDay(null, numeral(m[1] as string), numeral(m[2] as string)))
    .map((m) => fault(place, m, 'date-impossible'));

/** 2023-11-31. With points it may be a version or a section: only a day that every month might have had. */
const figureDates = (text: string, place: TextPlace): Fault[] =>
  [...text.matchAll(dateFigures)]
    .filter((m) => {
      const [year, month, day] = [Number(m[1]), Number(m[3]), Number(m[4])];
      const telephone = /(?:电话|電話|热线|熱線|传真|傳真|手机|手機|编号|編號|[Tt]el)[：: ]*$/u.test(text.slice(0, m.index));
      return !telephone && month <= 12 && day <= 31 && !isDay(year, month, day);
    })
    .map((m) => fault(place, m, 'date-impossible'));

const monthNames = months.map((m) => `${m}|${m.slice(0, 3)}|${m === 'september' ? 'sept' : m.slice(0, 3)}`).join('|');
const weekdayLatin = '(?:\\b(sun|mon|tues|wednes|thurs|fri|satur)day,? )?';
/** November 30, 2023. */
const dateLatin = new RegExp(`${weekdayLatin}\\b(${monthNames})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, 'giu');
/** 30 November 2023, the 30th of November. */
const dateBritish = new RegExp(`${weekdayLatin}\\b(\\d{1,2})(st|nd|rd|th)?(?: of)? (${monthNames})\\b\\.?(?:,? (\\d{4})\\b)?`, 'giu');

interface LatinDate {
  readonly m: RegExpExecArray;
  readonly named: string | undefined;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const monthOf = (name = ''): number => months.findIndex((n) => n.startsWith(name.toLowerCase().slice(0, 3))) + 1;
const yearOf = (year: string | undefined): number | null => (year ? Number(year) : null);

function latinDates(text: string, place: TextPlace): Fault[] {
  const american = [...text.matchAll(dateLatin)]
    .map((m): LatinDate => ({ m, named: m[1], year: yearOf(m[4]), month: monthOf(m[2]), day: Number(m[3]) }))
    .filter((d) => isDate(text, d));
  // 45 March babies: only what names a year, a weekday or an ordinal is surely a date.
  const british = [...text.matchAll(dateBritish)]
    .filter((m) => m[1] || m[3] || m[5])
    .map((m): LatinDate => ({ m, named: m[1], year: yearOf(m[5]), month: monthOf(m[4]), day: Number(m[2]) }));
  return [...american, ...british].flatMap(({ m, named, year, month, day }): Fault[] => {
    if (!isDay(year, month, day)) return [fault(place, m, 'date-impossible')];
    if (!named || year === null) return [];
    const right = weekdays.en[weekday(year, month, day)] as string;
    return right.toLowerCase().startsWith(named.toLowerCase()) ? [] : [fault(place, m, 'date-weekday', { right })];
  });
}

/** In March 45 people came; may 35 follow: a number no month has is a number, where a word that it counts follows. */
function isDate(text: string, { m, year, day }: LatinDate): boolean {
  if (year !== null || day <= 31) return true;
  return !/^may/iu.test(m[2] ?? '') && !/^ \p{Ll}/u.test(text.slice(m.index + m[0].length));
}
