/** Lists and names as they are written on the command line. */
import { basename, dirname, extname, join } from 'node:path';
import { Misuse } from './misuse.ts';

/** `1-4,7` as numbers in the order written, each once. Throws Misuse `bad-pages`. */
export function pageNumbers(value: string): number[] {
  const numbers = new Set<number>();
  for (const part of value.split(/[,，]/u)) {
    const range = /^\s*(\d{1,4})\s*(?:[-–~]\s*(\d{1,4})\s*)?$/u.exec(part);
    const [from, to] = [Number(range?.[1]), Number(range?.[2] ?? range?.[1])];
    if (!range || from < 1 || to < from) throw new Misuse('bad-pages', { value });
    for (let n = from; n <= to; n++) numbers.add(n);
  }
  return [...numbers];
}

/** A whole number within its bounds. Throws Misuse `bad-number`. */
export function wholeNumber(option: string, value: string, least: number, most: number): number {
  const n = Number(value);
  if (!/^\d+$/u.test(value) || n < least || n > most) throw new Misuse('bad-number', { option, value, least, most });
  return n;
}

/** `page.pdf` as `page-2.pdf`; unchanged where there is only one. */
export function numbered(path: string, index: number, count: number): string {
  if (count <= 1) return path;
  const ending = extname(path);
  return join(dirname(path), `${basename(path, ending)}-${index + 1}${ending}`);
}

/** A day of the calendar, YYYY-MM-DD. Throws Misuse `bad-date`. */
export function issueDate(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  if (!real) throw new Misuse('bad-date', { value });
  return value;
}
