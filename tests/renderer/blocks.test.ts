import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyStory, type Story, typed } from '../../src/core/story/index.ts';
import { joinBlock, pasteLines, splitBlock } from '../../src/renderer/panels/copy/blocks.ts';
import { textDiff } from '../../src/renderer/state/change.ts';

const story = (...texts: string[]): Story => ({ ...emptyStory('s1'), body: texts.map((t) => ({ type: 'paragraph', ...typed(t) })) });
const texts = (s: Story): string[] => s.body.map((b) => b.text);

describe('paragraphs', () => {
  test('are cut and joined without losing a character', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, n) => {
        const at = n % (text.length + 1);
        const cut = splitBlock(story('甲', text, '乙'), 1, at);
        expect(texts(cut)).toEqual(['甲', text.slice(0, at), text.slice(at), '乙']);
        expect(texts(joinBlock(cut, 2))).toEqual(['甲', text, '乙']);
      }),
    );
  });

  test('take their marks along when they are cut and joined', () => {
    const s = story('鹭湖把水面还给了鸟');
    const marked: Story = { ...s, body: [{ ...(s.body[0] as Story['body'][0]), marks: [{ from: 1, to: 5, look: 'bold' }] }] };
    const cut = splitBlock(marked, 0, 3);
    expect(cut.body.map((b) => b.marks)).toEqual([[{ from: 1, to: 3, look: 'bold' }], [{ from: 0, to: 2, look: 'bold' }]]);
    expect(joinBlock(cut, 1).body[0]?.marks).toEqual([
      { from: 1, to: 3, look: 'bold' },
      { from: 3, to: 5, look: 'bold' },
    ]);
  });

  test('pasted lines become paragraphs of their own', () => {
    expect(texts(pasteLines(story('一二三四'), 0, 1, 3, ['甲', '乙', '丙']))).toEqual(['一甲', '乙', '丙四']);
    expect(texts(pasteLines(story('一二三四'), 0, 2, 2, ['甲']))).toEqual(['一二甲三四']);
  });

  test('the first cannot be joined to anything', () => {
    expect(texts(joinBlock(story('甲', '乙'), 0))).toEqual(['甲', '乙']);
  });
});

describe('the shortest edit', () => {
  test('leads from one text to the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const d = textDiff(a, b);
        if (!d) {
          expect(a).toBe(b);
          return;
        }
        expect(a.slice(d.at, d.at + d.removed.length)).toBe(d.removed);
        expect(a.slice(0, d.at) + d.inserted + a.slice(d.at + d.removed.length)).toBe(b);
      }),
    );
  });

  test('never cuts a character in two', () => {
    expect(textDiff('𠮷', '𠮸')).toEqual({ at: 0, removed: '𠮷', inserted: '𠮸' });
    expect(textDiff('a😀b', 'a😁b')).toEqual({ at: 1, removed: '😀', inserted: '😁' });
  });

  test('is one character where one was typed', () => {
    expect(textDiff('春天里', '春天在里')).toEqual({ at: 2, removed: '', inserted: '在' });
  });
});
