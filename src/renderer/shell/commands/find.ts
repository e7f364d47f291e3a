import { openFind, stepHit } from '../../tools/find/state.ts';
import { type Command, withProject } from './command.ts';

export const findCommands: readonly Command[] = [
  { id: 'find.open', keys: ['$mod+KeyF'], whileTyping: true, available: withProject, run: openFind },
  { id: 'find.next', keys: ['F3'], whileTyping: true, repeats: true, available: withProject, run: () => stepHit(1) },
  { id: 'find.previous', keys: ['Shift+F3'], whileTyping: true, repeats: true, available: withProject, run: () => stepHit(-1) },
];
