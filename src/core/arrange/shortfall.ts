/** What a page that does not close lacks, and the cheapest mends. Every length is lines of the basic column. */

import { spanPt } from '../measure/index.ts';
import { countCharacters } from '../story/index.ts';
import { basicTotal } from './depth.ts';
import type { Module } from './layout.ts';
import { memoOf } from './memo.ts';
import { shapesFor } from './modules.ts';
import type { Region } from './regions.ts';
import { isPhoto, pictureRatio, type Room, type Task } from './room.ts';

/** One way to mend: what to do, to which story, and how many lines of basic column it gains. */
export interface Mend {
  readonly what: 'cut-text' | 'take-off' | 'smaller-picture' | 'larger-picture' | 'filler' | 'longer-text';
  /** Null for a filler: something new. */
  readonly story: string | null;
  readonly lines: number;
  readonly characters: number;
}

/** At the most this many mends are named. */
const MENDS = 3;

/** The least room the stories can take, in lines of basic column, the white under each included. A floor, not a promise. */
export function leastArea(room: Room, tasks: readonly Task[], regions: readonly (readonly Region[])[]): number {
  const limit = Math.max(room.grid.lines, ...regions.flat().map((r) => r.lines)) * 3;
  return tasks.reduce((sum, t) => sum + leastOf(room, t, limit), 0);
}

function leastOf(room: Room, task: Task, limit: number): number {
  const { depths } = memoOf(room.memos, task.story);
  const key = `least ${task.level}`;
  const known = depths.get(key);
  if (known !== undefined) return known;
  let least = Number.POSITIVE_INFINITY;
  for (let w = 1; w <= room.grid.columns; w++)
    for (const s of shapesFor(room, task, w, limit)) least = Math.min(least, w * (s.least + room.gap));
  const area = Number.isFinite(least) ? least : basicTotal(room, task.story) + room.grid.columns * 4;
  depths.set(key, area);
  return area;
}

const charsPerLine = (room: Room): number => Math.max(1, Math.floor(room.grid.charsPerColumn));

/** Ways to win `lines`: cut the longest, take off the one that fits the gap best, make a picture smaller. */
export function mendsForOver(room: Room, tasks: readonly Task[], lines: number): Mend[] {
  const mends: Mend[] = [];
  const longest = tasks.filter((t) => !isPhoto(t.story)).sort((a, b) => basicTotal(room, b.story) - basicTotal(room, a.story))[0];
  if (longest && basicTotal(room, longest.story) > lines)
    mends.push({ what: 'cut-text', story: longest.story.id, lines, characters: lines * charsPerLine(room) });
  const off = tasks
    .filter((t) => t.level !== 'lead')
    .map((t) => ({ t, area: leastArea(room, [t], [[]]) }))
    .filter(({ area }) => area >= lines)
    .sort((a, b) => a.area - b.area)[0];
  if (off) mends.push({ what: 'take-off', story: off.t.story.id, lines: off.area, characters: countCharacters(off.t.story) });
  const pictured = tasks.filter((t) => t.story.pictures.length > 1).sort((a, b) => b.order - a.order)[0];
  if (pictured)
    mends.push({
      what: 'smaller-picture',
      story: pictured.story.id,
      lines: Math.min(lines, leastArea(room, [pictured], [[]])),
      characters: 0,
    });
  return mends.slice(0, MENDS);
}

/** Ways to fill `lines`: a picture a column wider, a filler of the hole's size, more text for the shortest. */
export function mendsForShort(room: Room, modules: readonly Module[], lines: number): Mend[] {
  const mends: Mend[] = [];
  for (const m of modules) {
    const photo = m.pieces.find((p) => p.shows.kind === 'photo');
    if (photo?.shows.kind !== 'photo' || photo.at.columns >= room.grid.columns) continue;
    const ratio = pictureRatio(room, m.task.story.pictures[photo.shows.picture]?.picture ?? null);
    const wider = (photo.at.columns + 1) * Math.round((spanPt(room.grid, photo.at.columns + 1) * ratio) / room.grid.linePitchPt);
    const gain = wider - photo.at.columns * photo.at.lines;
    if (gain > 0) mends.push({ what: 'larger-picture', story: m.task.story.id, lines: gain, characters: 0 });
  }
  mends.sort((a, b) => Math.abs(a.lines - lines) - Math.abs(b.lines - lines));
  mends.splice(1);
  mends.push({ what: 'filler', story: null, lines, characters: lines * charsPerLine(room) });
  const text = modules.filter((m) => !isPhoto(m.task.story)).at(-1);
  if (text) mends.push({ what: 'longer-text', story: text.task.story.id, lines, characters: lines * charsPerLine(room) });
  return mends.slice(0, MENDS);
}
