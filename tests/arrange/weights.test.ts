/** A paper's own weights count where shapes are weighed, not only in the account of a finished page. */
import { describe, expect, it } from 'vitest';
import { PARTY_MANNER } from '../../src/core/arrange/index.ts';
import { shapesFor } from '../../src/core/arrange/modules.ts';
import { roomFor, tasksFor } from '../../src/core/arrange/room.ts';
import { costAt } from '../../src/core/arrange/shape.ts';
import { estimator } from './estimator.ts';
import { issueOf } from './issue.ts';

const LIMIT = 120;

/** What every shape of every story of an issue costs at every height it has. */
function costs(weights: Readonly<Record<string, number>>): number[] {
  const { project, page } = issueOf(3);
  const manner = { ...PARTY_MANNER, weights: { ...PARTY_MANNER.weights, ...weights } };
  const room = roomFor(project, page, estimator(project, page), manner);
  const tasks = tasksFor(project.storyOrder.flatMap((id) => project.stories[id] ?? []));
  return tasks
    .flatMap((task) => Array.from({ length: page.grid.columns }, (_, i) => shapesFor(room, task, i + 1, LIMIT)).flat())
    .flatMap((shape) => Array.from({ length: LIMIT }, (_, lines) => costAt(shape, lines)))
    .filter(Number.isFinite);
}
const sum = (all: readonly number[]): number => all.reduce((n, c) => n + c, 0);

describe('the weights of a manner', () => {
  it.each(['C16', 'C17'])('%s weighs the shapes it speaks of: the dearer, the more they cost', (rule) => {
    const [none, usual, dear] = [0, 1, 8].map((times) => sum(costs({ [rule]: (PARTY_MANNER.weights[rule] as number) * times })));
    expect(usual).toBeGreaterThan(none as number);
    expect(dear).toBeGreaterThan(usual as number);
  });
});
