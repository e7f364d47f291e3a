import { commit, Gesture } from '../../state/change.ts';
import { type Desk, desk, pageOf, setDesk, templateNow } from '../../state/desk.ts';
import { lockFrames } from '../../state/edits.ts';
import { boundsOf, onlyArticle, picked, placesOf } from '../../state/selection.ts';
import { ask } from '../../worker/client.ts';
import { type Available, type Command, selectedFrames, withSelection } from './command.ts';
import { nudgeCommands } from './nudge.ts';
import { orderCommands } from './order.ts';

/** Set an article anew in its own room, as resizing it does: after its text or its pictures changed much. */
async function refit(): Promise<void> {
  const s = desk();
  const page = pageOf(s);
  const id = page && onlyArticle(page, s.selected);
  const at = page && id ? boundsOf(page.frames.filter((f) => f.article === id)) : null;
  if (!page || !id || !at) return;
  const gesture = new Gesture('object.refit');
  const edit = await ask('fit', { page: page.id, article: id, at, back: null });
  gesture.to(edit);
  gesture.end();
}

const unplaced = (s: Desk): Available => {
  if (!s.project || !s.page) return 'noPage';
  if (templateNow(s)) return 'onTemplate';
  if (!s.story) return 'noStory';
  return placesOf(s.project.pages, s.story).length > 0 ? 'placed' : true;
};

const oneArticle = (s: Desk): Available => {
  const page = pageOf(s);
  return page && onlyArticle(page, s.selected) ? true : 'noArticle';
};

export const objectCommands: readonly Command[] = [
  ...nudgeCommands,
  {
    id: 'object.lock',
    keys: ['$mod+KeyL'],
    available: withSelection,
    checked: (s) => selectedFrames(s).length > 0 && selectedFrames(s).every((f) => f.locked),
    run: () => {
      const s = desk();
      const page = pageOf(s);
      const frames = selectedFrames(s);
      const edit = page && lockFrames(page, frames, !frames.every((f) => f.locked));
      if (edit) commit('object.lock', edit);
    },
  },
  {
    id: 'object.unlockAll',
    keys: ['$mod+Alt+KeyL', '$mod+Shift+KeyL'],
    available: (s) => (pageOf(s)?.frames.some((f) => f.locked) ? true : 'nothingLocked'),
    run: () => {
      const page = pageOf(desk());
      const edit = page && lockFrames(page, page.frames, false);
      if (edit) commit('object.unlockAll', edit);
    },
  },
  ...orderCommands,
  { id: 'object.refit', keys: ['$mod+Shift+KeyF'], available: oneArticle, run: refit },
  {
    id: 'object.parts',
    keys: ['Enter'],
    available: (s) => (s.selected.length === 1 && s.selected[0]?.startsWith('article:') ? true : 'noArticle'),
    run: () => {
      const [first] = selectedFrames(desk());
      if (first) setDesk({ selected: [`frame:${first.id}`] });
    },
  },
  {
    id: 'object.whole',
    keys: [],
    available: (s) => (selectedFrames(s).some((f) => f.article) && s.selected.some((k) => picked(k).kind === 'frame') ? true : 'noFrame'),
    run: () => {
      const article = selectedFrames(desk()).find((f) => f.article)?.article;
      if (article) setDesk({ selected: [`article:${article}`] });
    },
  },
  { id: 'story.place', keys: ['$mod+Shift+KeyD'], available: unplaced, run: () => setDesk({ loaded: desk().story }) },
];
