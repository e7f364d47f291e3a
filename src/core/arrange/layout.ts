/** A structure made flat: each story's module where it stands on the page, with the frames inside it. */
import type { StyleOverrides } from '../document/index.ts';
import type { GridRect } from '../measure/index.ts';
import type { Region } from './regions.ts';
import type { Task } from './room.ts';
import { costAt, type Laid, type Piece } from './shape.ts';
import type { Tree } from './slicing.ts';

export interface Module {
  readonly task: Task;
  /** Where it stands, without the white under it. */
  readonly at: GridRect;
  /** The shape's name. */
  readonly form: string;
  /** Its frames, in the page's columns and lines, in reading order. */
  readonly pieces: readonly Piece[];
  readonly overrides: StyleOverrides;
  readonly headlinePt: number;
  readonly headlineFills: readonly number[];
  readonly headLines: number;
  /** How far it is from the best form of its story: head size, crop, whites, measure. 0 is the best. */
  readonly strain: number;
}

/** The columns and lines (white under it included) that a tree takes. */
function sizeOf(tree: Tree, gap: number): { columns: number; lines: number } {
  if (tree.kind === 'leaf') return { columns: tree.shape.columns, lines: tree.lines + gap };
  if (tree.kind === 'wheel') return { columns: tree.columns, lines: tree.lines };
  const a = sizeOf(tree.first, gap);
  const b = sizeOf(tree.second, gap);
  return tree.kind === 'stack' ? { columns: a.columns, lines: a.lines + b.lines } : { columns: a.columns + b.columns, lines: a.lines };
}

export const moved = (at: GridRect, column: number, line: number): GridRect => ({
  ...at,
  column: at.column + column,
  line: at.line + line,
});

export function moduleAt(task: Task, form: string, laid: Laid, at: GridRect, strain = 0): Module {
  return {
    task,
    at,
    form,
    pieces: laid.pieces.map((p) => ({ ...p, at: moved(p.at, at.column, at.line) })),
    overrides: laid.overrides,
    headlinePt: laid.headlinePt,
    headlineFills: laid.headlineFills,
    headLines: laid.headLines,
    strain,
  };
}

/** The modules of a tree in a region, in reading order. `tasks` are in the order the tree was made for. */
export function flatten(tree: Tree, tasks: readonly Task[], region: Pick<Region, 'column' | 'line'>, gap: number): Module[] {
  if (tree.kind === 'leaf') {
    const at: GridRect = { column: region.column, line: region.line, columns: tree.shape.columns, lines: tree.lines };
    const strain = Math.max(0, costAt(tree.shape, tree.lines) - (tree.shape.bias ?? 0));
    return [moduleAt(tasks[tree.task] as Task, tree.shape.name, tree.shape.lay(tree.lines), at, strain)];
  }
  if (tree.kind === 'wheel')
    return tree.parts.flatMap((p) => flatten(p.tree, tasks, { column: region.column + p.column, line: region.line + p.line }, gap));
  const first = sizeOf(tree.first, gap);
  const next =
    tree.kind === 'stack'
      ? { column: region.column, line: region.line + first.lines }
      : { column: region.column + first.columns, line: region.line };
  return [...flatten(tree.first, tasks, region, gap), ...flatten(tree.second, tasks, next, gap)];
}
