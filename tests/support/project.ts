/** Small projects for tests, made by hand from the real presets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page, Project } from '../../src/core/document/index.ts';
import * as document from '../../src/core/document/index.ts';
import { type Block, emptyStory, type Story, typed } from '../../src/core/story/index.ts';

const root = join(import.meta.dirname, '../..');

export function preset(name = 'broadsheet-8'): document.Preset {
  return document.parsePreset(name, readFileSync(join(root, 'resources/presets', `${name}.json`), 'utf8'));
}

export const block = (text: string, type: Block['type'] = 'paragraph'): Block => ({ type, ...typed(text) });

export const story = (id: string, headline: string, paragraphs: readonly string[], more: Partial<Story> = {}): Story => ({
  ...emptyStory(id),
  headline: typed(headline),
  body: paragraphs.map((p) => (p.startsWith('# ') ? block(p.slice(2), 'subhead') : block(p))),
  ...more,
});

export const frame = (
  id: string,
  article: string | null,
  shows: Frame['shows'],
  column: number,
  line: number,
  columns: number,
  lines: number,
): Frame => ({
  id,
  article,
  shows,
  at: { column, line, columns, lines },
  dxPt: 0,
  dyPt: 0,
  locked: false,
});

export const body = (legs = 0): Frame['shows'] => ({ kind: 'body', legs, share: 'absolute' });
export const head: Frame['shows'] = { kind: 'head', form: 'over' };

/** A one-page project with one article for each story given, its frames as given. */
export function projectOf(stories: readonly Story[], frames: readonly Frame[], name = 'broadsheet-8'): { project: Project; page: Page } {
  const p = preset(name);
  const page: Page = {
    ...document.newPage(p, 1, { section: '要闻' }),
    articles: stories.map((s) => ({ id: `a-${s.id}`, story: s.id, overrides: {} })),
    frames: [...frames],
  };
  const project: Project = {
    ...document.newProject(p, { name: '版心日报', date: '2026-11-23' }),
    stories: Object.fromEntries(stories.map((s) => [s.id, s])),
    storyOrder: stories.map((s) => s.id),
    pages: [page],
  };
  return { project, page };
}
