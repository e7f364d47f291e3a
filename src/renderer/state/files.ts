/** Files as the window handles them: it asks main, and turns what arrives into edits. */

import { type Copy, named } from '../../core/copy/index.ts';
import type { Edit, Picture, Project } from '../../core/document/index.ts';
import { apply, framesOf } from '../../core/document/index.ts';
import type { GridRect } from '../../core/measure/index.ts';
import { countCharacters, passages, type Story } from '../../core/story/index.ts';
import type { Answer, Arrived, Handle, Opened, PressOrder, Profile } from '../../ipc/contract.ts';
import { bridge } from '../bridge.ts';
import type { Point } from '../canvas/camera.ts';
import { partsAt } from '../canvas/hit.ts';
import { ask } from '../worker/client.ts';
import { commit, Gesture, openProject } from './change.ts';
import { showCopy } from './copy-view.ts';
import { desk, isDirty, pageOf, sceneOf, setDesk } from './desk.ts';
import { freshId, givePicture, together } from './edits.ts';
import { tell, tellText } from './notices.ts';
import { boundsOf, onlyArticle, picked } from './selection.ts';

/** The value of an answer; a problem that main has not shown is told here. Null for a problem. */
export function take<T>(answer: Answer<T>): T | null {
  if (answer.ok) return answer.value;
  if (!answer.problem.told) tellText('error', answer.problem.message);
  return null;
}

/** Ask what to do with unsaved work. False: stay. */
async function mayLeave(): Promise<boolean> {
  const s = desk();
  if (!isDirty(s)) return true;
  const choice = take(await bridge.call('ask.unsaved', { name: s.name ?? '' }));
  if (choice === 'save') return save(false);
  return choice === 'discard';
}

function takeUp(opened: Opened): void {
  const old = desk().document;
  if (old && old !== opened.document) void bridge.call('project.close', { document: old });
  setDesk({ document: opened.document, name: opened.name });
  openProject(opened.project);
  setDesk({ amiss: opened.amiss });
  const gone = Object.keys(opened.amiss).length;
  if (gone > 0) tell('error', 'notice.picturesAmiss', { count: gone });
  if (opened.unsaved.length === 0) return;
  let project = opened.project;
  for (const edit of opened.unsaved) {
    const r = apply(project, edit);
    if (r.ok) project = r.project;
  }
  const lost = opened.project;
  openProject(project);
  setDesk({ saved: lost });
  tell('info', 'notice.recovered');
}

export async function newProject(preset: string): Promise<void> {
  if (!(await mayLeave())) return;
  const opened = take(await bridge.call('project.new', { preset }));
  if (opened) takeUp(opened);
}

export async function openFile(file: Handle | null): Promise<void> {
  if (!(await mayLeave())) return;
  const opened = take(await bridge.call('project.open', { file }));
  if (opened) takeUp(opened);
}

export async function openSample(name: string): Promise<void> {
  const opened = take(await bridge.call('project.sample', { name }));
  if (opened) takeUp(opened);
}

export async function recover(): Promise<void> {
  const opened = take(await bridge.call('project.recover', null));
  if (opened) takeUp(opened);
}

/** True where the project is on the disk as it is here. */
export async function save(as: boolean): Promise<boolean> {
  const { document, project } = desk();
  if (!document || !project) return false;
  const saved = take(await bridge.call('project.save', { document, project, as }));
  if (!saved) return false;
  setDesk({ document: saved.document, name: saved.name, saved: project });
  const [first] = saved.without;
  if (first === undefined) tell('done', 'notice.saved', { name: saved.name });
  else tell('error', 'notice.savedWithout', { name: saved.name, picture: first, count: saved.without.length });
  return true;
}

/** Stories as read, under ids that the project does not have, after those it has. */
function storyEdits(project: Project, copy: Copy, stories: readonly Story[]): Edit[] {
  const edits: Edit[] = [{ kind: 'copy', id: copy.id, after: copy }];
  let now = project;
  for (const story of stories) {
    const id = freshId(now, 's');
    const after = { ...story, id };
    const edit: Edit = { kind: 'story', id, after };
    const r = apply(now, edit);
    if (r.ok) now = r.project;
    edits.push(edit);
  }
  return edits;
}

/** Everything that came at once is read and taken in as one step. */
async function takeCopies(copies: readonly Copy[]): Promise<void> {
  const { project } = desk();
  if (!project || copies.length === 0) return;
  const edits: Edit[] = [];
  let now = project;
  let [stories, characters] = [0, 0];
  for (const copy of copies) {
    const known = now.storyOrder.some((id) => passages(now.stories[id] as Story).some((p) => p.passage.origin?.copy === copy.id));
    if (known) {
      tell('info', 'notice.copyKnown', { name: copy.name });
      showCopy(copy.id);
      continue;
    }
    const reading = await ask('read', { copy });
    if (reading.stories.length === 0) tell('error', 'notice.nothingRead', { name: copy.name });
    else {
      const made: Edit = { kind: 'all', edits: storyEdits(now, named(reading), reading.stories) };
      const r = apply(now, made);
      if (!r.ok) continue;
      now = r.project;
      edits.push(...made.edits);
      stories += reading.stories.length;
      characters += reading.stories.reduce((sum, s) => sum + countCharacters(s), 0);
    }
  }
  if (edits.length === 0 || !commit('copy.open', { kind: 'all', edits })) return;
  const first = edits.find((e) => e.kind === 'story');
  if (first?.kind === 'story') setDesk({ story: first.id });
  const copy = edits.find((e) => e.kind === 'copy');
  if (copy?.kind === 'copy') showCopy(copy.id);
  tell('done', 'notice.read', { stories, characters });
}

