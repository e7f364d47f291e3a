import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/document/index.ts';
import { typed } from '../../src/core/story/index.ts';
import { type Found, find, foldWidth, type Hit, type Query, replaceHits } from '../../src/renderer/tools/find/find.ts';
import { body, frame, head, projectOf, story } from '../support/project.ts';

const { project } = projectOf(
  [
    story('a', '一桥牵住两岸', ['大桥２０２６年通车，Ｇ20高速接上大桥。', 'Bridge to bridge: the bridges.'], { kicker: typed('澄河大桥') }),
    story('b', '两岸', ['费用（约2026万元）另计。']),
  ],
  [
    frame('a1', 'a-a', head, 0, 0, 2, 5),
    frame('a2', 'a-a', body(), 0, 5, 2, 10),
    frame('b1', 'a-b', body(), 3, 5, 2, 10),
    frame('t', null, { kind: 'text', text: '大桥特刊\n大桥', role: 'note' }, 5, 0, 2, 4),
  ],
);
const plain: Query = { text: '', regex: false, wholeWord: false, matchCase: false, matchWidth: false };
const issue = { kind: 'issue' } as const;
const hits = (found: Found): readonly Hit[] => {
  if (!found.ok) throw new Error(found.why);
  return found.hits;
};
const words = (q: Partial<Query>, instead = ''): string[] => hits(find(project, issue, { ...plain, ...q }, instead)).map((h) => h.words);

describe('find', () => {
  test('looks through heads, bodies and free text in the order of the page', () => {
    const found = hits(find(project, issue, { ...plain, text: '大桥' }, ''));
    expect(found.map((h) => [h.home.kind, h.passage, h.at])).toEqual([
      ['story', 0, 2],
      ['story', 0, 0],
      ['story', 0, 17],
      ['free', 0, 0],
      ['free', 0, 5],
    ]);
    expect(found[0]).toMatchObject({ before: '澄河', words: '大桥', after: '' });
  });

  test('takes letters of any width and case for the same, until told otherwise', () => {
    expect(words({ text: '2026' })).toEqual(['２０２６', '2026']);
    expect(words({ text: '2026', matchWidth: true })).toEqual(['2026']);
    expect(words({ text: 'g20' })).toEqual(['Ｇ20']);
    expect(words({ text: 'bridge' })).toEqual(['Bridge', 'bridge', 'bridge']);
    expect(words({ text: 'bridge', matchCase: true })).toEqual(['bridge', 'bridge']);
    expect(words({ text: 'bridge', wholeWord: true })).toEqual(['Bridge', 'bridge']);
    expect(words({ text: '（约' })).toEqual(['（约']);
    expect(foldWidth('（Ａ１　）')).toBe('(A1 )');
  });

  test('keeps to a story and to a selection', () => {
    expect(hits(find(project, { kind: 'story', story: 'b' }, { ...plain, text: '2026' }, ''))).toHaveLength(1);
    const range = { from: { passage: 0, at: 5 }, to: { passage: 1, at: 8 } };
    const within = { kind: 'selection', home: { kind: 'story', story: 'a', stream: 'body' }, range } as const;
    expect(hits(find(project, within, { ...plain, text: '大桥' }, '')).map((h) => h.at)).toEqual([17]);
    expect(hits(find(project, within, { ...plain, text: 'bridge' }, ''))).toHaveLength(1);
  });

  test('says why an expression cannot be read, and finds nothing for none', () => {
    expect(find(project, issue, { ...plain, text: '(大', regex: true }, '')).toMatchObject({ ok: false });
    expect(words({ text: '' })).toEqual([]);
    expect(words({ text: 'x*', regex: true })).toEqual([]);
  });
});

describe('replace', () => {
  test('fills in what an expression caught, as it was written', () => {
    const found = hits(find(project, issue, { ...plain, text: '(\\d+)(?<unit>年|万元)', regex: true }, '[$1|$<unit>|$&|$$|$9]'));
    expect(found.map((h) => h.instead)).toEqual(['[２０２６|年|２０２６年|$|$9]', '[2026|万元|2026万元|$|$9]']);
  });

  test('all is one edit with an exact inverse', () => {
    const found = hits(find(project, issue, { ...plain, text: '大桥' }, '长虹桥'));
    const edit = replaceHits(project, found);
    const done = edit && apply(project, edit);
    if (!done?.ok) throw new Error('refused');
    expect(done.project.stories.a?.body[0]?.text).toBe('长虹桥２０２６年通车，Ｇ20高速接上长虹桥。');
    expect(done.project.stories.a?.kicker?.text).toBe('澄河长虹桥');
    expect(done.project.pages[0]?.frames.at(-1)?.shows).toMatchObject({ text: '长虹桥特刊\n长虹桥' });
    const back = apply(done.project, done.inverse);
    expect(back.ok && back.project).toEqual(project);
  });
});
