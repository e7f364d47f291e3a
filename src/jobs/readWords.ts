/** A paper's own word list from a text file in any encoding. */
import { decode, wordList } from '../core/copy/index.ts';
import { readBytes } from '../node/read.ts';
import { MOST_COPY, refusedBy } from './readCopy.ts';

/** Term → advice. Throws Trouble and Refused as `readCopy` does. */
export async function readWords(path: string): Promise<ReadonlyMap<string, string>> {
  const bytes = await readBytes(path, { mostBytes: MOST_COPY });
  try {
    return wordList(decode(bytes).text);
  } catch (error) {
    throw refusedBy(path, error, undefined);
  }
}
