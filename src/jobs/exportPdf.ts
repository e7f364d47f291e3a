/**
 * Pages of a project to one PDF. The command line and the window both come here, and nothing in the file comes from
 * anywhere but the project and the profile: the same project gives the same bytes.
 */
import type { Page, Project } from '../core/document/index.ts';
import { mm } from '../core/measure/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { fontBytes } from '../node/faces.ts';
import { readOwn } from '../node/home.ts';
import {
  ALL_MARKS,
  type Marks,
  NO_MARKS,
  type OutputCondition,
  PressError,
  type PressNote,
  type Profile,
  pressPages,
} from '../press/index.ts';
import { choosePages, composePages } from './composePages.ts';
import { dateOf, titleOf } from './identity.ts';
import { type JobOptions, Stopwatch } from './job.ts';
import { plant } from './outputProfile.ts';
import { packing } from './packer.ts';
import { pressRefusal } from './refused.ts';

export type { Marks, PressNote, Profile } from '../press/index.ts';
export const profiles: readonly Profile[] = ['x4', 'x1a', 'proof'];

export interface PdfOrder {
  readonly project: Project;
  /** A picture's bytes by the SHA-256 of its file. Rejects where they have gone. */
  readonly pictureBytes: (sha256: string) => Promise<Uint8Array>;
  /** Ids of the pages in the order wanted; null for all of them. */
  readonly pages: readonly string[] | null;
  readonly profile: Profile;
  /** The path of the printing plant's own output profile; newsprint by WAN-IFRA where there is none. */
  readonly icc?: string | undefined;
  /** Crop and register marks, colour bar and slug line: all of them, or each by itself. */
  readonly marks?: boolean | Marks | undefined;
  /** The most ink there may be on one spot, in percent; 240 unless told. */
  readonly inkPercent?: number | undefined;
  /** How far the page bleeds beyond its trim. */
  readonly bleedMm?: number | undefined;
  /** Scenes of these very pages, where the caller has composed them already. */
  readonly scenes?: readonly Scene[];
  /** Called when all is drawn and only packing is left: another thread does that. */
  readonly whilePacking?: (() => void) | undefined;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: readonly Page[];
  readonly scenes: readonly Scene[];
  /** One sentence each on pictures that were printed otherwise than a person would expect. */
  readonly notes: readonly PressNote[];
  readonly milliseconds: { readonly compose: number; readonly write: number };
}

/** The condition the pages are printed under: coldset newsprint (resources/icc/README.md). */
async function newsprint(): Promise<OutputCondition> {
  const name = 'WAN-IFRAnewspaper26v5.icc';
  // Laid out when Banxin is built; where it is not, the press deflates the profile itself, to the same bytes.
  const deflated = await readOwn('out', 'icc', `${name}.z`).catch(() => null);
  return {
    ...(deflated ? { deflated } : {}),
    icc: await readOwn('resources', 'icc', name),
    identifier: 'IFRA26',
    name: 'WAN-IFRA newspaper 26 %',
    registered: true,
  };
}

/** Throws Refused `no-pages`, `no-such-page`, `press`, `cancelled`; Trouble `no-font`, and what `readBytes` throws for the profile. */
export async function exportPdf(order: PdfOrder, options: JobOptions = {}): Promise<Pdf> {
  const { project, profile } = order;
  const pages = choosePages(project, order.pages);
  const watch = new Stopwatch();
  const packer = packing();
  const whilePacking = (): void => {
    order.whilePacking?.();
    packer?.help();
  };
  // Read and packed while the pages are composed; what goes wrong with it is heard where it is needed.
  const condition = profile === 'proof' ? null : order.icc === undefined ? newsprint() : plant(order.icc);
  condition?.catch(() => undefined);
  const scenes = await watch.time('compose', () => order.scenes ?? composePages(project, pages, options));
  const world = {
    project,
    fontBytes,
    pictureBytes: async (id: string) => order.pictureBytes(project.pictures[id]?.sha256 ?? ''),
  };
  const notes: PressNote[] = [];
  const bytes = await watch.time('write', async () =>
    pressPages(scenes, world, {
      profile,
      condition: await condition,
      bleedPt: mm(order.bleedMm ?? 0),
      marks: typeof order.marks === 'object' ? order.marks : order.marks ? ALL_MARKS : NO_MARKS,
      ...(order.inkPercent === undefined ? {} : { inkLimit: order.inkPercent / 100 }),
      title: titleOf(project, pages),
      creationDate: dateOf(project),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(packer ? { deflate: packer.deflate } : {}),
      whilePacking,
      onNote: (note) => notes.push(note),
      onProgress: (done, total) => options.onProgress?.({ what: 'write', done, total }),
    }).catch((error: unknown) => {
      if (!(error instanceof PressError)) throw error;
      throw pressRefusal(error);
    }),
  );
  return { bytes, pages, scenes, notes, milliseconds: { compose: watch.read('compose'), write: watch.read('write') } };
}
