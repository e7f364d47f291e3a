/** What is remembered from run to run, apart from documents. Type, check and defaults together. */
import * as z from 'zod';

export const uiLanguages = ['zh', 'en'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

export const settingsSchema = z.strictObject({
  language: z.enum(uiLanguages),
  theme: z.enum(['system', 'light', 'dark']),
  /** The window's own layout of its panels; main keeps it and does not look inside. JSON. */
  layout: z.record(z.string(), z.json()),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Chinese where the desktop's language begins with `zh`, else English. */
export const languageOf = (locale: string): UiLanguage => (locale.toLowerCase().startsWith('zh') ? 'zh' : 'en');
