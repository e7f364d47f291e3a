/** What a rule is: an id, how much it weighs, and how it looks at a page or at the whole issue. */
import type { Project } from '../document/index.ts';
import type { Embedding, FontId } from '../font/index.ts';
import type { Scene } from '../scene/index.ts';
import type { Fault, Severity } from './finding.ts';
import type { PageView } from './view.ts';

/** The whole issue, with the Scene of each page in the order of the pages; undefined for one that was not composed. */
export interface IssueView {
  readonly project: Project;
  readonly scenes: ReadonlyMap<string, Scene>;
  /** The pages that have a Scene, each looked at once. */
  readonly pages: readonly PageView[];
  /** Pictures whose file is no longer there or has changed, by id; what the disk says, handed in by the caller. */
  readonly pictures: ReadonlyMap<string, 'missing' | 'changed'>;
  /** What the makers of the fonts let be done with them; a font not named is free. */
  readonly fonts: ReadonlyMap<FontId, Embedding>;
}

export type PageRule = {
  readonly id: string;
  readonly severity: Severity;
  readonly page: (view: PageView) => Iterable<Fault>;
};

export type IssueRule = {
  readonly id: string;
  readonly severity: Severity;
  /** A fault names its page's id where it has one. */
  readonly issue: (view: IssueView) => Iterable<Fault & { readonly page: string | null }>;
};

export type Rule = PageRule | IssueRule;
