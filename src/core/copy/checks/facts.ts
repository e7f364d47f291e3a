/** What can be reckoned: dates, times, totals, names, repetitions. */
import { passages, type Story, type TextPlace } from '../../story/index.ts';
import type { Check, Fault } from './finding.ts';
import { months, titles, weekdays } from './tables.ts';

const daysIn = (year: number | null, month: number): number =>
  month === 2
    ? year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** 0 is Sunday (Sakamoto's method; Gregorian years). */
export function weekday(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] as number;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + offset + day) % 7;
}

const dateHan = /(?:(\d{4})年)?(?<![\d年])(\d{1,2})月(\d{1,2})[日号號](?:[ ，,（(]*(?:星期|周|週|礼拜)([一二三四五六日天]))?/gu;
const dateFull = /(\d{4})年(\d{1,2})月(\d{1,2})[日号號](?:[ ，,（(]*(?:星期|周|週|礼拜)([一二三四五六日天]))?/gu;
const monthNames = months.map((m) => `${m}|${m.slice(0, 3)}|${m === 'september' ? 'sept' : m.slice(0, 3)}`).join('|');
const dateLatin = new RegExp(`(?:(sun|mon|tues|wednes|thurs|fri|satur)day,? )?\\b(${monthNames})\\.? (\\d{1,2})(?:, (\\d{4}))?\\b`, 'giu');
const clock = /(?<![\d:：.])(\d{1,2})[:：](\d{2})(?![\d:：.])|(?<!\d)(\d{1,2})[时時点點](\d{1,2})分/gu;

/** Days that are none, weekdays that contradict their date, times that are none. */
export const checkDates: Check = (story) =>
  passages(story).flatMap(({ place, passage: { text } }) => [...hanDates(text, place), ...latinDates(text, place), ...times(text, place)]);

function fault(place: TextPlace, m: RegExpMatchArray, key: Fault['key'], figures: Fault['figures'] = {}): Fault {
  const at = m.index ?? 0;
  return { place, from: at, to: at + m[0].length, text: m[0], key, figures, severity: 'error' };
}

function hanDates(text: string, place: TextPlace): Fault[] {
  const seen = new Set<number>();
  return [...text.matchAll(dateFull), ...text.matchAll(dateHan)].flatMap((m): Fault[] => {
    const end = m.index + m[0].length;
    if (seen.has(end)) return [];
    seen.add(end);
    const year = m[1] ? Number(m[1]) : null;
    const [month, day] = [Number(m[2]), Number(m[3])];
    if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return [fault(place, m, 'date-impossible')];
    if (!m[4] || year === null) return [];
    const right = weekday(year, month, day);
    return '日一二三四五六'.indexOf(m[4] === '天' ? '日' : m[4]) === right
      ? []
      : [fault(place, m, 'date-weekday', { right: weekdays.zh[right] as string })];
  });
}

function latinDates(text: string, place: TextPlace): Fault[] {
  return [...text.matchAll(dateLatin)].flatMap((m): Fault[] => {
    const name = (m[2] as string).toLowerCase().slice(0, 3);
    const month = months.findIndex((n) => n.startsWith(name)) + 1;
    const year = m[4] ? Number(m[4]) : null;
    const day = Number(m[3]);
    // “May 35” may be no date at all where no year follows and the month is a word of its own.
    if (day < 1 || day > daysIn(year, month)) return year !== null || name !== 'may' ? [fault(place, m, 'date-impossible')] : [];
    if (!m[1] || year === null) return [];
    const right = weekdays.en[weekday(year, month, day)] as string;
    return right.toLowerCase().startsWith(m[1].toLowerCase()) ? [] : [fault(place, m, 'date-weekday', { right })];
  });
}

function times(text: string, place: TextPlace): Fault[] {
  return [...text.matchAll(clock)]
    .filter((m) => {
      const [h, min] = m[3] ? [Number(m[3]), Number(m[4])] : [Number(m[1]), Number(m[2])];
      // 3:1 is a score, 16:9 a shape: a colon means a time only before 分, after 时 words, or where both halves could be one.
      const isTime =
        m[3] !== undefined ||
        /(?:上午|下午|晚上|晚|早上|早|凌晨|中午|今天|当日|至|到|—|-) ?$/u.test(text.slice(Math.max(0, m.index - 4), m.index));
      return isTime && (h > 24 || min > 59 || (h === 24 && min > 0));
    })
    .map((m) => fault(place, m, 'time-impossible'));
}

const sentences = /[^。！？!?\n]+[。！？!?]?/gu;

/** Totals: only where it is certain — 男 a 人、女 b 人，共 c 人; parts of one unit after 其中 that are more than their whole. */
export const checkTotals: Check = (story) =>
  passages(story).flatMap(({ place, passage: { text } }) =>
    [...text.matchAll(sentences)].flatMap((s): Fault[] => [...halves(s[0], s.index, place), ...parts(s[0], s.index, place)]),
  );

function halves(s: string, offset: number, place: TextPlace): Fault[] {
  const m = /男(?:性|生|选手|职工)?(\d+)(人|名|位)[、，,和]\s*女(?:性|生|选手|职工)?(\d+)\2/u.exec(s);
  const total = m ? (/(?:共|共有|共计|合计|总共|一共)(\d+)(人|名|位)/u.exec(s) ?? null) : null;
  if (!m || !total || total[2] !== m[2]) return [];
  const sum = Number(m[1]) + Number(m[3]);
  if (sum === Number(total[1])) return [];
  const from = offset + m.index;
  return [
    {
      place,
      from,
      to: from + m[0].length,
      text: m[0],
      key: 'total-differs',
      figures: { parts: `${m[1]}、${m[3]}`, sum, total: Number(total[1]), unit: m[2] as string },
    },
  ];
}

function parts(s: string, offset: number, place: TextPlace): Fault[] {
  const m = /(?:共|共有|共计|合计|总计|总共|一共)(\d+(?:\.\d+)?)(万?\p{Script=Han}{1,2}?)[^，,。]{0,12}[，,]其中(.+)$/u.exec(s);
  if (!m || /以上|以下|约|近|余|多|超/u.test(s)) return [];
  const unit = m[2] as string;
  const found = [...(m[3] as string).matchAll(new RegExp(`(\\d+(?:\\.\\d+)?)${unit}`, 'gu'))];
  // A second 其中, or 包括, speaks of parts of parts.
  if (found.length < 2 || /其中|包括|含/u.test(m[3] as string)) return [];
  const sum = Math.round(found.reduce((t, f) => t + Number(f[1]), 0) * 1000) / 1000;
  const total = Number(m[1]);
  const from = offset + m.index;
  return sum > total ? [{ place, from, to: from + m[0].length, text: m[0], key: 'total-less', figures: { sum, total, unit } }] : [];
}

const titled = new RegExp(`(${titles})(\\p{Script=Han}{2,3})(?=[说表告介指强認认，。：、在对就向（“]|$)`, 'gu');

/** A name written two ways beside the same title: three characters, two of them the same, one written more often. */
export const checkNames: Check = (story) => {
  const seen: { title: string; name: string; place: TextPlace; at: number }[] = [];
  for (const { place, passage } of passages(story))
    for (const m of passage.text.matchAll(titled))
      seen.push({ title: m[1] as string, name: m[2] as string, place, at: m.index + (m[1] as string).length });
  const count = new Map<string, number>();
  const key = (s: { title: string; name: string }): string => `${s.title}|${s.name}`;
  for (const s of seen) count.set(key(s), (count.get(key(s)) ?? 0) + 1);
  return seen.flatMap((s): Fault[] => {
    const other = seen.find((o) => o.title === s.title && nearly(o.name, s.name) && (count.get(key(o)) ?? 0) > (count.get(key(s)) ?? 0));
    return other
      ? [{ place: s.place, from: s.at, to: s.at + s.name.length, text: s.name, key: 'name-two-ways', figures: { other: other.name } }]
      : [];
  });
};

const nearly = (a: string, b: string): boolean =>
  a.length === 3 && b.length === 3 && a !== b && [...a].filter((c, i) => c === b[i]).length === 2;

const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');

/** The same paragraph twice in one story. */
export const checkParagraphTwice: Check = (story) => {
  const seen = new Map<string, number>();
  return story.body.flatMap((block, i): Fault[] => {
    const key = bare(block.text);
    if (key.length < 15) return [];
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, i);
      return [];
    }
    return [
      {
        place: { field: 'body', block: i },
        from: 0,
        to: block.text.length,
        text: block.text,
        key: 'paragraph-twice',
        figures: { other: first + 1 },
      },
    ];
  });
};

