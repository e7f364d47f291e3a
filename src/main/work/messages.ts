/** What main and the export process say to each other. Plain data: it crosses by structured clone. */
import type { Project } from '../../core/document/index.ts';
import type { Profile } from '../../ipc/contract.ts';

export interface ExportOrder {
  readonly kind: 'export';
  readonly project: Project;
  /** Where each picture's bytes lie, by SHA-256. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly profile: Profile;
  /** Page ids in order; null for all. */
  readonly pages: readonly string[] | null;
  /** The file to write. */
  readonly path: string;
}

export type ToWork = ExportOrder | { readonly kind: 'cancel' };

export interface ExportDone {
  readonly kind: 'done';
  readonly pages: number;
  readonly bytes: number;
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
