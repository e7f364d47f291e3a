/**
 * 悬挂: a display line that begins or ends with a quotation mark looks out of line, for the eye goes by the words. Half of
 * what the mark takes counts as white (guide §4.8; the optical margins of other layout programs).
 */
import type { Language } from '../story/index.ts';

export interface Hang {
  /** How much of the line's start, and of its end, the eye does not count: in em. */
  readonly startEm: number;
  readonly endEm: number;
}

const none: Hang = { startEm: 0, endEm: 0 };
const openers = '“‘「『﹁﹃';
const closers = '”’」』﹂﹄';
/** Half of a quote's width: a Chinese one takes half an em at a display line's end, an English one some 0.4 em. */
const HALF_QUOTE: Readonly<Record<'han' | 'latin', number>> = { han: 0.25, latin: 0.2 };

/** What hangs at the two ends of a display line. */
export function hangOf(line: string, language: Language): Hang {
  const first = line[0];
  const last = line[line.length - 1];
  if (first === undefined || last === undefined) return none;
  const half = language === 'en' ? HALF_QUOTE.latin : HALF_QUOTE.han;
  return { startEm: openers.includes(first) ? half : 0, endEm: closers.includes(last) ? half : 0 };
}
