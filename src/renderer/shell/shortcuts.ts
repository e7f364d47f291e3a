/** Keys to commands. A key is known by its place on the keyboard, so that an input method or another layout changes nothing. */
import { createKeybindingsHandler } from 'tinykeys';
import { desk, useDesk } from '../state/desk.ts';
import { composing, editing } from '../typing.ts';
import type { Command } from './commands/command.ts';
import { commands, run } from './commands/registry.ts';
import { keysOf } from './keymap.ts';

/** Keys that a focused control wants for itself: a list its arrows, a button its Enter. */
const ownKeys = (e: KeyboardEvent): boolean => {
  const el = e.target;
  if (!(el instanceof HTMLElement) || el.closest('[data-page-view]')) return false;
  const plain = !e.ctrlKey && !e.metaKey && !e.altKey;
  return plain && /^(Arrow|Tab|Enter|Space|Home|End|Page|Delete|Backspace)/u.test(e.code) && el !== document.body;
};

/** Whether a command's keys are heard where the key was pressed. */
function means(command: Command, e: KeyboardEvent): boolean {
  if (e.repeat && !command.repeats) return false;
  return editing(e) ? command.whileTyping === true || command.typingOnly === true : command.typingOnly !== true;
}

/** The command that a key means: while text is typed its own come first. */
function heard(all: readonly Command[], e: KeyboardEvent): void {
  if (composing(e)) return;
  const meant = all.filter((c) => means(c, e));
  const command = meant.find((c) => c.typingOnly) ?? meant[0];
  if (!command || ownKeys(e)) return;
  if (desk().dialog && !command.whileTyping) return;
  e.preventDefault();
  run(command.id);
}

/** Listen from now on; keys that the user changes are heard at once. */
export function startShortcuts(): void {
  let handle: (e: KeyboardEvent) => void = () => {};
  const bind = (): void => {
    const byKeys = new Map<string, Command[]>();
    for (const command of commands)
      for (const keys of keysOf(command, desk().keymap)) byKeys.set(keys, [...(byKeys.get(keys) ?? []), command]);
    const map = Object.fromEntries([...byKeys].map(([keys, all]) => [keys, (e: KeyboardEvent) => heard(all, e)]));
    handle = createKeybindingsHandler(map, { ignore: () => false });
  };
  bind();
  useDesk.subscribe((s, before) => {
    if (s.keymap !== before.keymap) bind();
  });
  window.addEventListener('keydown', (e) => handle(e));
}
