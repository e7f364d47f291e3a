/** Layout rules C08–C17 and C22–C37. */

import type { Project } from '../../src/core/document/index.ts';
import { block, body, frame, head } from '../support/project.ts';
import { type Case, shift } from './case.ts';
import type { Overrides } from './pages.ts';
import {
  article,
  issueOf,
  type Made,
  narrowed,
  PICTURE,
  photo,
  secondPage,
  TEXT,
  tampered,
  text,
  withOverrides,
  without,
} from './pages.ts';

const good = article('s1', [0, 0, 4, 20], { paragraphs: text(8) });
const ranked = (id: string, at: readonly [number, number, number, number], rank: number): Made => article(id, at, { story: { rank } });
const sizes = (of: Readonly<Record<string, number>>): Overrides =>
  Object.fromEntries(Object.entries(of).map(([id, sizePt]) => [id, { headline: { sizePt, leadingPt: sizePt * 1.2 } }]));

const FRAMES = { body: 's1-body', head: 's1-head' } as const;

const SHAPES: readonly Case[] = [
  {
    rule: 'C08',
    key: 'not-rectangular',
    breaks: issueOf([{ ...good, frames: [...good.frames, frame('more', 'a-s1', body(), 4, 30, 2, 20)] }]),
    holds: issueOf([good]),
  },
  {
    rule: 'C09',
    key: 'head-too-wide',
    frame: FRAMES.head,
    breaks: issueOf([good]),
    scenes: () => tampered(issueOf([good]), narrowed('s1-head', 3)),
    holds: issueOf([good]),
  },
  {
    rule: 'C09',
    key: 'head-too-short',
    frame: FRAMES.head,
    breaks: issueOf([article('s1', [0, 0, 8, 20], { headline: '鹭湖' })]),
    holds: issueOf([article('s1', [0, 0, 3, 30])]),
  },
  {
    rule: 'C09',
    key: 'head-uneven',
    frame: FRAMES.head,
    breaks: issueOf([article('s1', [0, 0, 2, 40], { headline: '一条河 养回碧水的故事', headLines: 10 })]),
    holds: issueOf([article('s1', [0, 0, 2, 40], { headline: '一条灰河的 养回碧水', headLines: 10 })]),
  },
  {
    rule: 'C10',
    key: 'beyond-head',
    frame: FRAMES.body,
    breaks: issueOf([shift(good, (f) => (f.id === 's1-body' ? { at: { ...f.at, columns: 6 } } : {}))]),
    holds: issueOf([good]),
  },
  {
    rule: 'C12',
    key: 'above-head',
    frame: FRAMES.body,
    breaks: issueOf([{ ...good, frames: [frame('s1-head', 'a-s1', head, 0, 10, 4, 8), frame('s1-body', 'a-s1', body(), 4, 8, 4, 20)] }]),
    holds: issueOf([good]),
  },
  {
    rule: 'C12',
    key: 'turn-left',
    frame: 'two',
    breaks: issueOf([
      {
        ...good,
        frames: [
          frame('s1-head', 'a-s1', head, 0, 0, 4, 8),
          frame('one', 'a-s1', body(), 2, 8, 2, 12),
          frame('two', 'a-s1', body(), 0, 8, 2, 12),
        ],
      },
    ]),
    holds: issueOf([
      {
        ...good,
        frames: [
          frame('s1-head', 'a-s1', head, 0, 0, 4, 8),
          frame('one', 'a-s1', body(), 0, 8, 2, 12),
          frame('two', 'a-s1', body(), 2, 8, 2, 12),
        ],
      },
    ]),
  },
  {
    rule: 'C13',
    key: 'narrow-head',
    frame: FRAMES.head,
    breaks: issueOf([article('s1', [0, 0, 1, 60], { headline: '一条灰河养回碧水', headLines: 14 })], withOverrides(sizes({ s1: 36 }))),
    holds: issueOf([article('s1', [0, 0, 1, 60], { headline: '一条灰河养回', headLines: 14 })], withOverrides(sizes({ s1: 22 }))),
  },
  {
    rule: 'C13',
    key: 'narrow-heads',
    breaks: issueOf([0, 1, 2, 3].map((n) => article(`s${n}`, [n * 2, n * 10, 1, 60]))),
    holds: issueOf([0, 1, 2].map((n) => article(`s${n}`, [n * 2, n * 10, 1, 60]))),
  },
  {
    rule: 'C16',
    key: 'leg-short',
    frame: FRAMES.body,
    breaks: issueOf([article('s1', [0, 0, 8, 14], { paragraphs: text(2) })]),
    holds: issueOf([article('s1', [0, 0, 2, 20], { paragraphs: text(2) })]),
  },
  {
    rule: 'C16',
    key: 'leg-long',
    frame: FRAMES.body,
    breaks: issueOf([article('s1', [0, 0, 1, 110], { paragraphs: text(12) })]),
    holds: issueOf([article('s1', [0, 0, 1, 110], { paragraphs: [...text(6), '# 水清了', ...text(6)] })]),
  },
  {
    rule: 'C17',
    key: 'legs-uneven',
    frame: FRAMES.body,
    breaks: issueOf([good]),
    scenes: () => tampered(issueOf([good]), without('s1-body', 4)),
    holds: issueOf([good]),
  },
  {
    rule: 'C36',
    key: 'line-too-short',
    frame: FRAMES.body,
    breaks: issueOf([article('s1', [0, 0, 2, 40], { legs: 3 })]),
    holds: issueOf([article('s1', [0, 0, 3, 40], { legs: 2 })]),
  },
  {
    rule: 'C36',
    key: 'line-too-long',
    frame: FRAMES.body,
    breaks: issueOf([article('s1', [0, 0, 4, 40], { legs: 1 })]),
    holds: issueOf([article('s1', [0, 0, 3, 40], { legs: 1 })]),
  },
];

