/** What lies over what. */
import { commit } from '../../state/change.ts';
import { desk, pageOf } from '../../state/desk.ts';
import { type Order, orderEdit } from '../../state/objects.ts';
import { type Command, movable, selectedFrames } from './command.ts';

const KEYS: Readonly<Record<Order, string>> = {
  front: '$mod+Shift+BracketRight',
  forward: '$mod+BracketRight',
  backward: '$mod+BracketLeft',
  back: '$mod+Shift+BracketLeft',
};

export const orderCommands: readonly Command[] = (Object.keys(KEYS) as Order[]).map((to) => ({
  id: `object.${to}`,
  keys: [KEYS[to]],
  repeats: true,
  available: (s) => {
    const page = pageOf(s);
    const ok = movable(s);
    if (ok !== true || !page) return ok;
    return orderEdit(page, selectedFrames(s), to) ? true : to === 'front' || to === 'forward' ? 'atFront' : 'atBack';
  },
  run: () => {
    const page = pageOf(desk());
    const edit = page && orderEdit(page, selectedFrames(desk()), to);
    if (edit) commit(`object.${to}`, edit);
  },
}));
