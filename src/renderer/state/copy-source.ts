/** A copy read anew: in another encoding, or from its file as it is now. */
import { type Copy, merge, named, resolve, type Side } from '../../core/copy/index.ts';
import type { Edit } from '../../core/document/index.ts';
import { passages, type Story } from '../../core/story/index.ts';
import { bridge } from '../bridge.ts';
import { ask } from '../worker/client.ts';
import { commit } from './change.ts';
import { storiesOf } from './copy-rows.ts';
import { copyView, forgetNewer, setCopyView } from './copy-view.ts';
import { desk } from './desk.ts';
import { freshId, putStory } from './edits.ts';
import { tell } from './notices.ts';
import { placesOf } from './selection.ts';

/** The same bytes as another encoding, for a look; null where they are no longer at hand. */
export async function decodeAs(copy: string, encoding: string): Promise<Copy | null> {
  const answer = await bridge.call('copy.decode', { copy, encoding });
  return answer.ok ? answer.value : null;
}

/** A story's words, and what each of them is. */
const words = (story: Story): string =>
  JSON.stringify([passages(story).map(({ place, passage }) => [place, passage.text]), story.body.map((b) => b.type)]);

/** How many of a copy's stories are no longer as they were read: reading it anew would lose the editor's own changes. */
export async function editedStories(copy: Copy): Promise<number> {
  const { project } = desk();
  if (!project) return 0;
  const asRead = new Set((await ask('read', { copy })).stories.map(words));
  return storiesOf(project, copy.id).filter((s) => !asRead.has(words(s))).length;
}

/** Read a copy anew. Its stories take the new ones' words in their order; what stands on a page keeps its place. */
export async function readAnew(copy: Copy): Promise<void> {
  const reading = await ask('read', { copy });
  const { project } = desk();
  if (!project) return;
  const old = storiesOf(project, copy.id);
  const over = old.slice(reading.stories.length);
  if (over.some((s) => placesOf(project.pages, s.id).length > 0)) return tell('info', 'desk.onPage');
  const edits: Edit[] = [{ kind: 'copy', id: copy.id, after: named(reading) }];
  let id = '';
  for (const [i, story] of reading.stories.entries()) {
    const was = old[i];
    // A name that the project has not given yet, nor this step.
    id =
      was?.id ??
      freshId({ ...project, storyOrder: [...project.storyOrder, ...edits.flatMap((e) => (e.kind === 'story' ? [e.id] : []))] }, 's');
    edits.push(putStory({ ...story, id, pictures: was?.pictures ?? story.pictures }));
  }
  for (const s of over) edits.push({ kind: 'story', id: s.id, after: null });
  if (!commit('copy.encoding', { kind: 'all', edits })) return;
  setCopyView({ over: null, row: null });
  tell('done', 'desk.readAs', { encoding: copy.encoding });
}

/** What the newer file of a copy changes; null where nothing waits. */
export function mergeOf(copy: string) {
  const { project } = desk();
  const [old, next] = [project?.copies[copy], copyView().newer[copy]];
  return project && old && next ? merge(old, next, storiesOf(project, copy)) : null;
}

/** Take the newer file, as chosen. One step. */
export function takeMerge(copy: string, choices: readonly (Side | null)[]): void {
  const { project } = desk();
  const m = mergeOf(copy);
  if (!project || !m) return;
  const before = storiesOf(project, copy);
  const after = resolve(m, before, choices);
  const edits: Edit[] = [{ kind: 'copy', id: copy, after: after.copy }];
  for (const [i, story] of after.stories.entries()) {
    if (story === before[i]) continue;
    const gone = passages(story).length === 0 && story.pictures.length === 0 && placesOf(project.pages, story.id).length === 0;
    edits.push(gone ? { kind: 'story', id: story.id, after: null } : putStory(story));
  }
  if (!commit('copy.newer', { kind: 'all', edits })) return;
  forgetNewer(copy);
  setCopyView({ over: null });
  tell('done', 'desk.merged', { name: after.copy.name });
}

/**
 * The newer file in the encoding that the editor has chosen for it: what main guessed is as wrong as it was the first time.
 * A file that is UTF-8 now was saved as that, and is taken so.
 */
async function asChosen(known: Copy, next: Copy): Promise<Copy> {
  if (next.encoding === known.encoding || next.encoding.startsWith('utf')) return next;
  return (await decodeAs(known.id, known.encoding)) ?? next;
}

/** From now on a source that changes on the disk is said and kept for merging; one that is as it was read again is neither. */
export function followSources(): void {
  bridge.on('copy-changed', ({ copy, next: guessed }) => {
    const chosen = desk().project?.copies[copy];
    if (!chosen) return;
    void asChosen(chosen, guessed).then((next) => {
      const known = desk().project?.copies[copy];
      if (!known) return;
      if (known.text === next.text) return forgetNewer(copy);
      setCopyView({ newer: { ...copyView().newer, [copy]: next } });
      tell('info', 'desk.changed', { name: known.name });
    });
  });
}