const PAGES: readonly Case[] = [
  {
    rule: 'C22',
    key: 'lead-not-largest',
    frame: 's2-head',
    breaks: issueOf([ranked('s1', [0, 0, 4, 21], 1), ranked('s2', [0, 40, 4, 21], 2)], withOverrides(sizes({ s1: 24, s2: 36 }))),
    holds: issueOf([ranked('s1', [0, 0, 4, 21], 1), ranked('s2', [0, 40, 4, 21], 2)], withOverrides(sizes({ s1: 36, s2: 24 }))),
  },
  {
    rule: 'C22',
    key: 'lower-is-larger',
    frame: 's3-head',
    breaks: issueOf(
      [ranked('s1', [0, 0, 8, 21], 1), ranked('s2', [0, 40, 4, 21], 2), ranked('s3', [0, 80, 4, 21], 3)],
      withOverrides(sizes({ s1: 48, s2: 24, s3: 30 })),
    ),
    holds: issueOf(
      [ranked('s1', [0, 0, 8, 21], 1), ranked('s2', [0, 40, 4, 21], 2), ranked('s3', [0, 80, 4, 21], 3)],
      withOverrides(sizes({ s1: 48, s2: 30, s3: 24 })),
    ),
  },
  {
    rule: 'C23',
    key: 'no-dominant-photo',
    frame: 's1-photo',
    breaks: issueOf([photo('s1', [0, 0, 4, 30]), photo('s2', [4, 60, 4, 30])]),
    holds: issueOf([photo('s1', [0, 0, 5, 40]), photo('s2', [5, 60, 3, 20])]),
  },
  { rule: 'C23', key: 'no-photo', breaks: issueOf([good]), holds: issueOf([photo('s1', [0, 0, 4, 30])]) },
  { rule: 'C24', key: 'few-pictures', breaks: issueOf([photo('s1', [0, 0, 2, 20])]), holds: issueOf([photo('s1', [0, 0, 8, 40])]) },
  {
    rule: 'C25',
    key: 'photo-floats',
    frame: 's1-photo',
    breaks: issueOf([photo('s1', [2, 40, 3, 30])]),
    holds: issueOf([photo('s1', [2, 0, 3, 30])]),
  },
  {
    rule: 'C26',
    key: 'caption-beyond',
    frame: 's1-caption',
    breaks: issueOf([shift(photo('s1', [0, 0, 4, 30]), (f) => (f.id === 's1-caption' ? { at: { ...f.at, columns: 6 } } : {}))]),
    holds: issueOf([photo('s1', [0, 0, 4, 30])]),
  },
  {
    rule: 'C26',
    key: 'caption-apart',
    frame: 's1-caption',
    breaks: issueOf([shift(photo('s1', [0, 0, 4, 30]), (f) => (f.id === 's1-caption' ? { at: { ...f.at, line: f.at.line + 4 } } : {}))]),
    holds: issueOf([photo('s1', [0, 0, 4, 30])]),
  },
  {
    rule: 'C26',
    key: 'no-caption',
    frame: 's1-photo',
    breaks: issueOf([photo('s1', [0, 0, 4, 30], { story: { body: [] } })]),
    holds: issueOf([photo('s1', [0, 0, 4, 30])]),
  },
  {
    rule: 'C29',
    key: 'photos-touch',
    frame: 's2-photo',
    breaks: issueOf([photo('s1', [0, 0, 4, 30]), photo('s2', [4, 0, 4, 30])]),
    holds: issueOf([photo('s1', [0, 0, 3, 30]), photo('s2', [5, 0, 3, 30])]),
  },
  {
    rule: 'C30',
    key: 'trapped-white',
    breaks: issueOf([photo('s1', [0, 0, 8, 40]), photo('s2', [0, 50, 8, 40]), photo('s3', [0, 40, 4, 10]), photo('s4', [6, 40, 2, 10])]),
    holds: issueOf([photo('s1', [0, 0, 8, 40]), photo('s2', [0, 40, 8, 40])]),
  },
  {
    rule: 'C30',
    key: 'unfilled',
    breaks: issueOf([photo('s1', [0, 0, 8, 100])]),
    holds: issueOf([photo('s1', [0, 0, 8, 123])]),
  },
  {
    rule: 'C31',
    key: 'off-balance',
    breaks: issueOf([photo('s1', [5, 0, 3, 123])]),
    holds: issueOf([photo('s1', [0, 0, 8, 123])]),
  },
  {
    rule: 'C31',
    key: 'photos-one-half',
    breaks: issueOf([photo('s1', [0, 0, 4, 30]), photo('s2', [4, 20, 4, 30])]),
    holds: issueOf([photo('s1', [0, 0, 4, 30]), photo('s2', [4, 80, 4, 30])]),
  },
  {
    rule: 'C32',
    key: 'empty-quarter',
    breaks: issueOf([photo('s1', [0, 0, 8, 40])]),
    holds: issueOf([photo('s1', [0, 0, 8, 40]), photo('s2', [0, 80, 8, 40])]),
  },
  {
    rule: 'C33',
    key: 'many-sizes',
    breaks: issueOf(
      [20, 22, 24, 26, 28, 30, 33, 36, 39].map((_, n) => article(`s${n}`, [0, n * 13, 8, 13], { headLines: 7, paragraphs: text(1) })),
      withOverrides(sizes(Object.fromEntries([20, 22, 24, 26, 28, 30, 33, 36, 39].map((pt, n) => [`s${n}`, pt])))),
    ),
    holds: issueOf([good]),
  },
  {
    rule: 'C34',
    key: 'too-close',
    breaks: issueOf([photo('s1', [0, 0, 4, 30], { captionLines: 1 }), photo('s2', [0, 30, 4, 30])]),
    holds: issueOf([photo('s1', [0, 0, 4, 30], { captionLines: 1 }), photo('s2', [0, 32, 4, 30])]),
  },
  {
    rule: 'C35',
    key: 'box-tight',
    frame: FRAMES.body,
    breaks: issueOf([good], { furniture: [box('b', 0, 0, 4, 22)] }),
    holds: issueOf([article('s1', [1, 1, 4, 20], { paragraphs: text(8) })], { furniture: [box('b', 0, 0, 6, 23)] }),
  },
];

