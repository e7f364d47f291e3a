/** What the desk asks about first: what stands in a story without surety, and what was kept out of every story without it. */
import { expect, test } from 'vitest';
import { type Copy, named, read, setAside } from '../../src/core/copy/index.ts';
import type { Project } from '../../src/core/document/index.ts';
import { copySchema } from '../../src/core/story/index.ts';
import { doubts, rowsOf } from '../../src/renderer/state/copy-rows.ts';

const text = '创建全国文明城市 你我同行\n第一个标题\n第一段文字，说的是一件事情。\n';
const slogan: [number, number] = [0, text.indexOf('\n')];
const copy: Copy = {
  id: 'c',
  name: 'c.txt',
  encoding: 'utf-8',
  text,
  asides: [{ span: slogan, what: 'furniture', confidence: 0.4 }],
};
const holding = (c: Copy): Project => ({ copies: { c }, stories: {}, storyOrder: [] }) as unknown as Project;

test('a line set aside without surety is in doubt, until the editor says what it is', () => {
  expect(doubts(rowsOf(holding(copy), copy)).map((r) => [r.role, r.confidence])).toEqual([['furniture', 0.4]]);
  const said = setAside(copy, [slogan], 'furniture');
  expect(said.asides).toEqual([{ span: slogan, what: 'furniture' }]);
  expect(doubts(rowsOf(holding(said), said))).toEqual([]);
});

test('how sure the reader was is kept with the copy, and only where it was not', () => {
  const kept = named(read({ id: 'c', name: 'c.txt', encoding: 'utf-8', text: `编辑：周一 电话：0571-1234567\n${text}` }));
  const furniture = (kept.asides ?? []).filter((a) => a.what === 'furniture');
  expect(furniture.length).toBeGreaterThan(0);
  for (const { confidence = 0.5 } of furniture) expect(confidence).toBeLessThan(0.9);
  expect(copySchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});
