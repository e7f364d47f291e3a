import { passages } from '../../../core/story/index.ts';
import { copyView, setCopyView, showCopy } from '../../state/copy-view.ts';
import { type Desk, desk, setDesk } from '../../state/desk.ts';
import { type Available, type Command, withProject } from './command.ts';

/** The desk opens on the copy of the story in hand. */
function toggle(): void {
  const { project, story, copyDesk } = desk();
  const here = story ? project?.stories[story] : undefined;
  const from = here && passages(here).find((p) => p.passage.origin)?.passage.origin?.copy;
  if (!copyDesk && from && project?.copies[from]) showCopy(from);
  setDesk({ copyDesk: !copyDesk });
}

const withNewer = (s: Desk): Available => (!s.project ? 'noProject' : Object.keys(copyView().newer).length > 0 ? true : 'noNewer');

function newer(): void {
  const [copy] = Object.keys(copyView().newer);
  if (copy === undefined) return;
  showCopy(copy);
  setDesk({ copyDesk: true });
  setCopyView({ over: 'merge' });
}

export const copyCommands: readonly Command[] = [
  { id: 'copy.desk', keys: ['F4', '$mod+KeyI'], whileTyping: true, available: withProject, checked: (s) => s.copyDesk, run: toggle },
  { id: 'copy.newer', keys: ['Shift+F4'], whileTyping: true, available: withNewer, run: newer },
];
