/** How much of what a text may have to be copy: past that, reading it would take minutes for what nobody wrote. */
import { CopyError } from './error.ts';
import { isBlank, isBreak } from './lines.ts';

/** Lines with something on them. The largest file that is read, hard-wrapped at 80 letters, has no more. */
const mostLines = 200_000;
/** White space in one run, in characters: nobody indents so far. */
const mostBlanks = 100_000;

/** @throws CopyError `too-large`, `binary` */
export function holdInBounds(text: string): void {
  let [lines, blanks, written] = [0, 0, false];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isBreak(c)) {
      if (written) lines++;
      [blanks, written] = [0, false];
    } else if (!isBlank(c)) [blanks, written] = [0, true];
    else if (++blanks > mostBlanks)
      throw new CopyError(
        'binary',
        'The copy has hundreds of pages of blanks in one line: check that it is the right file.',
        '来稿有一行全是空格，长达几百页：请看看是不是这个文件。',
      );
  }
  if (lines > mostLines)
    throw new CopyError(
      'too-large',
      `The copy has ${lines} lines, more than the ${mostLines} that can be read at once: split it into pages.`,
      `来稿有 ${lines} 行，超过一次能读的 ${mostLines} 行：请按版分开。`,
    );
}
