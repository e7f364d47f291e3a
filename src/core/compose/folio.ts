/** 报眉: the folio line above the type area, with its fields filled in, and the head rule (天线) under it. */
import type { Page, Project } from '../document/index.ts';
import { typeArea } from '../measure/index.ts';
import type { Part } from '../scene/index.ts';
import { BLACK } from '../scene/index.ts';
import type { Language } from '../story/index.ts';
import { PartBuilder } from './pool.ts';
import type { Workshop } from './workshop.ts';

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

/** The folio's text with its fields filled; a field without a value leaves no gap behind. */
export function fillFields(text: string, project: Project, page: Page): string {
  const { name, date, language } = project.paper;
  const values: Readonly<Record<string, string>> = {
    paper: name,
    date: date ? dateText(date, language) : '',
    weekday: date ? weekday(date, language) : '',
    page: String(page.number),
    section: page.section,
    editors: page.editors,
  };
  return text
    .replace(/\{(\w+)\}/gu, (_, field: string) => values[field] ?? '')
    .replace(/[\s　]{2,}/gu, (s) => s.slice(0, 1))
    .replace(/^[\s　]+|[\s　]+$/gu, '');
}

/** Share of the size that hangs below the baseline, and the white between the folio and its rule, in em. */
const BELOW = 0.12;
const OVER_RULE_EM = 0.45;

/** The folio of a page as one part, standing above the type area; null where the page shows none. */
export function composeFolio(shop: Workshop): Part | null {
  const { page, project } = shop;
  if (!page.folio.show) return null;
  const style = { ...shop.style('folio', {}), indentEm: 0, align: 'left' as const };
  const area = typeArea(page.format, page.grid);
  const out = new PartBuilder();
  const height = style.sizePt * (1 + OVER_RULE_EM) + page.folio.rulePt;
  const top = area.y - page.folio.gapPt - height;
  for (const [text, at] of [
    [page.folio.left, 0],
    [page.folio.centre, 0.5],
    [page.folio.right, 1],
  ] as const) {
    const filled = fillFields(text, project, page);
    if (!filled) continue;
    const set = shop.set(style, project.paper, filled, 1e6);
    const line = set.lines[0];
    if (line) out.line(set, line, filled, (area.width - line.widthPt) * at, style.sizePt * (1 - BELOW), style, null);
  }
  const y = height - page.folio.rulePt / 2;
  if (page.folio.rulePt > 0)
    out.items.push({ kind: 'rule', x1: 0, y1: y, x2: area.width, y2: y, widthPt: page.folio.rulePt, colour: BLACK, dash: [] });
  return {
    frame: 'folio',
    article: null,
    story: null,
    role: 'folio',
    x: area.x,
    y: top,
    width: area.width,
    height,
    items: out.items,
    glyphs: out.pool(),
    slots: 0,
    used: 0,
  };
}
