import { describe, expect, it } from 'vitest';
import { applyChanges, type Copy, originalText, read, refuse } from '../../src/core/copy/index.ts';
import { normalise } from '../../src/core/copy/normalise/normalise.ts';
import type { Language } from '../../src/core/story/index.ts';

const mended = (text: string, language: Language = 'zh-Hans', display = false): string => {
  const { text: result, changes } = normalise(text, { language, display, fields: false, spaced: false, joined: 0.9 });
  expect(applyChanges(text, changes)).toBe(result);
  return result;
};

describe('repairs of letters and marks (guide §4.7)', () => {
  const table: [what: string, from: string, to: string][] = [
    ['marks to full width', '今天,大家来了:好吗?好!真好;走吧.', '今天，大家来了：好吗？好！真好；走吧。'],
    ['a comma after a year', '2022,我们来了', '2022，我们来了'],
    ['groups of three stay', '共1,000元,又12,345,678人', '共1,000元，又12,345,678人'],
    ['times and scores stay', '12:30开始,比分3:1。', '12:30开始，比分3:1。'],
    ['decimals and versions stay', '增长3.5%,版本v1.2.3。', '增长3.5%，版本v1.2.3。'],
    [
      'addresses stay, the mark behind them is the sentence’s',
      '见http://a.cn/x?y=1,2;邮箱a.b@c.com,谢谢',
      '见http://a.cn/x?y=1,2；邮箱a.b@c.com，谢谢',
    ],
    ['Latin sentences stay', '他说,Hello, world. How are you? 大家笑了', '他说，Hello, world. How are you?大家笑了'],
    ['brackets by pairs', '(记者 张三)说(2022)年(WHO)报告', '（记者张三）说（2022）年（WHO）报告'],
    ['a phone number’s brackets stay', '电话(010)12345678', '电话(010)12345678'],
    ['straight quotes by turns', '他说:"好的,"又说"走"。', '他说：“好的，”又说“走”。'],
    ['inner quotes', "“他说'好'。”", '“他说‘好’。”'],
    ['a quote closed by its opener', '开展“党课“活动', '开展“党课”活动'],
    ['inches stay', '5"的屏幕', '5"的屏幕'],
    ['ellipses', '他想...又想。。。再想…', '他想……又想……再想……'],
    ['dashes', '他--老王－－来了', '他——老王——来了'],
    ['hyphens in models and numbers stay', '歼-20与2022-11-03', '歼-20与2022-11-03'],
    ['full-width letters and digits', '２０２２年ＡＢＣ９５％', '2022年ABC95%'],
    ['compatibility marks', '好﹐的｡﹁是﹂', '好，的。「是」'],
    ['dots in names', '卡尔•马克思、列奥纳多・达芬奇', '卡尔·马克思、列奥纳多·达芬奇'],
    ['book titles', '<<论语>>里说', '《论语》里说'],
    ['spaces between Han', '今天 天气　好', '今天天气好'],
    ['invisible characters', '今\u200b天\ufeff好', '今天好'],
    ['ranges', '3~5天', '3～5天'],
  ];
  for (const [what, from, to] of table) it(what, () => expect(mended(from)).toBe(to));
  it('keeps display text’s spaces', () => expect(mended('贴近基层 讲实说透', 'zh-Hans', true)).toBe('贴近基层 讲实说透'));
  it('sets 「」 in Traditional text', () => expect(mended('他說:"好"', 'zh-Hant')).toBe('他說：「好」'));
  it('curls English quotes and leaves the rest', () =>
    expect(mended('He said, "Stay." It\'s 5:30, 3.5 miles...', 'en')).toBe("He said, “Stay.” It's 5:30, 3.5 miles..."));
});

