/** 避头尾: what may not begin or end a line, by level. Sources: GB/T 15834-2011 §5.1, CLREQ (guide §4.1). */
import { Class } from './classes.ts';

export type Level = 'none' | 'basic' | 'gb' | 'strict';

interface Prohibition {
  readonly notAtStart: ReadonlySet<Class>;
  readonly notAtEnd: ReadonlySet<Class>;
}

const BASIC_START: readonly Class[] = [Class.closer, Class.comma, Class.stop, Class.middot, Class.connector, Class.slash, Class.suffix];
const BASIC_END: readonly Class[] = [Class.opener, Class.prefix];

/** The levels, each adding to the one before. `none` still holds nothing: TW/HK newspapers set so. */
const LEVELS: Readonly<Record<Level, Prohibition>> = {
  none: { notAtStart: new Set(), notAtEnd: new Set() },
  basic: { notAtStart: new Set(BASIC_START), notAtEnd: new Set(BASIC_END) },
  gb: { notAtStart: new Set(BASIC_START), notAtEnd: new Set([...BASIC_END, Class.slash]) },
  strict: { notAtStart: new Set([...BASIC_START, Class.dash]), notAtEnd: new Set([...BASIC_END, Class.slash]) },
};

/** Whether a line may end between two neighbouring characters of these classes. */
export function mayBreak(level: Level, before: Class, after: Class): boolean {
  const rules = LEVELS[level];
  return !rules.notAtEnd.has(before) && !rules.notAtStart.has(after);
}
