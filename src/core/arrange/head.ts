/**
 * 标题的阶梯: a head block at each display size it may take over a measure. Sizes are one owner of a page's slack,
 * whole lines of white are the next (guide §1.6, §2.1).
 */
import type { StyleOverrides } from '../document/index.ts';
import { DISPLAY_STEPS } from '../measure/index.ts';
import type { Story } from '../story/index.ts';
import type { HeadForm } from './measurer.ts';
import { type Measured, memoOf } from './memo.ts';
import { hasHead, headFill, type Level, ladderFor, type Room, solidEm, type Task } from './room.ts';
import { lineRatio, MOST_RATIO, type Rung } from './rung.ts';

const nearestStep = (pt: number): number => DISPLAY_STEPS.reduce((best, s) => (Math.abs(s - pt) < Math.abs(best - pt) ? s : best), 9);

/** Headline at `sizePt`, kicker and deck two steps below it or half its size (guide §2.1), leadings in the sheet's proportion. */
export function headOverrides(room: Room, story: Story, sizePt: number, mostLines: number, labelWhite: number): StyleOverrides {
  const sheet = room.styles;
  // The ladder chooses the size, so the setter must not choose another.
  const fit = sheet.headline.fit ?? { trackingEm: 0, minPt: sizePt, maxLines: mostLines };
  const sized = (role: 'headline' | 'kicker' | 'deck', pt: number) => ({
    sizePt: pt,
    leadingPt: Math.round(((pt * sheet[role].leadingPt) / sheet[role].sizePt) * 4) / 4,
  });
  const second = nearestStep(Math.min(30, Math.max(12, sizePt * 0.5)));
  return {
    // A label that opens a module needs the white above it that a headline brings by itself.
    ...(story.label && labelWhite > 0 ? { label: { aboveLines: sheet.label.aboveLines + labelWhite } } : {}),
    ...(story.headline ? { headline: { ...sized('headline', sizePt), fit: { ...fit, minPt: sizePt, maxLines: mostLines } } } : {}),
    ...(story.kicker ? { kicker: sized('kicker', second) } : {}),
    ...(story.deck ? { deck: sized('deck', second) } : {}),
  };
}

/** A single line that takes less of its measure than this looks lost in it (C09). */
const WELL_FILLED = 0.62;

/** What a headline costs for its size against the ideal, for how it fills its measure and for how it breaks (C09, C13). */
function rungCost(room: Room, { story, level, sizeFactor }: Task, columns: number, sizePt: number, fills: readonly number[]): number {
  const idealPt = ladderFor(room, level).idealPt * sizeFactor;
  const headLines = fills.length || Math.max(1, Math.ceil(headFill(room, story.headline?.text ?? '', sizePt, columns, 1) - 0.02));
  const fill = fills.length ? Math.max(...fills) : 1;
  const weight = level === 'lead' ? 9 : level === 'photo' ? 3 : 6;
  // Over a wide measure a head may well be larger than its level's ideal: a small one floats in white.
  let cost = weight * Math.abs(Math.log(sizePt / idealPt)) * (sizePt < idealPt ? 1.3 : sizePt > idealPt * 1.25 ? 1.3 : 0.8);
  if (headLines === 1 && fill < WELL_FILLED)
    cost += ((WELL_FILLED - fill) * 1.5 + Math.max(0, 0.5 - fill) * 4) * (room.manner.weights.C09 ?? 0);
  const uneven = lineRatio(fills) - MOST_RATIO;
  if (uneven > 0) cost += (room.manner.weights.C09 ?? 0) * Math.min(1.5, 0.4 + uneven);
  if (headLines > 1) cost += 0.5 * (headLines - 1) + (level === 'lead' ? 0 : 0.4);
  if (columns === 1 && level !== 'photo') cost += (room.manner.weights.C13 ?? 0) * (0.6 + Math.max(0, headLines - 3));
  return cost;
}

/** The most lines a headline may run to over so many columns. */
const mostHeadLines = (columns: number, level: Level): number => (columns === 1 ? 4 : level === 'lead' && columns < 4 ? 3 : 2);

/**
 * Every size a story's head may take over `columns` columns, the smallest block first. Where none fits within the
 * measure's limits the smallest size is given at a high cost, so that a story can always be placed. One rung of no lines
 * where the story has no head.
 */
export function rungs(room: Room, task: Task, columns: number, form: HeadForm): readonly Rung[] {
  const { heads } = memoOf(room.memos, task.story);
  const key = `${task.level} ${task.sizeFactor} ${columns} ${form}${room.quick ? ' quick' : ''}`;
  const known = heads.get(key) ?? measured(room, task, columns, form);
  heads.set(key, known);
  return known;
}

