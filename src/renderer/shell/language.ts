/** The window's words: two whole language files, Chinese first, switched while the program runs. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { UiLanguage } from '../../ipc/settings.ts';
import en from '../language/en.json';
import zh from '../language/zh-Hans.json';

export const languageCode = (language: UiLanguage): 'zh-Hans' | 'en' => (language === 'zh' ? 'zh-Hans' : 'en');

export async function startLanguage(language: UiLanguage): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: languageCode(language),
    fallbackLng: false,
    resources: { 'zh-Hans': { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
