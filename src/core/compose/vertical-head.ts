/**
 * A vertical head (竖题) beside horizontal text: kicker to the right, headline, deck to its left and lower by one of its
 * characters, byline last; one block centred in its frame (guide §4.9).
 */
import type { StyleOverrides, TextRole, TextStyle } from '../document/index.ts';
import { linesFor, stepSize } from '../measure/index.ts';
import type { Mark, Story, StoryField } from '../story/index.ts';
import { hangOf, marksFrom, phrasePlaces, type SetParagraph, settingOf, smallest, splitAtPhrases } from '../typeset/index.ts';
import { drawLooks, rubyRoom } from './looks.ts';
import type { PartBuilder } from './pool.ts';
import type { Workshop } from './workshop.ts';

interface Column {
  readonly field: StoryField;
  readonly style: TextStyle;
  readonly at: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly set: SetParagraph;
  /** From the block's top, in points. */
  readonly dropPt: number;
}

export interface SetVerticalHead {
  /** From right to left. */
  readonly columns: readonly Column[];
  readonly widthPt: number;
  readonly heightPt: number;
  readonly lines: number;
  readonly fits: boolean;
  readonly headlinePt: number;
}

const ORDER: readonly (readonly [StoryField, TextRole])[] = [
  ['label', 'label'],
  ['kicker', 'kicker'],
  ['headline', 'headline'],
  ['deck', 'deck'],
  ['byline', 'byline'],
];
/** White between neighbouring vertical lines, as a share of the smaller size. */
const BETWEEN = 0.35;
/** White above and below the block: one character of the headline's own size (guide §1.6), halved within a line of text. */
const AROUND = 0.5;

/** Long enough never to break a line. */
const ENDLESS = 1e6;
const lengthOf = (set: SetParagraph): number => set.lines[0]?.widthPt ?? 0;

function setColumns(shop: Workshop, story: Story, overrides: StyleOverrides, headPt: number, headLines: number): Column[] | null {
  const columns: Column[] = [];
  for (const [field, role] of ORDER) {
    const passage = story[field];
    const text = passage?.text.trim();
    if (!passage || !text) continue;
    const marks = marksFrom(passage.marks ?? [], passage.text.length - passage.text.trimStart().length);
    const base = shop.style(role, overrides);
    const style = role === 'headline' ? { ...base, sizePt: headPt } : base;
    const setting = settingOf({ ...style, align: 'left', indentEm: 0 }, story.language, true, true);
    const set = (from: number, to: number): SetParagraph =>
      shop.memory.set({ text: text.slice(from, to), marks: marksFrom(marks, from), setting, indent: false }, ENDLESS, shop.faces);
    const lines =
      role === 'headline' && headLines > 1
        ? splitAtPhrases(text, phrasePlaces(text, story.language), headLines, 1e6, (a, b) => lengthOf(set(a, b)))
        : [[0, text.length]];
    if (!lines) return null;
    for (const [from, to] of lines) {
      const drop = role === 'deck' || role === 'byline' ? style.sizePt : 0;
      columns.push({
        field,
        style,
        at: from as number,
        text: text.slice(from, to),
        marks: marksFrom(marks, from as number),
        set: set(from as number, to as number),
        dropPt: drop,
      });
    }
  }
  return columns;
}

/** White between a line and the next to its left, whose ruby stands in it. */
const gap = (a: Column, b: Column): number =>
  Math.max(BETWEEN * Math.min(a.style.sizePt, b.style.sizePt), rubyRoom(b.marks) * b.style.sizePt);

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((w, c, i) => w + c.style.sizePt + (i ? gap(columns[i - 1] as Column, c) : 0), 0);
}

/** Set a vertical head into a width in points, as low as it goes there; `heightPt` limits it where it is given. */
export function setVerticalHead(
  shop: Workshop,
  story: Story,
  widthPt: number,
  overrides: StyleOverrides,
  heightPt = Number.POSITIVE_INFINITY,
): SetVerticalHead {
  const style = shop.style('headline', overrides);
  const floor = smallest(style);
  let best: { columns: Column[]; size: number; count: number; height: number } | null = null;
  for (let size = style.sizePt; !best && size >= floor - 0.01; ) {
    for (let count = 1; count <= (style.fit?.maxLines ?? 1); count++) {
      const columns = setColumns(shop, story, overrides, size, count);
      if (!columns || widthOf(columns) > widthPt) continue;
      const height = Math.max(0, ...columns.map((c) => c.dropPt + lengthOf(c.set))) + 2 * AROUND * size;
      if (height <= heightPt && (!best || height < best.height)) best = { columns, size, count, height };
    }
    const next = stepSize(size, -1);
    if (next >= size) break;
    size = next;
  }
  const columns = best?.columns ?? setColumns(shop, story, overrides, floor, 1) ?? [];
  const height = best?.height ?? Math.max(0, ...columns.map((c) => c.dropPt + lengthOf(c.set))) + 2 * AROUND * floor;
  return {
    columns,
    widthPt: widthOf(columns),
    heightPt: height,
    lines: columns.length ? linesFor(shop.grid, height) : 0,
    fits: best !== null,
    headlinePt: best?.size ?? floor,
  };
}

/**
 * By how much of an em a line is moved for the quotation marks at its ends: 『 hangs into the white above the block, so that
 * the characters of neighbouring lines begin together; a line alone stays centred to the eye.
 */
function hungBy(c: Column, story: Story, alone: boolean): number {
  const { startEm, endEm } = hangOf(c.text, story.language);
  return alone ? (endEm - startEm) / 2 : -startEm;
}

/** Draw it centred in its frame. */
export function drawVerticalHead(
  out: PartBuilder,
  shop: Workshop,
  head: SetVerticalHead,
  story: Story,
  widthPt: number,
  heightPt: number,
): void {
  let right = (widthPt + head.widthPt) / 2;
  const top = (heightPt - head.heightPt) / 2 + AROUND * head.headlinePt;
  head.columns.forEach((c, i) => {
    if (i) right -= gap(head.columns[i - 1] as Column, c);
    const centre = right - c.style.sizePt / 2;
    right -= c.style.sizePt;
    const [line] = c.set.lines;
    const ink = { sizePt: c.style.sizePt, colour: c.style.colour, vertical: true };
    if (!line) return;
    const y = top + c.dropPt + hungBy(c, story, head.columns.length === 1) * c.style.sizePt;
    out.line(c.set, line, c.text, centre, y, ink, { story: story.id, place: { field: c.field }, at: c.at });
    drawLooks(out, shop, { set: c.set, line, text: c.text, x: centre, y, ...ink }, c.marks);
  });
}
