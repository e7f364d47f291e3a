/** A finding in words. */
import type { Figures, Finding } from './finding.ts';
import { en, type MessageKey } from './language/en.ts';
import { zhHans } from './language/zh-Hans.ts';

/** The languages Banxin speaks to the people who use it. */
export type MessageLanguage = 'zh-Hans' | 'en';

const TABLES: Readonly<Record<MessageLanguage, Readonly<Record<MessageKey, string>>>> = { 'zh-Hans': zhHans, en };

/** Headlines longer than this are shortened where a message names them. */
const NAME = 24;

const short = (text: string): string => ([...text].length > NAME ? `${[...text].slice(0, NAME - 1).join('')}…` : text);

/** A figure that names a word of the table (`@left`) is said in the language; all others stand as they are. */
function word(table: Readonly<Record<MessageKey, string>>, value: string | number): string {
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  return value.startsWith('@') ? (table[value.slice(1) as MessageKey] ?? value) : short(value);
}

export function say(key: MessageKey, figures: Figures, language: MessageLanguage): string {
  const table = TABLES[language];
  return table[key].replace(/\{(\w+)\}/gu, (all, name: string) => {
    const value = figures[name];
    return value === undefined ? all : word(table, value);
  });
}

/** The same finding in another language. */
export const messageOf = (finding: Pick<Finding, 'key' | 'figures'>, language: MessageLanguage): string =>
  say(finding.key, finding.figures, language);
