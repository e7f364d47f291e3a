/**
 * Pouring a body into its legs. Rows of the page's line grid are the only unit: a paragraph's line takes one, a subhead
 * or a note's whites take whole ones. Legs are levelled to one line (guide C17); a subhead keeps two lines of text under
 * it (C20) and loses its white at a leg's head (C21); the last line of a paragraph does not open a leg where that can
 * be helped (C19).
 */
import type { StyleOverrides, TextStyle } from '../document/index.ts';
import type { Block, Story } from '../story/index.ts';
import { marksFrom, type SetParagraph, settingOf } from '../typeset/index.ts';
import { dropCapOf } from './drop-cap.ts';
import { rubyRoom } from './looks.ts';
import type { Workshop } from './workshop.ts';

/** A place for text: how wide, and between which lines of the page (top inclusive, bottom exclusive). */
export interface Slot {
  readonly widthPt: number;
  readonly top: number;
  readonly bottom: number;
  /** Its lines run downwards: `widthPt` is their length, `top` and `bottom` count lines from the right. */
  readonly vertical?: boolean;
}

/** One line set in a leg. */
export interface Row {
  readonly slot: number;
  /** Line of the leg, from its top; may be a fraction for a subhead centred in its white. */
  readonly line: number;
  readonly block: number;
  /** Offset in the block's text of the first character of `set`. */
  readonly at: number;
  readonly set: SetParagraph;
  readonly index: number;
  readonly style: TextStyle;
  /** Shifted along the line, in points: beside a drop cap. */
  readonly dx?: number;
  /** From the top of its line to its baseline, in points, where it does not stand as its style would: a drop cap. */
  readonly baseline?: number;
}

export interface Poured {
  readonly rows: readonly Row[];
  /** Lines taken in each slot, blank ones between them included. */
  readonly depths: readonly number[];
  /** Lines and characters that found no room; 0 where all did. */
  readonly overLines: number;
  readonly overCharacters: number;
  /** Where the text stops being set: the block, and the offset in it. Past the last block where all found room. */
  readonly cut: { readonly block: number; readonly at: number };
}

/** Lines of text that must stand under a subhead in its leg. */
const UNDER_SUBHEAD = 2;
/** A last line at least this full may open a leg. */
const FULL_ENOUGH = 0.6;

/** How many legs after the first begin with the short last line of a paragraph (C19). */
export function widowsOf({ rows }: Poured, slots: readonly Slot[]): number {
  return rows.filter(({ slot, at, set, index }, i) => {
    if (slot === 0 || rows[i - 1]?.slot === slot || index < set.lines.length - 1 || at + index === 0) return false;
    return (set.lines[index]?.widthPt ?? 0) < FULL_ENOUGH * (slots[slot]?.widthPt ?? 0);
  }).length;
}

/** A place in a body: the block, and the offset in its text. */
export interface Cursor {
  readonly block: number;
  readonly at: number;
}

/** The cursor while a leg is filled. */
interface Moving {
  block: number;
  at: number;
}

const NO_LINES: ReadonlySet<number> = new Set();
const BEGINNING: Cursor = { block: 0, at: 0 };

export class BodyFlow {
  readonly #shop: Workshop;
  readonly #story: Story;
  readonly #blocks: readonly Block[];
  readonly #overrides: StyleOverrides;
  readonly #firstParagraph: number;

  constructor(shop: Workshop, story: Story, blocks: readonly Block[], overrides: StyleOverrides) {
    this.#shop = shop;
    this.#story = story;
    this.#blocks = blocks;
    this.#overrides = overrides;
    this.#firstParagraph = blocks.findIndex((b) => b.type === 'paragraph');
  }

