/**
 * Pages of a project to the files somebody wants of them: one PDF of all, one a page, the digital edition beside them.
 * The pages are composed once. Nothing is written here: what comes back is written together, or not at all.
 */
import { join } from 'node:path';
import type { Page, Project } from '../core/document/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { composePages } from './composePages.ts';
import type { Output } from './deliver.ts';
import { exportPdf, type PdfOrder, type PressNote } from './exportPdf.ts';
import { type JobOptions, type Progress, Stopwatch } from './job.ts';
import { packing } from './packer.ts';
import { pageNames } from './pageNames.ts';

/** One PDF: its place and its pages. */
export interface PdfPart {
  readonly path: string;
  readonly pages: readonly Page[];
}

export interface IssueOrder extends Omit<PdfOrder, 'pages' | 'scenes' | 'whilePacking'> {
  /** Every page that is in one of the parts or in the digital edition. */
  readonly pages: readonly Page[];
  readonly parts: readonly PdfPart[];
  /** The folder of the digital edition; undefined for none. */
  readonly digital?: string | undefined;
  /** Called with the Scenes when everything of the last PDF is drawn and only packing is left; not at all where there is no PDF. */
  readonly whilePacking?: ((scenes: readonly Scene[]) => void) | undefined;
}

export interface MadeIssue {
  readonly outputs: readonly Output[];
  /** Of `pages`, in their order. */
  readonly scenes: readonly Scene[];
  readonly notes: readonly PressNote[];
  readonly milliseconds: { readonly compose: number; readonly write: number };
}

/** One PDF a page in a folder, named by the pattern. */
export const onePerPage = (folder: string, pattern: string, project: Project, pages: readonly Page[], name: string): PdfPart[] =>
  pageNames(pattern, project, pages, name).map((file, i) => ({ path: join(folder, `${file}.pdf`), pages: [pages[i] as Page] }));

/** Throws what `exportPdf` and `digitalEdition` throw. */
export async function exportIssue(order: IssueOrder, options: JobOptions = {}): Promise<MadeIssue> {
  const { project, pages, parts, digital, pictureBytes } = order;
  const watch = new Stopwatch();
  // The thread is up by the time that there is something to pack.
  if (parts.length > 0) packing();
  const scenes = await watch.time('compose', () => composePages(project, pages, options));
  const sceneOf = (page: Page): Scene => scenes[pages.indexOf(page)] as Scene;
  const total = parts.reduce((sum, p) => sum + p.pages.length, 0) + (digital === undefined ? 0 : pages.length);
  let before = 0;
  /** Progress over all files, not from the beginning again with each. */
  const within: JobOptions = {
    signal: options.signal,
    onProgress: ({ what, done }: Progress) => options.onProgress?.({ what, done: before + done, total }),
  };
  const outputs: Output[] = [];
  const notes: PressNote[] = [];
  for (const { path, pages: some } of parts) {
    const whilePacking = path === parts.at(-1)?.path ? () => order.whilePacking?.(scenes) : undefined;
    const ordered = { ...order, pages: some.map((p) => p.id), scenes: some.map(sceneOf), whilePacking };
    const pdf = await watch.time('write', () => exportPdf(ordered, within));
    notes.push(...pdf.notes);
    outputs.push({ path, bytes: pdf.bytes, lasting: false });
    before += some.length;
  }
  if (digital !== undefined) {
    const { digitalEdition } = await import('./digitalEdition.ts');
    outputs.push(...(await watch.time('write', () => digitalEdition({ project, pages, scenes, pictureBytes, folder: digital }, within))));
  }
  return { outputs, scenes, notes, milliseconds: { compose: watch.read('compose'), write: watch.read('write') } };
}
