/** Why a file of a folder is left out while the others are read, in the words that copy's own errors have. */
import { CopyError } from '../core/copy/index.ts';
import type { FolderFiles } from '../node/read.ts';
import { Trouble } from '../node/trouble.ts';

type Passed = FolderFiles['passed'][number]['why'];

const passed: Readonly<Record<Passed, readonly [message: string, chinese: string]>> = {
  link: ['A link that leads to no file is not followed: put the file itself there.', '链接没有指向文件，不跟进：请放文件本身。'],
  deep: ['Folders so deep in others are not looked through: name the folder itself.', '文件夹套得太深，不再往里找：请直接写出这个文件夹。'],
  device: ['A pipe or a device is no copy: put a file there.', '管道或设备不是来稿：请放文件。'],
};

/** Of what a folder holds beside files. */
export const passedBy = (why: Passed): CopyError => new CopyError('format', ...passed[why]);

/** An error of reading one file as one of copy; null for what stops everything, such as a call that is stopped. */
export function leftOutFor(error: unknown): CopyError | null {
  const cause = (error as { cause?: unknown } | undefined)?.cause;
  if (cause instanceof CopyError) return cause;
  if (!(error instanceof Trouble)) return null;
  const { megabytes, most, why } = error.values;
  if (error.code === 'empty') return new CopyError('empty', 'The file is empty: there is nothing to read.', '文件是空的，没有内容可读。');
  if (error.code === 'too-large')
    return new CopyError(
      'too-large',
      `The file is ${megabytes} MB, more than the ${most} MB that are read as copy at once: check that it is copy.`,
      `文件有 ${megabytes} MB，超过一次能读的 ${most} MB：请看看它是不是来稿。`,
    );
  return new CopyError(
    'format',
    `The file cannot be read (${why ?? error.code}): check its permissions.`,
    `文件读不了（${why ?? error.code}）：请检查权限。`,
  );
}
