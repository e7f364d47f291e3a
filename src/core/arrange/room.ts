/** What every part of an arrangement needs to know: the page's grid, the styles, the measurer, the manner. */
import type { Page, Picture, Project, StyleSheet } from '../document/index.ts';
import type { Grid } from '../measure/index.ts';
import { spanPt, typeAreaWidthPt } from '../measure/index.ts';
import { countCharacters, type Story } from '../story/index.ts';
import type { HeadLadder, Manner } from './manner.ts';
import type { Measurer } from './measurer.ts';
import { type Memos, memosOf } from './memo.ts';

export interface Room {
  readonly grid: Grid;
  readonly styles: StyleSheet;
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly measurer: Measurer;
  readonly manner: Manner;
  /** Headline sizes of the manner are multiplied by this to suit the page. */
  readonly scale: number;
  /** Lines of white under each module. */
  readonly gap: number;
  /** True where a rectangle is given by hand: then a picture may be as narrow and as strongly cropped as it must. */
  readonly byHand: boolean;
  /** True for a first look: fewer forms and sizes are measured, so that the first page comes at once. */
  readonly quick: boolean;
  /** What has been measured of each story. */
  readonly memos: Memos;
}

/** 头条, 次条, 普通, 填空; a photo story has its own small head. */
export type Level = keyof Manner['heads'];

/** One story to be placed, with the part it plays on the page. */
export interface Task {
  readonly story: Story;
  /** 简讯: the briefs that stand under it in the same module, in order. */
  readonly followers?: readonly Story[];
  readonly level: Level;
  /** 0 is the most important. */
  readonly order: number;
  /** Its headline's ideal size against its level's: the more important of a level is a little larger. */
  readonly sizeFactor: number;
  /** True for a brief without a head of its own that stands under the brief before it, as one block. */
  readonly joined: boolean;
  /** True for the page's dominant photograph. */
  readonly dominant: boolean;
}

/** The width of a type area on which a manner's sizes are meant as they are, in points. */
const REFERENCE_PT = 1000;

/** Pages of fewer lines than this spare one line of the white between modules. */
const TALL_LINES = 100;
export const gapOf = (page: Page, manner: Manner): number => Math.max(1, manner.gapLines - (page.grid.lines < TALL_LINES ? 1 : 0));

export function roomFor(project: Project, page: Page, measurer: Measurer, manner: Manner, byHand = false): Room {
  const scale = Math.min(1.15, Math.max(0.6, (typeAreaWidthPt(page.grid) / REFERENCE_PT) ** 0.55));
  return {
    grid: page.grid,
    styles: project.styles,
    pictures: project.pictures,
    measurer,
    manner,
    scale,
    gap: gapOf(page, manner),
    byHand,
    quick: false,
    memos: memosOf(measurer, manner),
  };
}

export const ladderFor = (room: Room, level: Level): HeadLadder => {
  const l = room.manner.heads[level];
  return { minPt: l.minPt * room.scale, idealPt: l.idealPt * room.scale, maxPt: l.maxPt * room.scale };
};

/** True where a story has something for a head block to show. */
export const hasHead = (s: Story): boolean =>
  [s.label, s.kicker, s.headline, s.deck, s.byline].some((p) => p !== null && p.text.trim() !== '');
export const hasBody = (s: Story): boolean => s.body.some((b) => b.text.trim() !== '');

/** Width of a headline set solid, in em: a Han character or mark 1, a capital 0.65, other Latin 0.5, a space 0.3. */
export function solidEm(text: string): number {
  let em = 0;
  for (const c of text) {
    const cp = c.codePointAt(0) as number;
    if (cp === 0x20) em += 0.3;
    else if (cp >= 0x2010 || cp === 0xb7) em += 1;
    else em += /[A-Z0-9]/u.test(c) ? 0.62 : 0.48;
  }
  return em;
}

/** How full the longest line of a headline is when it is set in `headLines` even lines: 0…1 and beyond. */
export const headFill = (room: Room, headline: string, sizePt: number, columns: number, headLines: number): number =>
  (solidEm(headline) * sizePt) / headLines / spanPt(room.grid, columns);

/** Height over width of a picture as it came; 2:3 where there is none yet. */
export function pictureRatio(room: Room, id: string | null): number {
  const p = id ? room.pictures[id] : undefined;
  return p ? p.height / p.width : 2 / 3;
}

/** Where an editor's word puts a story, before its rank: the lead first, fillers last. */
const saidOf = (s: Story): number => (s.importance === undefined ? 2 : { lead: 0, second: 1, normal: 2, filler: 3 }[s.importance]);

/** Stories in order of importance with their parts: the first that is not a photograph leads; the last and short ones fill. */
export function tasksFor(stories: readonly Story[]): Task[] {
  const ranked = stories
    .map((story, i) => ({ story, i }))
    .sort((a, b) => saidOf(a.story) - saidOf(b.story) || a.story.rank - b.story.rank || a.i - b.i);
  const dominant = ranked.find(({ story }) => story.pictures.length > 0 || story.kind === 'photo')?.story.id;
  const articles = ranked.filter(({ story }) => !isPhoto(story)).length;
  const said = new Set(stories.filter((s) => !isPhoto(s)).map((s) => s.importance));
  // What an editor has called the lead is the only one; the others count from behind it.
  let nth = said.has('lead') ? (said.has('second') ? 2 : 1) : 0;
  const atLevel: Partial<Record<Level, number>> = {};
  return ranked.map(({ story }, order) => {
    const level = isPhoto(story) ? 'photo' : (story.importance ?? levelOf(story, nth++, articles));
    const at = atLevel[level] ?? 0;
    atLevel[level] = at + 1;
    const sizeFactor = level === 'normal' || level === 'filler' ? Math.max(0.86, 1.06 - 0.06 * at) : 1;
    const before = ranked[order - 1]?.story;
    const joined = isBrief(story) && !hasHead(story) && before !== undefined && isBrief(before);
    return { story, order, joined, dominant: story.id === dominant, level, sizeFactor };
  });
}

/** Every story of a task, in reading order. */
export const storiesOf = (task: Task): readonly Story[] => [task.story, ...(task.followers ?? [])];

/** Tasks with each run of briefs, as they follow one another in `stories`, made one: a column of briefs stands together. */
export function packed(tasks: readonly Task[], stories: readonly Story[]): Task[] {
  const leaderOf = new Map<string, string>();
  let leader: string | null = null;
  for (const s of stories) {
    const brief = s.kind === 'brief' && s.pictures.length === 0;
    // A brief with a label of its own opens a column of its own.
    if (brief && leader && !s.label) leaderOf.set(s.id, leader);
    else leader = brief ? s.id : null;
  }
  return tasks
    .filter((t) => !leaderOf.has(t.story.id))
    .map((t) => {
      const followers = stories.filter((s) => leaderOf.get(s.id) === t.story.id);
      return followers.length > 0 ? { ...t, followers } : t;
    });
}

function levelOf(story: Story, nth: number, of: number): Level {
  if (nth === 0) return 'lead';
  if (story.kind === 'brief' || story.kind === 'notice') return 'filler';
  if (nth === 1) return 'second';
  return (of > 5 && nth >= of - Math.floor(of / 4)) || countCharacters(story) < 260 ? 'filler' : 'normal';
}

const isBrief = (s: Story): boolean => s.kind === 'brief' || s.kind === 'notice';

/** A story whose text is a caption. One that has no picture and no caption's length is set as an article. */
export const isPhoto = (s: Story): boolean => s.kind === 'photo';
