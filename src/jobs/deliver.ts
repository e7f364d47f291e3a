/** Results to the disk: all of them or none. */
import { resolve, sep } from 'node:path';
import { makeFolders, type Output, writeFiles } from '../node/write.ts';

export type { Output };

export const deliver = writeFiles;

/** True where a path lies below a folder. */
export const liesIn = (folder: string, path: string): boolean => resolve(path).startsWith(`${resolve(folder)}${sep}`);

/** The same; `folder` and those below it are made where they are missing, and taken away again where nothing can be written. */
export async function deliverInto(folder: string, outputs: readonly Output[]): Promise<void> {
  const undo = await makeFolders(outputs.filter((o) => liesIn(folder, o.path)));
  try {
    await writeFiles(outputs);
  } catch (error) {
    await undo();
    throw error;
  }
}
