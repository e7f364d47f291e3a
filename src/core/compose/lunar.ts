/** 农历: the day of the Chinese calendar, as mastheads print it. The calendar is the language library's (ICU). */
import type { Language } from '../story/index.ts';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 初一 … 三十. `day` 1…30. */
const dayName = (day: number): string =>
  day <= 10 ? `初${DIGITS[day]}` : day < 20 ? `十${DIGITS[day - 10]}` : day === 20 ? '二十' : day < 30 ? `廿${DIGITS[day - 20]}` : '三十';

const MONTHS = ['正月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '冬月', '腊月'];
const TRADITIONAL: Readonly<Record<string, string>> = { 腊: '臘', 闰: '閏', 农: '農', 历: '曆' };

/** As `农历丙午年十月十二`; empty in English papers, which do not print it. `date` is YYYY-MM-DD. */
export function lunarDay(date: string, language: Language): string {
  if (language === 'en') return '';
  const format = new Intl.DateTimeFormat('en-u-ca-chinese', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const parts = format.formatToParts(new Date(`${date}T00:00:00Z`));
  const part = (type: string): string => parts.find((p) => (p.type as string) === type)?.value ?? '';
  const related = Number(part('relatedYear'));
  const month = part('month');
  const number = Number.parseInt(month, 10);
  const day = Number(part('day'));
  if (!Number.isFinite(related) || !MONTHS[number - 1] || !day) return '';
  // A leap month is its number with `bis` behind it.
  const leap = /bis/u.test(month) ? '闰' : '';
  const said = `农历${yearName(related)}年${leap}${MONTHS[number - 1]}${dayName(day)}`;
  return language === 'zh-Hant' ? said.replace(/[腊闰农历]/gu, (c) => TRADITIONAL[c] ?? c) : said;
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** The year's name in the cycle of sixty; 4 CE was 甲子. */
const yearName = (year: number): string => `${STEMS[(((year - 4) % 10) + 10) % 10]}${BRANCHES[(((year - 4) % 12) + 12) % 12]}`;
