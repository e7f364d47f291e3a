/** Times of day that are none. */
import type { TextPlace } from '../../story/index.ts';
import type { Fault } from './finding.ts';

const colon = /(?<![\d:：.])(\d{1,2})[:：](\d{2})(?![\d:：.])/gu;
const spoken = /(?<!\d)(\d{1,2})[时時点點](?:(\d{1,2})分)?(?!\d)/gu;
const twelve = /(?<![\d:.])(\d{1,2}):(\d{2}) ?[ap]\.?m\b\.?/giu;

/** What says that a time of day follows; 25时30分 alone may be how long something took. */
const hourOfDay = /(?:上午|下午|晚上|晚|早上|早|凌晨|清晨|傍晚|中午|今天|当日|當日|[日号號]|于|於)$/u;
const beforeTime = /(?:上午|下午|晚上|晚|早上|早|凌晨|中午|今天|当日|至|到|—|-) ?$/u;

const noTime = (h: number, min: number): boolean => h > 24 || min > 59 || (h === 24 && min > 0);

/** 3:1 is a score, 16:9 a shape, 1:65 a swimmer's time: only what the words around make a time of day is looked at. */
export function times(text: string, place: TextPlace): Fault[] {
  const before = (m: RegExpExecArray): string => text.slice(Math.max(0, m.index - 4), m.index);
  const found = [
    ...[...text.matchAll(colon)].filter((m) => beforeTime.test(before(m)) && noTime(Number(m[1]), Number(m[2]))),
    ...[...text.matchAll(spoken)].filter(
      (m) => Number(m[2] ?? 0) > 59 || (hourOfDay.test(before(m)) && noTime(Number(m[1]), Number(m[2] ?? 0))),
    ),
    ...[...text.matchAll(twelve)].filter((m) => Number(m[1]) > 12 || Number(m[2]) > 59),
  ];
  return found.map((m) => ({
    place,
    from: m.index,
    to: m.index + m[0].length,
    text: m[0],
    key: 'time-impossible',
    figures: {},
    severity: 'error',
  }));
}