function measured(room: Room, task: Task, columns: number, form: HeadForm): Rung[] {
  const { story, level } = task;
  if (!hasHead(story)) return [{ lines: 0, sizePt: 0, cost: 0, overrides: {}, fills: [] }];
  const measure = (sizePt: number, extra: number): Rung & { ok: boolean } => {
    const set = setAt(room, task, columns, form, sizePt);
    return { ...set, sizePt, cost: rungCost(room, task, columns, sizePt, set.fills) + extra };
  };
  const { minPt, idealPt } = ladderFor(room, level);
  if (!story.headline?.text.trim()) return [measure(nearestStep(idealPt), 0)];
  const all = stepsOver(room, task, columns);
  // Every other step, the ideal one among them: whites reach the heights between, at half the measuring.
  const ideal = all.indexOf(nearestStep(idealPt * task.sizeFactor));
  const middle = ideal < 0 ? all.length - 1 : ideal;
  const sizes = all.filter((_, i) => (room.quick ? i === middle || i === middle - 2 : (i - middle) % 2 === 0));
  const good = sizes.map((s) => measure(s, 0)).filter((r) => r.ok);
  if (good.length > 0) return good.sort((a, b) => a.lines - b.lines || a.cost - b.cost);
  return [lastResort(room, story, columns, minPt, measure)];
}

/** Every size of the ladder that a head takes in a block of `lines` lines with no more than `white` lines to spare. */
export function sizesIn(room: Room, task: Task, columns: number, form: HeadForm, lines: number, white: number): readonly Rung[] {
  if (!task.story.headline?.text.trim()) return [];
  return stepsOver(room, task, columns).flatMap((sizePt) => {
    const set = setAt(room, task, columns, form, sizePt);
    if (!set.ok || set.lines > lines || lines - set.lines > white) return [];
    return [{ ...set, sizePt, cost: rungCost(room, task, columns, sizePt, set.fills) }];
  });
}

/** The display steps of a story's ladder at which its headline goes into the lines it may have over so many columns. */
function stepsOver(room: Room, { story, level }: Task, columns: number): number[] {
  const { minPt, maxPt } = ladderFor(room, level);
  const fits = (pt: number): boolean => headFill(room, story.headline?.text ?? '', pt, columns, mostHeadLines(columns, level)) <= 1.02;
  return DISPLAY_STEPS.filter((s) => s >= minPt - 0.5 && s <= maxPt + 0.5 && fits(s));
}

/** The head block at one size, measured once. */
function setAt(room: Room, { story, level }: Task, columns: number, form: HeadForm, sizePt: number): Measured {
  const { sizes } = memoOf(room.memos, story);
  const key = `${level} ${columns} ${form} ${sizePt}`;
  const known = sizes.get(key);
  if (known) return known;
  const overrides = headOverrides(room, story, sizePt, mostHeadLines(columns, level), level === 'photo' ? 0 : 1);
  const m = room.measurer.head(story, columns, form, overrides);
  // Squeezed into a line less than it would take set solid, a head is over its measure (C09).
  const solid = form !== 'over' || headFill(room, story.headline?.text ?? '', sizePt, columns, Math.max(1, m.headlineFills.length)) <= 1;
  const set = { lines: m.lines, overrides, fills: m.headlineFills, ok: m.ok && m.headlinePt >= sizePt * 0.97 && solid };
  sizes.set(key, set);
  return set;
}

/** The largest size below the ladder that fits, or else the sheet's smallest. */
function lastResort(
  room: Room,
  story: Story,
  columns: number,
  minPt: number,
  measure: (pt: number, extra: number) => Rung & { ok: boolean },
): Rung {
  const floor = room.styles.headline.fit?.minPt ?? 12;
  const below = DISPLAY_STEPS.filter((s) => s < minPt && s >= Math.min(floor, 12)).reverse();
  const em = solidEm(story.headline?.text ?? '');
  let last = measure(Math.max(12, Math.min(minPt, floor)), 14 + em / columns / 4);
  for (const s of below) {
    last = measure(nearestStep(s), 8 + (minPt - s) * 0.4 + (columns === 1 ? 3 : 0));
    if (last.ok) return last;
  }
  return { ...last, cost: last.cost + 10 };
}

/** What `white` added lines in one head cost. */
export const whiteCost = (white: number): number => [0, 0.15, 0.7, 1.8, 3.5][white] ?? 3.5 + (white - 4) * 2.5;