function box(id: string, column: number, line: number, columns: number, lines: number): Made['frames'][number] {
  return frame(
    id,
    null,
    { kind: 'box', style: '正线', weightPt: 0.5, colour: { kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 } },
    column,
    line,
    columns,
    lines,
  );
}

const PICTURES: readonly Case[] = [
  {
    rule: 'C28',
    key: 'low-resolution',
    frame: 's1-photo',
    breaks: issueOf([photo('s1', [0, 0, 4, 30])], {
      project: (p) => ({ ...p, pictures: { pic: { ...PICTURE, width: 900, height: 600 } } }),
    }),
    holds: issueOf([photo('s1', [0, 0, 4, 30])]),
  },
  {
    // Enough for a photograph, too coarse for lines.
    rule: 'C28',
    key: 'low-resolution',
    frame: 's1-photo',
    breaks: issueOf([photo('s1', [0, 0, 4, 30])], {
      project: (p) => ({ ...p, pictures: { pic: { ...PICTURE, lineArt: true as const } } }),
    }),
    holds: issueOf([photo('s1', [0, 0, 4, 30])]),
  },
  {
    rule: 'C28',
    key: 'distorted',
    frame: 's1-photo',
    breaks: issueOf([photo('s1', [0, 0, 4, 30], { crop: { x: 0, y: 0, width: 1, height: 1 } })]),
    holds: issueOf([photo('s1', [0, 0, 4, 30])]),
  },
  {
    rule: 'C28',
    key: 'square-photo',
    frame: 's1-photo',
    breaks: issueOf([photo('s1', [0, 0, 4, 47])]),
    holds: issueOf([photo('s1', [0, 0, 4, 30])]),
  },
];