describe('repairs of lines', () => {
  const copy = (text: string): Copy => ({ id: 'c', name: '', encoding: 'utf-8', text });
  const text =
    '标题在此\n\n□ 本报记者 沈竹青\n\n河道清淤、岸坡绿化、雨污分流，三项工程同时推进，如今站在堤上望去水面开\n\n阔，芦苇摇曳，傍晚时分常有市民沿着步道散步，孩子们在岸边放风筝,很热闹。\n';
  it('joins a cut paragraph, says why and how sure, and gives it back when refused', () => {
    const reading = read(copy(text));
    const block = reading.stories[0]!.body[0]!;
    expect(block.text).toContain('水面开阔');
    const { changes } = block.origin!;
    expect(changes.map((c) => c.reason)).toEqual(['join', 'full-width']);
    for (const c of changes) expect(c.confidence).toBeGreaterThan(0.5);
    const without = refuse(block, 0);
    expect(without.text).toContain('水面开\n\n阔');
    expect(without.text).toContain('放风筝，很');
    expect(refuse(without, 0).text).toBe(originalText(copy(text), block));
  });
  it('does not undo a repair whose place the editor has changed since', () => {
    const block = read(copy(text)).stories[0]!.body[0]!;
    const edited = { ...block, text: block.text.replace('放风筝，很', '放风筝、很') };
    expect(refuse(edited, 1)).toEqual(edited);
  });
  it('lifts a stranded headline out and joins what it parted', () => {
    const stranded =
      '◎ 城事\n\n□ 本报记者 沈竹青\n\n今年以来，全市改造老旧小区二十六个，惠及居民近九千户，外墙、管网和照明都已更\n\n路灯亮了心里踏实\n\n新完毕，居民们都说，晚上出来遛弯再也不用打手电筒了，心里踏实得很。\n';
    const [story] = read(copy(stranded)).stories;
    expect(story).toMatchObject({ label: { text: '城事' }, headline: { text: '路灯亮了心里踏实' } });
    expect(story!.body.map((b) => b.text)).toEqual([expect.stringContaining('都已更新完毕')]);
    expect(story!.body[0]!.origin!.spans.length).toBe(2);
  });
  it('goes back to a sentence that a photograph with its title, or a whole story, broke into', () => {
    const lead =
      '老街改造，留住烟火气\n\n本报记者 卓然\n\n老板老窦说，改造那阵子他最担心的是租金，没想到街道办帮着和产权单位谈，“三年不涨价，这话说出口就';
    const rest = '算数。”老窦把合同贴在墙上。\n\n石板街全长六百八十米，有老字号十一家，改造没有大拆大建。\n';
    for (const between of [
      '冬日送暖\n\n昨天，志愿者为独居老人送去过冬煤炭。本报记者 卓然 摄',
      '公交103路下周起调整\n\n本报讯（记者 詹妮）12月1日起，公交103路延伸至高铁南站，首末班车时间调整为6时至22时。',
    ]) {
      const { stories } = read(copy(`${lead}\n\n${between}\n\n${rest}`));
      expect(stories.map((s) => s.headline?.text)).toEqual(['老街改造，留住烟火气', between.split('\n')[0]]);
      const [first] = stories;
      expect(first!.body.map((b) => b.text)).toEqual([expect.stringContaining('说出口就算数。”'), expect.stringContaining('石板街全长')]);
      expect(first!.body[0]!.origin!.spans.length).toBe(2);
    }
  });
  it('flags what it must not mend', () => {
    const reasons = (t: string) => read(copy(t)).flags.map((f) => f.reason);
    expect(reasons('这里有\ufffd一个坏字。')).toEqual(['undecodable']);
    expect(reasons('这里有\ue123一个字。')).toEqual(['missing-glyph']);
    expect(reasons('民生事项件有着落、事事有回音。')).toEqual(['repeated-character-lost']);
    expect(reasons('民生事项件件有着落、事事有回音。')).toEqual([]);
    expect(reasons('党中央阵喜讯传，台下响起阵掌声。')).toEqual(['repeated-character-lost', 'repeated-character-lost']);
    expect(reasons('明星到场助阵，前阵子首发阵中有三名新人，严阵以待，临阵换将，一阵掌声。')).toEqual([]);
    expect(reasons('这里是锟斤拷，那里是ä¸­å›½。')).toEqual(['undecodable', 'undecodable']);
  });
});
