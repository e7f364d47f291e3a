/** What reading a copy gives. */
import type { Copy, Story } from '../story/index.ts';

export type { Copy, Hint } from '../story/index.ts';

/** Characters of the copy that belong to no story, named: page furniture, a list mark, white space between items. */
export interface Aside {
  readonly span: readonly [number, number];
  readonly what: 'furniture' | 'mark' | 'space' | 'control' | 'separator';
  /** How sure that it is page furniture, 0…1; absent where it is sure. */
  readonly confidence?: number;
}

/** A suspicion about the text that reading never mends by itself (guide §5.3). */
export interface Flag {
  readonly span: readonly [number, number];
  readonly reason: string;
}

/** What reading gives: the stories in order, and where every other character went. */
export interface Reading {
  readonly copy: Copy;
  readonly stories: readonly Story[];
  readonly asides: readonly Aside[];
  readonly flags: readonly Flag[];
}
