/**
 * 穿插咬合: a six-cornered module. The head stands over the whole width; the left legs run to the foot, the right ones end
 * above other stories, which stand in the corner (guide §3.3, §3.4 C08). What stands in the corner is any structure.
 */
import { basicTotal, levelDepth } from './depth.ts';
import { rungs, whiteCost } from './head.ts';
import { hasBody, hasHead, isPhoto, type Room, type Task } from './room.ts';
import { layHead } from './rung.ts';
import type { Piece, Shape } from './shape.ts';

/** One way for a story to take others into its corner. */
export interface Bite {
  /** Columns of the long legs at the left. */
  readonly long: number;
  /** Cost beyond the head's. */
  readonly cost: number;
  /** Heads by the lines they take. */
  readonly heads: readonly { readonly lines: number; readonly cost: number }[];
  /** Depth of the long legs where the others are `less` lines shorter. */
  depth(less: number): number;
  /** The module with a head of so many lines. */
  shape(headLines: number, less: number): Shape;
}

/** The short legs are at least this deep, and the corner at least so many lines. */
const LEAST_LEG = 8;
const LEAST_CORNER = 14;

/** Every bite of a story at a width; none for what is too short for it. Depths are reckoned; `holdsAll` asks the composer. */
export function bitesFor(room: Room, task: Task, columns: number): Bite[] {
  const { story } = task;
  const price = room.manner.interlock;
  if (price === undefined) return [];
  if (room.quick || columns < 4 || task.followers?.length || task.level === 'filler') return [];
  if (isPhoto(story) || story.pictures.length > 0 || !hasBody(story) || !hasHead(story)) return [];
  const total = basicTotal(room, story);
  if (total / columns < LEAST_LEG + 4) return [];
  // Subheads and paragraph ends ask for as many lines here as where the legs are level.
  const growth = levelDepth(room, story, columns, 0) - Math.ceil(total / columns);
  const all = rungs(room, task, columns, 'over');
  const heads = all.flatMap((rung) => [0, 1, 2].map((white) => ({ rung, lines: rung.lines + white, cost: rung.cost + whiteCost(white) })));
  return [1, 2, 3].flatMap((long): Bite[] => {
    const short = columns - long;
    if (short < 2) return [];
    return [
      {
        long,
        cost: price + (long === 1 ? 1 : 0),
        heads,
        depth: (less) => Math.ceil((total + short * less) / columns) + growth,
        shape: (headLines, less) => {
          const depth = Math.ceil((total + short * less) / columns) + growth;
          const head = heads.filter((h) => h.lines === headLines).sort((a, b) => a.cost - b.cost)[0] as (typeof heads)[number];
          const body = (column: number, width: number, lines: number): Piece => ({
            shows: { kind: 'body', legs: 0, share: 'absolute' },
            at: { column, line: headLines, columns: width, lines },
          });
          return {
            story: story.id,
            columns,
            top: 'head',
            headLeft: true,
            headRight: true,
            name: `bite-${long}`,
            least: headLines + depth,
            costs: [head.cost + price],
            lay: () => ({
              pieces: [
                { shows: { kind: 'head', form: 'over' }, at: { column: 0, line: 0, columns, lines: headLines } },
                body(0, long, depth),
                body(long, short, depth - less),
              ],
              ...layHead(story, head.rung),
            }),
          };
        },
      },
    ];
  });
}

export const cornerHolds = (bite: Bite, less: number): boolean => less >= LEAST_CORNER && bite.depth(less) - less >= LEAST_LEG;
