/** How deep legs must be for a story's body: the composer's count, asked once for each measure. */
import type { Story } from '../story/index.ts';
import { memoOf } from './memo.ts';
import { hasBody, type Room } from './room.ts';

/** More lines than a level division of the total that a body may need for its subheads and paragraph ends. */
const MOST_GROWTH = 12;

/** Lines of each of the legs when the body fills `columns` columns re-divided into `legs` (0: basic columns) and all are level. */
export function levelDepth(room: Room, story: Story, columns: number, legs: number): number {
  return raggedDepth(room, story, columns, legs, 0, 0);
}

/** The same where the last `short` legs begin `less` lines further down. Returns the depth of the long legs. */
export function raggedDepth(room: Room, story: Story, columns: number, legs: number, short: number, less: number): number {
  if (!hasBody(story)) return 0;
  const { depths: known } = memoOf(room.memos, story);
  const key = `${columns} ${legs} ${short} ${less}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const count = legs || columns;
  const total = legs ? room.measurer.body(story, columns, legs).total : basicTotal(room, story);
  let depth = Math.max(1, Math.ceil((total + short * less) / count));
  if (short > 0) depth = Math.max(depth, less + 1);
  let widows = 0;
  const holds = (d: number): boolean => {
    const depths = Array.from({ length: count }, (_, i) => (i >= count - short ? d - less : d));
    const fits = room.measurer.fits(story, columns, legs, depths);
    if (fits.over === 0) widows = fits.widows;
    return fits.over === 0;
  };
  for (let grown = 0; grown < MOST_GROWTH && !holds(depth); grown++) depth++;
  // Subheads that open a leg lose their white: the body may need less than its whole length divided.
  while (depth > Math.max(1, short > 0 ? less + 1 : 1) && holds(depth - 1)) depth--;
  known.set(key, depth);
  known.set(`${key} spare`, count * depth - short * less - total);
  known.set(`${key} widows`, widows);
  return depth;
}

/** Lines left empty in the last leg when the legs are level; call after `levelDepth` for the same measure. */
export function levelSpare(room: Room, story: Story, columns: number, legs: number): number {
  return memoOf(room.memos, story).depths.get(`${columns} ${legs} 0 0 spare`) ?? 0;
}

/** How many of the legs begin with a paragraph's last line; call after `raggedDepth` for the same legs. */
export function widowLegs(room: Room, story: Story, columns: number, legs: number, short = 0, less = 0): number {
  return memoOf(room.memos, story).depths.get(`${columns} ${legs} ${short} ${less} widows`) ?? 0;
}

/** Lines of a story's body in basic columns, however many there are. */
export function basicTotal(room: Room, story: Story): number {
  if (!hasBody(story)) return 0;
  const { depths } = memoOf(room.memos, story);
  let total = depths.get('total');
  if (total === undefined) {
    total = room.measurer.body(story, 1, 0).total;
    depths.set('total', total);
  }
  return total;
}
