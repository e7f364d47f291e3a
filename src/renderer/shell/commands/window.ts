import type { Settings } from '../../../ipc/settings.ts';
import { type InspectorTab, setDesk } from '../../state/desk.ts';
import { setLanguage, setTheme } from '../settings.ts';
import { always, type Command, withProject } from './command.ts';

const theme = (name: Settings['theme']): Command => ({
  id: `window.${name}`,
  keys: [],
  available: always,
  checked: (s) => s.theme === name,
  run: () => setTheme(name),
});

const panel = (tab: InspectorTab, keys: readonly string[]): Command => ({
  id: `window.${tab}`,
  keys,
  available: withProject,
  checked: (s) => s.inspectorTab === tab,
  run: () => setDesk({ inspectorTab: tab }),
});

export const windowCommands: readonly Command[] = [
  { id: 'window.palette', keys: ['$mod+KeyK'], whileTyping: true, available: always, run: () => setDesk({ dialog: 'palette' }) },
  { id: 'window.keys', keys: ['F1'], whileTyping: true, available: always, run: () => setDesk({ dialog: 'keys' }) },
  panel('inspector', ['F10']),
  panel('styles', ['F11', 'Shift+F11']),
  panel('swatches', ['F5']),
  { id: 'window.chinese', keys: [], available: always, checked: (s) => s.language === 'zh', run: () => setLanguage('zh') },
  { id: 'window.english', keys: [], available: always, checked: (s) => s.language === 'en', run: () => setLanguage('en') },
  theme('system'),
  theme('light'),
  theme('dark'),
];
