/** Pages that the search finds for made issues. */
import { PARTY_MANNER } from '../../src/core/arrange/index.ts';
import { obstaclesOf, regionsOf } from '../../src/core/arrange/regions.ts';
import { roomFor, tasksFor } from '../../src/core/arrange/room.ts';
import { search, shapeTable } from '../../src/core/arrange/search.ts';
import { estimator } from './estimator.ts';
import { issueOf } from './issue.ts';

/** Each page found for the issue of a seed, in the order found, with what it was searched in. */
export function* foundPages(seed: number, tries: number) {
  const { project, page, stories } = issueOf(seed, 0.8);
  const kept = obstaclesOf(project, page, () => true);
  const room = roomFor(project, page, estimator(project, page), PARTY_MANNER);
  const tasks = tasksFor(stories.map((id) => project.stories[id]!));
  const regions = regionsOf(page, kept);
  const limit = Math.max(...regions.flat().map((r) => r.lines));
  for (const found of search({ room, tasks, regions, kept, seed, tries }, shapeTable(room, tasks, limit), true))
    if (found) yield { project, page, stories, kept, room, found };
}
