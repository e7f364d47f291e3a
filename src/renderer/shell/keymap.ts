/** Which keys a command has: its own, a preset's, or the user's. Kept for each user beside the window's layout. */
import * as z from 'zod';
import { type Desk, desk, setDesk } from '../state/desk.ts';
import type { Command } from './commands/command.ts';
import { savedPart, savePart } from './settings.ts';

export const presetNames = ['banxin', 'indesign'] as const;
export type PresetName = (typeof presetNames)[number];

const keymapSchema = z.object({
  preset: z.enum(presetNames),
  /** By command: what the user gave it; an empty list takes its keys away. */
  own: z.record(z.string(), z.array(z.string())),
});
export type Keymap = Desk['keymap'];
export const PLAIN_KEYS: Keymap = { preset: 'banxin', own: {} };

/**
 * Where InDesign's keys are other than ours (guide: interaction §4.1–4.3). Quick Apply is the palette there; pages turn
 * with Shift; the grid keys of ours that it uses for something else go.
 */
const INDESIGN: Readonly<Record<string, readonly string[]>> = {
  'window.palette': ['$mod+Enter', '$mod+KeyK'],
  'page.previous': ['Shift+PageUp'],
  'page.next': ['Shift+PageDown'],
  'tool.rule': ['Backslash'],
  'view.fitSelection': ['$mod+Alt+Equal', 'Shift+Digit2'],
  'edit.duplicate': ['$mod+Alt+Shift+KeyD', '$mod+Shift+KeyK'],
  'view.columns': ['$mod+Quote'],
  'view.lines': ['$mod+Alt+Quote', '$mod+Shift+KeyR'],
};

export const PRESETS: Readonly<Record<PresetName, Readonly<Record<string, readonly string[]>>>> = { banxin: {}, indesign: INDESIGN };

export const keysOf = (c: Pick<Command, 'id' | 'keys'>, map: Keymap): readonly string[] =>
  map.own[c.id] ?? PRESETS[map.preset][c.id] ?? c.keys;

/** Two commands are heard in the same place, in text or outside it: a key can mean only one of them there. */
const meet = (a: Command, b: Command): boolean => {
  const inText = (c: Command): boolean => c.typingOnly === true || c.whileTyping === true;
  return (inText(a) && inText(b)) || (!a.typingOnly && !b.typingOnly);
};

/** The command that has a key already where `id` is heard; null where it is free. */
export function holderOf(commands: readonly Command[], map: Keymap, keys: string, id: string): Command | null {
  const own = commands.find((c) => c.id === id);
  return commands.find((c) => c.id !== id && keysOf(c, map).includes(keys) && (!own || meet(c, own))) ?? null;
}

/** Give a command keys of its own; a command that had one of them loses it. */
export function rebound(commands: readonly Command[], map: Keymap, id: string, keys: readonly string[]): Keymap {
  const own: Record<string, readonly string[]> = { ...map.own, [id]: keys };
  for (const key of keys) {
    const holder = holderOf(commands, map, key, id);
    if (holder) own[holder.id] = keysOf(holder, map).filter((k) => k !== key);
  }
  return { ...map, own };
}

export function setKeymap(map: Keymap): void {
  setDesk({ keymap: map });
  savePart('keys', { preset: map.preset, own: Object.fromEntries(Object.entries(map.own).map(([id, keys]) => [id, [...keys]])) });
}

/** What was kept; the plain keys where there is nothing or nothing sound. */
export function loadKeymap(): void {
  const known = keymapSchema.safeParse(savedPart('keys'));
  if (known.success && JSON.stringify(known.data) !== JSON.stringify(desk().keymap)) setDesk({ keymap: known.data });
}

const CODE =
  /^(Key[A-Z]|Digit\d|F\d+|Arrow\w+|Page\w+|Home|End|Insert|Tab|Enter|Delete|Backspace|Equal|Minus|Quote|Semicolon|Backslash|Slash|Backquote|Period|Comma|Bracket\w+|Numpad\w+)$/u;

/** A press as it is written down; null for a modifier alone or a key that cannot be bound. */
export function pressOf(e: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string | null {
  if (!CODE.test(e.code)) return null;
  return [(e.ctrlKey || e.metaKey) && '$mod', e.altKey && 'Alt', e.shiftKey && 'Shift', e.code].filter(Boolean).join('+');
}
