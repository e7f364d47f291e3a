/** What the copy desk shows: which copy, where the hand is, which repair, and the newer files that wait to be merged. */
import { create } from 'zustand';
import type { Copy, CopyFinding } from '../../core/copy/index.ts';

export interface CopyView {
  /** The copy that is shown; null for the first. */
  readonly copy: string | null;
  /** The row the hand is on (`rowKey`). */
  readonly row: string | null;
  /** The repair chosen within it: taken ones first, then refused. */
  readonly repair: number;
  /** The row whose text is being written. */
  readonly writing: string | null;
  /** What is open over the desk. */
  readonly over: 'encoding' | 'merge' | 'send' | null;
  /** Sources that changed on the disk, by copy. */
  readonly newer: Readonly<Record<string, Copy>>;
  readonly findings: readonly CopyFinding[];
  /** The paper's own words, as the text of their file. */
  readonly words: string;
}

export const useCopyView = create<CopyView>(() => ({
  copy: null,
  row: null,
  repair: 0,
  writing: null,
  over: null,
  newer: {},
  findings: [],
  words: '',
}));

export const copyView = useCopyView.getState;
export const setCopyView = useCopyView.setState;

export const showCopy = (copy: string): void => {
  if (copyView().copy !== copy) setCopyView({ copy, row: null, repair: 0, writing: null });
};

/** The newer file is dealt with, or no more; a dialog that asks about it has nothing left to ask. */
export function forgetNewer(copy: string): void {
  const { newer: all, over, copy: shown } = copyView();
  const { [copy]: _done, ...newer } = all;
  setCopyView({ newer, over: over === 'merge' && shown === copy ? null : over });
}
