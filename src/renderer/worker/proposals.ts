/** What goes between the window and its arranging worker, which lives while proposals are looked at. */
import type { Mend, Term } from '../../core/arrange/index.ts';
import type { Edit, Project } from '../../core/document/index.ts';
import type { Scene } from '../../core/scene/index.ts';
import type { FontNews } from './messages.ts';

export const mannerNames = ['party', 'city', 'supplement'] as const;
export type MannerName = (typeof mannerNames)[number];

export interface ArrangeOrder {
  readonly project: Project;
  readonly page: string;
  readonly stories: readonly string[];
  readonly count: number;
  readonly seed: number;
  readonly manner: MannerName;
}

/** A page as it could be: the edit that makes it, what it looks like, and what speaks against it. */
export interface Proposal {
  /** The same for the same page, whenever it is found. */
  readonly id: string;
  readonly edit: Edit;
  readonly scene: Scene;
  readonly score: number;
  /** What takes most from the score, first. */
  readonly terms: readonly Term[];
  /** Text that found no place, and the white that is left, where the page does not close. */
  readonly over: { readonly characters: number; readonly lines: number } | null;
  readonly short: { readonly lines: number } | null;
  readonly mends: readonly Mend[];
}

/** Stories that stand nowhere, shared out over the pages of the issue and arranged on each. */
export interface IssueOrder {
  readonly project: Project;
  readonly stories: readonly string[];
  readonly manner: MannerName;
}

export type ToArranger =
  | { readonly kind: 'arrange'; readonly turn: number; readonly order: ArrangeOrder }
  | { readonly kind: 'issue'; readonly turn: number; readonly order: IssueOrder };

export type FromArranger =
  /** The best pages so far, best first; those sent before are named by their ids alone. */
  | {
      readonly kind: 'found';
      readonly turn: number;
      readonly best: readonly string[];
      readonly fresh: readonly Proposal[];
      readonly fonts: readonly FontNews[];
      /** 0…1. */
      readonly done: number;
    }
  /** A page of the issue is done. */
  | { readonly kind: 'page'; readonly turn: number; readonly done: number; readonly of: number }
  /** The whole issue as one edit; `left` are the stories that found no page. */
  | { readonly kind: 'issue'; readonly turn: number; readonly edit: Edit; readonly left: readonly string[] }
  | { readonly kind: 'failed'; readonly turn: number; readonly why: string };
