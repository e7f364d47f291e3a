/** 〇 and 零 in one story; a circle, an O or a 0 in the place of 〇. */
import { passages, type TextPlace } from '../../story/index.ts';
import type { Check, Fault } from './finding.ts';

const numerals = '一二三四五六七八九十百千〇零○ＯO0';

/** Between numerals, at the head of a date's, and at the end of a year's (一九九零年). */
const places = new RegExp(
  `(?<=[一二三四五六七八九十百千〇零○])[〇零○ＯO0](?=[一二三四五六七八九十百千〇零○])|[〇零○](?=[${numerals}]{1,3}[年月日])|(?<=[一二三四五六七八九〇零○]{1,3})[〇零○ＯO0](?=[年后後代])`,
  'gu',
);

/** 二〇二三 and 二零二三 in one story; a circle in the place of 〇. */
export const checkZeroForms: Check = (story) => {
  const found: { place: TextPlace; at: number; text: string; form: string }[] = [];
  for (const { place, passage } of passages(story))
    for (const m of passage.text.matchAll(places)) {
      const from = passage.text.slice(0, m.index).match(new RegExp(`[${numerals}]*$`, 'u'))?.[0].length ?? 0;
      const text = new RegExp(`^[${numerals}]+`, 'u').exec(passage.text.slice(m.index - from))?.[0] ?? m[0];
      // 一百零三 is said so: only figures in a row (二〇二三) have a choice.
      if (!/[十百千]/u.test(text)) found.push({ place, at: m.index, text, form: m[0] });
    }
  const usual = found.some((f) => f.form === '〇') ? '〇' : (found[0]?.form ?? '');
  return found.flatMap((f): Fault[] => {
    const base = { place: f.place, from: f.at, to: f.at + 1, text: f.text };
    // Big5 had no 〇: Taiwan and Hong Kong papers write the circle to this day.
    const custom = f.form === '○' && story.language === 'zh-Hant' && f.form === usual;
    if ((f.form === '○' && !custom) || /[ＯO0]/u.test(f.form)) return [{ ...base, key: 'zero-circle', figures: { mark: f.form } }];
    return f.form === usual ? [] : [{ ...base, key: 'zero-mixed', figures: { other: usual }, severity: 'note' }];
  });
};
