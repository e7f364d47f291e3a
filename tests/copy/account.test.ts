import { describe, expect, it } from 'vitest';
import { account, applyChanges, type Copy, originalText, read, refuse } from '../../src/core/copy/index.ts';
import { passages } from '../../src/core/story/index.ts';
import { corpus, halves } from './corpus.ts';
import { damageNames, damages } from './damage.ts';

/** A small random source with a seed that is printed with every failure. */
function random(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const noise = [
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u00a0',
  '\u3000',
  '\t',
  '\ufffd',
  '\ue123',
  '◎',
  '□',
  '【',
  '】',
  '（',
  '）',
  '“',
  '”',
  '"',
  "'",
  '...',
  '……',
  '--',
  '，',
  ',',
  '.',
  '\u0007',
  '\r',
  '\f',
  '\u2028',
  '𠮷',
  '\ud842',
  '摄',
  '（记者 张三）',
  '（下转第三版）',
  '图为',
  '——',
  '□ 本报记者 王五',
  '<<',
  '>>',
  '~',
  '1,000',
  'http://a.cn/x,y',
  '\n\n\n',
  '-\n',
  '\u0085',
];
const pages = corpus();

/** A piece of a page with everything done to it that extraction and hands do. */
function damagedPage(next: () => number): string {
  const page = pages[Math.floor(next() * pages.length)]!;
  const lines = page.text.split(/(?<=\n)/u);
  const from = Math.floor(next() * lines.length);
  let part = lines.slice(from, from + 3 + Math.floor(next() * 14));
  if (next() < 0.3) part = part.map((l) => (next() < 0.2 ? part[Math.floor(next() * part.length)]! : l));
  if (next() < 0.3) part = part.filter(() => next() > 0.2);
  let text = part.join('');
  while (next() < 0.5) text = damages[damageNames[Math.floor(next() * damageNames.length)]!]!(text, next);
  const hits = Math.floor(next() * 12);
  for (let i = 0; i < hits; i++) {
    const at = Math.floor(next() * (text.length + 1));
    const what = next();
    if (what < 0.5) text = text.slice(0, at) + noise[Math.floor(next() * noise.length)]! + text.slice(at);
    else if (what < 0.7) text = text.slice(0, at) + text.slice(at + 1 + Math.floor(next() * 3));
    else if (what < 0.85) text = `${text.slice(0, at)}\n${text.slice(at)}`;
    else text = text.slice(0, at) + text.slice(Math.floor(next() * text.length), at + 20);
  }
  return text;
}

/** Everything that must hold of any reading of any text. Returns what does not. */
function faults(copy: Copy): string[] {
  const found: string[] = [];
  const reading = read(copy);
  const { placed, aside, lost, doubled } = account(reading);
  if (lost.length > 0) found.push(`lost ${JSON.stringify(lost.map(([a, b]) => copy.text.slice(a, b)))}`);
  if (doubled.length > 0) found.push(`doubled ${JSON.stringify(doubled.map(([a, b]) => copy.text.slice(a, b)))}`);
  if (placed + aside !== copy.text.length) found.push('the sum is wrong');
  for (const a of reading.asides) {
    const text = copy.text.slice(...a.span);
    // Only marks and brackets may be set aside as marks: a word there would be a loss under another name.
    if (a.what === 'mark' && /[\p{L}\p{N}]/u.test(text)) found.push(`set aside as a mark: ${text}`);
    if (a.what === 'space' && /\S/u.test(text.replace(/[\u0085\u200a]/gu, ''))) found.push(`set aside as space: ${JSON.stringify(text)}`);
  }
  for (const story of reading.stories)
    for (const { passage } of passages(story)) {
      const original = originalText(copy, passage);
      const { changes } = passage.origin!;
      if (applyChanges(original, changes) !== passage.text) found.push(`changes do not give the text: ${passage.text}`);
      if (passage.text.trim() === '') found.push('an empty passage');
      for (const [i, c] of changes.entries()) {
        if (original.slice(c.at, c.at + c.removed.length) !== c.removed) found.push(`removes what is not there: ${JSON.stringify(c)}`);
        if (i > 0 && c.at < changes[i - 1]!.at + changes[i - 1]!.removed.length) found.push('changes overlap');
      }
      let back = passage;
      while (back.origin!.changes.length > 0) back = refuse(back, Math.floor(back.origin!.changes.length / 2));
      if (back.text !== original) found.push(`refusing every repair does not give what arrived: ${back.text}`);
    }
  return found;
}

describe('the account', () => {
  const runs = 3000;
  it(`holds on ${runs} damaged pages: nothing lost, nothing doubled, every repair undone gives what arrived`, () => {
    for (let seed = 1; seed <= runs; seed++) {
      const text = damagedPage(random(seed));
      expect({ seed, faults: faults({ id: 'c', name: 'c.txt', encoding: 'utf-8', text }) }).toEqual({ seed, faults: [] });
    }
  });
  for (const [k, name] of damageNames.entries())
    it(`holds on every page of sets A to H, and every third of the others, with this done to the whole of it: ${name}`, () => {
      for (const page of pages.filter(({ half }, i) => halves.indexOf(half) <= halves.indexOf('H') || i % 3 === k % 3)) {
        const text = damages[name]!(page.text, random(page.text.length));
        const found = faults({ id: 'c', name: 'c.txt', encoding: 'utf-8', text });
        expect({ page: page.name, faults: found }).toEqual({ page: page.name, faults: [] });
      }
    });
  it('holds on texts that are hardly texts', () => {
    for (const text of [
      '',
      ' ',
      '\n\n',
      '\u3000',
      '\ufeff',
      '◎',
      '……',
      '“',
      '（',
      '一',
      'a',
      '1',
      '，\n，',
      '---\n***',
      '【】',
      '（下转第三版）',
      '□ 本报记者 王五',
      '\ud842',
    ])
      expect({ text, faults: faults({ id: 'c', name: '', encoding: 'utf-8', text }) }).toEqual({ text, faults: [] });
  });
  it('notices a lost and a doubled character', () => {
    const copy: Copy = { id: 'c', name: '', encoding: 'utf-8', text: '标题\n\n这是一段有头有尾的正文，说完就停。\n' };
    const reading = read(copy);
    expect(account({ ...reading, asides: reading.asides.slice(1) }).lost.length).toBe(1);
    expect(account({ ...reading, asides: [...reading.asides, { span: [0, 1], what: 'mark' }] }).doubled).toEqual([[0, 1]]);
  });
});
