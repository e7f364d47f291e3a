/** Where the hand is on the desk: it stays on its words when undo, a merge or a verb moves them, and the keyboard with it. */
import { useEffect, useRef } from 'react';
import type { Copy } from '../../../../core/copy/index.ts';
import { type CopyRow, holderOf, successorOf } from '../../../state/copy-rows.ts';
import { setCopyView, useCopyView } from '../../../state/copy-view.ts';
import { desk, setDesk } from '../../../state/desk.ts';

interface Held {
  readonly row: CopyRow;
  readonly place: number;
  readonly copy: Copy;
}

/** The row that the hand belongs on now: the one it is on, unless the words it held stand in another. */
function rowFor(rows: readonly CopyRow[], row: string, was: Held | null, copy: Copy): CopyRow | null {
  const found = rows.find((r) => r.key === row) ?? null;
  if (was?.row.key !== row) return found;
  const sameText = was.copy.id === copy.id && was.copy.text === copy.text;
  return (sameText ? holderOf(rows, was.row, copy.id) : null) ?? found ?? successorOf(rows, was.row, was.place);
}

export function useKeptHand(rows: readonly CopyRow[], copy: Copy | undefined): void {
  const row = useCopyView((s) => s.row);
  const held = useRef<Held | null>(null);
  useEffect(() => {
    if (row === null || !copy) return;
    const now = rowFor(rows, row, held.current, copy);
    held.current = now && { row: now, place: rows.indexOf(now), copy };
    if (now?.key !== row) setCopyView({ row: now?.key ?? null, repair: 0 });
    // The story beside follows the hand.
    const story = now?.kind === 'passage' ? now.story : now?.kind === 'story' ? now.story.id : null;
    if (story !== null && desk().story !== story) setDesk({ story });
  }, [row, rows, copy]);
}

/** Frames of the screen that a list may take to make a row. */
const PATIENCE = 60;

/** The keyboard goes to a row as soon as the list has made it; a long list makes only those in sight, and is told by `current`. */
export function focusRow(key: string): void {
  let tries = 0;
  const look = (): void => {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
    if (row) row.focus();
    else if (tries++ < PATIENCE) requestAnimationFrame(look);
  };
  look();
}
