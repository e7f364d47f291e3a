/** Native menus made from what the window sends: its words, its commands. The keys are shown here and heard there. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { CommandState, MenuLine } from '../ipc/contract.ts';
import { type Guest, send } from './guest.ts';

type Choose = (command: string) => void;

function item(line: MenuLine, choose: Choose): MenuItemConstructorOptions {
  switch (line.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'submenu':
      return { label: line.label, submenu: line.lines.map((l) => item(l, choose)) };
    case 'role':
      return { label: line.label, role: line.role };
    case 'command':
      return {
        id: line.command,
        label: line.label,
        type: line.check ? 'checkbox' : 'normal',
        // The key is the window's to hear: there it can tell typing from a command, and input methods are safe.
        registerAccelerator: false,
        ...(line.keys ? { accelerator: line.keys } : {}),
        click: () => choose(line.command),
      };
    default:
      return line satisfies never;
  }
}

function setState(menu: Menu, states: readonly CommandState[]): void {
  for (const { command, enabled, checked } of states) {
    const found = menu.getMenuItemById(command);
    if (!found) continue;
    found.enabled = enabled;
    if (found.type === 'checkbox') found.checked = checked;
  }
}

const menus = new WeakMap<Guest, Menu>();

export function setMenu(guest: Guest, lines: readonly MenuLine[]): void {
  const menu = Menu.buildFromTemplate(lines.map((l) => item(l, (command) => send(guest, 'command', { command }))));
  menus.set(guest, menu);
  if (process.platform === 'darwin') Menu.setApplicationMenu(menu);
  else guest.window.setMenu(menu);
}

export function setMenuState(guest: Guest, states: readonly CommandState[]): void {
  const menu = menus.get(guest);
  if (menu) setState(menu, states);
}

/** A context menu at the pointer. Resolves to the chosen command, null where none was. */
export function popUp(guest: Guest, lines: readonly MenuLine[], states: readonly CommandState[]): Promise<string | null> {
  return new Promise((resolve) => {
    let chosen: string | null = null;
    const menu = Menu.buildFromTemplate(
      lines.map((l) =>
        item(l, (command) => {
          chosen = command;
        }),
      ),
    );
    setState(menu, states);
    // The menu may be told closed before its line is told clicked.
    menu.popup({ window: guest.window, callback: () => setTimeout(() => resolve(chosen), 0) });
  });
}
