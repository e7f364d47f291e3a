/** A full broadsheet page of some 13,000 characters in eight stories, made by chance from a fixed seed: for measuring alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Frame, newPage, newProject, type Page, type Project, parsePreset } from '../../src/core/document/index.ts';
import { emptyStory, type Story, typed } from '../../src/core/story/index.ts';

const root = process.cwd();

let state = 7;
/** The next of a fixed row of numbers, 0 to 1. */
export const chance = (): number => {
  state = (state * 1103515245 + 12345) & 0x7fffffff;
  return state / 0x7fffffff;
};
export const han = Array.from({ length: 2400 }, (_, i) => String.fromCharCode(0x4e00 + i * 3));
function paragraph(length: number): string {
  let s = '';
  while (s.length < length) {
    for (let k = 5 + Math.floor(chance() * 12); k > 0; k--) s += han[Math.floor(chance() ** 2 * han.length)];
    s += chance() < 0.7 ? '，' : chance() < 0.2 ? '2025年3.6万吨。' : '。';
  }
  return s;
}

export const STORIES = 8;
export const PARAGRAPHS = 9;
const frame = (id: string, article: string, shows: Frame['shows'], column: number, line: number, lines: number): Frame => ({
  id,
  article,
  shows,
  at: { column, line, columns: 4, lines },
  dxPt: 0,
  dyPt: 0,
  locked: false,
});

/** An issue of `pages` such pages. */
export function fullPage(pages: number): Project {
  const preset = parsePreset('broadsheet-8', readFileSync(join(root, 'resources/presets/broadsheet-8.json'), 'utf8'));
  const project: Project = { ...newProject(preset, { name: '版心日报' }), pages: [] };
  for (let p = 1; p <= pages; p++) {
    const page: Page = { ...newPage(preset, p), articles: [], frames: [] };
    for (let i = 0; i < STORIES; i++) {
      const id = `s${p}-${i}`;
      const body = Array.from({ length: PARAGRAPHS }, () => ({ type: 'paragraph' as const, ...typed(paragraph(172)) }));
      project.stories[id] = { ...emptyStory(id), headline: typed(`一条灰河养回碧水第${i}`), body } satisfies Story;
      project.storyOrder.push(id);
      page.articles.push({ id: `a${id}`, story: id, overrides: {} });
      const [column, line] = [(i % 2) * 4, Math.floor(i / 2) * 30];
      page.frames.push(frame(`h${id}`, `a${id}`, { kind: 'head', form: 'over' }, column, line, 6));
      page.frames.push(frame(`b${id}`, `a${id}`, { kind: 'body', legs: 0, share: 'absolute' }, column, line + 6, 33));
    }
    project.pages.push(page);
  }
  return project;
}
