/** What the command line says, in the language of the terminal. */
import en from './language/en.json' with { type: 'json' };
import zh from './language/zh-Hans.json' with { type: 'json' };

export type Sentence = keyof typeof en;
export type CliLanguage = 'zh-Hans' | 'en';
export type Say = (sentence: Sentence, values?: Readonly<Record<string, string | number>>) => string;

const sentences: Readonly<Record<CliLanguage, Readonly<Record<Sentence, string>>>> = { 'zh-Hans': zh, en };

/** Chinese where the environment asks for Chinese messages (POSIX: LC_ALL, then LC_MESSAGES, then LANG), else English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): CliLanguage {
  const asked = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/iu.test(asked) ? 'zh-Hans' : 'en';
}

/** A sentence with its values put in; a value that is words may bring them in Chinese too (`why`, `whyInChinese`). One that is not given stays in braces: a test finds it. */
export const sayIn =
  (language: CliLanguage): Say =>
  (sentence, values = {}) =>
    sentences[language][sentence].replace(/\{(\w+)\}/gu, (whole, name: string) =>
      String((language === 'zh-Hans' ? values[`${name}InChinese`] : undefined) ?? values[name] ?? whole),
    );

export const isSentence = (code: string): code is Sentence => code in en;
