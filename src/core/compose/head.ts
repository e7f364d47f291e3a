/**
 * The head of an article: label, kicker, headline, deck and byline as one block, set to one measure, with the whites
 * between them in lines of the page's grid. Its height is what the type and the whites need, rounded up to whole lines
 * (guide §1.6); what a frame has beyond that is shared among the whites.
 */
import type { StyleOverrides, TextRole, TextStyle } from '../document/index.ts';
import { type Grid, gutterPt, linesFor } from '../measure/index.ts';
import type { Language, Mark, Passage, Story, StoryField } from '../story/index.ts';
import { HeadSetter, hangOf, marksFrom, type SetHeadline, type SetParagraph, settingOf } from '../typeset/index.ts';
import { nameSpread } from './byline.ts';
import { drawLooks, rubyRoom } from './looks.ts';
import type { PartBuilder } from './pool.ts';
import { ASCENT, type Workshop } from './workshop.ts';

/** One element of the head, set. */
interface Element {
  readonly role: TextRole;
  readonly field: StoryField;
  readonly style: TextStyle;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly set: SetHeadline;
  /** Drawn before the first line, not part of the text. */
  readonly prefix: SetParagraph | null;
  readonly prefixPt: number;
}

export interface SetHead {
  readonly elements: readonly Element[];
  /** White above each element and below the last, in lines of the grid. */
  readonly whites: readonly number[];
  /** Height in points of the type alone. */
  readonly typePt: number;
  /** Whole lines at the foot that a closing byline takes, its white included; 0 where none closes it. */
  readonly footLines: number;
  readonly lines: number;
  /** False where an element is wider than the measure at its smallest. */
  readonly fits: boolean;
  /** The size the headline was set in; 0 without a headline. */
  readonly headlinePt: number;
}

const ORDER: readonly (readonly [StoryField, TextRole])[] = [
  ['label', 'label'],
  ['kicker', 'kicker'],
  ['headline', 'headline'],
  ['deck', 'deck'],
  ['byline', 'byline'],
];

const heightPt = (e: Element): number => e.set.sizePt + (e.set.lines.length - 1) * leading(e);
/** From baseline to baseline; ruby wants its room between two lines. */
const leading = (e: Element): number => Math.max(e.style.leadingPt / e.style.sizePt, 1 + rubyRoom(e.marks)) * e.set.sizePt;

function setElement(
  shop: Workshop,
  story: Story,
  field: StoryField,
  role: TextRole,
  passage: Passage,
  widthPt: number,
  overrides: StyleOverrides,
): Element {
  const style = shop.style(role, overrides);
  const prefix = style.prefix ? shop.set({ ...style, indentEm: 0, align: 'left' }, story, style.prefix, 1e6) : null;
  const prefixPt = prefix?.lines[0]?.widthPt ? prefix.lines[0].widthPt + style.sizePt * 0.25 : 0;
  const measure = widthPt - prefixPt;
  const marks = passage.marks ?? [];
  const set =
    role === 'byline'
      ? setByline(shop, story, style, { text: passage.text, marks }, measure)
      : new HeadSetter(style, story.language, shop.faces, shop.memory, role === 'headline').set(passage.text, measure, marks);
  return { role, field, style, text: passage.text, marks, set, prefix, prefixPt };
}

/** A byline breaks between names only, by the paragraph's own rules. */
function setByline(shop: Workshop, story: Story, style: TextStyle, words: Pick<Element, 'text' | 'marks'>, measurePt: number): SetHeadline {
  const { text, marks } = words;
  const setting = settingOf({ ...style, align: 'left', indentEm: 0 }, story.language, true);
  const spread = story.language === 'en' ? [] : nameSpread(text);
  const set = shop.memory.set({ text, marks, setting, indent: false, spread }, measurePt, shop.faces);
  return {
    // Each line keeps the whole paragraph it was set in; the drawer picks it out by its index.
    lines: set.lines.map((line) => ({ at: 0, set: { ...set, lines: [line] }, widthPt: line.widthPt })),
    sizePt: style.sizePt,
    trackingEm: style.trackingEm,
    fits: true,
  };
}

/** Least white above a headline that has something over it, and below it, as a share of its own size: large type wants more. */
const OVER_HEADLINE = 0.22;
const UNDER_HEADLINE = 0.3;

/** White above each element and below the last, in lines: the larger of what the two neighbours ask. */
function whitesOf(elements: readonly Element[], pitchPt: number): number[] {
  const below = (e: Element | undefined): number =>
    e ? Math.max(e.style.belowLines, e.role === 'headline' ? (UNDER_HEADLINE * e.set.sizePt) / pitchPt : 0) : 0;
  const above = (e: Element, first: boolean): number =>
    Math.max(
      e.style.aboveLines,
      e.role === 'headline' && !first ? (OVER_HEADLINE * e.set.sizePt) / pitchPt : 0,
      (rubyRoom(e.marks) * e.set.sizePt) / pitchPt,
    );
  return [...elements.map((e, i) => Math.max(above(e, i === 0), below(elements[i - 1]))), below(elements.at(-1))];
}

