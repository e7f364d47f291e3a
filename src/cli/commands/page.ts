/** `banxin page`: copy and pictures to finished proposals of one page. */

import type { Page } from '../../core/document/index.ts';
import { findingsOf } from '../../jobs/checkProject.ts';
import type { Output } from '../../jobs/deliver.ts';
import { drawPng } from '../../jobs/drawPng.ts';
import { exportPdf, type PressNote, type Profile } from '../../jobs/exportPdf.ts';
import { type MadePage, makePage } from '../../jobs/makePage.ts';
import type { Proposal } from '../../jobs/propose.ts';
import { type PageReport, pageReport, type Report, reportOf } from '../../jobs/report.ts';
import { projectBytes } from '../../jobs/saveProject.ts';
import { copySources, isFolder } from '../input.ts';
import { Misuse } from '../misuse.ts';
import { numbered } from '../names.ts';
import { checkNames, jsonBytes, write } from '../outputs.ts';
import type { Status, World } from '../world.ts';
import { warnOfErrors } from './errors.ts';
import { tellLeftOut } from './leftOut.ts';

export interface PageFlags {
  readonly encoding?: string;
  readonly photos?: string;
  readonly preset?: string;
  readonly manner?: string;
  readonly pages: number;
  readonly alternatives: number;
  readonly seed?: number;
  readonly paper?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly section?: string;
  readonly editors?: string;
  readonly number?: number;
  readonly out?: string;
  readonly project?: string;
  readonly report?: string;
  readonly png?: string;
  readonly profile: Profile;
}

const DEFAULT_OUT = 'page.pdf';

/** The outputs asked for; a call that names none wants the PDF. */
function wanted(flags: PageFlags): Required<Pick<PageFlags, never>> & Partial<Record<'out' | 'project' | 'report' | 'png', string>> {
  const { out, project, report, png } = flags;
  if (out ?? project ?? report ?? png)
    return { ...(out ? { out } : {}), ...(project ? { project } : {}), ...(report ? { report } : {}), ...(png ? { png } : {}) };
  return { out: DEFAULT_OUT };
}

interface Finished {
  readonly outputs: Output[];
  readonly report: Report;
  /** What the press had to say of pictures. */
  readonly notes: readonly PressNote[];
}

/** The figures of a proposal's pages. What found no page at all is told with the last. */
function figuresOf({ project, pages, scenes, scores, left }: Proposal, world: World): PageReport[] {
  const found = findingsOf(project, scenes, world.language);
  return scenes.map((scene, i) => {
    const own = found.get(scene.page) ?? [];
    return pageReport(project, pages[i] as Page, scene, own, { score: scores[i] ?? 0, left: i === pages.length - 1 ? left : [] });
  });
}

/** Everything one proposal gives, in memory. */
async function finish(made: MadePage, proposal: Proposal, index: number, flags: PageFlags, world: World): Promise<Finished> {
  const { project, scenes } = proposal;
  const paths = wanted(flags);
  const name = (path: string): string => numbered(path, index, made.proposals.length);
  const pictureBytes = async (sha256: string): Promise<Uint8Array> => made.pictures.get(sha256) as Uint8Array;
  const outputs: Output[] = [];
  let spent = 0;
  let notes: readonly PressNote[] = [];
  if (paths.out) {
    const { signal, onProgress } = world;
    const pdf = await exportPdf({ project, pictureBytes, pages: null, profile: flags.profile, scenes }, { signal, onProgress });
    spent = pdf.milliseconds.write;
    outputs.push({ path: name(paths.out), bytes: pdf.bytes, lasting: false });
    notes = pdf.notes;
  }
  if (paths.png)
    for (const [i, scene] of scenes.entries()) {
      const path = numbered(name(paths.png), i, scenes.length);
      outputs.push({ path, bytes: await drawPng(project, scene, pictureBytes), lasting: false });
    }
  if (paths.project) outputs.push({ path: name(paths.project), bytes: projectBytes({ project, pictures: made.pictures }) });
  const report = reportOf(project, scenes, figuresOf(proposal, world), project.storyOrder, { ...made.milliseconds, write: spent });
  if (paths.report) outputs.push({ path: name(paths.report), bytes: jsonBytes(report), lasting: false });
  return { outputs, report, notes };
}

export async function pageCommand(copy: readonly string[], flags: PageFlags, world: World): Promise<Status> {
  const { signal, onProgress } = world;
  const names = Object.values(wanted(flags));
  checkNames(names, copy);
  if (flags.photos !== undefined && !isFolder(flags.photos)) throw new Misuse('not-a-folder', { path: flags.photos });
  const made = await makePage({ ...flags, copy: await copySources(copy, world) }, { signal, onProgress, onLeftOut: tellLeftOut(world) });
  const finished: Finished[] = [];
  for (const [i, proposal] of made.proposals.entries()) finished.push(await finish(made, proposal, i, flags, world));
  const outputs = finished.flatMap((f) => f.outputs);
  // Once more, with the numbers they have got.
  checkNames(
    outputs.map((o) => o.path),
    copy,
  );
  await write(outputs, world);
  if (made.proposals.length < flags.alternatives)
    world.warn(world.say('fewer', { made: made.proposals.length, wanted: flags.alternatives }));
  if (made.unused.length > 0) world.warn(world.say('unused-photos', { names: made.unused.join(', ') }));
  for (const note of new Set(finished.flatMap((f) => f.notes.map((n) => n.say(world.language ?? 'en'))))) world.warn(note);
  const bad = finished.map((f) => warnOfErrors(f.report, world));
  return bad.includes(true) ? 1 : 0;
}
