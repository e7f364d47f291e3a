import { expect, it } from 'vitest';
import type { Page, Project } from '../../src/core/document/index.ts';
import { pageNames } from '../../src/jobs/pageNames.ts';

const paper = (name: string, date: string | null) => ({ paper: { name, language: 'zh-Hans', date } }) as Project;
const page = (number: number, section: string) => ({ id: `p${number}${section}`, number, section }) as Page;

it('names the file of each page by the pattern', () => {
  const pages = [page(1, '要闻'), page(12, '副刊')];
  expect(pageNames('{paper}{date}-{page}', paper('青石日报', '2026-11-25'), pages, 'x')).toEqual([
    '青石日报2026-11-25-01',
    '青石日报2026-11-25-12',
  ]);
  expect(pageNames('{name}-{page}', paper('', null), pages, '今天')).toEqual(['今天-01', '今天-12']);
});

it('leaves out what is empty, takes no sign a system refuses, and gives no two pages one name', () => {
  const pages = [page(3, 'a/b'), page(3, '')];
  expect(pageNames('{paper}-{date}-{page}', paper('', null), pages, 'x')).toEqual(['03', '03-2']);
  expect(pageNames('../{section}', paper('', null), pages, 'x')).toEqual(['a-b', '03']);
  expect(pageNames('{other}', paper('', null), [page(1, '')], 'x')).toEqual(['{other}']);
});
