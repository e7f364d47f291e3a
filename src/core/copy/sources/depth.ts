/** How deep a page's or a wire file's parts may stand in one another. */
import { CopyError } from '../error.ts';

/** Browsers stop at 512; deeper ones are made to exhaust whoever reads them. */
const deepest = 1000;

/** @throws CopyError `format` */
export function holdDepth(depth: number): void {
  if (depth > deepest)
    throw new CopyError(
      'format',
      'The file nests its parts deeper than any page does: give its text instead.',
      '这个文件里的标记套得太深，不像网页或稿件：请给文字稿。',
    );
}
