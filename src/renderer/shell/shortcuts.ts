/** Keys to commands. A key is known by its place on the keyboard, so that an input method or another layout changes nothing. */
import { createKeybindingsHandler } from 'tinykeys';
import { desk } from '../state/desk.ts';
import { composing, editing } from '../typing.ts';
import type { Command } from './commands/command.ts';
import { commands, run } from './commands/registry.ts';

/** Keys that a focused control wants for itself: a list its arrows, a button its Enter. */
const ownKeys = (e: KeyboardEvent): boolean => {
  const el = e.target;
  if (!(el instanceof HTMLElement) || el.closest('[data-page-view]')) return false;
  const plain = !e.ctrlKey && !e.metaKey && !e.altKey;
  return plain && /^(Arrow|Tab|Enter|Space|Home|End|Page|Delete|Backspace)/u.test(e.code) && el !== document.body;
};

function heard(command: Command, e: KeyboardEvent): void {
  if (composing(e) || (e.repeat && !command.repeats)) return;
  if (editing(e) && !command.whileTyping) return;
  if (ownKeys(e)) return;
  if (desk().dialog && !command.whileTyping) return;
  e.preventDefault();
  run(command.id);
}

/** Listen from now on. */
export function startShortcuts(): void {
  const map: Record<string, (e: KeyboardEvent) => void> = {};
  for (const command of commands) for (const keys of command.keys) map[keys] = (e) => heard(command, e);
  window.addEventListener('keydown', createKeybindingsHandler(map, { ignore: () => false }));
}
