import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Project, projectSchema } from '../../src/core/document/index.ts';
import { passages } from '../../src/core/story/index.ts';
import { makeIssue } from '../../src/jobs/makeIssue.ts';

const folder = mkdtempSync(join(tmpdir(), 'banxin-issue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const plan = (pages: unknown[]): string => {
  const path = join(folder, 'issue.json');
  const paper = { name: '青石日报', language: 'zh-Hans', date: '2026-11-20' };
  writeFileSync(path, JSON.stringify({ paper, seed: 3, preset: 'tabloid-5', pages }));
  return path;
};

const story = (name: string): string =>
  `◎ 要闻\n\n${name}今天开门\n\n本报记者 林一苇\n\n${`${name}的门今天早上开了，街坊们排着队进去，说等了许多年。`.repeat(12)}\n`;

describe('an issue made from its plan', () => {
  let project: Project;
  beforeAll(async () => {
    writeFileSync(join(folder, 'a.txt'), story('图书馆'));
    writeFileSync(join(folder, 'b.txt'), story('游泳馆'));
    const page = (number: number, section: string, copy: string): unknown => ({ number, section, editors: '编辑 甲', copy });
    ({ project } = await makeIssue(plan([page(1, '要闻', 'a.txt'), page(2, '体育', 'b.txt')])));
  });

  it('is a valid project of the paper, with a page for each of the plan', () => {
    expect(projectSchema.parse(project)).toEqual(project);
    expect(project.paper).toEqual({ name: '青石日报', language: 'zh-Hans', date: '2026-11-20' });
    expect(project.pages.map((p) => [p.number, p.section, p.editors])).toEqual([
      [1, '要闻', '编辑 甲'],
      [2, '体育', '编辑 甲'],
    ]);
  });

  it('gives every story, article and frame a name of its own, and each page the stories of its copy', () => {
    const ids = project.pages.flatMap((p) => [p.id, ...p.articles.map((a) => a.id), ...p.frames.map((f) => f.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(project.storyOrder).size).toBe(project.storyOrder.length);
    const [first, second] = project.pages.map((p) => p.articles.map((a) => project.stories[a.story]?.headline?.text).join());
    expect(first).toContain('图书馆');
    expect(second).toContain('游泳馆');
    for (const page of project.pages)
      for (const f of page.frames) if (f.article) expect(page.articles.map((a) => a.id)).toContain(f.article);
  });

  it('keeps each passage with the copy it came from', () => {
    for (const s of Object.values(project.stories))
      for (const { passage } of passages(s)) {
        const copy = project.copies[passage.origin?.copy ?? ''];
        const text = passage.origin?.spans.map(([from, to]) => copy?.text.slice(from, to)).join('') ?? '';
        expect(text).toContain(passage.text.slice(0, 4));
      }
  });

  it('refuses a plan that is not one, with its reason', async () => {
    await expect(makeIssue(plan([]))).rejects.toMatchObject({ code: 'copy-unreadable' });
    writeFileSync(join(folder, 'broken.json'), '{');
    await expect(makeIssue(join(folder, 'broken.json'))).rejects.toMatchObject({ code: 'copy-unreadable' });
    await expect(makeIssue(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'not-found' });
  });
});