/** Set a head to a measure in points. */
export function setHead(shop: Workshop, story: Story, widthPt: number, overrides: StyleOverrides): SetHead {
  const elements: Element[] = [];
  for (const [field, role] of ORDER) {
    const passage = story[field];
    if (passage?.text.trim()) elements.push(setElement(shop, story, field, role, passage, widthPt, overrides));
  }
  const whites = whitesOf(elements, shop.grid.linePitchPt);
  const typePt = elements.reduce((h, e) => h + heightPt(e), 0);
  const foot = footLines(elements, whites);
  const white = whites.slice(0, foot ? -1 : undefined).reduce((a, b) => a + b, 0) * shop.grid.linePitchPt;
  const rest = foot ? typePt - heightPt(elements.at(-1) as Element) : typePt;
  return {
    elements,
    whites,
    typePt,
    footLines: foot,
    lines: elements.length ? linesFor(shop.grid, rest + white) + foot : 0,
    fits: elements.every((e) => e.set.fits),
    headlinePt: elements.find((e) => e.role === 'headline')?.set.sizePt ?? 0,
  };
}

/** A byline that closes the head is of the body's size and stands on the grid like it: the lines it takes with the white under it. */
function footLines(elements: readonly Element[], whites: readonly number[]): number {
  const last = elements.at(-1);
  if (last?.role !== 'byline') return 0;
  return last.set.lines.length + Math.round(whites.at(-1) as number);
}

/** Share of the gutter that a quotation mark may hang into beside a head that is set to its edge. */
const INTO_GUTTER = 0.3;

/**
 * Where a line begins to the eye: centred without half of the quotation marks at its ends, or with them hung out at the
 * edge it is set to. `x` is where it begins by its width, `spare` the measure's white in points.
 */
function optical(e: Element, line: string, language: Language, x: number, spare: number, grid: Grid): number {
  if (e.role !== 'headline' && e.role !== 'kicker' && e.role !== 'deck') return x;
  const { startEm, endEm } = hangOf(line, language);
  const [start, end] = [startEm * e.set.sizePt, endEm * e.set.sizePt];
  const most = INTO_GUTTER * gutterPt(grid);
  if (e.style.align === 'left') return e.prefix ? x : x - Math.min(start, most);
  if (e.style.align === 'right') return x + Math.min(end, most);
  return spare > 0 ? Math.min(spare, Math.max(0, x + (end - start) / 2)) : x;
}

function drawElement(out: PartBuilder, shop: Workshop, e: Element, story: Story, top: number, widthPt: number): void {
  const ink = { sizePt: e.set.sizePt, colour: e.style.colour };
  const inner = widthPt - e.prefixPt;
  const widest = Math.max(0, ...e.set.lines.map((l) => l.widthPt));
  const align = e.style.align;
  const shift = (w: number): number => (align === 'centre' || align === 'spread' ? (inner - w) / 2 : align === 'right' ? inner - w : 0);
  const left = align === 'left' ? 0 : Math.min(...e.set.lines.map((l) => shift(l.widthPt)), inner - widest);
  if (e.prefix)
    out.line(
      e.prefix,
      e.prefix.lines[0] as never,
      e.style.prefix as string,
      left,
      top + ASCENT * e.style.sizePt,
      { ...ink, sizePt: e.style.sizePt },
      null,
    );
  e.set.lines.forEach((line, i) => {
    const set = line.set.lines[0];
    if (!set) return;
    const text = e.text.slice(line.at);
    const y = top + ASCENT * e.set.sizePt + i * leading(e);
    const x = e.prefixPt + optical(e, text.slice(set.from, set.to), story.language, shift(line.widthPt), inner - line.widthPt, shop.grid);
    out.line(line.set, set, text, x, y, ink, { story: story.id, place: { field: e.field }, at: line.at });
    drawLooks(out, shop, { set: line.set, line: set, text, x, y, ...ink, vertical: false }, marksFrom(e.marks, line.at));
  });
}

/**
 * Draw a head into a frame `lines` of the grid high. Over its text it fills the frame; beside deep text it stays one block
 * in the middle: spread over the whole depth its parts would belong to nothing.
 */
export function drawHead(
  out: PartBuilder,
  shop: Workshop,
  head: SetHead,
  story: Story,
  widthPt: number,
  lines: number,
  where: 'over' | 'beside' = 'over',
): void {
  const free = where === 'beside' ? Math.max(0, lines - head.lines) : 0;
  drawBlock(out, shop, head, story, widthPt, lines - free, Math.floor(free / 2));
}

/** Draw a head into `lines` of the grid, `from` lines below the frame's top. */
function drawBlock(out: PartBuilder, shop: Workshop, head: SetHead, story: Story, widthPt: number, lines: number, from: number): void {
  const pitch = shop.grid.linePitchPt;
  const top = from * pitch;
  const stack = head.footLines ? head.elements.slice(0, -1) : head.elements;
  const whites = head.footLines ? head.whites.slice(0, -1) : head.whites;
  const white = whites.reduce((a, b) => a + b, 0);
  const spare = (lines - head.footLines) * pitch - stack.reduce((h, e) => h + heightPt(e), 0);
  // Spare height goes to the whites in proportion, so that the block stays together and no hole opens under it.
  const unit = white > 0 ? spare / white : 0;
  let y = top + (white > 0 ? 0 : spare / 2);
  stack.forEach((e, i) => {
    y += (whites[i] as number) * unit;
    drawElement(out, shop, e, story, y, widthPt);
    y += heightPt(e);
  });
  const foot = head.footLines ? head.elements.at(-1) : null;
  if (foot) drawElement(out, shop, foot, story, top + (lines - head.footLines) * pitch + (pitch - foot.set.sizePt) / 2, widthPt);
}
