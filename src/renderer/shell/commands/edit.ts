import type { Edit } from '../../../core/document/index.ts';
import { commit, redoStep, undoStep } from '../../state/change.ts';
import { type Desk, desk, pageOf, setDesk } from '../../state/desk.ts';
import { removeArticle, removeFrame, together } from '../../state/edits.ts';
import { keyFor, picked, pickedFrames, readingOrder } from '../../state/selection.ts';
import { type Available, type Command, withPage, withSelection } from './command.ts';

/** Taking off the page what is selected; what is locked stays. */
function remove(): void {
  const s = desk();
  const page = pageOf(s);
  if (!page) return;
  const edits = s.selected.flatMap((key): Edit[] => {
    const p = picked(key);
    if (p.kind === 'article') return [removeArticle(page, p.id)];
    return pickedFrames(page, [key]).map((f) => removeFrame(page, f));
  });
  const edit = together(edits);
  if (edit) commit('edit.delete', edit, []);
}

const deletable = (s: Desk): Available => {
  const page = pageOf(s);
  const ok = withSelection(s);
  if (ok !== true || !page) return ok;
  return pickedFrames(page, s.selected).some((f) => f.locked) ? 'locked' : true;
};

/** Go to the next thing on the page in reading order. */
function cycle(by: 1 | -1): void {
  const s = desk();
  const page = pageOf(s);
  if (!page) return;
  const keys = readingOrder(page);
  const [key] = s.selected;
  const frame = key?.startsWith('frame:') ? page.frames.find((f) => f.id === picked(key).id) : undefined;
  const now = keys.indexOf(frame ? keyFor(frame, false) : (key ?? ''));
  const next = keys[now < 0 ? (by > 0 ? 0 : keys.length - 1) : (now + by + keys.length) % keys.length];
  if (!next) return;
  const p = picked(next);
  const story = p.kind === 'article' ? page.articles.find((a) => a.id === p.id)?.story : undefined;
  setDesk({ selected: [next], ...(story ? { story } : {}) });
}

export const editCommands: readonly Command[] = [
  {
    id: 'edit.undo',
    keys: ['$mod+KeyZ'],
    whileTyping: true,
    repeats: true,
    available: (s) => (s.history.past.length > 0 ? true : 'nothingToUndo'),
    run: () => void undoStep(),
  },
  {
    id: 'edit.redo',
    keys: ['$mod+Shift+KeyZ'],
    whileTyping: true,
    repeats: true,
    available: (s) => (s.history.future.length > 0 ? true : 'nothingToRedo'),
    run: () => void redoStep(),
  },
  { id: 'edit.delete', keys: ['Delete', 'Backspace'], available: deletable, run: remove },
  {
    id: 'edit.selectAll',
    keys: ['$mod+KeyA'],
    available: withPage,
    run: () => {
      const page = pageOf(desk());
      if (page) setDesk({ selected: readingOrder(page) });
    },
  },
  { id: 'edit.deselect', keys: ['$mod+Shift+KeyA'], available: withSelection, run: () => setDesk({ selected: [] }) },
  { id: 'edit.next', keys: ['Tab'], repeats: true, available: withPage, run: () => cycle(1) },
  { id: 'edit.previous', keys: ['Shift+Tab'], repeats: true, available: withPage, run: () => cycle(-1) },
];
