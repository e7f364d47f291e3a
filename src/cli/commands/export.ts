/** `banxin export`: pages of a saved project to PDF. */
import { basename, extname, join } from 'node:path';
import type { Page, Project } from '../../core/document/index.ts';
import { findingsOf } from '../../jobs/checkProject.ts';
import type { Output } from '../../jobs/deliver.ts';
import { exportPdf, type Pdf, type Profile } from '../../jobs/exportPdf.ts';
import { openProject } from '../../jobs/openProject.ts';
import { Refused } from '../../jobs/refused.ts';
import { pageReport, type Report, reportOf } from '../../jobs/report.ts';
import { isFolder } from '../input.ts';
import { checkNames, jsonBytes, write } from '../outputs.ts';
import type { Status, World } from '../world.ts';
import { warnOfErrors } from './errors.ts';

export interface ExportFlags {
  readonly pages?: readonly number[];
  readonly profile: Profile;
  readonly out?: string;
  readonly report?: string;
}

/** The pages of the numbers given, in that order; two pages may have one number. Throws Refused `no-such-page`. */
function pagesOf(project: Project, numbers: readonly number[] | undefined): readonly Page[] {
  if (!numbers) return project.pages;
  return numbers.flatMap((n) => {
    const found = project.pages.filter((p) => p.number === n);
    if (found.length === 0) throw new Refused('no-such-page', { page: n, pages: project.pages.map((p) => p.number).join(', ') });
    return found;
  });
}

/** A folder that is there, or a name that says it is one. */
const namesFolder = (path: string): boolean => /[\\/]$/u.test(path) || isFolder(path);

interface Part {
  readonly path: string;
  readonly pages: readonly Page[];
}

/** One file for all pages, or one for each where a folder is named. */
function partsOf(path: string, out: string | undefined, pages: readonly Page[]): Part[] {
  const name = basename(path, extname(path));
  if (out === undefined) return [{ path: `${name}.pdf`, pages }];
  if (!namesFolder(out)) return [{ path: out, pages }];
  return pages.map((p) => ({ path: join(out, `${name}-${String(p.number).padStart(2, '0')}.pdf`), pages: [p] }));
}

async function report(project: Project, pdfs: readonly Pdf[], read: number, language: World['language']): Promise<Report> {
  const placed = pdfs.flatMap((pdf) => pdf.pages.map((page, i) => ({ page, scene: pdf.scenes[i] as Pdf['scenes'][number] })));
  const pages = await Promise.all(
    placed.map(async ({ page, scene }) => pageReport(project, page, scene, await findingsOf(project, page, scene, language))),
  );
  const stories = [...new Set(placed.flatMap(({ page }) => page.articles.map((a) => a.story)))];
  const sum = (key: 'compose' | 'write'): number => pdfs.reduce((n, pdf) => n + pdf.milliseconds[key], 0);
  return reportOf(
    project,
    placed.map((p) => p.scene),
    pages,
    stories,
    { read, arrange: 0, compose: sum('compose'), write: sum('write') },
  );
}

export async function exportCommand(path: string, flags: ExportFlags, world: World): Promise<Status> {
  const { signal, onProgress } = world;
  const from = performance.now();
  const { project, pictures } = await openProject(path, { signal, onProgress });
  const read = Math.round((performance.now() - from) * 10) / 10;
  const parts = partsOf(path, flags.out, pagesOf(project, flags.pages));
  checkNames([...parts.map((p) => p.path), ...(flags.report ? [flags.report] : [])], [path]);
  const pictureBytes = async (sha256: string): Promise<Uint8Array> => pictures.get(sha256) as Uint8Array;
  const pdfs: Pdf[] = [];
  for (const { pages } of parts)
    pdfs.push(await exportPdf({ project, pictureBytes, pages: pages.map((p) => p.id), profile: flags.profile }, { signal, onProgress }));
  const figures = await report(project, pdfs, read, world.language);
  const outputs: Output[] = parts.map((p, i) => ({ path: p.path, bytes: (pdfs[i] as Pdf).bytes, lasting: false }));
  if (flags.report) outputs.push({ path: flags.report, bytes: jsonBytes(figures), lasting: false });
  await write(outputs, world);
  for (const note of new Set(pdfs.flatMap((pdf) => pdf.notes))) world.warn(note);
  return warnOfErrors(figures, world) ? 1 : 0;
}
