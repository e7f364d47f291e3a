/** Repairs the editor has refused stay refused when the words around them change. */
import type { Change, Passage } from '../../story/index.ts';
import { refuseRepair } from '../correct/repairs.ts';

/** What a passage was before: the repairs refused and made, and the original they counted in. */
export interface Before {
  readonly refused: readonly Change[];
  readonly made: readonly Change[];
  readonly original: string;
}

/** Characters on each side by which a place is known again. */
const AROUND = 3;

const around = (text: string, { at, removed }: Change): string => text.slice(Math.max(0, at - AROUND), at + removed.length + AROUND);
const alike = (a: Change, b: Change): boolean => a.removed === b.removed && a.inserted === b.inserted;

/**
 * The passage as read anew, with the same repairs refused: those between the same characters, and where none of a kind
 * had been let stand, all of that kind.
 */
export function refusedAgain(anew: Passage, original: string, before: Before): Passage {
  const isRefused = (c: Change): boolean =>
    before.refused.some(
      (r) => alike(r, c) && (around(before.original, r) === around(original, c) || !before.made.some((m) => alike(m, r))),
    );
  const changes = anew.origin?.changes ?? [];
  let next = anew;
  // From the last, so that the numbers of those before stay what they are.
  for (let i = changes.length - 1; i >= 0; i--) if (isRefused(changes[i] as Change)) next = refuseRepair(next, i);
  return next;
}
