/** Corrections at the desk, repairs turned back and sources merged: no character is lost, invented or in two places. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  account,
  asRead,
  type Copy,
  changeRole,
  deskRoles,
  joinPassages,
  merge,
  mergeStories,
  passageFrom,
  putAs,
  read,
  refuseKind,
  refuseRepair,
  resolve,
  restOf,
  setAside,
  splitPassage,
  startHere,
  takeRepair,
  without,
} from '../../src/core/copy/index.ts';
import { withPassage } from '../../src/core/document/index.ts';
import { type Passage, passages, type Story } from '../../src/core/story/index.ts';

const TEXT = `◎党建广角

青石镇把课堂搬到田埂上

□ 本报记者 周明远

近日,青石镇的田埂上坐满了人。村支书李春生说:"课堂就在地里,大家听得进去!"他一边说,一边把新谷种分给

乡亲,镇里的农技站离村远,老人走一趟要半天,很多人索性不去。

去年冬天,镇党委决定把课搬到地头,谁家的地出了毛病,就在谁家的地里讲,讲明白了才散。

课讲到田里

这几年,镇里先后请来十二位农技员,一年开讲四十多场,听课的有三千多人次。老乡们说,听得懂、用得上、记得牢,才算好课。

讲课的人里有农技员,也有种了一辈子地的老把式。谁家的法子好,谁就上来讲,讲完了大家再评一评。

收成写在脸上

秋天收谷,全镇亩产比上年多了六十多斤。李春生把账本摊在桌上,一笔一笔念给大家听,念到最后,屋里响起了掌声。

责任编辑:陈立 版式:王芳
`;
const copyOf = (text: string): Copy => ({ id: 'c1', name: '来稿.txt', encoding: 'utf-8', text });

/** Each character of the copy is in one passage, or in what is shown beside them. */
function expectWhole(copy: Copy, stories: readonly Story[]): void {
  const rest = restOf(copy, stories);
  const asides = rest.map(({ span }) => ({ span, what: 'mark' as const }));
  const { lost, doubled, placed, aside } = account({ copy, stories, asides, flags: [] });
  expect(lost).toEqual([]);
  expect(doubled).toEqual([]);
  expect(placed + aside).toBe(copy.text.length);
}

const words = (s: string): string => s.replace(/\s/gu, '');