  #style(block: Block): TextStyle {
    return this.#shop.style(block.type === 'paragraph' ? 'body' : block.type, this.#overrides);
  }

  #set(block: Block, at: number, { widthPt, vertical = false }: Pick<Slot, 'widthPt' | 'vertical'>): SetParagraph {
    const marks = marksFrom(block.marks ?? [], at);
    const setting = settingOf(this.#style(block), this.#story.language, undefined, vertical);
    return this.#shop.memory.set(
      { text: at ? block.text.slice(at) : block.text, marks, setting, indent: at === 0 },
      widthPt,
      this.#shop.faces,
    );
  }

  /** Whole lines a block of its own (subhead) takes: its text and the white around it. */
  #blockLines(set: SetParagraph, style: TextStyle, first: boolean): { lines: number; above: number } {
    const above = first ? 0 : style.aboveLines;
    const text = (set.lines.length * Math.max(style.sizePt, set.lines.length > 1 ? style.leadingPt : 0)) / this.#shop.grid.linePitchPt;
    const lines = Math.max(1, Math.ceil(above + Math.max(set.lines.length, text) + style.belowLines - 0.01));
    // White that rounding adds goes above the subhead: it belongs to what follows it.
    return { lines, above: first ? 0 : lines - set.lines.length - style.belowLines };
  }

  /** Lines of the whole body in one endless leg of this width. */
  total(widthPt: number): number {
    const poured = this.#pour([{ widthPt, top: 0, bottom: 1e6 }], false);
    return poured.depths[0] ?? 0;
  }

  /** Pour without levelling: each leg is filled to its bottom before the next begins. */
  #pour(slots: readonly Slot[], guard: boolean, start: Cursor = BEGINNING): Poured {
    const rows: Row[] = [];
    const depths = slots.map(() => 0);
    const cursor: Moving = { ...start };
    slots.forEach((slot, i) => {
      depths[i] = this.#fill(slot, i, cursor, rows, guard);
    });
    return { rows, depths, cut: { ...cursor }, ...this.#rest(cursor, slots.at(-1) ?? { widthPt: 100 }) };
  }

  #rest(cursor: Moving, slot: Pick<Slot, 'widthPt' | 'vertical'>): { overLines: number; overCharacters: number } {
    let overLines = 0;
    let overCharacters = 0;
    for (let b = cursor.block; b < this.#blocks.length; b++) {
      const block = this.#blocks[b] as Block;
      const at = b === cursor.block ? cursor.at : 0;
      const set = this.#set(block, at, slot);
      const style = this.#style(block);
      overLines +=
        block.type === 'subhead'
          ? this.#blockLines(set, style, false).lines
          : set.lines.length + this.#rubyLines(block, at, set, style).size;
      overCharacters += [...block.text.slice(at).replace(/\s/gu, '')].length;
    }
    return { overLines, overCharacters };
  }

  /** Fill one leg from the cursor on. Returns the lines taken. */
  #fill(slot: Slot, index: number, cursor: Moving, rows: Row[], guard: boolean): number {
    const room = slot.bottom - slot.top;
    let y = 0;
    while (y < room && cursor.block < this.#blocks.length) {
      const block = this.#blocks[cursor.block] as Block;
      const capped = this.#dropCap(block, slot, index, y, cursor, rows);
      if (capped > 0) {
        y += capped;
        continue;
      }
      const set = this.#set(block, cursor.at, slot);
      if (block.type === 'subhead') y = this.#subhead(block, set, slot, index, y, cursor, rows);
      else y = this.#paragraph(block, set, slot, index, y, cursor, rows, guard);
      if (y < 0) return ~y;
    }
    return y;
  }

  /** The drop cap of the first paragraph and the lines beside it. Returns the lines taken; 0 where there is none here. */
  #dropCap(block: Block, slot: Slot, index: number, y: number, cursor: Moving, rows: Row[]): number {
    if (cursor.at > 0 || block.type !== 'paragraph' || slot.vertical || cursor.block !== this.#firstParagraph) return 0;
    const style = this.#style(block);
    const cap = dropCapOf(this.#shop, style, block.text, this.#story.language, slot.widthPt);
    if (!cap || slot.bottom - slot.top - y < cap.lines) return 0;
    const setting = settingOf(style, this.#story.language);
    const rest = { text: block.text.slice(cap.length), marks: marksFrom(block.marks ?? [], cap.length), setting, indent: false };
    const set = this.#shop.memory.set(rest, slot.widthPt - cap.reservePt, this.#shop.faces);
    const beside = Math.min(cap.lines, set.lines.length);
    const row = { slot: index, block: cursor.block };
    rows.push({ ...row, line: y, at: 0, set: cap.set, index: 0, style: cap.style, baseline: cap.baseline });
    for (let k = 0; k < beside; k++) rows.push({ ...row, line: y + k, at: cap.length, set, index: k, style, dx: cap.reservePt });
    if (set.lines.length > cap.lines) cursor.at = cap.length + (set.lines[beside - 1]?.to ?? 0);
    else cursor.block++;
    return cap.lines;
  }

  /** Returns the next free line; its complement (~) where the leg is closed there and the text goes on in the next. */
  #subhead(block: Block, set: SetParagraph, slot: Slot, index: number, y: number, cursor: Moving, rows: Row[]): number {
    const style = this.#style(block);
    const { lines, above } = this.#blockLines(set, style, y === 0);
    const last = cursor.block === this.#blocks.length - 1;
    const room = slot.bottom - slot.top;
    if (y > 0 && y + lines + (last ? 0 : UNDER_SUBHEAD) > room) return ~y;
    if (y + set.lines.length > room) return ~y;
    set.lines.forEach((_, k) => {
      rows.push({ slot: index, line: y + above + k, block: cursor.block, at: 0, set, index: k, style });
    });
    cursor.block++;
    cursor.at = 0;
    return y + lines;
  }

  /** Lines that need a blank line of the grid above them, for ruby that the white between lines does not hold. */
  #rubyLines(block: Block, at: number, set: SetParagraph, style: TextStyle): ReadonlySet<number> {
    const marks = block.marks?.some((m) => m.look === 'ruby') ? marksFrom(block.marks, at) : [];
    if (marks.length === 0 || style.sizePt * (1 + rubyRoom(marks)) <= this.#shop.grid.linePitchPt) return NO_LINES;
    const begins = (k: number): boolean => {
      const { from, to } = set.lines[k] as SetParagraph['lines'][number];
      return marks.some((m) => m.look === 'ruby' && m.note && m.from >= from && m.from < to);
    };
    return new Set([...set.lines.keys()].filter(begins));
  }

  #paragraph(block: Block, set: SetParagraph, slot: Slot, index: number, y: number, cursor: Moving, rows: Row[], guard: boolean): number {
    const style = this.#style(block);
    const count = set.lines.length;
    const room = slot.bottom - slot.top;
    const ruby = this.#rubyLines(block, cursor.at, set, style);
    // Above a leg there is white already.
    const height = (k: number): number => (ruby.has(k) && y + k > 0 ? 2 : 1);
    let take = 0;
    for (let end = y; take < count && end + height(take) <= room; take++) end += height(take);
    if (guard && take === count - 1 && take >= 2 && (set.lines[count - 1]?.widthPt ?? 0) < FULL_ENOUGH * slot.widthPt) take--;
    let next = y;
    for (let k = 0; k < take; k++) {
      next += height(k);
      rows.push({ slot: index, line: next - 1, block: cursor.block, at: cursor.at, set, index: k, style });
    }
    if (take === count) {
      cursor.block++;
      cursor.at = 0;
      return next;
    }
    cursor.at += set.lines[take - 1]?.to ?? 0;
    return next < room ? ~next : next;
  }

  /**
   * Pour into legs that may be levelled: as little depth as takes the whole body, the first legs one line longer where it
   * does not divide. Where the legs end at different lines only those of the last bottom are levelled.
   */
  pour(slots: readonly Slot[], start: Cursor = BEGINNING): Poured {
    const full = this.#pour(slots, true, start);
    const whole = full.overLines === 0 ? full : this.#pour(slots, false, start);
    if (whole.overLines > 0 || slots.length === 0) return whole;
    for (const guard of [true, false]) {
      for (const level of levels(slots, sum(whole.depths))) {
        const poured = this.#pour(level, guard, start);
        if (poured.overLines === 0) return poured;
      }
    }
    return whole;
  }
}

