import type { Settings } from '../../../ipc/settings.ts';
import { setDesk } from '../../state/desk.ts';
import { setLanguage, setTheme } from '../settings.ts';
import { always, type Command } from './command.ts';

const theme = (name: Settings['theme']): Command => ({
  id: `window.${name}`,
  keys: [],
  available: always,
  checked: (s) => s.theme === name,
  run: () => setTheme(name),
});

export const windowCommands: readonly Command[] = [
  { id: 'window.palette', keys: ['$mod+KeyK'], whileTyping: true, available: always, run: () => setDesk({ dialog: 'palette' }) },
  { id: 'window.keys', keys: ['F1'], whileTyping: true, available: always, run: () => setDesk({ dialog: 'keys' }) },
  { id: 'window.chinese', keys: [], available: always, checked: (s) => s.language === 'zh', run: () => setLanguage('zh') },
  { id: 'window.english', keys: [], available: always, checked: (s) => s.language === 'en', run: () => setLanguage('en') },
  theme('system'),
  theme('light'),
  theme('dark'),
];
