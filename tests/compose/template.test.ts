import { describe, expect, it } from 'vitest';
import { ComposeMemory, composePage } from '../../src/core/compose/index.ts';
import { lunarDay } from '../../src/core/compose/lunar.ts';
import { apply, type Edit, type Frame, type Page, type Project, type Template } from '../../src/core/document/index.ts';
import { gridOverlaps } from '../../src/core/measure/index.ts';
import { dumpScene, type Part } from '../../src/core/scene/index.ts';
import { faces } from '../support/faces.ts';
import { body, frame, head, projectOf, story } from '../support/project.ts';

const TEXT = '清晨六点，城北渡口的第一班船准时离岸。'.repeat(30);

const text = (id: string, words: string, column: number, line: number, columns: number, lines: number): Frame => ({
  id,
  article: null,
  shows: { kind: 'text', text: words, role: 'caption' },
  at: { column, line, columns, lines },
  dxPt: 0,
  dyPt: 0,
  locked: false,
});

function issue(): { project: Project; page: Page } {
  const made = projectOf(
    [story('s1', '一条灰河养回碧水', [TEXT])],
    [frame('h', 'a-s1', head, 0, 20, 4, 8), frame('b', 'a-s1', body(), 0, 28, 4, 20)],
  );
  const template: Template = {
    ...made.page,
    id: 't1',
    name: '头版',
    articles: [],
    folio: { ...made.page.folio, show: false },
    frames: [text('name', '{paper}\n{date}　{weekday}\n{lunar}\n第{issue}期\nCN {cn}\n第{page}版　今日{pages}版\n{nothing}', 0, 0, 4, 10)],
  };
  const page: Page = { ...made.page, template: 't1', editors: '' };
  return {
    page,
    project: {
      ...made.project,
      paper: { name: '澄川晚报', language: 'zh-Hans', date: '2026-11-20', issue: '8236' },
      pages: [page],
      templates: [template],
    },
  };
}

const wordsOf = (part: Part | undefined): string => part?.items.map((i) => (i.kind === 'glyphs' ? i.text : '')).join('') ?? '';

describe('a page with a template', () => {
  it('shows the template’s furniture under its own, with its own fields, and the template’s folio', () => {
    const { project, page } = issue();
    const scene = composePage(project, page, faces);
    expect(scene.parts[0]?.frame).toBe('name');
    expect(scene.parts.some((p) => p.role === 'folio')).toBe(false);
    // A line whose only field has no value goes with the words about it; a brace that names no field stays.
    expect(wordsOf(scene.parts[0])).toBe('澄川晚报2026年11月20日　星期五农历丙午年十月十二第8236期第1版　今日1版{nothing}');
  });

  it('is composed by itself as a page is', () => {
    const { project } = issue();
    const scene = composePage(project, project.templates?.[0] as Template, faces);
    expect(wordsOf(scene.parts[0])).toContain('澄川晚报');
  });

  it('gives the same Scene after an edit of the template as from nothing', () => {
    const { project, page } = issue();
    const memory = new ComposeMemory();
    composePage(project, page, faces, memory);
    const moved: Edit = { kind: 'frame', page: 't1', id: 'name', after: text('name', '{paper} 改', 1, 30, 2, 6) };
    const after = apply(project, moved);
    if (!after.ok) throw new Error(after.why);
    const now = after.project.pages[0] as Page;
    expect(dumpScene(composePage(after.project, now, faces, memory))).toBe(dumpScene(composePage(after.project, now, faces)));
  });

  it('keeps text off the template’s text, as off its own', () => {
    const { project, page } = issue();
    const over = { ...(project.templates?.[0] as Template), frames: [text('name', '{paper}', 1, 30, 2, 6)] };
    const plain = composePage(project, page, faces);
    const run = composePage({ ...project, templates: [over] }, page, faces);
    expect(gridOverlaps(over.frames[0]?.at as Frame['at'], page.frames[1]?.at as Frame['at'])).toBe(true);
    expect(run.parts.find((p) => p.frame === 'b')?.used).toBeLessThan(plain.parts.find((p) => p.frame === 'b')?.slots as number);
    expect(dumpScene(run)).not.toBe(dumpScene(plain));
  });
});

describe('the day of the Chinese calendar', () => {
  it.each([
    ['2026-02-17', 'zh-Hans', '农历丙午年正月初一'],
    ['2026-02-16', 'zh-Hans', '农历乙巳年腊月廿九'],
    ['2025-07-30', 'zh-Hans', '农历乙巳年闰六月初六'],
    ['2026-11-20', 'zh-Hans', '农历丙午年十月十二'],
    ['2026-01-08', 'zh-Hant', '農曆乙巳年冬月二十'],
    ['2026-11-20', 'en', ''],
  ] as const)('%s in %s', (date, language, said) => expect(lunarDay(date, language)).toBe(said));
});
