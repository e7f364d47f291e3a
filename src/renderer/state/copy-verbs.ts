/** What one key of the copy desk does: each an Edit of its own, with every character still in exactly one place. */
import {
  type Copy,
  changeRole,
  type DeskRole,
  joinPassages,
  mergeStories,
  passageFrom,
  putAs,
  refuseKind,
  refuseRepair,
  setAside,
  splitPassage,
  startHere,
  takeRepair,
  without,
} from '../../core/copy/index.ts';
import type { Edit, Project } from '../../core/document/index.ts';
import { withPassage } from '../../core/document/index.ts';
import { type Change, emptyStory, type Passage, passageAt, passages, type Story, type TextPlace } from '../../core/story/index.ts';
import { commit } from './change.ts';
import { type CopyRow, type PassageRow, placeKey, type RestRow, rowsOf, storiesOf } from './copy-rows.ts';
import { copyView, setCopyView } from './copy-view.ts';
import { desk, setDesk } from './desk.ts';
import { freshId, putStory } from './edits.ts';
import { tell } from './notices.ts';
import { placesOf } from './selection.ts';

const storyOf = (project: Project, id: string): Story => project.stories[id] as Story;
const copyOf = (project: Project, p: Passage): Copy | null => (p.origin ? (project.copies[p.origin.copy] ?? null) : null);
const putCopy = (copy: Copy): Edit => ({ kind: 'copy', id: copy.id, after: copy });

/** Make the edits one step, and lead the hand to where the passage now stands. */
function done(label: string, edits: readonly Edit[], to: string | null): void {
  if (!commit(label, { kind: 'all', edits })) return;
  setCopyView({ row: to ?? copyView().row, repair: 0 });
}

/** A story that has nothing left goes, unless it stands on a page. */
function leave(project: Project, story: Story): Edit {
  const empty = passages(story).length === 0 && story.pictures.length === 0;
  return empty && placesOf(project.pages, story.id).length === 0 ? { kind: 'story', id: story.id, after: null } : putStory(story);
}

/** The story that words standing in none belong to: that of the row before them, else the first, else a new one. */
function storyFor(project: Project, copy: Copy, row: RestRow): Story {
  const rows = rowsOf(project, copy);
  const before = rows
    .slice(
      0,
      rows.findIndex((r) => r.key === row.key),
    )
    .reverse();
  const near = before.find((r): r is PassageRow => r.kind === 'passage');
  const id = near?.story ?? storiesOf(project, copy.id)[0]?.id;
  return id ? storyOf(project, id) : emptyStory(freshId(project, 's'), project.paper.language);
}

/** Give a row a role; words that stand in no story come back into one. */
export function giveRole(row: CopyRow, role: DeskRole): void {
  const { project } = desk();
  const copy = project?.copies[copyView().copy ?? ''];
  if (!project || row.kind === 'story') return;
  if (row.kind === 'passage') {
    const put = changeRole(storyOf(project, row.story), row.place, role);
    if (put) done('copy.role', [putStory(put.story)], placeKey(row.story, put.place));
    return;
  }
  if (!copy) return;
  const story = storyFor(project, copy, row);
  const display = role !== 'paragraph' && role !== 'note' && role !== 'caption';
  const put = putAs(story, role, passageFrom(copy, row.span, story.language, display));
  const asides = (copy.asides ?? []).filter((a) => a.span[0] >= row.span[1] || a.span[1] <= row.span[0]);
  const { asides: _was, ...plain } = copy;
  const edits = [putCopy(asides.length > 0 ? { ...plain, asides } : plain), putStory(put.story)];
  done('copy.back', edits, placeKey(story.id, put.place));
}

/** Take a row out of the stories, under a name: page furniture, or set aside. */
export function putAside(row: CopyRow, what: 'furniture' | 'aside'): void {
  const { project } = desk();
  if (!project || row.kind === 'story') return;
  if (row.kind === 'rest') {
    const copy = project.copies[copyView().copy ?? ''];
    if (copy) done('copy.aside', [putCopy(setAside(copy, [row.span], what))], row.key);
    return;
  }
  const story = storyOf(project, row.story);
  const copy = copyOf(project, row.passage);
  const { origin } = row.passage;
  const edits: Edit[] = copy && origin ? [putCopy(setAside(copy, origin.spans, what))] : [];
  done('copy.aside', [...edits, leave(project, without(story, row.place))], origin ? `r:${origin.spans[0]?.[0]}` : null);
}

