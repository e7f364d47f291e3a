/** `banxin check` on a project that was spoilt on purpose: every planted fault is listed with its place. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/check/index.ts';
import type { Frame } from '../../src/core/document/index.ts';
import { projectBytes } from '../../src/jobs/saveProject.ts';
import { article, issueOf, photo, secondPage, text } from '../check/pages.ts';
import { frame } from '../support/project.ts';
import { banxin, newFolder } from './program.ts';

const black = { kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 } as const;
const furniture: readonly Frame[] = [
  frame('fine', null, { kind: 'rule', style: '正线', weightPt: 0.1, colour: black }, 0, 121, 8, 1),
  frame('wet', null, { kind: 'tint', colour: { ...black, c: 0.9, m: 0.9, y: 0.9 } }, 6, 118, 2, 2),
  frame('said', null, { kind: 'text', text: '2026年11月23日　星期五', role: 'folio' }, 4, 118, 2, 2),
];

const first = issueOf(
  [
    article('s1', [0, 0, 2, 14], { headline: '这一篇放不下', paragraphs: text(8) }),
    article('s2', [2, 0, 2, 30], { headline: '这一篇压着别人' }),
    article('s3', [3, 10, 2, 30], { headline: '这一篇被压着' }),
    article('s4', [6, 100, 3, 16], { headline: '这一篇出了版心' }),
    photo('s5', [0, 50, 3, 30], { picture: null }),
    article('s6', [0, 90, 2, 20], { headline: '这一篇缺字', paragraphs: ['这里有一个没有字形的字\u{F0000}。'] }),
    article('s7', [2, 90, 2, 20], { story: { headline: null } }),
    article('s9', [5, 40, 2, 30], { headline: '这一篇要转版', paragraphs: [...text(7), '故事还没有完。（下转第九版）'] }),
  ],
  {
    furniture,
    project: (p) => ({
      ...p,
      pictures: {},
      stories: { ...p.stories, s8: { ...article('s8', [0, 0, 1, 1], { headline: '这一篇没有上版' }).story, id: 's8' } },
      storyOrder: [...p.storyOrder, 's8'],
    }),
  },
);
const project = secondPage(first, article('s10', [0, 0, 4, 20]), 1);

interface Planted {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly key: string;
  readonly page: string | null;
  readonly frame?: string;
  readonly story?: string;
}

const PLANTED: readonly Planted[] = [
  { rule: 'C04', severity: 'error', key: 'overset', page: 'p1', frame: 's1-body', story: 's1' },
  { rule: 'C01', severity: 'error', key: 'overlap', page: 'p1', frame: 's3-body', story: 's3' },
  { rule: 'C02', severity: 'error', key: 'outside', page: 'p1', frame: 's4-head', story: 's4' },
  { rule: 'P01', severity: 'error', key: 'photo-missing', page: 'p1', frame: 's5-photo', story: 's5' },
  { rule: 'P02', severity: 'error', key: 'missing-glyph', page: 'p1', frame: 's6-body', story: 's6' },
  { rule: 'C38', severity: 'error', key: 'no-headline', page: 'p1', story: 's7' },
  { rule: 'C37', severity: 'error', key: 'jump-no-page', page: 'p1', story: 's9' },
  { rule: 'P03', severity: 'warning', key: 'hairline', page: 'p1', frame: 'fine' },
  { rule: 'P06', severity: 'error', key: 'too-much-ink', page: 'p1', frame: 'wet' },
  { rule: 'F02', severity: 'error', key: 'wrong-weekday', page: 'p1' },
  { rule: 'F03', severity: 'error', key: 'same-page-number', page: 'p2' },
  { rule: 'A01', severity: 'error', key: 'unplaced', page: null, story: 's8' },
];

describe('banxin check --json', () => {
  const path = join(newFolder(), 'spoilt.banxin');
  writeFileSync(path, projectBytes({ project, pictures: new Map() }));

  test('lists each planted fault with its place, and the status is 1', async () => {
    const ran = await banxin(['check', path, '--json']);
    expect(ran.status).toBe(1);
    const found = JSON.parse(ran.out) as Finding[];
    for (const planted of PLANTED) expect(found, planted.key).toContainEqual(expect.objectContaining(planted));
    const { widthPt, heightPt } = first.pages[0]?.format ?? { widthPt: 0, heightPt: 0 };
    for (const f of found.filter((x) => x.frame && x.frame !== 'folio' && x.rule !== 'C02' && x.rule !== 'C37')) {
      expect(f.at, f.key).toBeDefined();
      expect(f.at?.x, f.key).toBeGreaterThan(0);
      expect(f.at?.y, f.key).toBeLessThan(heightPt);
      expect(f.at?.x, f.key).toBeLessThan(widthPt);
    }
  });

  test('speaks the language of the terminal', async () => {
    const zh = await banxin(['check', path], { lang: 'zh_CN.UTF-8' });
    expect(zh.out).toContain('《这一篇没有上版》没有上版');
    const en = await banxin(['check', path]);
    expect(en.out).toContain('“这一篇没有上版” stands on no page');
  });
});
