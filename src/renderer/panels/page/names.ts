/** What frames and articles are called where a person reads or hears it. */
import type { TFunction } from 'i18next';
import type { Frame, Page, Project } from '../../../core/document/index.ts';
import type { Story } from '../../../core/story/index.ts';
import { picked, pickedFrames } from '../../state/selection.ts';

/** A story by its headline, else by its first words; never empty. */
export function storyName(t: TFunction, story: Story | undefined): string {
  const text = story?.headline?.text || story?.label?.text || story?.body.find((b) => b.text)?.text || '';
  const line = text.replace(/\s+/gu, ' ').trim();
  return line ? (line.length > 40 ? `${line.slice(0, 40)}…` : line) : t('story.untitled');
}

export const articleName = (t: TFunction, project: Project, page: Page, id: string): string => {
  const story = page.articles.find((a) => a.id === id)?.story;
  return storyName(t, story ? project.stories[story] : undefined);
};

/** The role of a frame and the headline it belongs to. */
export function frameName(t: TFunction, project: Project, page: Page, frame: Frame): string {
  const role = t(`frame.role.${frame.shows.kind}`);
  return frame.article ? t('frame.name', { role, of: articleName(t, project, page, frame.article) }) : role;
}

export function keyName(t: TFunction, project: Project, page: Page, key: string): string {
  const p = picked(key);
  if (p.kind === 'article') return articleName(t, project, page, p.id);
  if (p.kind === 'group') return t('frame.group', { count: pickedFrames(page, [key]).length });
  const frame = page.frames.find((f) => f.id === p.id);
  return frame ? frameName(t, project, page, frame) : '';
}
