/** What main and the export process say to each other. Plain data: it crosses by structured clone. */
import type { Project } from '../../core/document/index.ts';
import type { MadeFile, PressOrder, Profile } from '../../ipc/contract.ts';

export interface ExportOrder {
  readonly kind: 'export';
  /** The language of what is said of pictures. */
  readonly language: 'zh-Hans' | 'en';
  readonly project: Project;
  /** Where each picture's bytes lie, by SHA-256. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly profile: Profile;
  /** Page ids in order; null for all. */
  readonly pages: readonly string[] | null;
  readonly order: Omit<PressOrder, 'icc'>;
  /** Path of the plant's profile; null for newsprint. */
  readonly icc: string | null;
  readonly to: ExportPlace;
}

/** Where the files go. */
export interface ExportPlace {
  /** The one PDF; null where there are several or none. */
  readonly file: string | null;
  /** The folder that gets one PDF a page. */
  readonly folder: string;
  /** The folder of the digital edition; null where none is wanted. */
  readonly digital: string | null;
  /** What the files are called, without ending. */
  readonly name: string;
}

export type ToWork = ExportOrder | { readonly kind: 'cancel' };

export interface ExportDone {
  readonly kind: 'done';
  readonly pages: number;
  readonly bytes: number;
  readonly files: readonly MadeFile[];
  /** Path of the first of them. */
  readonly first: string;
  readonly notes: readonly string[];
  readonly milliseconds: number;
}

export type FromWork =
  | { readonly kind: 'progress'; readonly what: 'compose' | 'write'; readonly done: number; readonly total: number }
  | ExportDone
  | { readonly kind: 'cancelled' }
  /** An expected failure: a code and the values of its sentence. */
  | {
      readonly kind: 'trouble';
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
      readonly message: string;
    };
