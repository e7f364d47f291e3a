/** Align and distribute (Shift+F7), group, step and repeat. */
import { commit } from '../../state/change.ts';
import { freshGroup } from '../../state/clipboard.ts';
import { type Desk, desk, pageOf, setDesk } from '../../state/desk.ts';
import {
  type Alignment,
  type Axis,
  alignEdit,
  alignments,
  distributeEdit,
  groupEdit,
  looseable,
  ungroupEdit,
} from '../../state/objects.ts';
import { articleKey, groupKey, keyFor, pickedFrames } from '../../state/selection.ts';
import { type Available, type Command, movable, selectedFrames, withPage, withSelection } from './command.ts';

const several =
  (least: number) =>
  (s: Desk): Available => {
    const ok = movable(s);
    if (ok !== true) return ok;
    return s.selected.length >= (s.alignTo === 'typeArea' ? Math.min(least, 2) - (least === 2 ? 1 : 0) : least)
      ? true
      : least === 2
        ? 'noSecond'
        : 'noThird';
  };

const align = (side: Alignment): Command => ({
  id: `align.${side}`,
  keys: [],
  available: several(2),
  run: () => {
    const page = pageOf(desk());
    const edit = page && alignEdit(page, desk().selected, side, desk().alignTo);
    if (edit) commit('object.align', edit);
  },
});

const distribute = (axis: Axis): Command => ({
  id: `distribute.${axis}`,
  keys: [],
  available: several(3),
  run: () => {
    const page = pageOf(desk());
    const edit = page && distributeEdit(page, desk().selected, axis, desk().alignTo);
    if (edit) commit('object.distribute', edit);
  },
});

function group(): void {
  const s = desk();
  const page = pageOf(s);
  if (!s.project || !page) return;
  const id = freshGroup(s.project);
  const made = groupEdit(page, selectedFrames(s), id);
  if (!made || !commit('object.group', made.edit)) return;
  setDesk({ selected: [made.article ? articleKey(made.article) : groupKey(id)] });
}

const groupable = (s: Desk): Available => {
  const page = pageOf(s);
  const ok = movable(s);
  if (ok !== true || !page) return ok;
  return groupEdit(page, selectedFrames(s), 'g') ? true : 'noGroup';
};

/** Out of the group or article, each for itself and all selected. */
function ungroup(): void {
  const page = pageOf(desk());
  if (!page) return;
  const frames = selectedFrames(desk()).filter(looseable);
  const edit = ungroupEdit(page, frames);
  const after = pageOf(desk());
  if (!edit || !after || !commit('object.ungroup', edit)) return;
  const now = pageOf(desk());
  if (now)
    setDesk({ selected: [...new Set(frames.flatMap((f) => now.frames.find((x) => x.id === f.id) ?? []).map((f) => keyFor(f, false)))] });
}

export const alignCommands: readonly Command[] = [
  ...alignments.map(align),
  distribute('across'),
  distribute('down'),
  {
    id: 'align.toTypeArea',
    keys: [],
    available: withPage,
    checked: (s) => s.alignTo === 'typeArea',
    run: () => setDesk({ alignTo: desk().alignTo === 'typeArea' ? 'selection' : 'typeArea' }),
  },
  { id: 'align.panel', keys: ['Shift+F7'], available: withSelection, run: () => setDesk({ dialog: 'align' }) },
  { id: 'object.group', keys: ['$mod+KeyG'], available: groupable, run: group },
  {
    id: 'object.ungroup',
    keys: ['$mod+Shift+KeyG'],
    available: (s) => {
      const page = pageOf(s);
      const ok = movable(s);
      if (ok !== true || !page) return ok;
      return pickedFrames(page, s.selected).some(looseable) ? true : 'notGrouped';
    },
    run: ungroup,
  },
];