const jump = (line: string, at: 'first' | 'last') =>
  article('s1', [0, 0, 4, 60], {
    story: { body: (at === 'first' ? [line + TEXT, ...text(12)] : [...text(12), TEXT + line]).map((t) => block(t)) },
  });
const fromLine = article('s2', [0, 0, 4, 60], { story: { body: [`（上接第一版）${TEXT}`, ...text(12)].map((t) => block(t)) } });

/** The article of the second page goes on from another one. */
const continuing = (project: Project, from: string): Project => ({
  ...project,
  pages: project.pages.map((p, i) => (i === 0 ? p : { ...p, articles: p.articles.map((a) => ({ ...a, continues: from })) })),
});

const JUMPS: readonly Case[] = [
  {
    rule: 'C37',
    key: 'jump-without-target',
    breaks: secondPage(issueOf([jump('（下转第二版）', 'last')]), article('s2', [0, 0, 4, 60])),
    holds: secondPage(issueOf([jump('（下转第二版）', 'last')]), fromLine),
  },
  {
    rule: 'C37',
    key: 'jump-without-source',
    breaks: secondPage(issueOf([article('s1', [0, 0, 4, 60])]), fromLine),
    holds: secondPage(issueOf([jump('（下转第二版）', 'last')]), fromLine),
  },
  {
    rule: 'C37',
    key: 'jump-no-page',
    breaks: issueOf([jump('（下转第七版）', 'last')]),
    holds: secondPage(issueOf([jump('（下转第2版）', 'last')]), fromLine),
  },
  {
    rule: 'C37',
    key: 'continues-nothing',
    breaks: continuing(secondPage(issueOf([article('s1', [0, 0, 4, 60])]), article('s2', [0, 0, 4, 60])), 'gone'),
    holds: continuing(secondPage(issueOf([article('s1', [0, 0, 4, 60])]), article('s2', [0, 0, 4, 60])), 'a-s1'),
  },
  {
    rule: 'C37',
    key: 'jump-short',
    frame: 's1-body',
    breaks: continuing(secondPage(issueOf([article('s1', [0, 0, 1, 18])]), article('s2', [0, 0, 4, 60])), 'a-s1'),
    holds: continuing(secondPage(issueOf([article('s1', [0, 0, 4, 60], { paragraphs: text(12) })]), article('s2', [0, 0, 4, 60])), 'a-s1'),
  },
  {
    rule: 'C37',
    key: 'jump-short',
    breaks: secondPage(issueOf([article('s1', [0, 0, 4, 20], { paragraphs: [`${TEXT}（下转第二版）`] })]), fromLine),
    holds: secondPage(issueOf([jump('（下转第二版）', 'last')]), fromLine),
  },
];

export const LAYOUT_CASES: readonly Case[] = [...SHAPES, ...PAGES, ...PICTURES, ...JUMPS];
