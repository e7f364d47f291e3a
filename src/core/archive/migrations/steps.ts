/**
 * The steps from each version of the project file to the next, in order and without gaps. A step is frozen once it has
 * shipped and imports nothing of Banxin's, so that it means the same in ten years; it has an old file in
 * tests/golden/projects/v<from>/ that proves it. The next one is `0001-<what-it-does>.ts`, from 1 to 2.
 */
export interface Step {
  /** The version it reads; it gives `from + 1`. */
  readonly from: number;
  /** What it does, for the log. */
  readonly name: string;
  /** Plain data in, plain data out. */
  readonly up: (project: unknown) => unknown;
}

export const STEPS: readonly Step[] = [];
