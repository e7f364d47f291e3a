/** Language tags as PDF and HTML want them (BCP 47). */
export const LANGUAGE_TAGS = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en' } as const;
