/** Fields in braces that furniture and folio hold: what the paper, the day and the page say of themselves. */
import type { Page, Project } from '../document/index.ts';
import type { Language } from '../story/index.ts';
import { lunarDay } from './lunar.ts';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  'zh-Hans': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  'zh-Hant': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function dateText(date: string, language: Language): string {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number];
  return language === 'en' ? `${MONTHS[m - 1]} ${d}, ${y}` : `${y}年${m}月${d}日`;
}

const weekday = (date: string, language: Language): string => WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';

/** Every field there is, in the order in which a person is offered them. */
export const FIELDS = ['paper', 'date', 'weekday', 'lunar', 'issue', 'cn', 'pages', 'page', 'section', 'editors'] as const;
export type FieldName = (typeof FIELDS)[number];

const valuesOf = (project: Project, page: Page): Readonly<Record<FieldName, () => string>> => {
  const { name, date, language, issue, cn } = project.paper;
  return {
    paper: () => name,
    date: () => (date ? dateText(date, language) : ''),
    weekday: () => (date ? weekday(date, language) : ''),
    lunar: () => (date ? lunarDay(date, language) : ''),
    issue: () => issue ?? '',
    cn: () => cn ?? '',
    pages: () => String(project.pages.length),
    page: () => String(page.number),
    section: () => page.section,
    editors: () => page.editors,
  };
};

/** What fields are made from: equal lists give equal text. */
export const fieldSources = (project: Project, page: Page): readonly unknown[] => [
  project.paper,
  project.pages.length,
  page.number,
  page.section,
  page.editors,
];

/**
 * Text with its fields filled, each line by itself. A field without a value leaves no gap behind, and a line that has only
 * such fields is left out with the words about them. A brace that names no field stays.
 */
export function fillFields(text: string, project: Project, page: Page): string {
  if (!text.includes('{')) return text;
  const values = valuesOf(project, page);
  return text
    .split('\n')
    .flatMap((line) => fillLine(line, values) ?? [])
    .join('\n');
}

function fillLine(line: string, values: ReturnType<typeof valuesOf>): string | null {
  let [fields, filled] = [0, 0];
  const text = line
    .replace(/\{(\w+)\}/gu, (said, field: string) => {
      if (!(field in values)) return said;
      const value = values[field as FieldName]();
      fields++;
      if (value) filled++;
      return value;
    })
    .replace(/[\s　]{2,}/gu, (s) => s.slice(0, 1))
    .replace(/^[\s　]+|[\s　]+$/gu, '');
  return fields > 0 && filled === 0 ? null : text;
}
