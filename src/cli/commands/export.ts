/** `banxin export`: pages of a saved project to PDF. */
import { basename, extname } from 'node:path';
import type { Page, Project } from '../../core/document/index.ts';
import type { Scene } from '../../core/scene/index.ts';
import { findingsOf } from '../../jobs/checkProject.ts';
import { choosePages } from '../../jobs/composePages.ts';
import { exportIssue, onePerPage, type PdfPart } from '../../jobs/exportIssue.ts';
import type { Profile } from '../../jobs/exportPdf.ts';
import { openProject, placedBytes } from '../../jobs/openProject.ts';
import { NAME_PATTERN } from '../../jobs/pageNames.ts';
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
  /** Percent. */
  readonly ink?: number;
  /** How the files of a folder are named. */
  readonly name?: string;
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

/** One file for all pages, or one for each where a folder is named. */
function partsOf(path: string, flags: ExportFlags, project: Project, pages: readonly Page[]): PdfPart[] {
  const { out } = flags;
  const name = basename(path, extname(path));
  if (out === undefined) return [{ path: `${name}.pdf`, pages }];
  if (!namesFolder(out)) return [{ path: out, pages }];
  return onePerPage(out, flags.name ?? NAME_PATTERN, project, pages, name);
}

type Found = ReturnType<typeof findingsOf>;

function report(project: Project, pages: readonly Page[], scenes: readonly Scene[], found: Found, spent: Report['milliseconds']): Report {
  const reports = scenes.map((scene, i) => pageReport(project, pages[i] as Page, scene, found.get(scene.page) ?? []));
  const stories = [...new Set(pages.flatMap((page) => page.articles.map((a) => a.story)))];
  return reportOf(project, scenes, reports, stories, spent);
}

export async function exportCommand(path: string, flags: ExportFlags, world: World): Promise<Status> {
  const { signal, onProgress } = world;
  const options = { signal, onProgress };
  const from = performance.now();
  // A picture that is gone or changed is told with its page, when that page is printed; the other pages can be.
  const file = await openProject(path, { ...options, toCheck: true });
  const read = Math.round((performance.now() - from) * 10) / 10;
  const pages = pagesOf(file.project, flags.pages);
  // Whoever asks for the digital edition alone gets no PDF beside it.
  const parts = flags.digital !== undefined && flags.out === undefined ? [] : partsOf(path, flags, file.project, pages);
  checkNames([...parts.map((p) => p.path), ...(flags.report ? [flags.report] : [])], [path, ...(flags.icc ? [flags.icc] : [])]);
  const pictureBytes = async (sha256: string): Promise<Uint8Array> => placedBytes(file, sha256);
  const { profile, icc, marks, bleed: bleedMm, ink: inkPercent, digital } = flags;
  const { project } = file;
  let found: Found | undefined;
  const whilePacking = (scenes: readonly Scene[]): void => {
    found = findingsOf(project, scenes, world.language);
  };
  const made = await exportIssue(
    { project, pictureBytes, pages, parts, profile, icc, marks, bleedMm, inkPercent, digital, whilePacking },
    options,
  );
  found ??= findingsOf(project, made.scenes, world.language);
  const figures = report(project, pages, made.scenes, found, { read, arrange: 0, ...made.milliseconds });
  const outputs = [...made.outputs];
  if (flags.report) outputs.push({ path: flags.report, bytes: jsonBytes(figures), lasting: false });
  await write(outputs, world, flags.digital);
  for (const note of new Set(made.notes.map((n) => n.say(world.language ?? 'en')))) world.warn(note);
  return warnOfErrors(figures, world) ? 1 : 0;
}
