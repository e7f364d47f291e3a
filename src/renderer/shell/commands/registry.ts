/** The one list of commands. Whoever offers a command finds it here: menus, keys, toolbar, palette. */
import { desk } from '../../state/desk.ts';
import { tell } from '../../state/notices.ts';
import { alignCommands } from './align.ts';
import { clipboardCommands } from './clipboard.ts';
import type { Command } from './command.ts';
import { copyCommands } from './copy.ts';
import { editCommands } from './edit.ts';
import { fileCommands } from './file.ts';
import { findCommands } from './find.ts';
import { guideCommands } from './guides.ts';
import { objectCommands } from './object.ts';
import { pageCommands } from './page.ts';
import { photoCommands } from './photo.ts';
import { recloseCommands } from './reclose.ts';
import { templateCommands } from './template.ts';
import { textCommands } from './text.ts';
import { typeCommands } from './type.ts';
import { viewCommands } from './view.ts';
import { windowCommands } from './window.ts';

export const commands: readonly Command[] = [
  ...fileCommands,
  ...editCommands,
  ...clipboardCommands,
  ...copyCommands,
  ...objectCommands,
  ...alignCommands,
  ...photoCommands,
  ...pageCommands,
  ...findCommands,
  ...textCommands,
  ...typeCommands,
  ...templateCommands,
  ...recloseCommands,
  ...viewCommands,
  ...guideCommands,
  ...windowCommands,
];

const byId = new Map(commands.map((c) => [c.id, c]));

export const commandOf = (id: string): Command | undefined => byId.get(id);

/** Run a command, or say why it cannot be run now. */
export function run(id: string): void {
  const command = byId.get(id);
  if (!command) return;
  const available = command.available(desk());
  if (available === true) void command.run();
  else tell('info', `why.${available}`);
}
