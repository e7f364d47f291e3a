/** The roles of a page's lines → its items: which lines make which field, with what stands at their ends taken off. */
import { ended } from './ended.ts';
import { facts, source } from './lexicon/heads.ts';
import { attends, interview, jump } from './lexicon/lines.ts';
import { widthOf } from './lines.ts';
import type { Assigned } from './parse.ts';
import { bylineAtEnd, creditAtEnd } from './people.ts';
import type { Piece } from './piece.ts';

/** A range of a piece's text. */
export interface Part {
  readonly piece: Piece;
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
}

export interface ItemBlock {
  type: 'paragraph' | 'subhead' | 'note';
  parts: Part[];
}

export interface Item {
  label: Part[];
  kicker: Part[];
  headline: Part[];
  deck: Part[];
  byline: Part[];
  body: ItemBlock[];
  credit: Part[];
  /** A caption made it: a picture with its words. */
  photo: boolean;
  /** It began as a run-in paragraph of a column of briefs, or stands in such a column. */
  brief: boolean;
}

export interface Items {
  readonly items: readonly Item[];
  readonly furniture: readonly Part[];
  readonly separators: readonly Part[];
}

const jumps = new RegExp(jump.source, 'giu');

/** Nothing but marks before or behind. */
const atStart = (text: string, at: number): boolean => !/[\p{L}\p{N}]/u.test(text.slice(0, at));
const atEnd = (text: string, at: number): boolean => !/[\p{L}\p{N}]/u.test(text.slice(at));

const emptyItem = (): Item => ({
  label: [],
  kicker: [],
  headline: [],
  deck: [],
  byline: [],
  body: [],
  credit: [],
  photo: false,
  brief: false,
});

export function itemsOf(read: readonly Assigned[]): Items {
  const builder = new Builder();
  for (const a of read) builder.take(a);
  return builder.done();
}

/** What the source sets smaller than the item's headline stands in the sentence and is no headline. */
const noHead = (item: Item, piece: Piece): boolean => {
  const size = item.headline[0]?.piece.hint?.size;
  return size !== undefined && (piece.hint?.size ?? 1) < size;
};

/** Two lines of a headline differ in width by no more than so many times. */
const BESIDE = 1.7;

/** A picture's title is no longer than this. */
const TITLE_EMS = 14;

/**
 * What the line over a text is after all, when a headline lands in that text: its label, its kicker or its deck. A line that
 * looks like a column's name or like a deck gives way wherever the headline lands; another one only near the beginning, where no
 * subhead stands yet. Null where it remains the headline.
 */
function demoted(item: Item, anywhere = false): 'label' | 'kicker' | 'deck' | null {
  const [head, more] = item.headline;
  if (!head || more || item.deck.length > 0) return null;
  const { says, width, text } = head.piece;
  // Who was there, whom the paper spoke to: that stood under it.
  if (attends.test(text) || interview.test(text) || /^[—－–]/u.test(text)) return 'deck';
  const named = says.label > 0.5 || says.column > 0;
  const begun = (anywhere || item.body.length <= 2) && item.body.every((b) => b.type === 'paragraph');
  if (item.kicker.length > 0 || (!begun && !named)) return null;
  if (item.label.length === 0 && width <= 8 && (named || width <= 5)) return 'label';
  return 'kicker';
}

/** All that stands over the text stood under a headline: a dash, who spoke, a figure and nothing of what. */
function lacksHeadline({ headline: [only, more], deck }: Item): boolean {
  if (!only || more || deck.length > 0) return false;
  const { text } = only.piece;
  return /^[—–－-]/u.test(text) || attends.test(text) || facts.test(text) || source.test(text);
}

/** The item's text breaks off in the middle of a sentence: verse, tables and captions end without a stop. */
function cutOff(item: Item): boolean {
  const last = item.body[item.body.length - 1]?.parts.at(-1)?.piece;
  return last !== undefined && last.width > 25 && last.verse === 0 && last.row === 0 && last.says.caption === 0;
}

