/** Cut, copy and paste of what stands on a page; duplicate; step and repeat. */
import type { Page, Project } from '../../../core/document/index.ts';
import { columnX } from '../../../core/measure/index.ts';
import { toPage } from '../../canvas/camera.ts';
import { commit } from '../../state/change.ts';
import { type Clip, clipOf, moveTo, pasteEdit, stepped } from '../../state/clipboard.ts';
import { type Desk, desk, pageOf, setDesk } from '../../state/desk.ts';
import { removeArticle, removeFrame, together } from '../../state/edits.ts';
import { tell } from '../../state/notices.ts';
import { picked } from '../../state/selection.ts';
import { type Available, type Command, movable, withSelection } from './command.ts';

function now(): { project: Project; page: Page; s: Desk } | null {
  const s = desk();
  const page = pageOf(s);
  return s.project && page ? { project: s.project, page, s } : null;
}

const copyable = (s: Desk): Available => {
  const page = pageOf(s);
  const ok = withSelection(s);
  if (ok !== true || !page || !s.project) return ok;
  return clipOf(s.project, page, s.selected) ? true : 'noCopy';
};

const cuttable = (s: Desk): Available => {
  const ok = copyable(s);
  return ok === true ? movable(s) : ok;
};

function copy(): void {
  const at = now();
  const clip = at && clipOf(at.project, at.page, at.s.selected);
  if (clip) setDesk({ clipboard: clip });
}

function cut(): void {
  const at = now();
  const clip = at && clipOf(at.project, at.page, at.s.selected);
  if (!at || !clip) return;
  const frames = new Set(clip.frames.map((f) => f.id));
  const edit = together([
    ...at.s.selected.map(picked).flatMap((p) => (p.kind === 'article' ? [removeArticle(at.page, p.id)] : [])),
    ...at.page.frames.filter((f) => frames.has(f.id)).map((f) => removeFrame(at.page, f)),
  ]);
  if (edit && commit('edit.cut', edit, [])) setDesk({ clipboard: clip });
}

function put(label: string, clip: Clip, moves: readonly { dx: number; dy: number }[]): boolean {
  const at = now();
  const made = at && pasteEdit(at.project, at.page, clip, moves);
  if (at && !made && clip.articles.length > 0) tell('info', 'notice.noStoryOnTemplate');
  if (!made || !commit(label, made.edit)) return false;
  const { history } = desk();
  const last = history.past.at(-1);
  // What was pasted is selected, and selected again after undo and redo.
  if (last)
    setDesk({ selected: made.keys, history: { ...history, past: [...history.past.slice(0, -1), { ...last, selectedAfter: made.keys }] } });
  return true;
}

/** A step down and to the right that nobody takes for the same place: a line, and a character. */
function aside(page: Page, clip: Clip): { dx: number; dy: number } {
  const articles = clip.articles.length > 0;
  return { dx: articles ? 0 : page.grid.bodyPt * 2, dy: page.grid.linePitchPt * 2 };
}

function paste(inPlace: boolean): void {
  const at = now();
  const clip = at?.s.clipboard;
  if (!at || !clip) return;
  if (inPlace) return void put('edit.pasteInPlace', clip, [{ dx: 0, dy: 0 }]);
  const { camera, view } = at.s;
  const middle = toPage(camera, { x: view.width / 2, y: view.height / 2 });
  const to = moveTo(clip, middle);
  const free = clip.page.id === at.page.id ? aside(at.page, clip) : to;
  put('edit.paste', clip, [stepped(at.page, clip, free.dx, free.dy)]);
}

function duplicate(): void {
  const at = now();
  const clip = at && clipOf(at.project, at.page, at.s.selected);
  if (at && clip) put('edit.duplicate', clip, [aside(at.page, clip)]);
}

/** Copies in a row, or a grid of them: each a number of points further. */
export function stepAndRepeat(across: number, down: number, dx: number, dy: number): void {
  const at = now();
  const clip = at && clipOf(at.project, at.page, at.s.selected);
  if (!at || !clip) return;
  const moves = Array.from({ length: (across + 1) * (down + 1) - 1 }, (_, i) => {
    const n = i + 1;
    return stepped(at.page, clip, (n % (across + 1)) * dx, Math.floor(n / (across + 1)) * dy);
  });
  const outside = moves.some((m) => Math.abs(m.dx) > at.page.format.widthPt || Math.abs(m.dy) > at.page.format.heightPt);
  if (outside) tell('info', 'notice.stepsTooFar');
  else put('edit.step', clip, moves);
}

/** What a step is where nobody has said otherwise: one column across, or one line down. */
export const defaultStep = (page: Page): { dx: number; dy: number } => ({ dx: columnX(page.grid, 1), dy: page.grid.linePitchPt });

export const clipboardCommands: readonly Command[] = [
  { id: 'edit.cut', keys: ['$mod+KeyX'], available: cuttable, run: cut },
  { id: 'edit.copy', keys: ['$mod+KeyC'], available: copyable, run: copy },
  {
    id: 'edit.paste',
    keys: ['$mod+KeyV'],
    available: (s) => (!s.page ? 'noPage' : s.clipboard ? true : 'nothingCut'),
    run: () => paste(false),
  },
  {
    id: 'edit.pasteInPlace',
    keys: ['$mod+Alt+Shift+KeyV', '$mod+Shift+KeyI'],
    available: (s) => (!s.page ? 'noPage' : s.clipboard ? true : 'nothingCut'),
    run: () => paste(true),
  },
  { id: 'edit.duplicate', keys: ['$mod+Alt+Shift+KeyD', 'Alt+Shift+KeyD'], available: copyable, run: duplicate },
  { id: 'edit.step', keys: ['$mod+Alt+KeyU', '$mod+Shift+KeyJ'], available: copyable, run: () => setDesk({ dialog: 'step' }) },
];
