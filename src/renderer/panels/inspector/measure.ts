/**
 * What an editor writes into a field of the inspector: a number with or without a unit, a size's name, or a change to
 * what stands there. `35mm`, `3栏`, `+2行`, `12字`, `小二`, `28Q`, `*1.5` (guide: interaction §4.4).
 */
import { inches, mm, picas, SIZE_NAMES } from '../../../core/measure/index.ts';

/** What a field counts in, and how many points each written unit has there. */
export interface Unit {
  /** The unit of a bare number: as many points as one of it has. */
  readonly pt: number;
  /** Points of one column step, of a line and of a character; null where the page has none. */
  readonly columnPt?: number;
  readonly linePt?: number;
  readonly charPt?: number;
}

const NAMED = new Map<string, number>(SIZE_NAMES);
/** 初号 may be written without 号, and so may the others. */
for (const [name, pt] of SIZE_NAMES) if (name.endsWith('号')) NAMED.set(name.slice(0, -1), pt);

function unitPt(name: string, unit: Unit): number | null {
  switch (name.toLowerCase()) {
    case '':
      return unit.pt;
    case 'pt':
    case '磅':
      return 1;
    case 'mm':
    case '毫米':
      return mm(1);
    case 'cm':
    case '厘米':
      return mm(10);
    case 'q':
    case '级':
      return mm(0.25);
    case 'in':
    case '英寸':
      return inches(1);
    case 'pc':
      return picas(1);
    case '栏':
    case 'col':
      return unit.columnPt ?? null;
    case '行':
    case 'ln':
      return unit.linePt ?? null;
    case '字':
    case 'ch':
      return unit.charPt ?? null;
    default:
      return null;
  }
}

/** The value in the field's own unit, given what stands there now; null where it cannot be understood. */
export function parseMeasure(text: string, now: number, unit: Unit): number | null {
  const plain = text.trim().normalize('NFKC');
  const named = NAMED.get(plain);
  if (named !== undefined) return named / unit.pt;
  const m = /^([+*/]|-(?=\s*[\d.])|)\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-z%]*|[\u4e00-\u9fff]*)$/iu.exec(plain);
  if (!m) return null;
  const [, sign = '', digits = '', name = ''] = m;
  const number = Number(digits);
  if (sign === '*' || sign === '/') return name ? null : sign === '*' ? now * number : number === 0 ? null : now / number;
  const pt = unitPt(name, unit);
  if (pt === null) return null;
  const value = (number * pt) / unit.pt;
  return sign === '+' ? now + value : sign === '-' ? now - value : value;
}

/** A number as the field shows it: at most two places, no trailing zeros. */
export const showMeasure = (value: number): string => String(Number(value.toFixed(2)));