/** （本报记者 某某 整理）, where another name stands before it: without its brackets. */
function unboxed(part: Part): Part {
  const text = part.piece.line.text.slice(part.from, part.to);
  return /^[（(][^（）()]+[）)]$/u.test(text) ? { ...part, from: part.from + 1, to: part.to - 1 } : part;
}

/** A line of display type in a sentence of a story that has one over it. */
interface Strayed {
  readonly item: Item;
  readonly part: Part;
  /** Which of the page's pieces it is. */
  readonly at: number;
  /** How the story does without it. */
  readonly giveBack: () => void;
  /** It is taken for a subhead, where none can stand. */
  readonly block?: ItemBlock;
}

class Builder {
  private readonly items: Item[] = [];
  private readonly furniture: Part[] = [];
  private readonly separators: Part[] = [];
  private item: Item | null = null;
  /** The item that another broke into. */
  private parked: Item | null = null;
  /** Captions set aside while a story runs: they follow it. */
  private waiting: Item[] = [];
  /** The last caption's item, for a credit on the next line. */
  private caption: Item | null = null;
  /** The last line of display type that landed in a sentence of a story that had one over it, and all of them that nobody claimed. */
  private strayed: Strayed | null = null;
  private readonly strays: Strayed[] = [];
  /** The story whose headline landed in its text, and where. */
  private landed: { readonly item: Item; readonly at: number } | null = null;
  /** Subheads met while a paragraph was open: they follow it. */
  private held: ItemBlock[] = [];
  /** Pieces taken so far. */
  private taken = 0;

  take({ piece, role, fresh, parks, returns, confidence, brief }: Assigned): void {
    this.taken++;
    const part: Part = { piece, from: piece.from, to: piece.to, confidence };
    if (role === 'separator') this.separators.push(part);
    else if (role === 'furniture' || role === 'jump') this.furniture.push(part);
    else if (role === 'aside') this.asideCaption(part);
    else if (role === 'credit') this.credit(part);
    else {
      if (parks) this.parked = this.item;
      if (fresh || !this.item) this.begin();
      if (fresh && (role === 'byline' || role === 'para' || role === 'deck')) this.claim();
      if (returns) this.goBack();
      const item = this.item as Item;
      if (brief) item.brief = true;
      this.place(item, role, part);
    }
  }

  done(): Items {
    this.flush();
    for (const strayed of this.strays) this.settle(strayed);
    for (const item of this.items) this.finish(item);
    const filled = (i: Item): boolean =>
      i.body.length + i.headline.length + i.label.length + i.kicker.length + i.deck.length + i.byline.length + i.credit.length > 0;
    const items = this.items.filter(filled);
    const [only, more] = items;
    if (only && !more) this.heads(only);
    return { items, furniture: this.furniture, separators: this.separators };
  }

  /** A copy of one story whose only line over the text looks like a column's name: no column without another item is known by it. */
  private heads(only: Item): void {
    const [name] = only.label;
    if (!name || name.piece.says.label >= 1 || only.headline.length + only.kicker.length + only.deck.length > 0) return;
    only.headline = only.label;
    only.label = [];
    only.brief = false;
  }

  private begin(): void {
    this.flush();
    this.item = emptyItem();
    this.items.push(this.item);
  }

  private goBack(): void {
    this.flush();
    this.item = this.parked ?? this.item;
    this.parked = null;
  }

  private flush(): void {
    if (this.item) this.item.body.push(...this.held);
    this.held = [];
    this.items.push(...this.waiting);
    this.waiting = [];
  }

  private place(item: Item, role: Assigned['role'], part: Part): void {
    if (role === 'label' || role === 'kicker' || role === 'headline' || role === 'deck' || role === 'byline') item[role].push(part);
    else if (role === 'headline2') item.headline.push(part);
    else if (role === 'endByline') item.byline.push(item.byline.length > 0 ? unboxed(part) : part);
    else if (role === 'lifted' && !noHead(item, part.piece)) {
      this.lift(item, part);
    } else if (role === 'lifted' || role === 'cont') {
      // A heading that strayed may stand between; it may be taken away again, and nothing with it.
      const last = item.body.findLast((b) => b.type === 'paragraph') ?? item.body.at(-1);
      if (last) last.parts.push(part);
      else item.body.push({ type: 'paragraph', parts: [part] });
    } else this.block(item, role, part);
  }

