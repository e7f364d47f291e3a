import { describe, expect, it } from 'vitest';
import { read, storiesToJson } from '../../src/core/copy/index.ts';
import { linesOf } from '../../src/core/copy/lines.ts';
import { unwrap } from '../../src/core/copy/unwrap.ts';

describe('wrapped English without indents', () => {
  const measure = 40;
  const wrapped = (text: string): string => {
    const lines = [''];
    for (const word of text.split(' ')) {
      const line = lines[lines.length - 1] as string;
      if (line !== '' && line.length + 1 + word.length > measure) lines.push(word);
      else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
    return lines.join('\n');
  };
  // The first paragraph's last line fills the measure to its last letter.
  const first =
    '“The council has put this work off for ten years and the pipes will not wait any longer for it,” he said. “We all know it, and so does everyone else.”';
  const rest = 'The work will close two lanes of the bridge until the end of the autumn, and the buses will stop on the other bank.';
  const pages = [
    '“Nobody asked the shops on the bank about it,” she said, and she closed her own door for the day.',
    'Q: Will the bridge be open on market days, and who will pay for the buses that have to go around?',
  ];
  for (const next of pages)
    it(`begins a paragraph with another speaker: ${next.slice(0, 12)}`, () => {
      expect((wrapped(first).split('\n').at(-1) as string).length).toBeGreaterThan(measure - 8);
      const page = [first, next, rest].map(wrapped).join('\n');
      expect(unwrap(linesOf(page)).map((l) => l.text)).toContain(first);
    });
});

describe('tables', () => {
  it('that follow one another under a story keep their heads as its subheads', () => {
    const text = [
      '绿湖队主场取胜',
      '本报记者 温如岚',
      '5月18日晚，市篮球联赛第九轮在市体育馆收官，绿湖队在主场以四分优势取胜，现场涌入两千多名观众。',
      '主教练赛后说，球队在防守端做到了赛前布置的全部内容，接下来的两个客场同样不会轻松，全队还要继续努力。',
      '第九轮赛果',
      '绿湖队 88：84 松岗队',
      '东桥队 71：69 石门队',
      '白塔队 90：77 南浦队',
      '第十轮预告',
      '绿湖队 19：30 东桥队',
      '松岗队 19：30 白塔队',
      '石门队 20：00 南浦队',
    ].join('\n\n');
    const stories = storiesToJson(read({ id: 't', name: 't.txt', encoding: 'utf-8', text }).stories);
    expect(stories.length).toBe(1);
    expect(stories[0]?.body.filter((b) => b.type === 'subhead').map((b) => b.text)).toEqual(['第九轮赛果', '第十轮预告']);
  });
});
