/** What goes between the window and its composing worker. */
import type { Reclosed, Wall } from '../../core/arrange/index.ts';
import type { Finding } from '../../core/check/index.ts';
import type { Copyfit } from '../../core/compose/index.ts';
import type { Copy, CopyFinding, CopyRule, Reading } from '../../core/copy/index.ts';
import type { Edit, Project } from '../../core/document/index.ts';
import type { FontId } from '../../core/font/index.ts';
import type { GridRect } from '../../core/measure/index.ts';
import type { Part, Scene } from '../../core/scene/index.ts';
import type { Outline } from '../canvas/glyphs.ts';

/** Questions that are answered once. */
export interface Questions {
  /** Raw copy to stories. */
  read: { ask: { copy: Copy }; give: Reading };
  /** Lines of a story's body at the page's basic measure. */
  lines: { ask: { page: string; story: string }; give: number };
  /** How an article fits, and what one step of each lever would change; null where it is no longer there. */
  copyfit: { ask: { page: string; article: string }; give: Copyfit | null };
  /** What the copy checks say of the stories, rules that are off left out. */
  copyChecks: { ask: { off: readonly CopyRule[]; words: string }; give: readonly CopyFinding[] };
  /** An article set anew in a place of its page, after `back` has undone what a gesture did so far; null where it cannot be. */
  fit: { ask: { page: string; article: string; at: GridRect; back: Edit | null }; give: Edit | null };
  /** A story that is not on the page, set in a place of it: the edit that does it. */
  place: { ask: { page: string; story: string; at: GridRect }; give: { edit: Edit; article: string } | null };
  /**
   * Take hold of a page to change it and close it again: `reclose` is asked of it as it is now, until the next `hold`. What
   * is likely to be asked is made ready, and told (`ahead`) before it is asked; of a wall all steps near the one named.
   */
  hold: { ask: { page: string; likely: Change | null }; give: readonly Wall[] };
  /** One change of the page that is held, as the edit of it that closes the page again; or why not. */
  reclose: { ask: Change; give: Reclosed };
}

/** A change after which a page is closed again. */
export type Change =
  /** A wall by whole lines or columns. */
  | { readonly kind: 'wall'; readonly id: string; readonly by: number }
  | { readonly kind: 'swap'; readonly one: string; readonly other: string }
  | { readonly kind: 'promote' | 'pull'; readonly article: string }
  | { readonly kind: 'add'; readonly story: string };

export type QuestionName = keyof Questions;

export type ToWorker =
  /** Where composed pages are painted: they go there first. */
  | { readonly kind: 'painter'; readonly port: MessagePort }
  /** Faces that will be wanted: they take longer to come than anything else that stands before the first page. */
  | { readonly kind: 'warm'; readonly faces: readonly FontId[] }
  /** `turn` counts the projects opened, so that a late page of the last one is known as such. */
  | { readonly kind: 'open'; readonly turn: number; readonly project: Project; readonly page: string | null }
  | { readonly kind: 'edit'; readonly edit: Edit }
  /** Pictures whose files are gone or other ones, by id. */
  | { readonly kind: 'amiss'; readonly pictures: Readonly<Record<string, 'missing' | 'changed'>> }
  /** The page that is looked at: composed before any other. */
  | { readonly kind: 'look'; readonly page: string }
  /** The hand that holds a page has done this, by an answer that it had. */
  | { readonly kind: 'reached'; readonly change: Change }
  | { readonly kind: 'ask'; readonly id: number; readonly name: QuestionName; readonly ask: unknown };

/** A part of a composed page: one the window has, as it was or moved, or a new one. */
export type PartNews =
  | { readonly same: number }
  | { readonly same: number; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly part: Part };

export interface FontNews {
  readonly font: FontId;
  readonly unitsPerEm: number;
  readonly glyphs: readonly (readonly [number, Outline | null])[];
}

/** A composed page, for the window and for its painter. */
export interface SceneNews extends Omit<Scene, 'parts'> {
  readonly kind: 'scene';
  readonly turn: number;
  /** Counts the pages composed. */
  readonly number: number;
  /** Edits of the project of this turn that it follows. */
  readonly edits: number;
  /** In paint order; `same` counts in the parts last sent of this page. */
  readonly parts: readonly PartNews[];
  readonly fonts: readonly FontNews[];
  readonly milliseconds: number;
}

/** What a page that may soon be has in another form than the page as last sent: its ink can be got ready. */
export interface SoonNews {
  readonly kind: 'soon';
  readonly turn: number;
  readonly page: string;
  /** Parts of it, in paint order. */
  readonly parts: readonly Part[];
  readonly fonts: readonly FontNews[];
}

export type FromWorker =
  | SceneNews
  | SoonNews
  /** What a change of the page that is held would be answered, before it is asked. */
  | { readonly kind: 'ahead'; readonly change: Change; readonly reclosed: Reclosed }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: true; readonly give: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: false; readonly why: string }
  /** What is wrong with the issue as it stands composed. */
  | { readonly kind: 'findings'; readonly turn: number; readonly findings: readonly Finding[] }
  /** Composition failed: one sentence. */
  | { readonly kind: 'failed'; readonly why: string };