  /** A line of display type stands in a sentence: the story's headline, or a subhead, or the next story's. */
  private lift(item: Item, part: Part): void {
    // ——一位水库老民工的回忆 behind the headline that landed there.
    if (item.headline.length > 0 && item.deck.length === 0 && /^[—－–]/u.test(part.piece.text)) {
      item.deck.push(part);
      return;
    }
    if (this.landed?.item === item && this.landed.at === this.taken - 1) {
      this.landedBehind(item, part);
      return;
    }
    // A date and a comma are the beginning of a sentence that came too late, no headline.
    const over = item.headline.length > 0 && !/^\d{1,2}月\d{1,2}日.*[，,]/u.test(part.piece.text) ? demoted(item) : null;
    if (over) {
      const giveBack = this.crown(item, over, part);
      this.stray({ item, part, at: this.taken, giveBack });
    } else if (item.headline.length === 0) {
      item.headline.push(part);
      this.landed = { item, at: this.taken };
    } else {
      const block: ItemBlock = { type: 'subhead', parts: [part] };
      this.held.push(block);
      const giveBack = (): void => {
        item.body = item.body.filter((b) => b !== block);
      };
      this.stray({ item, part, at: this.taken, giveBack, ...(cutOff(item) ? { block } : {}) });
    }
  }

  /** The headline landed just before: two lines of like width are both it, a wider second one is its deck, a much wider first one its kicker. */
  private landedBehind(item: Item, part: Part): void {
    const [first] = item.headline as [Part];
    const ratio = part.piece.width / first.piece.width;
    if (ratio > BESIDE || part.piece.ended) item.deck.push(part);
    else if (ratio < 1 / BESIDE && item.kicker.length === 0) this.crown(item, 'kicker', part);
    else item.headline.push(part);
  }

  /** A line that strayed becomes the headline, and the one over the text what it can be; gives back how to undo it. */
  private crown(item: Item, over: 'label' | 'kicker' | 'deck', part: Part): () => void {
    const head = item.headline;
    item[over] = head;
    item.headline = [part];
    return () => {
      item[over] = [];
      item.headline = head;
    };
  }

  private stray(strayed: Strayed): void {
    this.strayed = strayed;
    this.strays.push(strayed);
  }

  /**
   * No subhead stands in the middle of a sentence. A line that does is the headline of the story after, if that one has a deck
   * alone; else its own story's, if the line over the text can be something else.
   */
  private settle({ item, part, giveBack, block }: Strayed): void {
    const next = this.items[this.items.indexOf(item) + 1];
    if (next && lacksHeadline(next)) {
      giveBack();
      next.deck = next.headline;
      next.headline = [part];
    } else if (block) {
      const body = item.body.filter((b) => b !== block);
      const over = demoted({ ...item, body }, true);
      if (!over) return;
      giveBack();
      this.crown(item, over, part);
    }
  }

  /** A story that begins without a headline takes the one that strayed into the story before. */
  private claim(): void {
    const { strayed } = this;
    // Pictures that stood between do not count.
    const before = this.items.slice(0, -1).findLast((i) => !i.photo || i === strayed?.item);
    if (!strayed || strayed.item !== before) return;
    strayed.giveBack();
    const item = this.item as Item;
    item.headline = [strayed.part];
    // Two lines that landed together are its kicker and its headline.
    const [over] = this.strays.slice(-2, -1);
    const together = over?.item === strayed.item && over.at === strayed.at - 1;
    if (together) {
      over.giveBack();
      item.kicker = [over.part];
    }
    this.strays.splice(together ? -2 : -1);
    this.strayed = null;
  }

  private block(item: Item, role: Assigned['role'], part: Part): void {
    item.body.push(...this.held);
    this.held = [];
    item.body.push({ type: role === 'subhead' ? 'subhead' : role === 'note' ? 'note' : 'paragraph', parts: [part] });
    if (role === 'caption') {
      item.photo = true;
      this.caption = item;
    } else this.caption = null;
  }

