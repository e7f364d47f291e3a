/** The digital edition (数字报): for each page a folder with a small PDF, a picture, and the page as data and as HTML. */
import { join } from 'node:path';
import type { Page, Project } from '../core/document/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { fontBytes, fontFaces } from '../node/faces.ts';
import type { Output } from '../node/write.ts';
import { digitalEdition as edition, PressError } from '../press/index.ts';
import { dateOf, titleOf } from './identity.ts';
import { type JobOptions, stopIfAsked } from './job.ts';
import { pressRefusal } from './refused.ts';

export interface DigitalOrder {
  readonly project: Project;
  readonly pages: readonly Page[];
  /** Of these pages, in their order. */
  readonly scenes: readonly Scene[];
  readonly pictureBytes: (sha256: string) => Promise<Uint8Array>;
  /** The folder that gets a folder for each page: `01`, `02` … by its number. */
  readonly folder: string;
}

/** The files, to be written together. Throws Refused `press`, `cancelled`. */
export async function digitalEdition(order: DigitalOrder, options: JobOptions = {}): Promise<Output[]> {
  const { project, pages } = order;
  const world = {
    project,
    faces: fontFaces,
    fontBytes,
    pictureBytes: (id: string) => order.pictureBytes(project.pictures[id]?.sha256 ?? ''),
  };
  const outputs: Output[] = [];
  for (const [i, page] of pages.entries()) {
    stopIfAsked(options);
    const files = await edition(order.scenes[i] as Scene, world, {
      title: titleOf(project, [page]),
      creationDate: dateOf(project),
      ...(options.signal ? { signal: options.signal } : {}),
    }).catch((error: unknown) => {
      if (!(error instanceof PressError)) throw error;
      throw pressRefusal(error);
    });
    const folder = join(order.folder, String(page.number).padStart(2, '0'));
    outputs.push(...files.map(({ name, bytes }) => ({ path: join(folder, name), bytes, lasting: false })));
    options.onProgress?.({ what: 'write', done: i + 1, total: pages.length });
  }
  return outputs;
}
