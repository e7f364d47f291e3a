/** What every Edit must keep, asserted on every example by one helper. */
import { expect } from 'vitest';
import { apply, type Edit, type Project, projectSchema } from '../../src/core/document/index.ts';

const json = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

/** Freeze plain data all the way down: an edit that changes the project it was given throws. */
function frozen<T>(data: T): T {
  if (typeof data === 'object' && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    Object.values(data).forEach(frozen);
  }
  return data;
}

/** The project after the edit. Asserts that it applies, undoes and redoes exactly, survives JSON and leaves a valid project. */
export function holds(before: Project, edit: Edit): Project {
  const there = apply(frozen(before), frozen(edit));
  if (!there.ok) throw new Error(`${there.why} ${JSON.stringify(edit).slice(0, 300)}`);
  expect(projectSchema.parse(there.project)).toEqual(there.project);
  const back = apply(frozen(there.project), there.inverse);
  if (!back.ok) throw new Error(`Undo: ${back.why} ${JSON.stringify(there.inverse).slice(0, 300)}`);
  expect(back.project).toEqual(before);
  const again = apply(back.project, back.inverse);
  expect(again.ok && again.project).toEqual(there.project);
  const fromJson = apply(before, json(edit));
  expect(fromJson.ok && fromJson.project).toEqual(there.project);
  const undoneFromJson = apply(there.project, json(there.inverse));
  expect(undoneFromJson.ok && undoneFromJson.project).toEqual(before);
  return there.project;
}

/** An edit that does not fit says why in a sentence and changes nothing. */
export function refused(project: Project, edit: Edit): void {
  const r = apply(frozen(project), frozen(edit));
  expect(r.ok).toBe(false);
  if (!r.ok) expect(r.why).toMatch(/^\p{Lu}.*\.$/u);
}
