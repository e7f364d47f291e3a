/** The only way the window changes a project: an Edit, remembered. One gesture is one undo. */
import {
  apply,
  type Edit,
  extend,
  type Frame,
  findSheet,
  type History,
  NO_HISTORY,
  type Page,
  type Project,
  redo,
  remember,
  undo,
} from '../../core/document/index.ts';
import type { TextPlace } from '../../core/story/index.ts';
import { desk, pageOf, setDesk } from './desk.ts';
import { stillThere } from './selection.ts';

/** What is told of each change: the composer needs every step, the journal only what lasts. */
export interface ChangeListener {
  /** The project was replaced as a whole. */
  opened(project: Project): void;
  /** An edit was applied to the project of the last call. */
  step(edit: Edit, project: Project): void;
  /** An edit that will stay: a gesture's steps come as one, when it ends. */
  lasting(edit: Edit): void;
}

const listeners = new Set<ChangeListener>();
export const listenToChanges = (l: ChangeListener): void => void listeners.add(l);

const say = (what: (l: ChangeListener) => void): void => {
  for (const l of listeners) what(l);
};

/** Called with the sentence of an edit that was refused. */
let refused: (why: string) => void = () => {};
export const onRefused = (tell: (why: string) => void): void => {
  refused = tell;
};

/** The text burst under way: keystrokes in one passage within a second are one undo. */
let burst: { place: string; end: number; at: number } | null = null;
const BURST_MS = 1000;

/** Put an edit into the project without remembering it; null where it was refused. */
function put(edit: Edit): Edit | null {
  const { project } = desk();
  if (!project) return null;
  const r = apply(project, edit);
  if (!r.ok) {
    refused(r.why);
    return null;
  }
  // The composer is told first: it works while the window's panels hear of the change.
  say((l) => l.step(edit, r.project));
  setDesk({ project: r.project });
  return r.inverse;
}

/** Selections that no longer exist are dropped; where all exist the list stays the same list. */
function keepSelection(keys: readonly string[]): readonly string[] {
  const page = pageOf(desk());
  const kept = page ? stillThere(page, keys) : [];
  return kept.length === keys.length ? keys : kept;
}

/** Something that is tried on the page and not decided. Working on takes it, undo drops it. */
export interface Trial {
  take(): void;
  drop(): void;
}
let trial: Trial | null = null;

/** From now on this is what is tried; null where it was decided. */
export const setTrial = (next: Trial | null): void => {
  trial = next;
};

/** Whoever goes on working on a page that shows a trial has taken it. */
function settle(): void {
  const tried = trial;
  trial = null;
  tried?.take();
}

/** One command: apply, remember, select. False where the edit was refused. */
export function commit(label: string, edit: Edit, selectAfter?: readonly string[]): boolean {
  settle();
  const before = desk().selected;
  const inverse = put(edit);
  if (!inverse) return false;
  burst = null;
  const selected = keepSelection(selectAfter ?? before);
  const { history } = desk();
  setDesk({ selected, history: remember(history, { label, edit, inverse, selectedBefore: before, selectedAfter: selected }) });
  say((l) => l.lasting(edit));
  return true;
}

/** Steps of one field that follow each other, as arrow keys or a slider give them, are one undo. */
let run: { of: string; at: number; entry: unknown } | null = null;
const RUN_MS = 900;

/** As `commit`, but joins the step before where it was of the same thing and a moment ago. `now` in milliseconds. */
export function commitRun(label: string, of: string, edit: Edit, now: number): boolean {
  const last = desk().history.past.at(-1);
  const joins =
    run !== null &&
    last !== undefined &&
    run.of === of &&
    run.entry === last &&
    now - run.at < RUN_MS &&
    desk().history.future.length === 0;
  if (!joins) {
    if (!commit(label, edit)) return false;
  } else {
    const inverse = put(edit);
    if (!inverse) return false;
    const { history, selected } = desk();
    setDesk({ history: extend(history, edit, inverse, selected) });
    say((l) => l.lasting(edit));
  }
  run = { of, at: now, entry: desk().history.past.at(-1) };
  return true;
}

/** The shortest replacement that leads from one text to another. Never cuts a surrogate pair. */
export function textDiff(before: string, after: string): { at: number; removed: string; inserted: string } | null {
  if (before === after) return null;
  const low = (s: string, i: number): boolean => i > 0 && i < s.length && s.charCodeAt(i) >= 0xdc00 && s.charCodeAt(i) <= 0xdfff;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  while (low(before, head) || low(after, head)) head--;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  while (tail > 0 && (low(before, before.length - tail) || low(after, after.length - tail))) tail--;
  return { at: head, removed: before.slice(head, before.length - tail), inserted: after.slice(head, after.length - tail) };
}

/** One keystroke's edit: keystrokes that follow each other in one place are one undo. `now` in milliseconds. */
function typeInto(where: string, d: { at: number; removed: string; inserted: string }, edit: Edit, now: number): boolean {
  const joins = burst && burst.place === where && now - burst.at < BURST_MS && Math.abs(d.at + d.removed.length - burst.end) <= 1;
  if (!joins) {
    if (!commit('text.type', edit)) return false;
  } else {
    const inverse = put(edit);
    if (!inverse) return false;
    const { history, selected } = desk();
    setDesk({ history: extend(history, edit, inverse, selected) });
    say((l) => l.lasting(edit));
  }
  burst = { place: where, end: d.at + d.inserted.length, at: now };
  return true;
}

