/** The keys of the copy desk: one plain key, one correction. They are heard while the hand is on the desk and writes no text. */
import { type DeskRole, deskRoles } from '../../../../core/copy/index.ts';
import { type CopyRow, doubtful, doubts } from '../../../state/copy-rows.ts';
import { beginStory, giveRole, joinRow, mergeUp, moveRow, putAside, refuseAll, repairsOf, turnRepair } from '../../../state/copy-verbs.ts';
import { copyView, setCopyView } from '../../../state/copy-view.ts';
import { setDesk } from '../../../state/desk.ts';
import { tell } from '../../../state/notices.ts';
import { composing, editing } from '../../../typing.ts';
import { focusRow } from './hand.ts';

/** The key of each role, by its place on the keyboard and as it is written. */
export const roleKeys: readonly (readonly [role: DeskRole, key: string])[] = deskRoles.map((role, i) => [role, String((i + 1) % 10)]);

export type Verb =
  | 'furniture'
  | 'aside'
  | 'join'
  | 'write'
  | 'begin'
  | 'merge'
  | 'send'
  | 'up'
  | 'down'
  | 'next'
  | 'previous'
  | 'repair'
  | 'turn'
  | 'all';

/** Each verb, its key as `event.code` with modifiers, and as it is written. */
export const verbKeys: readonly (readonly [verb: Verb, code: string, written: string])[] = [
  ['furniture', 'KeyF', 'F'],
  ['aside', 'KeyX', 'X'],
  ['write', 'Enter', 'Enter'],
  ['join', 'KeyJ', 'J'],
  ['begin', 'KeyB', 'B'],
  ['merge', 'KeyM', 'M'],
  ['send', 'KeyS', 'S'],
  ['up', 'Alt+ArrowUp', 'Alt+↑'],
  ['down', 'Alt+ArrowDown', 'Alt+↓'],
  ['next', 'KeyN', 'N'],
  ['previous', 'Shift+KeyN', 'Shift+N'],
  ['repair', 'KeyR', 'R'],
  ['turn', 'KeyT', 'T'],
  ['all', 'Shift+KeyT', 'Shift+T'],
];

/** The row the hand is on. */
export const rowNow = (rows: readonly CopyRow[]): CopyRow | null => rows.find((r) => r.key === copyView().row) ?? null;

/** The next doubtful row down the page, or back; from the last on round to the first. */
function nextDoubt(rows: readonly CopyRow[], by: 1 | -1): void {
  const list = doubts(rows);
  const at = rows.findIndex((r) => r.key === copyView().row);
  const order = rows.filter(doubtful);
  const index = (r: CopyRow): number => rows.indexOf(r);
  const found = by > 0 ? (order.find((r) => index(r) > at) ?? order[0]) : ([...order].reverse().find((r) => index(r) < at) ?? order.at(-1));
  // From nowhere, the least sure comes first.
  const next = at < 0 ? list[0] : found;
  if (next) setCopyView({ row: next.key, repair: 0 });
  else tell('done', 'desk.noDoubt');
}

/** The next repair of the row, then those of the rows below. */
function nextRepair(rows: readonly CopyRow[]): void {
  const { row, repair } = copyView();
  const at = rows.findIndex((r) => r.key === row);
  const here = rows[at];
  if (here?.kind === 'passage' && repair + 1 < repairsOf(here.passage).length) {
    setCopyView({ repair: repair + 1 });
    return;
  }
  const list = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  const next = list.find((r) => r.kind === 'passage' && repairsOf(r.passage).length > 0);
  if (next) setCopyView({ row: next.key, repair: 0 });
  else tell('info', 'desk.noRepair');
}

function withRow(rows: readonly CopyRow[], act: (row: CopyRow) => void): void {
  const row = rowNow(rows);
  if (row) act(row);
  else tell('info', 'desk.noRow');
}

function allOfKind(row: CopyRow): void {
  const reason = row.kind === 'passage' ? repairsOf(row.passage)[copyView().repair]?.reason : undefined;
  if (reason) refuseAll(reason);
  else tell('info', 'desk.noRepair');
}

/** Verbs that go somewhere need no row to begin with. */
const goes: Partial<Record<Verb, (rows: readonly CopyRow[]) => void>> = {
  next: (rows) => nextDoubt(rows, 1),
  previous: (rows) => nextDoubt(rows, -1),
  repair: nextRepair,
};

const does: Record<Exclude<Verb, 'next' | 'previous' | 'repair'>, (row: CopyRow, rows: readonly CopyRow[]) => void> = {
  furniture: (row) => putAside(row, 'furniture'),
  aside: (row) => putAside(row, 'aside'),
  join: (row, rows) => joinRow(rows, row),
  begin: beginStory,
  merge: mergeUp,
  send: (row) => (row.kind === 'passage' ? setCopyView({ over: 'send' }) : tell('info', 'desk.noRow')),
  up: (row) => moveRow(row, -1),
  down: (row) => moveRow(row, 1),
  turn: (row) => turnRepair(row, copyView().repair),
  all: allOfKind,
  write: () => document.querySelector<HTMLElement>('.desk-strip textarea')?.focus(),
};

export function runVerb(verb: Verb, rows: readonly CopyRow[]): void {
  const go = goes[verb];
  if (go) go(rows);
  else withRow(rows, (row) => does[verb as keyof typeof does](row, rows));
}

export function runRole(role: DeskRole, rows: readonly CopyRow[]): void {
  withRow(rows, (row) => giveRole(row, role));
}

/** True where the key was the desk's. */
export function deskKey(n: KeyboardEvent, rows: readonly CopyRow[]): boolean {
  const at = n.target;
  if (!(at instanceof Element) || (at !== document.body && !at.closest('.copy-desk'))) return false;
  if (composing(n) || n.ctrlKey || n.metaKey) return false;
  if (editing(n)) {
    if (n.code !== 'Escape') return false;
    focusRow(copyView().row ?? '');
    return true;
  }
  if (n.code === 'Escape') {
    setDesk({ copyDesk: false });
    return true;
  }
  const onRow = at.closest('[data-row]') !== null;
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(n.code)?.[1];
  const role = roleKeys.find(([, key]) => key === digit)?.[0];
  if (role && !n.shiftKey && !n.altKey) {
    runRole(role, rows);
    return true;
  }
  const code = `${n.altKey ? 'Alt+' : ''}${n.shiftKey ? 'Shift+' : ''}${n.code}`;
  const verb = verbKeys.find(([, c]) => c === code)?.[0];
  if (!verb || (verb === 'write' && !onRow)) return /^Key[A-Z]$/u.test(n.code);
  runVerb(verb, rows);
  return true;
}
