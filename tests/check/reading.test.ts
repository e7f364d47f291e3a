import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn, weekdayOf, weekdaysIn } from '../../src/core/check/folio.ts';
import { jumpsIn } from '../../src/core/check/jumps.ts';

describe('days of the week', () => {
  it('are those of the calendar', () => {
    const day = fc.date({ min: new Date('1800-01-01T00:00:00Z'), max: new Date('2400-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(fc.property(day, (d) => weekdayOf(d.toISOString().slice(0, 10)) === d.getUTCDay()));
  });

  it('are read in both languages', () => {
    expect(weekdaysIn('2026年11月22日 星期天').map((w) => w.day)).toEqual([0]);
    expect(weekdaysIn('Monday, November 23, 2026').map((w) => w.day)).toEqual([1]);
    expect(datesIn('2026年1月3日 / November 23, 2026').map((d) => d.date)).toEqual(['2026-01-03', '2026-11-23']);
  });
});

describe('jump lines', () => {
  const way = (text: string): string[] => jumpsIn(text).map((j) => `${j.way} ${j.page}`);

  it('are read in both languages and both kinds of number', () => {
    expect(way('他笑了笑。（下转第二版）')).toEqual(['to 2']);
    expect(way('（上接第12版）他笑了笑。')).toEqual(['from 12']);
    expect(way('（上接第十二版）他笑了笑。')).toEqual(['from 12']);
    expect(way('（紧接第二十版）他笑了笑。')).toEqual(['from 20']);
    expect(way('他笑了笑。（下轉第三版）')).toEqual(['to 3']);
    expect(way('He smiled. See BUDGET, Page A6')).toEqual(['to 6']);
    expect(way('BUDGET: from A1 He smiled.')).toEqual(['from 1']);
    expect(way('Continued from Page 3 He smiled.')).toEqual(['from 3']);
  });

  it('are not read in the middle of a text', () => {
    const filler = '清晨六点，城北渡口的第一班船准时离岸。'.repeat(4);
    expect(way(`${filler}这一段下转第二版的校样${filler}`)).toEqual([]);
    expect(way('把版面转给别人。')).toEqual([]);
  });
});
