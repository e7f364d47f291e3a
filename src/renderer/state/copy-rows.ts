/** A copy as the desk shows it: its stories' passages in order, and between them what stands in no story. Pure. */
import { type Copy, type Rest, restOf, roleAt } from '../../core/copy/index.ts';
import type { Project } from '../../core/document/index.ts';
import { type Passage, passages, type Story, type TextPlace } from '../../core/story/index.ts';

export type RowRole = ReturnType<typeof roleAt> | 'furniture' | 'separator' | 'aside';

export interface PassageRow {
  readonly kind: 'passage';
  readonly key: string;
  readonly story: string;
  readonly place: TextPlace;
  readonly passage: Passage;
  readonly role: RowRole;
  readonly confidence: number;
}

export interface RestRow {
  readonly kind: 'rest';
  readonly key: string;
  readonly span: Rest['span'];
  readonly role: 'furniture' | 'separator' | 'aside';
  readonly text: string;
  readonly confidence: number;
}

export interface StoryRow {
  readonly kind: 'story';
  readonly key: string;
  readonly story: Story;
}

export type CopyRow = PassageRow | RestRow | StoryRow;

/** Less sure than this is doubtful, and asked about first. */
const DOUBT = 0.75;

export const placeKey = (story: string, place: TextPlace): string =>
  `p:${story}:${place.field}:${place.field === 'body' ? place.block : 'picture' in place ? place.picture : 0}`;

/** The copies of a project that have not been emptied, in the order their stories stand. */
export function copiesOf(project: Project): Copy[] {
  const ids = new Set<string>();
  for (const id of project.storyOrder)
    for (const { passage } of passages(project.stories[id] as Story)) if (passage.origin) ids.add(passage.origin.copy);
  for (const id of Object.keys(project.copies)) ids.add(id);
  return [...ids].flatMap((id) => project.copies[id] ?? []);
}

/** Stories that hold anything of a copy, in the desk's order. */
export const storiesOf = (project: Project, copy: string): Story[] =>
  project.storyOrder.flatMap((id) => {
    const story = project.stories[id];
    return story && passages(story).some((p) => p.passage.origin?.copy === copy) ? [story] : [];
  });

const startOf = (row: CopyRow, copy: string): number =>
  row.kind === 'rest'
    ? row.span[0]
    : row.kind === 'passage' && row.passage.origin?.copy === copy
      ? (row.passage.origin.spans[0]?.[0] ?? -1)
      : -1;

/** The rows of stories as they are: a story that has not changed keeps its rows, so that the list need not draw them again. */
const kept = new WeakMap<Story, readonly (StoryRow | PassageRow)[]>();

function rowsOfStory(story: Story): readonly (StoryRow | PassageRow)[] {
  const known = kept.get(story);
  if (known) return known;
  const rows = [{ kind: 'story' as const, key: `s:${story.id}`, story }, ...passageRows(story)];
  kept.set(story, rows);
  return rows;
}

function passageRows(story: Story): PassageRow[] {
  return passages(story).map(({ place, passage }) => ({
    kind: 'passage',
    key: placeKey(story.id, place),
    story: story.id,
    place,
    passage,
    role: roleAt(story, place),
    confidence: passage.origin?.confidence ?? 1,
  }));
}

/** All rows of a copy. What stands in no story follows the passage it stood behind. */
export function rowsOf(project: Project, copy: Copy): CopyRow[] {
  const stories = storiesOf(project, copy.id);
  const rows: CopyRow[] = stories.flatMap((story): readonly CopyRow[] => rowsOfStory(story));
  for (const rest of restOf(copy, stories)) {
    const text = copy.text.slice(...rest.span);
    if (rest.what === 'mark' || text.trim() === '') continue;
    const row: RestRow = { kind: 'rest', key: `r:${rest.span[0]}`, span: rest.span, role: rest.what, text, confidence: rest.confidence };
    let [at, near] = [0, -1];
    rows.forEach((r, i) => {
      const start = startOf(r, copy.id);
      if (start >= 0 && start < rest.span[0] && start > near) [at, near] = [i + 1, start];
    });
    rows.splice(at, 0, row);
  }
  return rows;
}

/** Where a row's words stand in the copy; nothing of a story's own row, nor of what was typed. */
const spanOf = (row: CopyRow, copy: string): readonly [number, number] | null =>
  row.kind === 'rest'
    ? row.span
    : row.kind === 'passage' && row.passage.origin?.copy === copy
      ? (row.passage.origin.spans[0] ?? null)
      : null;

/** The row that now holds the first character of what a row held; null where that was typed, or is a story's own row. */
export function holderOf(rows: readonly CopyRow[], was: CopyRow, copy: string): CopyRow | null {
  const at = spanOf(was, copy)?.[0];
  if (at === undefined) return null;
  return (
    rows.find((row) => {
      const span = spanOf(row, copy);
      return span !== null && span[0] <= at && at < span[1];
    }) ?? null
  );
}

/** The row to go to from one that is gone: its story's, else the one in its place. */
export function successorOf(rows: readonly CopyRow[], gone: CopyRow, place: number): CopyRow | null {
  const story = gone.kind === 'story' ? gone.story.id : gone.kind === 'passage' ? gone.story : null;
  return rows.find((r) => r.kind === 'story' && r.story.id === story) ?? rows[Math.min(place, rows.length - 1)] ?? null;
}

export const doubtful = (row: CopyRow): row is PassageRow | RestRow => row.kind !== 'story' && row.confidence < DOUBT;

/** What is in doubt, in a story or set aside, the least sure first. */
export const doubts = (rows: readonly CopyRow[]): (PassageRow | RestRow)[] =>
  rows.filter(doubtful).sort((a, b) => a.confidence - b.confidence);

/** Characters of a copy by where they are, white space left out. */
export interface Tally {
  readonly all: number;
  readonly placed: number;
  readonly furniture: number;
  readonly aside: number;
  readonly marks: number;
}

export function tallyOf(project: Project, copy: Copy): Tally {
  const count = (s: string): number => [...s.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')].length;
  const sum = { furniture: 0, aside: 0, marks: 0 };
  for (const { span, what } of restOf(copy, storiesOf(project, copy.id))) {
    const n = count(copy.text.slice(...span));
    if (what === 'furniture') sum.furniture += n;
    else if (what === 'aside') sum.aside += n;
    else sum.marks += n;
  }
  const all = count(copy.text);
  return { all, placed: all - sum.furniture - sum.aside - sum.marks, ...sum };
}