describe('corrections', () => {
  test('any hundred of them leave every character in exactly one place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(), fc.nat(), fc.nat()), { maxLength: 100 }), (steps) => {
        let copy = copyOf(TEXT);
        let stories = [...read(copy).stories];
        let ids = 0;
        for (const [verb, a, b, c] of steps) {
          const all = stories.flatMap((story) => passages(story).map((p) => ({ ...p, story })));
          const pick = all[a % Math.max(1, all.length)];
          const put = (...next: Story[]): void => {
            const old = new Map(next.map((s) => [s.id, s]));
            stories = [...stories.map((s) => old.get(s.id) ?? s), ...next.filter((s) => !stories.some((x) => x.id === s.id))];
          };
          if (!pick) break;
          const { story, place, passage } = pick;
          const role = deskRoles[b % deskRoles.length] as (typeof deskRoles)[number];
          if (verb <= 2) put((changeRole(story, place, role) as { story: Story }).story);
          else if (verb === 3 && passage.text.length > 1 && place.field === 'body') {
            const [x, y] = splitPassage(copy, passage, 1 + (c % (passage.text.length - 1)));
            put(
              putAs(
                withPassage(story, place, (p) => ({ ...p, ...x })),
                'paragraph',
                y,
                place.block + 1,
              ).story,
            );
          } else if (verb === 4) {
            const before = passages(story)[passages(story).findIndex((p) => p.passage === passage) - 1];
            const joined = before && joinPassages(copy, before.passage, passage);
            if (joined)
              put(
                without(
                  withPassage(story, before.place, (p) => ({ ...p, ...joined })),
                  place,
                ),
              );
          } else if (verb === 5) {
            const cut = startHere(story, place, `n${ids++}`);
            if (cut) put(...cut);
          } else if (verb === 6) {
            copy = setAside(copy, passage.origin?.spans ?? [], b % 2 ? 'aside' : 'furniture');
            put(without(story, place));
          } else if (verb === 7) {
            const rest = restOf(copy, stories).filter((r) => r.what !== 'mark');
            const one = rest[b % Math.max(1, rest.length)];
            if (one) {
              copy = { ...copy, asides: (copy.asides ?? []).filter((x) => x.span[0] !== one.span[0]) };
              put(putAs(story, role, passageFrom(copy, one.span, 'zh-Hans', false)).story);
            }
          } else if (verb === 8 && stories.length > 1) {
            const into = stories.find((s) => s.id !== story.id) as Story;
            stories = stories.filter((s) => s.id !== story.id).map((s) => (s.id === into.id ? mergeStories(s, story) : s));
          } else if (verb === 9) put(withPassage(story, place, () => refuseKind(passage, 'full-width')));
        }
        expectWhole(copy, stories);
        for (const s of stories)
          for (const { passage } of passages(s)) if (passage.origin) expect(asRead(copy, passage)).toBe(passage.text);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  test('two fields change places, and what a field held before goes into the body', () => {
    const story = read(copyOf(TEXT)).stories[0] as Story;
    const swapped = changeRole(story, { field: 'headline' }, 'label')?.story;
    expect([swapped?.label?.text, swapped?.headline?.text]).toEqual([story.headline?.text, story.label?.text]);
    const at = story.body.findIndex((b) => b.type === 'subhead');
    const headed = changeRole(story, { field: 'body', block: at }, 'headline')?.story;
    expect(headed?.headline?.text).toBe('课讲到田里');
    expect(headed?.body[0]).toMatchObject({ type: 'subhead', text: story.headline?.text });
  });
});

describe('repairs', () => {
  test('each is refused and taken again, and the passage is as it was', () => {
    for (const { passage } of passages(read(copyOf(TEXT)).stories[0] as Story))
      for (let i = 0; i < (passage.origin?.changes.length ?? 0); i++) {
        const not = refuseRepair(passage, i);
        expect(not.origin?.refused?.length).toBe(1);
        expect(takeRepair(not, 0)).toEqual(passage);
      }
  });

  test('a repair in words written over since is left', () => {
    const p = (read(copyOf(TEXT)).stories[0] as Story).body[0] as Passage;
    const written = { ...p, text: `前面加几个字${p.text}` };
    expect(refuseRepair(written, 0)).toBe(written);
  });
});

describe('a newer source', () => {
  const next = (change: (t: string) => string): Copy => ({ ...copyOf(change(TEXT)) });
  const written = (stories: readonly Story[]): Story[] =>
    stories.map((s) => withPassage(s, { field: 'headline' }, (p) => ({ ...p, text: '青石镇课堂上田埂' })));

  test('keeps the editor’s words, takes the file’s, and asks where both changed the same', () => {
    const copy = copyOf(TEXT);
    const mine = written(read(copy).stories);
    const newer = next((t) => t.replace('把课堂搬到', '让课堂走上').replace('坐满了人', '坐满了乡亲'));
    const m = merge(copy, newer, mine);
    expect(m.items.map((i) => [i.kind, i.conflict])).toEqual([
      ['changed', true],
      ['changed', false],
    ]);
    const kept = resolve(m, mine, []);
    expect(kept.stories[0]?.headline?.text).toBe('青石镇课堂上田埂');
    expect(kept.stories[0]?.body[0]?.text).toContain('坐满了乡亲');
    expect(resolve(m, mine, ['theirs', 'mine']).stories[0]?.headline?.text).toBe('青石镇让课堂走上田埂上');
    expectWhole(kept.copy, kept.stories);
  });

  test('what the editor refused stays refused where the line changes elsewhere, and suspicions are those of the new file', () => {
    const copy = copyOf(TEXT);
    const [first, ...rest] = read(copy).stories as [Story, ...Story[]];
    const comma = (p: Passage): number => p.origin?.changes.findIndex((c) => c.removed === ',') ?? -1;
    const one = withPassage(first, { field: 'body', block: 0 }, (p) => ({ ...p, ...refuseRepair(p, comma(p)) }));
    expect(one.body[0]?.text).toContain('近日,青石镇');
    const newer = next((t) => t.replace('坐满了人', '坐满了乡亲').replace('掌声', '\ufffd声'));
    const taken = resolve(merge(copy, newer, [one, ...rest]), [one, ...rest], []);
    expect(taken.stories[0]?.body[0]?.text).toContain('近日,青石镇的田埂上坐满了乡亲。村支书李春生说：');
    expect(taken.copy.flags?.map((f) => f.reason)).toEqual(['undecodable']);
    expectWhole(taken.copy, taken.stories);

    const none = withPassage(first, { field: 'body', block: 0 }, (p) => ({ ...p, ...refuseKind(p, 'full-width') }));
    const far = next((t) => t.replace('近日,青石镇', '昨日,白石镇'));
    const still = resolve(merge(copy, far, [none, ...rest]), [none, ...rest], []);
    expect(still.stories[0]?.body[0]?.text).toContain('昨日,白石镇');
  });

  test('a line gone that the editor had changed is asked about; a new one comes into its story or is set aside', () => {
    const copy = copyOf(TEXT);
    const mine = written(read(copy).stories);
    const newer = next((t) => t.replace('青石镇把课堂搬到田埂上\n\n', '').replace('责任编辑', '镇里说,明年还要办到山上去。\n\n责任编辑'));
    const m = merge(copy, newer, mine);
    expect(m.items.map((i) => [i.kind, i.conflict])).toEqual([
      ['removed', true],
      ['added', false],
    ]);
    const taken = resolve(m, mine, [null, null]);
    expect(taken.stories[0]?.headline?.text).toBe('青石镇课堂上田埂');
    expect(words(taken.stories.flatMap((s) => s.body.map((b) => b.text)).join(''))).toContain('明年还要办到山上去。');
    expectWhole(taken.copy, taken.stories);
    const left = resolve(m, mine, ['theirs', 'mine']);
    expect(left.stories[0]?.headline).toBeNull();
    expect(restOf(left.copy, left.stories).some((r) => r.what === 'aside')).toBe(true);
    expectWhole(left.copy, left.stories);
  });

  test('whatever becomes of the file, nothing the editor wrote goes unasked and every character has its place', () => {
    const lines = TEXT.split('\n');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(lines.length - 1), fc.nat(40)), { maxLength: 6 }), (changes) => {
        const now = [...lines];
        for (const [kind, line, at] of changes) {
          const old = now[line] ?? '';
          if (kind === 0) now[line] = `${old.slice(0, at)}新${old.slice(at + 1)}`;
          else if (kind === 1) now.splice(line, 1);
          else now.splice(line, 0, `新来的第${at}行,说的是别的事情。`);
        }
        const copy = copyOf(TEXT);
        const mine = written(read(copy).stories);
        const newer = copyOf(now.join('\n'));
        const { copy: after, stories } = resolve(merge(copy, newer, mine), mine, []);
        expect(after.text).toBe(newer.text);
        // What the editor took out stays out, what was put in stays in, whatever else the file has there now.
        const head = stories.map((s) => s.headline?.text ?? '').find((h) => h.includes('上田'));
        expect(head).toMatch(/^[^把搬到]+$/u);
        expectWhole(after, stories);
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