const putPicture = (picture: Picture): Edit => ({ kind: 'picture', id: picture.id, after: picture });

/** The story and its picture's place that a picture would go to: the selected photo, else the story's first empty place, else a new one. */
function pictureTarget(at: Point | null): { story: Story; slot: number } | null {
  const s = desk();
  const [page, scene] = [pageOf(s), sceneOf(s)];
  const under = at && scene ? partsAt(scene, at, 0).map((p) => p.frame) : [];
  const ids = [...under, ...s.selected.map(picked).flatMap((p) => (p.kind === 'frame' ? [p.id] : []))];
  for (const id of ids) {
    const frame = page?.frames.find((f) => f.id === id);
    const story = s.project?.stories[page?.articles.find((a) => a.id === frame?.article)?.story ?? ''];
    if (story && frame?.shows.kind === 'photo') return { story, slot: frame.shows.picture };
  }
  const article = page && onlyArticle(page, s.selected);
  const story = s.project?.stories[page?.articles.find((a) => a.id === article)?.story ?? s.story ?? ''];
  if (!story) return null;
  const empty = story.pictures.findIndex((p) => p.picture === null);
  return { story, slot: empty >= 0 ? empty : story.pictures.length };
}

/** Where a story stands on the page that is shown: its article and the place of it. */
function standsHere(story: string): { page: string; article: string; at: GridRect } | null {
  const page = pageOf(desk());
  const article = page?.articles.find((a) => a.story === story);
  const at = page && article ? boundsOf(framesOf(page, article.id)) : null;
  return page && article && at ? { page: page.id, article: article.id, at } : null;
}

async function takePictures(pictures: readonly Picture[], at: Point | null): Promise<void> {
  const { project } = desk();
  const [first] = pictures;
  if (!project || !first) return;
  const edits: Edit[] = pictures.filter((p) => !project.pictures[p.id]).map(putPicture);
  const target = pictureTarget(at);
  if (target) edits.push(givePicture(target.story, target.slot, first));
  else tell('info', 'notice.pictureKept');
  const place = target && target.slot >= target.story.pictures.length ? standsHere(target.story.id) : null;
  const gesture = new Gesture('picture.place');
  const edit = together(edits);
  gesture.to(edit);
  // A picture the story did not have needs room: its article is set anew where it stands, in the same step.
  const fitted = edit && place ? await ask('fit', { ...place, back: null }).catch(() => null) : null;
  if (edit && fitted) gesture.to({ kind: 'all', edits: [edit, fitted] });
  gesture.end();
}

/** Take in what a dialog, a drop or the clipboard brought. */
export async function takeArrived(arrived: Arrived, at: Point | null): Promise<void> {
  for (const sentence of arrived.refused) tellText('error', sentence);
  const [project] = arrived.projects;
  if (project) return openFile(project.file);
  // What brought nothing begins no issue.
  if (arrived.copies.length + arrived.pictures.length === 0) return;
  if (!desk().project) {
    const preset = desk().presets[0];
    if (!preset) return;
    await newProject(preset.id);
  }
  try {
    await takeCopies(arrived.copies);
  } catch (e) {
    tellText('error', e instanceof Error ? e.message : String(e));
  }
  await takePictures(arrived.pictures, at);
}

export async function importCopy(): Promise<void> {
  const arrived = take(await bridge.call('copy.open', null));
  if (arrived) await takeArrived(arrived, null);
}

export async function placePhoto(): Promise<void> {
  const arrived = take(await bridge.call('picture.open', null));
  if (arrived) await takeArrived(arrived, null);
}

/** Called while a drop is handled. */
export async function dropFiles(at: Point | null): Promise<void> {
  const arrived = take(await bridge.call('files.dropped', null));
  if (arrived) await takeArrived(arrived, at);
}

let jobs = 0;

export async function exportPdf(profile: Profile, pages: readonly string[] | null, order: PressOrder): Promise<void> {
  const { document, project, exporting } = desk();
  if (!document || !project || exporting) return;
  const job = `export-${++jobs}`;
  setDesk({ exporting: { job, done: 0, total: pages?.length ?? project.pages.length } });
  const done = take(await bridge.call('project.export', { document, project, job, profile, pages, order }));
  setDesk({ exporting: null });
  if (!done) return;
  // One file that came out as anyone would expect needs a sentence; anything else is listed.
  if (done.files.length > 1 || done.notes.length > 0) return setDesk({ exported: done, dialog: 'exported' });
  tell('done', 'notice.exported', { name: done.name, pages: done.pages, seconds: (done.milliseconds / 1000).toFixed(1) }, done.file);
}

export function cancelExport(): void {
  const { exporting } = desk();
  if (exporting) void bridge.call('job.cancel', { job: exporting.job });
}
