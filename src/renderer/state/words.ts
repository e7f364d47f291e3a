/** The paper's own words for the copy checks, from a text file of the editor's: one `term → advice` a line. */
import { wordList } from '../../core/copy/index.ts';
import { bridge } from '../bridge.ts';
import { setCopyView } from './copy-view.ts';
import { take } from './files.ts';
import { tell } from './notices.ts';

let keep: (text: string) => void = () => {};
/** What remembers the words from run to run, and what it remembers now. */
export function rememberWords(text: string, kept: (text: string) => void): void {
  keep = kept;
  setCopyView({ words: text });
}

export async function loadWords(): Promise<void> {
  const arrived = take(await bridge.call('copy.open', null));
  const [copy] = arrived?.copies ?? [];
  if (!arrived || !copy) return;
  const { size } = wordList(copy.text);
  if (size === 0) return tell('error', 'desk.noWords', { name: copy.name });
  setCopyView({ words: copy.text });
  keep(copy.text);
  tell('done', 'desk.wordsLoaded', { count: size, name: copy.name });
}