  private asideCaption(part: Part): void {
    const item = emptyItem();
    item.body.push({ type: 'paragraph', parts: [part] });
    item.photo = true;
    if (this.item) this.waiting.push(item);
    else this.items.push(item);
    this.caption = item;
  }

  private credit(part: Part): void {
    if (!this.item) this.begin();
    const item = this.caption ?? (this.item as Item);
    item.credit.push(part);
    if (!this.caption && item.byline.length === 0 && item.body.filter((b) => b.type === 'paragraph').length <= 1) item.photo = true;
    this.caption = null;
  }

  /** What stands at the ends of paragraphs: jumps, credits, signatures. */
  private finish(item: Item): void {
    for (const block of item.body) if (block.type === 'paragraph') this.jumps(block);
    item.body = item.body.filter((b) => b.parts.length > 0);
    const last = item.body[item.body.length - 1];
    if (last?.type !== 'paragraph') return;
    if (item.credit.length === 0) this.endCredit(item, last);
    // A credit may have been all that was left of it.
    if (last.parts.length > 0 && item.byline.length === 0 && !item.photo) this.endByline(item, last);
    this.titled(item);
  }

  /** 冬藏（国画） over 费墨 作: a picture's few words without a sentence are its title. */
  private titled(item: Item): void {
    const [only, more] = item.body;
    const [part, other] = only?.parts ?? [];
    if (!item.photo || !only || more || !part || other || item.headline.length > 0 || item.credit.length === 0) return;
    const text = part.piece.line.text.slice(part.from, part.to);
    if (widthOf(text) > TITLE_EMS || ended(text)) return;
    item.headline = [part];
    item.body = [];
  }

  private jumps(block: ItemBlock): void {
    block.parts = block.parts.flatMap((part) => this.unjumped(part, 2));
  }

  /** The part without the jumps at its two ends. */
  private unjumped(part: Part, left: number): Part[] {
    const text = part.piece.line.text.slice(part.from, part.to);
    const m = left === 0 ? undefined : [...text.matchAll(jumps)].find((k) => atStart(text, k.index) || atEnd(text, k.index + k[0].length));
    if (!m) return [part];
    const from = part.from + m.index;
    const to = from + m[0].length;
    this.furniture.push({ ...part, from, to });
    const rest: Part = atStart(text, m.index) ? { ...part, from: to } : { ...part, to: from };
    return trimmed(rest).flatMap((p) => this.unjumped(p, left - 1));
  }

  private endCredit(item: Item, block: ItemBlock): void {
    const part = block.parts[block.parts.length - 1] as Part;
    const found = creditAtEnd(part.piece.line.text.slice(part.from, part.to));
    const alone = item.photo || (item.body.length === 1 && item.byline.length === 0);
    if (!found || found.score < (alone ? 0.5 : 0.8)) return;
    item.credit.push({ ...part, from: part.from + found.from, to: part.from + found.to, confidence: Math.min(1, found.score) });
    this.cut(item, block, part, part.from + found.cut);
    if (alone && item.body.length <= 1) item.photo = true;
  }

  private endByline(item: Item, block: ItemBlock): void {
    const part = block.parts[block.parts.length - 1] as Part;
    const found = bylineAtEnd(part.piece.line.text.slice(part.from, part.to));
    if (!found) return;
    item.byline.push({ ...part, from: part.from + found.from, to: part.from + found.to, confidence: Math.min(1, found.score) });
    this.cut(item, block, part, part.from + found.cut);
  }

  private cut(item: Item, block: ItemBlock, part: Part, to: number): void {
    block.parts.pop();
    block.parts.push(...trimmed({ ...part, to }));
    // Where the signature was all there was, nothing is left of the paragraph.
    if (block.parts.length === 0) item.body.splice(item.body.indexOf(block), 1);
  }
}

/** Without white space at its ends; nothing where nothing is left. */
function trimmed(part: Part): Part[] {
  const text = part.piece.line.text;
  let { from, to } = part;
  while (from < to && /\s/u.test(text[from] as string)) from++;
  while (to > from && /\s/u.test(text[to - 1] as string)) to--;
  return from < to ? [{ ...part, from, to }] : [];
}
