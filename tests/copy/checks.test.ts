import { describe, expect, it } from 'vitest';
import { checkCopy, copyRules, sentenceOf, wordList } from '../../src/core/copy/index.ts';
import { emptyStory, type Language, type Story, typed } from '../../src/core/story/index.ts';
import { corpus } from './corpus.ts';

const story = (body: string[], language: Language = 'zh-Hans', id = 's'): Story => ({
  ...emptyStory(id, language),
  headline: typed('标题'),
  body: body.map((text) => ({ ...typed(text), type: 'paragraph' as const })),
});
const found = (text: string | string[], language?: Language): string[] =>
  checkCopy([story(Array.isArray(text) ? text : [text], language)]).map((f) => `${f.rule} ${f.text}`);

describe('copy checks', () => {
  const wrong: [string, string | string[], string[], Language?][] = [
    ['an open quote', '他说：“好。', ['pairs “']],
    ['a closing bracket alone', '他说好）。', ['pairs ）']],
    ['a quote in the same quote', '他说：“她说“好”。”', ['pairs “']],
    ['crossed marks', '《“书》”', ['pairs 《', 'pairs 》']],
    ['的的', '这是我们的的事。', ['doubled 的的']],
    ['a word after itself', '全市市民参加活动，进一步进一步提高。', ['doubled 进一步进一步']],
    ['the the', 'They went to the the fair.', ['doubled the the'], 'en'],
    ['a comma left', '今天天气好,大家来了。', ['half-width ,']],
    ['two forms of zero', ['二〇二三年建成。', '二零二二年开工。'], ['zero-forms 二零二二']],
    ['a circle for a zero', '二○二三年建成。', ['zero-forms 二○二三']],
    ['February 30', '会议于2月30日举行。', ['dates 2月30日']],
    ['a leap day in no leap year', '2023年2月29日开工。', ['dates 2023年2月29日']],
    ['month 13', '定于13月1日开馆。', ['dates 13月1日']],
    ['a wrong weekday', '2023年11月8日（星期四）开幕。', ['dates 2023年11月8日（星期四']],
    ['a wrong English weekday', 'It opens Friday, Nov. 8, 2023, downtown.', ['dates Friday, Nov. 8, 2023'], 'en'],
    ['25 o’clock', '上午25:10开会。', ['dates 25:10']],
    [
      'a paragraph twice',
      ['河道清淤、岸坡绿化、雨污分流同时推进。', '中间一段。', '河道清淤、岸坡绿化、雨污分流同时推进。'],
      ['paragraph-twice 河道清淤、岸坡绿化、雨污分流同时推进。'],
    ],
    ['a name two ways', '局长王建国说，今年好。局长王建国表示，要继续。局长王健国介绍，明年更好。', ['names 王健国']],
    ['men and women', '男15人、女12人，共30人参加。', ['totals 男15人、女12人']],
    ['parts beyond the whole', '共120户搬迁，其中北岭70户，青溪60户。', ['totals 共120户搬迁，其中北岭70户，青溪60户。']],
  ];
  for (const [what, text, expected, language] of wrong) it(`finds ${what}`, () => expect(found(text, language)).toEqual(expected));

  const right: [string, string | string[], Language?][] = [
    ['a quotation of several paragraphs', ['“第一段。', '“第二段。”']],
    ['a Traditional circle for a zero', '到二○四○年，人力缺口將達廿七萬人。', 'zh-Hant'],
    ['nested quotes', '他说：“她说‘好’。”'],
    ['reduplications', '的的确确，不了了之，大家商量商量，天天如此，研究研究。'],
    ['numbers and times', '共1,000人，比分3:1，12:30开始，见http://a.cn/x?y=1,2。'],
    ['an apostrophe', 'It’s the farmers’ market.', 'en'],
    ['a numbered list', '(1) 先清淤。'],
    ['a leap day', '2024年2月29日开工，星期四不算数。'],
    ['the right weekday', '2023年11月8日（星期三）开幕。'],
    ['a spoken zero', '二〇二三年有一百零三户。'],
    ['two people of one name', '局长王建国说好。书记王建军说好。'],
    ['parts that leave some out', '共120户搬迁，其中北岭70户，青溪30户。'],
    ['about so many', '共约120户搬迁，其中北岭70户，青溪60户。'],
    ['men and women that add up', '男15人、女15人，共30人参加。'],
    ['a score', '主队以25:21、25:63取胜。'],
  ];
  for (const [what, text, language] of right) it(`leaves ${what} alone`, () => expect(found(text, language)).toEqual([]));

  it('finds the same story a second time in the issue, once', () => {
    const text = '河道清淤、岸坡绿化、雨污分流，三项工程同时推进。如今站在堤上望去，水面开阔，芦苇摇曳，傍晚时分常有市民沿着步道散步。';
    const twice = checkCopy([story([text], 'zh-Hans', 'a'), story([`${text}居民都说好。`], 'zh-Hans', 'b')]);
    expect(twice.map((f) => [f.rule, f.story])).toEqual([['story-twice', 'a']]);
  });
  it('names of many like it the one that a story is most like', () => {
    const text = '河道清淤、岸坡绿化、雨污分流，三项工程同时推进。如今站在堤上望去，水面开阔，芦苇摇曳，傍晚时分常有市民沿着步道散步。';
    const like = (id: string, tail: string): Story => ({ ...story([`${text}${tail}`], 'zh-Hans', id), headline: typed(id) });
    const mine = story([`${text}居民都说好。`], 'zh-Hans', 'a');
    const all = [
      mine,
      like('b', '孩子们在放风筝，老人们在下棋。'),
      like('d', '居民都说好。他们还说要常来。'),
      like('e', '孩子们也来了，还有老人。'),
    ];
    expect(checkCopy(all).flatMap((f) => (f.story === 'a' ? [f.figures] : []))).toEqual([{ other: 'd', percent: 100 }]);
  });
  it('looks for a paper’s own words, whole and longest first', () => {
    const words = wordList('# 禁用词\n老年痴呆 → 应为“阿尔茨海默病”\n老年 -> 长者\nran\tsay led\n');
    const all = checkCopy([story(['他患有老年痴呆，属老年病。The bank ran.'])], { words });
    expect(all.filter((f) => f.rule === 'words').map((f) => [f.text, f.figures.advice])).toEqual([
      ['老年痴呆', '应为“阿尔茨海默病”'],
      ['老年', '长者'],
      ['ran', 'say led'],
    ]);
  });
  it('is off by rule', () => {
    const s = [story(['他说：“好，好的的。2月30日,'])];
    for (const rule of copyRules) expect(checkCopy(s, { off: [rule] }).some((f) => f.rule === rule)).toBe(false);
    expect(checkCopy(s).length).toBeGreaterThan(3);
  });
  it('has a whole sentence for every finding, in both languages', () => {
    for (const [, text, , language] of wrong)
      for (const f of checkCopy([story(Array.isArray(text) ? text : [text], language)]))
        for (const lang of ['zh', 'en'] as const) expect(sentenceOf(f, lang)).not.toMatch(/[{}]|undefined/u);
  });
  it('finds nothing in the corpus’s own clean texts', () => {
    const clean = corpus().flatMap((p) =>
      p.truth.map((t, i) =>
        story(
          t.body.map((b) => b.text),
          p.name.includes('-en') ? 'en' : p.name.includes('-hant') ? 'zh-Hant' : 'zh-Hans',
          `${p.name}-${i}`,
        ),
      ),
    );
    // The pages share paragraphs, and some were folded to half width on purpose; all else would be a false alarm.
    expect(checkCopy(clean, { off: ['story-twice', 'half-width'] }).map((f) => `${f.story} ${f.rule} ${f.text}`)).toEqual([]);
  });
});
