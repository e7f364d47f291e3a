/** What a command is. Menus, keys, toolbar and palette all stand on the one list of them. */
import type { Frame } from '../../../core/document/index.ts';
import { type Desk, pageOf } from '../../state/desk.ts';
import { pickedFrames } from '../../state/selection.ts';

/** True, or the key of the sentence that says why not (under `why.` in the language files). */
export type Available = true | string;

export interface Command {
  /** Its name for programs; its words are `command.ID` in the language files. */
  readonly id: string;
  /** Key presses by `event.code`, as tinykeys writes them; the first is shown. */
  readonly keys: readonly string[];
  /** True where the keys work while text is typed as well. */
  readonly whileTyping?: boolean;
  /** True where the keys mean this while text is typed, and something else or nothing otherwise. */
  readonly typingOnly?: boolean;
  /** True where holding the key down repeats it. */
  readonly repeats?: boolean;
  available(s: Desk): Available;
  /** For commands that are on or off. */
  checked?(s: Desk): boolean;
  run(): unknown;
}

export const always = (): Available => true;
export const withProject = (s: Desk): Available => (s.project ? true : 'noProject');
export const withPage = (s: Desk): Available => (s.project && s.page ? true : 'noPage');
export const withSelection = (s: Desk): Available => (s.project ? (s.selected.length > 0 ? true : 'noSelection') : 'noProject');

export const selectedFrames = (s: Desk): Frame[] => {
  const page = pageOf(s);
  return page ? pickedFrames(page, s.selected) : [];
};

/** Something is selected and none of it is locked. */
export const movable = (s: Desk): Available => {
  const ok = withSelection(s);
  return ok !== true ? ok : selectedFrames(s).some((f) => f.locked) ? 'locked' : true;
};