const before = (rows: readonly CopyRow[], row: CopyRow): PassageRow | null => {
  const at = rows.findIndex((r) => r.key === row.key);
  return (
    rows
      .slice(0, at)
      .reverse()
      .find((r): r is PassageRow => r.kind === 'passage') ?? null
  );
};

/** A row becomes the end of the one before it. */
export function joinRow(rows: readonly CopyRow[], row: CopyRow): void {
  const { project } = desk();
  const to = before(rows, row);
  if (!project || row.kind === 'story') return;
  if (!to) {
    tell('info', 'desk.nothingBefore');
    return;
  }
  const copy = copyOf(project, to.passage) ?? project.copies[copyView().copy ?? ''] ?? null;
  const into = storyOf(project, to.story);
  const own = row.kind === 'passage' ? row.passage : copy ? passageFrom(copy, row.span, into.language, false) : null;
  const joined = own && joinPassages(copy, to.passage, own);
  if (!joined) {
    tell('info', 'desk.twoCopies');
    return;
  }
  const target = withPassage(into, to.place, (p) => ({ ...p, ...joined }));
  if (row.kind === 'rest') {
    done('copy.join', [putStory(target)], to.key);
    return;
  }
  const edits =
    row.story === to.story
      ? [putStory(without(target, row.place))]
      : [putStory(target), leave(project, without(storyOf(project, row.story), row.place))];
  done('copy.join', edits, to.key);
}

/** A passage of a body cut in two; of a field, what follows the cut goes first into the body. */
export function splitRow(story: string, place: TextPlace, at: number): void {
  const { project } = desk();
  const now = project?.stories[story];
  const p = now && passageAt(now, place);
  if (!project || !now || !p || at <= 0 || at >= p.text.length) return;
  const [a, b] = splitPassage(copyOf(project, p), p, at);
  const first = withPassage(now, place, ({ marks: _m, ...rest }) => ({ ...rest, ...a }));
  const type = place.field === 'body' ? (now.body[place.block]?.type ?? 'paragraph') : 'paragraph';
  const put = putAs(first, type, b, place.field === 'body' ? place.block + 1 : 0);
  done('copy.split', [putStory(put.story)], placeKey(story, put.place));
}

const standsOnPage = (project: Project, story: string): boolean => placesOf(project.pages, story).length > 0;

/** A new story begins at a row. */
export function beginStory(row: CopyRow): void {
  const { project } = desk();
  if (!project || row.kind !== 'passage') return;
  const id = freshId(project, 's');
  const cut = startHere(storyOf(project, row.story), row.place, id);
  if (!cut) {
    tell('info', 'desk.alreadyFirst');
    return;
  }
  const [first, second] = cut;
  const index = project.storyOrder.indexOf(row.story) + 1;
  const [top] = passages(second);
  done('copy.begin', [putStory(first), { kind: 'story', id, after: second, index }], top ? placeKey(id, top.place) : null);
  setDesk({ story: id });
}

/** The whole story of a row goes to the end of the one before it. */
export function mergeUp(row: CopyRow): void {
  const { project } = desk();
  if (!project || row.kind === 'rest') return;
  const id = row.kind === 'story' ? row.story.id : row.story;
  const into = project.storyOrder[project.storyOrder.indexOf(id) - 1];
  if (!into) {
    tell('info', 'desk.nothingBefore');
    return;
  }
  if (standsOnPage(project, id)) {
    tell('info', 'desk.onPage');
    return;
  }
  const merged = mergeStories(storyOf(project, into), storyOf(project, id));
  done('copy.merge', [putStory(merged), { kind: 'story', id, after: null }], `s:${into}`);
  setDesk({ story: into });
}

