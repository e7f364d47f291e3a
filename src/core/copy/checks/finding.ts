/** What a copy check says of a story, and the rules' switches, as plain data. */
import type { Story, TextPlace } from '../../story/index.ts';

export const copyRules = [
  'pairs',
  'doubled',
  'half-width',
  'zero-forms',
  'dates',
  'paragraph-twice',
  'story-twice',
  'names',
  'totals',
  'words',
] as const;
export type CopyRule = (typeof copyRules)[number];

export interface CopyFinding {
  readonly rule: CopyRule;
  readonly severity: 'error' | 'warning' | 'note';
  readonly story: string;
  readonly place: TextPlace;
  /** Half-open, UTF-16 offsets of the passage's text. */
  readonly from: number;
  readonly to: number;
  /** The words it is about. */
  readonly text: string;
  /** Which sentence, and what goes into it; `sentenceOf` puts them together. */
  readonly key: MessageKey;
  readonly figures: Readonly<Record<string, string | number>>;
}

export const messages = {
  'pair-open': { zh: '“{mark}”没有另一半', en: '{mark} has no other half' },
  'pair-close': { zh: '“{mark}”前面没有另一半', en: '{mark} closes nothing' },
  'pair-nested': {
    zh: '“{mark}”里又用了“{mark}”，里层应该用“{inner}”',
    en: '{mark} stands inside {mark}: the inner one should be {inner}',
  },
  doubled: { zh: '“{text}”重复了', en: '“{text}” stands twice' },
  'marks-together': { zh: '标点“{text}”连在一起', en: 'The marks {text} stand together' },
  'half-width': { zh: '中文里用了半角的“{text}”', en: 'A half-width {text} in Chinese text' },
  'zero-mixed': { zh: '“{text}”：全文别处写作“{other}”，写法不一', en: '“{text}”: written {other} elsewhere in the story' },
  'zero-circle': { zh: '“{text}”用了“{mark}”，应为“〇”', en: '“{text}” has {mark} where the character 〇 belongs' },
  'date-impossible': { zh: '没有“{text}”这一天', en: 'There is no such day as {text}' },
  'month-impossible': { zh: '没有“{text}”这个月', en: 'There is no such month as {text}' },
  'date-weekday': { zh: '“{text}”是{right}', en: '{text} is a {right}' },
  'time-impossible': { zh: '没有“{text}”这个时刻', en: 'There is no such time as {text}' },
  'paragraph-twice': { zh: '这一段与第 {other} 段相同', en: 'The same paragraph as number {other}' },
  'story-twice': { zh: '与《{other}》重复（{percent}% 相同）', en: 'The same story as “{other}” ({percent}%)' },
  'name-two-ways': { zh: '“{text}”，别处写作“{other}”', en: '“{text}”, elsewhere “{other}”' },
  'total-less': { zh: '各项相加是 {sum}{unit}，多于总数 {total}{unit}', en: 'The parts make {sum}, more than the total of {total}' },
  'total-differs': { zh: '{parts} 相加是 {sum}{unit}，文中写 {total}{unit}', en: '{parts} make {sum}; the text says {total}' },
  word: { zh: '“{text}”：{advice}', en: '“{text}”: {advice}' },
} as const;
export type MessageKey = keyof typeof messages;

/** The sentence of a finding, without its place. */
export const sentenceOf = (finding: Pick<CopyFinding, 'key' | 'figures' | 'text'>, language: 'zh' | 'en'): string =>
  messages[finding.key][language].replace(/\{(\w+)\}/gu, (_, name: string) =>
    name === 'text' ? finding.text : String(finding.figures[name] ?? ''),
  );

/** A paper's own settings: what is off, what else may be doubled, its words. Absent is the default. */
export interface CopyCheckSettings {
  readonly off?: readonly CopyRule[];
  /** Doubled words that are right, beside those Banxin knows. */
  readonly mayDouble?: readonly string[];
  /** Term → advice, as `wordList` reads it from a text. */
  readonly words?: ReadonlyMap<string, string>;
}

/** What a rule hands in. */
export type Fault = Omit<CopyFinding, 'rule' | 'story' | 'severity'> & { readonly severity?: CopyFinding['severity'] };

/** A rule looks at one story; `others` are the other stories. */
export type Check = (story: Story, settings: CopyCheckSettings, others: readonly Story[]) => Fault[];
