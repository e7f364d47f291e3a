/** Where a story stands: new on the desk, placed, or placed with text over or lines to spare. */
import type { Project } from '../../../core/document/index.ts';
import type { Scene } from '../../../core/scene/index.ts';
import { placesOf } from '../../state/selection.ts';

export interface StoryState {
  readonly kind: 'new' | 'placed' | 'over' | 'under';
  /** Numbers of the pages it stands on. */
  readonly pages: readonly number[];
  /** Characters that found no room. */
  readonly over: number;
  /** Lines of its frames that stay empty. */
  readonly under: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export function storyState(project: Project, scenes: Readonly<Record<string, Scene>>, story: string): StoryState {
  const places = placesOf(project.pages, story);
  if (places.length === 0) return { kind: 'new', pages: [], over: 0, under: 0 };
  const over = sum(
    places.map((p) => sum(scenes[p.page.id]?.overset.filter((o) => o.article === p.article).map((o) => o.characters) ?? [])),
  );
  const bodies = places.flatMap((p) => scenes[p.page.id]?.parts.filter((x) => x.article === p.article && x.role === 'body') ?? []);
  const under = over > 0 ? 0 : sum(bodies.map((b) => Math.max(0, b.slots - b.used)));
  return { kind: over > 0 ? 'over' : under > 0 ? 'under' : 'placed', pages: places.map((p) => p.page.number), over, under };
}

export const sameState = (a: StoryState, b: StoryState): boolean =>
  a.kind === b.kind &&
  a.over === b.over &&
  a.under === b.under &&
  a.pages.length === b.pages.length &&
  a.pages.every((n, i) => n === b.pages[i]);