/** A passage goes to another story, under the role it has where that is free. */
export function sendTo(row: CopyRow, to: string): void {
  const { project } = desk();
  if (!project || row.kind !== 'passage' || to === row.story || !project.stories[to]) return;
  const role = row.role as DeskRole;
  const target = storyOf(project, to);
  const taken = row.place.field !== 'body' && passageAt(target, row.place) !== null;
  const put = putAs(target, taken ? 'paragraph' : role, row.passage);
  const from = leave(project, without(storyOf(project, row.story), row.place));
  done('copy.send', [putStory(put.story), from], placeKey(to, put.place));
}

const ladder = ['label', 'kicker', 'headline', 'deck', 'byline'] as const;

/** One place up or down: within the body, along the fields of the head, and over a story's border into the next. */
export function moveRow(row: CopyRow, by: 1 | -1): void {
  const { project } = desk();
  if (!project || row.kind !== 'passage') return;
  const story = storyOf(project, row.story);
  const { place } = row;
  if (place.field === 'body') {
    const to = place.block + by;
    const block = story.body[place.block];
    if (!block) return;
    if (to >= 0 && to < story.body.length) {
      const body = story.body.filter((_, i) => i !== place.block);
      body.splice(to, 0, block);
      done('copy.move', [putStory({ ...story, body })], placeKey(story.id, { field: 'body', block: to }));
      return;
    }
    const other = project.storyOrder[project.storyOrder.indexOf(story.id) + by];
    if (!other) {
      tell('info', by < 0 ? 'desk.nothingBefore' : 'desk.nothingAfter');
      return;
    }
    const put = putAs(storyOf(project, other), block.type, block, by < 0 ? Number.MAX_SAFE_INTEGER : 0);
    done('copy.move', [putStory(put.story), leave(project, without(story, place))], placeKey(other, put.place));
    return;
  }
  const step = ladder.indexOf(place.field as (typeof ladder)[number]);
  const next = step < 0 ? undefined : ladder[step + by];
  if (next) giveRole(row, next);
  else tell('info', by < 0 ? 'desk.nothingBefore' : 'desk.nothingAfter');
}

export interface Repair extends Change {
  /** Its number among the made or among the refused. */
  readonly index: number;
  readonly refused: boolean;
}

/** The repairs of a passage as they stand in it, made and refused: refusing one moves none. */
export const repairsOf = (p: Passage): Repair[] =>
  [
    ...(p.origin?.changes ?? []).map((c, index) => ({ ...c, index, refused: false })),
    ...(p.origin?.refused ?? []).map((c, index) => ({ ...c, index, refused: true })),
  ].sort((a, b) => a.at - b.at);

/** Refuse a repair, or take a refused one again. */
export function turnRepair(row: CopyRow, n: number): void {
  const { project } = desk();
  if (!project || row.kind !== 'passage') return;
  const repair = repairsOf(row.passage)[n];
  if (!repair) {
    tell('info', 'desk.noRepair');
    return;
  }
  const next = repair.refused ? takeRepair(row.passage, repair.index) : refuseRepair(row.passage, repair.index);
  if (next === row.passage) {
    tell('info', 'desk.repairChanged');
    return;
  }
  const story = withPassage(storyOf(project, row.story), row.place, (p) => ({ ...p, ...next }));
  if (commit(repair.refused ? 'copy.takeRepair' : 'copy.refuse', putStory(story))) setCopyView({ row: row.key });
}

/** Every repair of one kind in the copy that is shown is refused, as one step. */
export function refuseAll(reason: string): void {
  const { project } = desk();
  const copy = copyView().copy;
  if (!project || !copy) return;
  const edits = storiesOf(project, copy).flatMap((story): Edit[] => {
    let next = story;
    for (const { place, passage } of passages(story)) {
      const p = refuseKind(passage, reason);
      if (p !== passage) next = withPassage(next, place, (old) => ({ ...old, ...p }));
    }
    return next === story ? [] : [putStory(next)];
  });
  if (edits.length > 0) commit('copy.refuse', { kind: 'all', edits });
}
