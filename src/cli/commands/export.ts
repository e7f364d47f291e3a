/** `banxin export`: pages of a saved project to PDF. */
import { basename, extname, join } from 'node:path';
import type { ProjectFile } from '../../core/archive/index.ts';
import type { MessageLanguage } from '../../core/check/index.ts';
import type { Page, Project } from '../../core/document/index.ts';
import type { Scene } from '../../core/scene/index.ts';
import { findingsOf } from '../../jobs/checkProject.ts';
import { choosePages, composePages } from '../../jobs/composePages.ts';
import type { Output } from '../../jobs/deliver.ts';
import { exportPdf, type Pdf, type PressNote, type Profile } from '../../jobs/exportPdf.ts';
import { type JobOptions, Stopwatch } from '../../jobs/job.ts';
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
  /** The printing plant's own profile. */
  readonly icc?: string;
  /** Millimetres. */
  readonly bleed?: number;
  readonly marks?: boolean;
  /** A folder for the digital edition. */
  readonly digital?: string;
}

/** The pages of the numbers given, in that order; two pages may have one number. Throws Refused `no-such-page`, `no-pages`. */
function pagesOf(project: Project, numbers: readonly number[] | undefined): readonly Page[] {
  if (!numbers) return choosePages(project, null);
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

/** Pages as they were composed, each with its Scene. */
type Placed = readonly { readonly page: Page; readonly scene: Scene }[];

async function report(
  project: Project,
  placed: Placed,
  spent: Report['milliseconds'],
  language: MessageLanguage | undefined,
): Promise<Report> {
  const pages = await Promise.all(
    placed.map(async ({ page, scene }) => pageReport(project, page, scene, await findingsOf(project, page, scene, language))),
  );
  const stories = [...new Set(placed.flatMap(({ page }) => page.articles.map((a) => a.story)))];
  return reportOf(
    project,
    placed.map((p) => p.scene),
    pages,
    stories,
    spent,
  );
}

/** Everything the call asks for, in memory. */
interface Made {
  readonly outputs: readonly Output[];
  readonly placed: Placed;
  readonly notes: readonly PressNote[];
  readonly spent: Omit<Report['milliseconds'], 'read'>;
}

async function make(
  { project, pictures }: ProjectFile,
  parts: readonly Part[],
  pages: readonly Page[],
  flags: ExportFlags,
  options: JobOptions,
): Promise<Made> {
  const pictureBytes = async (sha256: string): Promise<Uint8Array> => pictures.get(sha256) as Uint8Array;
  const watch = new Stopwatch();
  const scenes = await watch.time('compose', () => composePages(project, pages, options));
  const sceneOf = (page: Page): Scene => scenes[pages.indexOf(page)] as Scene;
  const outputs: Output[] = [];
  const notes: PressNote[] = [];
  for (const { path, pages: some } of parts) {
    const { profile, icc, marks, bleed: bleedMm } = flags;
    const order = { project, pictureBytes, pages: some.map((p) => p.id), scenes: some.map(sceneOf), profile, icc, marks, bleedMm };
    const pdf: Pdf = await watch.time('write', () => exportPdf(order, options));
    notes.push(...pdf.notes);
    outputs.push({ path, bytes: pdf.bytes, lasting: false });
  }
  if (flags.digital !== undefined) {
    const { digitalEdition } = await import('../../jobs/digitalEdition.ts');
    const order = { project, pages, scenes, pictureBytes, folder: flags.digital };
    outputs.push(...(await watch.time('write', () => digitalEdition(order, options))));
  }
  const placed = pages.map((page) => ({ page, scene: sceneOf(page) }));
  return { outputs, placed, notes, spent: { arrange: 0, compose: watch.read('compose'), write: watch.read('write') } };
}

export async function exportCommand(path: string, flags: ExportFlags, world: World): Promise<Status> {
  const { signal, onProgress } = world;
  const options = { signal, onProgress };
  const from = performance.now();
  const file = await openProject(path, options);
  const read = Math.round((performance.now() - from) * 10) / 10;
  const pages = pagesOf(file.project, flags.pages);
  // Whoever asks for the digital edition alone gets no PDF beside it.
  const parts = flags.digital !== undefined && flags.out === undefined ? [] : partsOf(path, flags.out, pages);
  checkNames([...parts.map((p) => p.path), ...(flags.report ? [flags.report] : [])], [path, ...(flags.icc ? [flags.icc] : [])]);
  const made = await make(file, parts, pages, flags, options);
  const figures = await report(file.project, made.placed, { read, ...made.spent }, world.language);
  const outputs = [...made.outputs];
  if (flags.report) outputs.push({ path: flags.report, bytes: jsonBytes(figures), lasting: false });
  await write(outputs, world, flags.digital);
  for (const note of new Set(made.notes.map((n) => n.say(world.language ?? 'en')))) world.warn(note);
  return warnOfErrors(figures, world) ? 1 : 0;
}
