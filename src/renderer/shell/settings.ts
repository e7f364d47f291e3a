/** Language and theme: changed at once, remembered by main. */
import i18next from 'i18next';
import type { Settings, UiLanguage } from '../../ipc/settings.ts';
import { bridge } from '../bridge.ts';
import { isDark, setDesk, useDesk } from '../state/desk.ts';
import { languageCode } from './language.ts';

export async function setLanguage(language: UiLanguage): Promise<void> {
  await i18next.changeLanguage(languageCode(language));
  setDesk({ language });
  void bridge.call('settings.change', { language, theme: null, layout: null });
}

export function setTheme(theme: Settings['theme']): void {
  setDesk({ theme });
  void bridge.call('settings.change', { language: null, theme, layout: null });
}

let layout: Settings['layout'] = {};

/** What was remembered of a panel group's sizes. */
export const savedLayout = (id: string): Record<string, number> | undefined => {
  const found = layout[id];
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return undefined;
  const sizes = Object.entries(found).filter((e): e is [string, number] => typeof e[1] === 'number');
  return sizes.length > 0 ? Object.fromEntries(sizes) : undefined;
};

/** Whatever else the window keeps for its user, under a name that no panel group has. */
export const savedPart = (name: string): unknown => layout[name];

export function savePart(name: string, value: Settings['layout'][string]): void {
  layout = { ...layout, [name]: value };
  void bridge.call('settings.change', { language: null, theme: null, layout });
}

export function saveLayout(id: string, sizes: Record<string, number>): void {
  layout = { ...layout, [id]: sizes };
  void bridge.call('settings.change', { language: null, theme: null, layout });
}

/** What was chosen in a dialog the last time, as plain data. */
export const savedChoices = (id: string): Readonly<Record<string, unknown>> | undefined => {
  const found = layout[`choices.${id}`];
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : undefined;
};

export function saveChoices(id: string, choices: Settings['layout'][string]): void {
  layout = { ...layout, [`choices.${id}`]: choices };
  void bridge.call('settings.change', { language: null, theme: null, layout });
}

/** Take over settings from main: at the start, and when another window changed them. */
export function takeSettings(settings: Settings): void {
  layout = settings.layout;
  // At the start the words are not there yet; they begin in the language set here.
  if (i18next.isInitialized && useDesk.getState().language !== settings.language)
    void i18next.changeLanguage(languageCode(settings.language));
  setDesk({ language: settings.language, theme: settings.theme });
}

/** Keep the page's root in step with theme and language. */
export function followTheme(): void {
  const apply = (): void => {
    const s = useDesk.getState();
    document.documentElement.dataset.theme = isDark(s) ? 'dark' : 'light';
    document.documentElement.lang = languageCode(s.language);
  };
  apply();
  useDesk.subscribe((s, b) => {
    if (isDark(s) !== isDark(b) || s.language !== b.language) apply();
  });
}

/** The paper's own words for the copy checks, as the text of their file. */
export const savedWords = (): string => (typeof layout['copy-words'] === 'string' ? layout['copy-words'] : '');

export function saveWords(text: string): void {
  layout = { ...layout, 'copy-words': text };
  void bridge.call('settings.change', { language: null, theme: null, layout });
}
