/** Display lines that landed in a sentence of their own story: what they become, and that none gets lost. */
import { expect, test } from 'vitest';
import { itemsOf, type Part } from '../../src/core/copy/items.ts';
import type { Assigned } from '../../src/core/copy/parse.ts';
import { lookAt } from '../../src/core/copy/read.ts';
import type { Role } from '../../src/core/copy/weights.ts';

function itemOf(rows: readonly (readonly [role: Role, text: string])[]): Record<'kicker' | 'headline' | 'deck' | 'body', string[]> {
  const { pieces } = lookAt({ id: 'c', name: 'c', encoding: 'utf-8', text: `${rows.map(([, text]) => text).join('\n')}\n` });
  expect(pieces.length).toBe(rows.length);
  const read: Assigned[] = pieces.map((piece, i) => ({
    piece,
    role: (rows[i] as readonly [Role, string])[0],
    fresh: i === 0,
    parks: false,
    returns: false,
    brief: false,
    confidence: 1,
  }));
  const { items, furniture } = itemsOf(read);
  expect([items.length, furniture.length]).toEqual([1, 0]);
  const [item] = items;
  const texts = (parts: readonly Part[] = []): string[] => parts.map((p) => p.piece.text);
  const found = {
    kicker: texts(item?.kicker),
    headline: texts(item?.headline),
    deck: texts(item?.deck),
    body: item?.body.flatMap((b) => texts(b.parts)) ?? [],
  };
  expect(Object.values(found).flat().sort()).toEqual(pieces.map((p) => p.text).sort());
  return found;
}

const before = '每天傍晚六点，汉水桥头第三根灯柱下，修鞋匠褚大年会准时支起一块小黑板，他说旧东西都先放在柜';
const after = '子里，想着总有一天用得上，后来果然用上了，街坊们都来找他，他一样一样翻出来给人看。';

/** The two lines between the halves of a sentence, under what stands over it. */
const landed = (first: string, second: string, over: readonly (readonly [Role, string])[] = []): ReturnType<typeof itemOf> =>
  itemOf([...over, ['para', before], ['lifted', first], ['lifted', second], ['cont', after]]);

test('two lines of like width are one headline', () => {
  expect(landed('修鞋摊前的小黑板', '出了五千道算术题').headline).toEqual(['修鞋摊前的小黑板', '出了五千道算术题']);
});

test('a wider second line is the deck, a wider first one the kicker', () => {
  const deck = landed('澜口大桥昨日合龙', '明年五月通车，两岸行车由五十分钟缩至八分钟');
  expect([deck.headline, deck.deck]).toEqual([['澜口大桥昨日合龙'], ['明年五月通车，两岸行车由五十分钟缩至八分钟']]);
  const kicker = landed('一条产业链 一名链长 一张技术攻关图', '黑石轴承转向高端');
  expect([kicker.kicker, kicker.headline]).toEqual([['一条产业链 一名链长 一张技术攻关图'], ['黑石轴承转向高端']]);
});

test('a kicker that stands over the story is kept', () => {
  const { kicker, headline } = landed('一条产业链 一名链长 一张技术攻关图', '黑石轴承转向高端', [['kicker', '一棵枇杷树两家争了十年']]);
  expect([kicker, headline]).toEqual([['一棵枇杷树两家争了十年'], ['一条产业链 一名链长 一张技术攻关图', '黑石轴承转向高端']]);
});
