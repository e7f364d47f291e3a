/** From an old project to the present form, one numbered step at a time. */
import { PROJECT_FORMAT } from '../document/index.ts';
import { STEPS, type Step } from './migrations/steps.ts';

/**
 * Lead plain data of version `from` up to `to` (the present version unless told). Throws where a step is missing: that
 * is a fault of the program, and a test holds it against the list.
 */
export function migrate(data: unknown, from: number, steps: readonly Step[] = STEPS, to: number = PROJECT_FORMAT): unknown {
  let now = data;
  for (let version = from; version < to; version++) {
    const step = steps.find((s) => s.from === version);
    if (!step) throw new Error(`There is no step from version ${version} of the project file.`);
    now = step.up(now);
  }
  return now;
}
