/** For each rule a page that breaks it and one that does not. */
import type { Project } from '../../src/core/document/index.ts';
import { type Case, shift } from './case.ts';
import { LAYOUT_CASES } from './layout-cases.ts';
import { article, issueOf, photo, text } from './pages.ts';
import { PRINT_CASES } from './print-cases.ts';
import { SETTING_CASES } from './setting-cases.ts';

const good = article('s1', [0, 0, 4, 20], { paragraphs: text(8) });
const short = (lines: number): Project => issueOf([article('s1', [0, 0, 4, lines], { paragraphs: text(8) })]);

export const LAYOUT: readonly Case[] = [
  {
    rule: 'C01',
    key: 'overlap',
    frame: 's2-body',
    breaks: issueOf([article('s1', [0, 0, 4, 40]), article('s2', [3, 20, 4, 40])]),
    holds: issueOf([article('s1', [0, 0, 4, 40]), article('s2', [4, 0, 4, 40])]),
  },
  {
    rule: 'C02',
    key: 'outside',
    frame: 's1-body',
    breaks: issueOf([article('s1', [0, 100, 4, 24])]),
    holds: issueOf([article('s1', [0, 99, 4, 24])]),
  },
  {
    rule: 'C03',
    key: 'off-grid',
    frame: 's1-body',
    breaks: issueOf([shift(good, (f) => (f.id === 's1-body' ? { dyPt: 4 } : {}))]),
    holds: issueOf([good]),
  },
  { rule: 'C04', key: 'overset', frame: 's1-body', breaks: short(18), holds: short(20) },
  {
    rule: 'C04',
    key: 'head-overset',
    frame: 's1-head',
    breaks: issueOf([article('s1', [0, 0, 4, 21], { headLines: 2 })]),
    holds: issueOf([article('s1', [0, 0, 4, 21])]),
  },
  { rule: 'C04', key: 'underset', frame: 's1-body', breaks: short(30), holds: short(20) },
  {
    rule: 'C05',
    key: 'butting-heads',
    frame: 's2-head',
    breaks: issueOf([article('s1', [0, 0, 4, 21]), article('s2', [4, 0, 4, 21])]),
    holds: issueOf([article('s1', [0, 0, 4, 21]), article('s2', [4, 9, 4, 21])]),
  },
  {
    rule: 'C06',
    key: 'stacked-heads',
    frame: 's2-head',
    breaks: issueOf([
      shift(article('s1', [0, 0, 4, 21]), (f) => (f.id === 's1-body' ? { at: { column: 4, line: 8, columns: 4, lines: 13 } } : {})),
      article('s2', [0, 10, 4, 21]),
    ]),
    holds: issueOf([article('s1', [0, 0, 4, 21]), article('s2', [0, 21, 4, 21])]),
  },
  {
    rule: 'C07',
    key: 'cut-across',
    breaks: issueOf([
      article('s1', [0, 0, 4, 41]),
      article('s2', [4, 0, 4, 41]),
      article('s3', [0, 41, 8, 41]),
      article('s4', [0, 82, 8, 41]),
    ]),
    holds: issueOf([
      article('s1', [0, 0, 4, 41]),
      article('s2', [4, 0, 4, 82]),
      article('s3', [0, 41, 4, 82]),
      article('s4', [4, 82, 4, 41]),
    ]),
  },
  {
    rule: 'C07',
    key: 'cut-down',
    breaks: issueOf([article('s1', [0, 0, 2, 60]), article('s2', [2, 0, 2, 70]), article('s3', [4, 0, 4, 80])]),
    holds: issueOf([article('s1', [0, 0, 8, 30]), article('s2', [0, 30, 4, 30]), article('s3', [4, 30, 4, 30])]),
  },
  {
    rule: 'C11',
    key: 'head-apart',
    frame: 's1-body',
    breaks: issueOf([shift(good, (f) => (f.id === 's1-body' ? { at: { ...f.at, line: 14 } } : {}))]),
    holds: issueOf([good]),
  },
  {
    rule: 'C11',
    key: 'head-aside',
    frame: 's1-body',
    breaks: issueOf([shift(good, (f) => (f.id === 's1-body' ? { at: { ...f.at, column: 1 } } : {}))]),
    holds: issueOf([good]),
  },
  {
    rule: 'C38',
    key: 'no-headline',
    breaks: issueOf([article('s1', [0, 0, 4, 21], { story: { headline: null } })]),
    holds: issueOf([good]),
  },
  {
    rule: 'C38',
    key: 'no-byline',
    breaks: issueOf([article('s1', [0, 0, 4, 21], { story: { byline: null } })]),
    holds: issueOf([article('s1', [0, 0, 4, 21], { story: { byline: null }, paragraphs: ['本报讯 供暖提前五天。', ...text(3)] })]),
  },
  {
    rule: 'C38',
    key: 'no-credit',
    frame: 's1-photo',
    breaks: issueOf([photo('s1', [0, 0, 4, 30], { story: { credit: null } })]),
    holds: issueOf([photo('s1', [0, 0, 4, 30])]),
  },
];

export const PRINT: readonly Case[] = [
  {
    rule: 'P01',
    key: 'photo-missing',
    frame: 's1-photo',
    breaks: issueOf([photo('s1', [0, 0, 4, 30], { picture: null })]),
    holds: issueOf([photo('s1', [0, 0, 4, 30])]),
  },
  {
    rule: 'P02',
    key: 'missing-glyph',
    frame: 's1-body',
    breaks: issueOf([article('s1', [0, 0, 4, 21], { paragraphs: ['这里有一个没有字形的字\u{F0000}。'] })]),
    holds: issueOf([good]),
  },
];

export const ACCOUNT: readonly Case[] = [
  {
    rule: 'A01',
    key: 'unplaced',
    breaks: issueOf([good], {
      project: (p) => ({ ...p, stories: { ...p.stories, s9: { ...good.story, id: 's9' } }, storyOrder: [...p.storyOrder, 's9'] }),
    }),
    holds: issueOf([good]),
  },
  {
    rule: 'A01',
    key: 'characters-lost',
    breaks: issueOf([{ ...good, frames: good.frames.slice(1) }]),
    holds: short(18),
  },
];

export const CASES: readonly Case[] = [...LAYOUT, ...LAYOUT_CASES, ...SETTING_CASES, ...PRINT, ...PRINT_CASES, ...ACCOUNT];