/** A passage's text was changed by typing. */
export function typeText(story: string, place: TextPlace, before: string, after: string, now: number): boolean {
  const d = textDiff(before, after);
  return d === null || typeInto(`${story} ${JSON.stringify(place)}`, d, { kind: 'text', story, place, ...d }, now);
}

/** The text of a free frame was changed by typing. */
export function typeFrame(page: Page, frame: Frame, after: string, now: number): boolean {
  if (frame.shows.kind !== 'text') return false;
  const d = textDiff(frame.shows.text, after);
  const edit: Edit = { kind: 'frame', page: page.id, id: frame.id, after: { ...frame, shows: { ...frame.shows, text: after } } };
  return d === null || typeInto(`frame ${page.id} ${frame.id}`, d, edit, now);
}

function step(take: typeof undo): boolean {
  if (trial) {
    const tried = trial;
    trial = null;
    tried.drop();
    return true;
  }
  const { project, history } = desk();
  if (!project) return false;
  const r = take(project, history);
  if (!r) return false;
  burst = null;
  setDesk({ project: r.project, history: r.history });
  followEdit(r.edit);
  setDesk({ selected: keepSelection(r.selected) });
  say((l) => l.step(r.edit, r.project));
  say((l) => l.lasting(r.edit));
  return true;
}

/** The page that an edit changes, where it names one. */
const pageIn = (edit: Edit): string | null =>
  edit.kind === 'all'
    ? (edit.edits.map(pageIn).find((p) => p !== null) ?? null)
    : edit.kind === 'frame' || edit.kind === 'article'
      ? edit.page
      : null;

/** Undo on another page goes there: nobody should wonder what changed. */
function followEdit(edit: Edit): void {
  const { project, page } = desk();
  const to = pageIn(edit);
  if (project && to && to !== page && findSheet(project, to)) setDesk({ page: to });
  else if (project && !findSheet(project, page ?? '')) setDesk({ page: project.pages[0]?.id ?? null });
}

export const undoStep = (): boolean => step(undo);
export const redoStep = (): boolean => step(redo);

/** Go back or forward until `length` entries lie in the past. */
export function goTo(length: number): void {
  while (desk().history.past.length > length && undoStep());
  while (desk().history.past.length < length && redoStep());
}

/** Take up another project: nothing of the old one's history or selection stays. */
export function openProject(project: Project, history: History = NO_HISTORY): void {
  burst = null;
  setDesk({
    project,
    history,
    saved: project,
    page: project.pages[0]?.id ?? null,
    selected: [],
    hover: null,
    story: project.storyOrder[0] ?? null,
    scenes: {},
    findings: [],
    checked: false,
  });
  say((l) => l.opened(project));
}

/**
 * A gesture under way. Each step replaces the one before, so that what is undone is the whole of it;
 * `drop` leaves the project as it was found.
 */
export class Gesture {
  private inverse: Edit | null = null;
  private edit: Edit | null = null;
  private over = false;
  private readonly before = desk().selected;

  constructor(private readonly label: string) {
    settle();
    burst = null;
  }

  get alive(): boolean {
    return !this.over;
  }

  /** The edit that leads back to the project as it was at the start; null where nothing has changed yet. */
  get back(): Edit | null {
    return this.inverse;
  }

  /** The gesture so far comes to this edit of the project as it was at the start; null for nothing. */
  to(edit: Edit | null): void {
    if (this.over) return;
    const { project } = desk();
    // Back and on again in one step, so that what watches the project sees only where it ends.
    const back = project && this.inverse ? apply(project, this.inverse) : null;
    const from = back?.ok ? back.project : project;
    const next = from && edit ? apply(from, edit) : null;
    if (!from || !edit || !next?.ok) {
      this.putBack();
      if (next && !next.ok) refused(next.why);
      return;
    }
    const step: Edit = this.inverse ? { kind: 'all', edits: [this.inverse, edit] } : edit;
    this.inverse = next.inverse;
    this.edit = edit;
    say((l) => l.step(step, next.project));
    setDesk({ project: next.project });
  }

  /** The project as it was when the gesture began is put back. */
  drop(): void {
    if (this.over) return;
    this.putBack();
    this.over = true;
    setDesk({ selected: keepSelection(this.before) });
  }

  /** Remember it as one undo. */
  end(selectAfter?: readonly string[]): void {
    if (this.over) return;
    this.over = true;
    const { edit, inverse } = this;
    const selected = keepSelection(selectAfter ?? desk().selected);
    if (!edit || !inverse) {
      setDesk({ selected });
      return;
    }
    const entry = { label: this.label, edit, inverse, selectedBefore: this.before, selectedAfter: selected };
    setDesk({ selected, history: remember(desk().history, entry) });
    say((l) => l.lasting(edit));
  }

  private putBack(): void {
    if (this.inverse) put(this.inverse);
    this.inverse = null;
    this.edit = null;
  }
}
