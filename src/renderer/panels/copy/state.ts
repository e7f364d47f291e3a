/** Where a story stands: new on the desk, placed, or placed with text over. */
import type { Project } from '../../../core/document/index.ts';
import type { Scene } from '../../../core/scene/index.ts';
import { placesOf } from '../../state/selection.ts';

export interface StoryState {
  readonly kind: 'new' | 'placed' | 'over';
  /** Numbers of the pages it stands on. */
  readonly pages: readonly number[];
  /** Characters that found no room. */
  readonly over: number;
}

export function storyState(project: Project, scenes: Readonly<Record<string, Scene>>, story: string): StoryState {
  const places = placesOf(project.pages, story);
  if (places.length === 0) return { kind: 'new', pages: [], over: 0 };
  const over = places.reduce(
    (sum, p) => sum + (scenes[p.page.id]?.overset.filter((o) => o.article === p.article).reduce((a, o) => a + o.characters, 0) ?? 0),
    0,
  );
  return { kind: over > 0 ? 'over' : 'placed', pages: places.map((p) => p.page.number), over };
}

export const sameState = (a: StoryState, b: StoryState): boolean =>
  a.kind === b.kind && a.over === b.over && a.pages.length === b.pages.length && a.pages.every((n, i) => n === b.pages[i]);
