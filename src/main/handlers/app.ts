/** The program itself: what it is, what it remembers, its menus and its window. */
import { app, nativeTheme, shell } from 'electron';
import type { AppInfo } from '../../ipc/contract.ts';
import { readPresets } from '../../node/presets.ts';
import type { Handlers } from '../door.ts';
import { firstFor } from '../first.ts';
import { allGuests, pathOf, send } from '../guest.ts';
import { popUp, setMenu, setMenuState } from '../menu.ts';
import { changeSettings, remembers } from '../settings-file.ts';
import { askUnsaved } from '../window.ts';
import { speak } from '../words.ts';

type Mine =
  | 'app.info'
  | 'settings.change'
  | 'presets.list'
  | 'file.reveal'
  | 'file.show'
  | 'ask.unsaved'
  | 'menu.set'
  | 'menu.state'
  | 'menu.popup'
  | 'window.title'
  | 'window.close';

export const appHandlers: Pick<Handlers, Mine> = {
  'app.info': async (_ask, guest) => ({
    version: app.getVersion(),
    platform: process.platform as AppInfo['platform'],
    settings: remembers().settings,
    dark: nativeTheme.shouldUseDarkColors,
    first: await firstFor(guest),
  }),

  'settings.change': ({ language, theme, layout }, guest) => {
    const settings = changeSettings({
      ...(language === null ? {} : { language }),
      ...(theme === null ? {} : { theme }),
      ...(layout === null ? {} : { layout }),
    });
    speak(settings.language);
    nativeTheme.themeSource = settings.theme;
    for (const other of allGuests()) if (other !== guest) send(other, 'settings', settings);
    return settings;
  },

  'presets.list': () => readPresets(),

  'file.reveal': ({ file }, guest) => {
    shell.showItemInFolder(pathOf(guest, file));
    return null;
  },

  'file.show': async ({ file }, guest) => {
    const why = await shell.openPath(pathOf(guest, file));
    if (why) throw new Error(why);
    return null;
  },

  'ask.unsaved': ({ name }, guest) => askUnsaved(guest.window, name),

  'menu.set': ({ lines }, guest) => {
    setMenu(guest, lines);
    return null;
  },

  'menu.state': ({ commands }, guest) => {
    setMenuState(guest, commands);
    return null;
  },

  'menu.popup': ({ lines, commands }, guest) => popUp(guest, lines, commands),

  'window.title': ({ title }, guest) => {
    guest.window.setTitle(title);
    return null;
  },

  'window.close': (_ask, guest) => {
    setImmediate(() => guest.window.close());
    return null;
  },
};
