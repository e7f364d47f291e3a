import type { CheckOptions } from '../../src/core/check/index.ts';
import type { Project } from '../../src/core/document/index.ts';
import type { Scene } from '../../src/core/scene/index.ts';
import type { Made } from './pages.ts';

/** A page that breaks a rule and one that does not. */
export interface Case {
  readonly rule: string;
  /** Which of the rule's messages is meant. */
  readonly key: string;
  readonly breaks: Project;
  /** The broken page's Scenes, where composing would not make the fault. */
  readonly scenes?: () => Scene[];
  readonly holds: Project;
  /** Where the finding must stand. */
  readonly frame?: string;
  readonly options?: CheckOptions;
  /** Options for the page that holds, where the fault is in them. */
  readonly held?: CheckOptions;
}

/** An article with some of its frames changed. */
export const shift = (made: Made, change: (f: Made['frames'][number]) => Partial<Made['frames'][number]>): Made => ({
  ...made,
  frames: made.frames.map((f) => ({ ...f, ...change(f) })),
});
