/** A passage as it arrived and as it reads, in pieces: what stayed, what was repaired, what was refused. */

import type { Copy } from '../../../../core/copy/index.ts';
import { asRead, originalText } from '../../../../core/copy/index.ts';
import type { Passage } from '../../../../core/story/index.ts';
import { repairsOf } from '../../../state/copy-verbs.ts';

export interface DiffPiece {
  /** Where it begins in the original. */
  readonly at: number;
  readonly text: string;
  /** The repair it is, counted as `repairsOf` does; null for what stayed. */
  readonly repair: number | null;
  readonly removed: string;
  readonly inserted: string;
  readonly refused: boolean;
}

/** True where the editor has written since it was read. */
export const isWritten = (copy: Copy, p: Passage): boolean => p.origin !== null && p.origin.copy === copy.id && asRead(copy, p) !== p.text;

export function diffOf(copy: Copy, p: Passage): DiffPiece[] {
  const plain = (at: number, text: string): DiffPiece => ({ at, text, repair: null, removed: '', inserted: '', refused: false });
  if (!p.origin || p.origin.copy !== copy.id) return [plain(0, p.text)];
  const original = originalText(copy, p);
  const pieces: DiffPiece[] = [];
  let done = 0;
  for (const [repair, c] of repairsOf(p).entries()) {
    if (c.at < done) continue;
    if (c.at > done) pieces.push(plain(done, original.slice(done, c.at)));
    pieces.push({ at: c.at, text: '', repair, removed: c.removed, inserted: c.inserted, refused: c.refused });
    done = c.at + c.removed.length;
  }
  if (done < original.length) pieces.push(plain(done, original.slice(done)));
  return pieces;
}

/** White space and what has no shape, made visible. */
export const shown = (text: string): string =>
  text
    .replace(/\r\n?|[\n\u0085\u2028\u2029]/gu, '↵')
    .replace(/\f/gu, '⤓')
    .replace(/\t/gu, '⇥')
    .replace(/\u3000/gu, '□')
    .replace(/[ \u00a0\u2000-\u200a]/gu, '␣')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '∅');