const sum = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0);

/** How many lines beyond the least are tried before the legs are left unlevelled. */
const LEVEL_TRIES = 40;

/** Ever deeper levelled forms of the slots, from the least that could hold `need` lines. */
function* levels(slots: readonly Slot[], need: number): Generator<Slot[]> {
  const last = slots.at(-1) as Slot;
  const free = slots.map((s) => s.bottom === last.bottom);
  const fixed = sum(slots.filter((_, i) => !free[i]).map((s) => s.bottom - s.top));
  const legs = slots.filter((_, i) => free[i]);
  const holds = (bottom: number): number => sum(legs.map((s) => Math.max(0, Math.min(s.bottom, bottom) - s.top)));
  const start = Math.min(...legs.map((s) => s.top));
  let bottom = start;
  while (bottom < last.bottom && fixed + holds(bottom + 1) < need) bottom++;
  let tries = 0;
  for (; bottom < last.bottom; bottom++) {
    // `longer` legs end one line below the others; the first ones, in reading order.
    for (let longer = 1; longer <= legs.length; longer++) {
      let given = 0;
      const level = slots.map((s, i) => {
        if (!free[i]) return s;
        const to = bottom + (given++ < longer ? 1 : 0);
        return { ...s, bottom: Math.max(s.top, Math.min(s.bottom, to)) };
      });
      if (sum(level.map((s) => s.bottom - s.top)) < need) continue;
      if (++tries > LEVEL_TRIES) return;
      yield level;
    }
  }
}
