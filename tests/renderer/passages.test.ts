import { describe, expect, test } from 'vitest';
import type { Block, Mark } from '../../src/core/story/index.ts';
import { typed } from '../../src/core/story/index.ts';
import { clearMarks, joined, markPassage, replaceBlocks } from '../../src/renderer/tools/text/passages.ts';
import type { Text } from '../../src/renderer/tools/text/stream.ts';
import { paragraphStep, spotAfter, spotBefore, wordAround } from '../../src/renderer/tools/text/words.ts';

const block = (text: string, type: Block['type'] = 'paragraph', marks?: Mark[]): Block => ({
  type,
  ...typed(text),
  ...(marks ? { marks } : {}),
});
const at = (passage: number, at_: number) => ({ passage, at: at_ });
const textsOf = (...words: string[]): Text[] =>
  words.map((text, i) => ({ place: { field: 'body', block: i }, key: `body-${i}`, passage: typed(text) }));

describe('paragraphs under the caret', () => {
  const body = [block('第一段', 'subhead'), block('第二段', 'paragraph', [{ from: 1, to: 3, look: 'bold' }]), block('第三段', 'note')];

  test('are cut in two with their marks', () => {
    const cut = replaceBlocks(body, { from: at(1, 2), to: at(1, 2) }, ['', '']);
    expect(cut.map((b) => b.text)).toEqual(['第一段', '第二', '段', '第三段']);
    expect(cut[1]?.marks).toEqual([{ from: 1, to: 2, look: 'bold' }]);
    expect(cut[2]?.marks).toEqual([{ from: 0, to: 1, look: 'bold' }]);
  });

  test('keep their kind when Enter opens a line above them', () => {
    const above = replaceBlocks(body, { from: at(0, 0), to: at(0, 0) }, ['', '']);
    expect(above.map((b) => [b.type, b.text])).toEqual([
      ['paragraph', ''],
      ['subhead', '第一段'],
      ['paragraph', '第二段'],
      ['note', '第三段'],
    ]);
  });

  test('are joined, the marks of the second moved along', () => {
    const one = replaceBlocks(body, { from: at(0, 3), to: at(1, 0) }, ['']);
    expect(one.map((b) => b.text)).toEqual(['第一段第二段', '第三段']);
    expect(one[0]).toMatchObject({ type: 'subhead', marks: [{ from: 4, to: 6, look: 'bold' }] });
  });

  test('give way to several lines pasted over a selection across them', () => {
    const pasted = replaceBlocks(body, { from: at(0, 1), to: at(2, 2) }, ['甲', '乙', '丙']);
    expect(pasted.map((b) => [b.type, b.text])).toEqual([
      ['subhead', '第甲'],
      ['paragraph', '乙'],
      ['paragraph', '丙段'],
    ]);
  });
});

describe('looks', () => {
  test('of one kind that touch are one', () => {
    expect(
      joined([
        { from: 3, to: 5, look: 'bold' },
        { from: 0, to: 3, look: 'bold' },
        { from: 1, to: 2, look: 'kai' },
      ]),
    ).toEqual([
      { from: 0, to: 5, look: 'bold' },
      { from: 1, to: 2, look: 'kai' },
    ]);
  });

  test('are taken from the middle and leave the ends', () => {
    const p = markPassage(typed('一二三四五'), 0, 5, 'underline', true);
    expect(markPassage(p, 2, 3, 'underline', false).marks).toEqual([
      { from: 0, to: 2, look: 'underline' },
      { from: 3, to: 5, look: 'underline' },
    ]);
    expect(clearMarks(p, 0, 5).marks).toBeUndefined();
  });

  test('ruby that loses a part is lost, and has its note', () => {
    const p = markPassage(typed('版心'), 0, 2, 'ruby', true, 'bǎn xīn');
    expect(p.marks).toEqual([{ from: 0, to: 2, look: 'ruby', note: 'bǎn xīn' }]);
    expect(markPassage(p, 0, 1, 'ruby', false).marks).toBeUndefined();
  });
});

describe('steps', () => {
  const texts = textsOf('家👨‍👩‍👧和𠮷字', '中国人民银行，利率 3.5%。');

  test('go by characters as a reader counts them, and lead back', () => {
    const forward = [at(0, 0)];
    for (let i = 0; i < 20; i++) forward.push(spotAfter(texts, forward.at(-1) as never, false));
    expect(forward.slice(0, 7)).toEqual([at(0, 0), at(0, 1), at(0, 9), at(0, 10), at(0, 12), at(0, 13), at(1, 0)]);
    for (let i = 20; i > 0; i--) expect(spotBefore(texts, forward[i] as never, false)).toEqual(forward[i - 1]);
  });

  test('by words take the marks behind them along', () => {
    expect(spotAfter(texts, at(1, 4), true)).toEqual(at(1, 7));
    expect(spotBefore(texts, at(1, 7), true)).toEqual(at(1, 4));
    expect(wordAround(texts, at(1, 5))).toEqual({ anchor: at(1, 4), focus: at(1, 6) });
    expect(paragraphStep(texts, at(1, 5), -1)).toEqual(at(1, 0));
  });
});