/** Runs of so many characters are compared; a story of which so many per cent are in another is the same. */
const shingle = 8;
const same = 60;

/** The same story already in the issue (guide wishes 10). Reported on the shorter of the two. */
export const checkStoryTwice: Check = (story, _, others) => {
  const own = shingles(story);
  if (own.size < 20) return [];
  return others.flatMap((other): Fault[] => {
    if (other.id === story.id) return [];
    const theirs = shingles(other);
    if (theirs.size < own.size || (theirs.size === own.size && other.id > story.id)) return [];
    let hits = 0;
    for (const s of own) if (theirs.has(s)) hits++;
    const percent = Math.round((hits / own.size) * 100);
    const first = passages(story)[0];
    return percent >= same && first
      ? [
          {
            place: first.place,
            from: 0,
            to: first.passage.text.length,
            text: first.passage.text,
            key: 'story-twice',
            figures: { other: other.headline?.text ?? other.id, percent },
            severity: 'error',
          },
        ]
      : [];
  });
};

const kept = new WeakMap<Story, Set<string>>();
function shingles(story: Story): Set<string> {
  const known = kept.get(story);
  if (known) return known;
  const text = bare(story.body.map((b) => b.text).join(''));
  const set = new Set<string>();
  for (let i = 0; i + shingle <= text.length; i++) set.add(text.slice(i, i + shingle));
  kept.set(story, set);
  return set;
}
