/**
 * A newspaper page's lines → its modules in reading order. A page of many stories is no single cut of white: legs that begin
 * level under one headline, or beside it, are one story, whatever stands under them in the same columns.
 */
import { bodySize, rejoined, type TextBlock, type TextLine } from './layout.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** 一栏文字: lines of one column under one another, or a headline's lines. */
interface Leg {
  lines: TextLine[];
  box: Box;
}

interface Module {
  head: Leg[];
  legs: Leg[];
  box: Box;
}

/** Type so much larger than the text is display type. */
const DISPLAY = 1.12;
/** A page is a newspaper's where at least one head is so much larger than its text, and it has so many legs: fewer are read well by the white alone. */
const HEADLINE = 1.5;
const LEGS = 8;
/** White between the lines of a leg, in leadings: a subhead has a line above it. */
const WITHIN_LEG = 3.4;
/** How far a paragraph's first line stands in, in ems, and then some. */
const INDENT = 2.7;
/** A space within a line, in ems: less than a gutter. */
const SPACE = 0.9;
/** Legs of one story stand no further apart, in ems of the text, and begin level within this share of a leading. */
const GUTTER = 3;
const LEVEL = 0.8;
/** A head stands no further above its text, in leadings of the text. */
const OVER = 9;
/** A picture may stand between a head and its caption. */
const OVER_PICTURE = 70;

const boxOf = (lines: readonly TextLine[]): Box => ({
  left: Math.min(...lines.map((l) => l.left)),
  right: Math.max(...lines.map((l) => l.right)),
  top: Math.max(...lines.map((l) => l.y + l.size)),
  bottom: Math.min(...lines.map((l) => l.y)),
});
const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map((b) => b.left)),
  right: Math.max(...boxes.map((b) => b.right)),
  top: Math.max(...boxes.map((b) => b.top)),
  bottom: Math.min(...boxes.map((b) => b.bottom)),
});
/** How much two boxes share across and down; below nought where they are apart. */
const across = (a: Box, b: Box): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);
const down = (a: Box, b: Box): number => Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
const middle = (b: Box): number => (b.left + b.right) / 2;

/** From baseline to baseline of lines that follow one another in a column. */
function leadingOf(lines: readonly TextLine[], size: number): number {
  const steps: number[] = [];
  for (const l of lines) {
    const next = lines.filter((o) => o.y < l.y - size * 0.5 && o.y > l.y - size * 3 && Math.abs(o.left - l.left) < size * 0.3);
    if (next.length > 0) steps.push(l.y - Math.max(...next.map((o) => o.y)));
  }
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? size * 1.25;
}

/** The line goes on with this leg: under it or on its last row, within its measure; a leg of one line may still grow to its measure. */
function continues(leg: Leg, line: TextLine, under: TextLine | undefined, em: number, leading: number): boolean {
  const last = leg.lines[leg.lines.length - 1] as TextLine;
  const step = last.y - line.y;
  if (step > leading * WITHIN_LEG) return false;
  const { left, right } = leg.box;
  // A row that a wide space had cut, and no gutter.
  // 编辑同志：11月8日…: a colon fills half of its square, and a figure stands off from it.
  const space = SPACE + (/[：:]$/u.test(last.text) ? 0.5 : 0);
  if (leg.lines.length === 1 && step < em * 0.35 && line.left >= last.right) return line.left - last.right < em * space;
  // Within the leg's measure, but the line under it keeps to the same narrower one: a leg of its own.
  if (under && leg.lines.length >= 3 && (line.left > left + em * INDENT || (step > leading * 1.4 && line.right < right - em * 2)))
    return false;
  if (line.left >= left - em * 0.7 && line.right <= right + em * 0.7) return true;
  if (step < leading * 0.5 || step > leading * 1.5) return false;
  // Ragged text: a line may be longer than all before it.
  if (Math.abs(line.left - left) < em * 0.3) return true;
  if (leg.lines.length >= 3) return false;
  const inside = line.right <= right + em * 0.7;
  // A paragraph's first line stands in; the next one begins at the measure's edge. A first line may also be a short one.
  const outdented = line.left < left && left - line.left < em * INDENT;
  return (outdented && inside) || (Math.abs(line.left - left) < em * INDENT && line.right > right - em * INDENT);
}

/** The lower line ends where the upper one does, and begins there too, or an indent before it. */
const sameMeasure = (a: TextLine, b: TextLine, em: number): boolean =>
  b.left < a.left + em * 0.3 && b.left > a.left - em * INDENT && Math.abs(a.right - b.right) < em * 0.8;

function legsOf(lines: readonly TextLine[], size: number, walls: readonly TextLine[]): Leg[] {
  const leading = leadingOf(lines, size);
  const legs: Leg[] = [];
  for (const line of [...lines].sort((a, b) => (Math.abs(a.y - b.y) < size * 0.35 ? a.left - b.left : b.y - a.y))) {
    const parted = (leg: Leg): boolean =>
      walls.some((w) => w.y < leg.box.bottom && w.y > line.y && across(boxOf([w]), around([leg.box, boxOf([line])])) > 0);
    const under = lines.find((o) => line.y - o.y > size * 0.5 && line.y - o.y < leading * 1.5 && sameMeasure(line, o, size));
    const open = legs.filter((leg) => continues(leg, line, under, size, leading) && !parted(leg));
    const leg = open.sort((a, b) => a.box.bottom - b.box.bottom)[0];
    if (leg) {
      leg.lines.push(line);
      leg.box = around([leg.box, boxOf([line])]);
    } else legs.push({ lines: [line], box: boxOf([line]) });
  }
  return legs;
}

/** Boxes that hang together, each with the others it meets. */
function clusters<T>(all: readonly T[], meet: (a: T, b: T) => boolean): T[][] {
  const found: T[][] = [];
  for (const one of all) {
    const near = found.filter((c) => c.some((o) => meet(o, one) || meet(one, o)));
    for (const c of near) found.splice(found.indexOf(c), 1);
    found.push([...near.flat(), one]);
  }
  return found;
}

/** Nothing else stands between the two, across what they share. */
const clear = (above: Box, below: Box, others: readonly Box[]): boolean =>
  !others.some(
    (o) =>
      o.top <= above.top &&
      o.bottom >= below.bottom &&
      o.bottom < above.bottom + 1 &&
      o.top > below.top &&
      across(o, below) > 0 &&
      across(o, above) > 0,
  );

/** Legs side by side shared out among the heads over them, in order, so that each head stands nearest to its legs' middle. */
function shared(legs: readonly Leg[], heads: readonly Leg[]): Leg[][] {
  let best: Leg[][] = [[...legs]];
  let least = Number.POSITIVE_INFINITY;
  const take = (from: number, n: number, parts: Leg[][], cost: number): void => {
    if (cost >= least) return;
    const head = heads[n] as Leg;
    const last = n === heads.length - 1;
    for (let to = last ? legs.length : from + 1; to <= legs.length - (heads.length - 1 - n); to++) {
      const part = legs.slice(from, to);
      if (part.length === 0) continue;
      const more = cost + Math.abs(middle(around(part.map((l) => l.box))) - middle(head.box));
      if (last) {
        if (more < least) [best, least] = [[...parts, part], more];
      } else take(to, n + 1, [...parts, part], more);
    }
  };
  take(0, 0, [], 0);
  return best;
}

/** Parts of one row of one size: 贴近基层　讲实说透. */
function sameRow(a: Leg, b: Leg): boolean {
  const [l, r] = [a.lines[0] as TextLine, b.lines[0] as TextLine];
  return Math.abs(l.y - r.y) < l.size * 0.35 && Math.abs(l.size - r.size) < l.size * 0.06;
}

class PageReader {
  readonly #size: number;
  readonly #leading: number;
  readonly #heads: Leg[];
  readonly #loose: Leg[];
  readonly #groups: Leg[][];

  constructor(lines: readonly TextLine[]) {
    this.#size = bodySize(lines);
    const em = this.#size;
    const display = lines.filter((l) => l.size > em * DISPLAY);
    const text = lines.filter((l) => l.size <= em * DISPLAY && l.size >= em * 0.93);
    const small = lines.filter((l) => l.size < em * 0.93);
    this.#leading = leadingOf(text, em);
    const legs = [...legsOf(text, em, display).flatMap((l) => this.#unsigned(l)), ...legsOf(small, bodySize(small), display)];
    const isText = (leg: Leg): boolean =>
      leg.lines.length >= 3 || this.#isCaption(leg) || legs.some((o) => o !== leg && o.lines.length >= 3 && this.#level(leg, o));
    const texts = legs.filter(isText);
    const rest = legs.filter((l) => !isText(l));
    const pieces = [...display.map((l) => ({ lines: [l], box: boxOf([l]) })), ...rest];
    this.#heads = clusters(pieces, (a, b) => this.#together(a, b)).map((c) => {
      const all = c.flatMap((x) => x.lines);
      return { lines: all, box: boxOf(all) };
    });
    this.#loose = this.#heads.filter((h) => !h.lines.some((l) => l.size > em * DISPLAY));
    const side = clusters(texts, (a, b) => this.#level(a, b)).map((g) => g.sort((a, b) => a.box.left - b.box.left));
    this.#groups = side.flatMap((g) => this.#rows(g));
  }

  get isNewspaper(): boolean {
    const large = this.#heads.some((h) => h.lines.some((l) => l.size > this.#size * HEADLINE));
    return large && this.#groups.flat().length >= LEGS && this.#groups.some((g) => g.length > 1);
  }

  #level(a: Leg, b: Leg): boolean {
    const [l, r] = a.box.left < b.box.left ? [a, b] : [b, a];
    const white = r.box.left - l.box.right;
    return white > -1 && white < this.#size * GUTTER && Math.abs(a.box.top - b.box.top) < this.#leading * LEVEL;
  }

  /** A by-line that stands over a leg like its first line: white parts it from the text. */
  #unsigned(leg: Leg): Leg[] {
    const [first, second] = leg.lines;
    if (!first || !second || leg.lines.length < 4 || first.y - second.y < this.#leading * 1.7) return [leg];
    const text = leg.lines.slice(1);
    const box = boxOf(text);
    const fills = first.right > box.right - this.#size && first.right < box.right + this.#size;
    return fills
      ? [leg]
      : [
          { lines: [first], box: boxOf([first]) },
          { lines: text, box },
        ];
  }

  /** Legs that a white parts all at one height are two stories, one under the other, with their heads at their left. */
  #rows(group: Leg[]): Leg[][] {
    if (group.length < 2) return [group];
    const whites = group.map((leg) =>
      leg.lines.slice(1).flatMap((l, i) => {
        const above = leg.lines[i] as TextLine;
        return above.y - l.y > this.#leading * 1.6 ? [{ top: above.y, bottom: l.y + l.size, at: i + 1 }] : [];
      }),
    );
    for (const first of whites[0] ?? []) {
      const same = whites.map((own) => own.find((w) => Math.min(w.top, first.top) - Math.max(w.bottom, first.bottom) > 0));
      if (same.some((w) => w === undefined)) continue;
      const cut = (from: (at: number) => [number, number?]): Leg[] =>
        group.map((leg, n) => {
          const lines = leg.lines.slice(...from((same[n] as { at: number }).at));
          return { lines, box: boxOf(lines) };
        });
      return [cut((at) => [0, at]), ...this.#rows(cut((at) => [at]))];
    }
    return [group];
  }

  #isCaption(leg: Leg): boolean {
    return leg.lines.every((l) => l.size < this.#size * 0.93) && leg.lines.reduce((n, l) => n + l.text.length, 0) >= 20;
  }

  /** Two lines of one head: one over the other, close by. */
  #together(a: Leg, b: Leg): boolean {
    const size = Math.max(...a.lines.map((l) => l.size), ...b.lines.map((l) => l.size));
    if (across(a.box, b.box) <= 0) return sameRow(a, b) && -across(a.box, b.box) < size * 1.8;
    return -down(a.box, b.box) < Math.max(size * 0.9, this.#leading * 1.6);
  }

  modules(): Module[] {
    const modules: Module[] = [];
    const boxes = this.#groups.flat().map((l) => l.box);
    const left: Leg[][] = [];
    const used = new Set<Leg>();
    // From the top of the page: a head is the nearest text's under it, and no other's.
    const topOf = (g: readonly Leg[]): number => Math.max(...g.map((l) => l.box.top));
    for (const group of [...this.#groups].sort((a, b) => topOf(b) - topOf(a))) {
      const over = this.#over(group, boxes).filter((h) => !used.has(h));
      if (over.length === 0) left.push(group);
      else
        for (const [i, legs] of shared(group, over).entries()) {
          const head = over[i] as Leg;
          used.add(head);
          modules.push({ head: [head], legs, box: around([head.box, ...legs.map((l) => l.box)]) });
        }
    }
    const alone = left.filter((group) => {
      const box = around(group.map((l) => l.box));
      const head = this.#beside(box, used);
      if (!head) return true;
      used.add(head);
      modules.push({ head: [head], legs: group, box: around([head.box, box]) });
      return false;
    });
    for (const group of alone) this.#goesOn(group, modules);
    this.#attach(modules, used);
    return modules;
  }

  /** The heads right over a group, from left to right. */
  #over(group: readonly Leg[], boxes: readonly Box[]): Leg[] {
    const box = around(group.map((l) => l.box));
    const own = new Set(group.map((l) => l.box));
    const others = boxes.filter((b) => !own.has(b));
    const reach = group.every((l) => this.#isCaption(l)) ? OVER_PICTURE : OVER;
    return this.#heads
      .filter((h) => {
        const white = h.box.bottom - box.top;
        const under = group.filter((l) => across(l.box, h.box) > 0);
        return (
          !this.#loose.includes(h) &&
          white > -this.#leading &&
          white < this.#leading * reach &&
          under.length > 0 &&
          clear(h.box, box, others) &&
          !this.#standsBeside(h, group)
        );
      })
      .sort((a, b) => a.box.left - b.box.left)
      .filter((h, i, all) => !all.some((o, k) => k !== i && this.#standsOver(h, o)));
  }

  /** Another head stands between this one and the text: it is that one's label, or another story's. */
  #standsOver(head: Leg, other: Leg): boolean {
    if (other.box.bottom >= head.box.bottom) return false;
    const small = !head.lines.some((l) => l.size > this.#size * HEADLINE);
    return across(other.box, head.box) > 0 || (small && head.box.bottom > other.box.top - this.#leading);
  }

  /** A head that reaches out to the left of the text under it, with text at its right as deep as itself: it is that text's. */
  #standsBeside(head: Leg, under: readonly Leg[]): boolean {
    const out = around(under.map((l) => l.box)).left - head.box.left;
    if (out < this.#size * GUTTER) return false;
    return this.#groups.some((g) => {
      const box = around(g.map((l) => l.box));
      const white = box.left - head.box.right;
      const deep = box.top > head.box.top - this.#leading && box.bottom < head.box.bottom + this.#leading;
      return g !== under && white > -1 && white < this.#size * GUTTER * 4 && deep;
    });
  }

  /** The head at a group's left. */
  #beside(box: Box, used: ReadonlySet<Leg>): Leg | null {
    const near = this.#heads.filter((h) => {
      const white = box.left - h.box.right;
      const level = down(h.box, box) > Math.min(h.box.top - h.box.bottom, box.top - box.bottom) * 0.5;
      return !used.has(h) && !this.#loose.includes(h) && white > -1 && white < this.#size * GUTTER * 4 && level;
    });
    return near.sort((a, b) => Math.abs(a.box.top - box.top) - Math.abs(b.box.top - box.top))[0] ?? null;
  }

  /** Text under a picture goes on with what stands above it in the same columns; else it is its own. */
  #goesOn(group: Leg[], modules: Module[]): void {
    const box = around(group.map((l) => l.box));
    const above = modules
      .filter((m) => m.box.bottom > box.top - this.#leading && across(m.box, box) > (box.right - box.left) * 0.5)
      .sort((a, b) => a.box.bottom - b.box.bottom)[0];
    const same = above?.legs.some((l) => Math.abs(l.box.right - l.box.left - (box.right - box.left) / group.length) < this.#size * 1.5);
    if (above && same && above.box.bottom - box.top < this.#leading * 40 && this.#textSize(group) === this.#textSize(above.legs)) {
      above.legs.push(...group);
      above.box = around([above.box, box]);
    } else modules.push({ head: [], legs: group, box });
  }

  #textSize(legs: readonly Leg[]): 'text' | 'small' {
    return bodySize(legs.flatMap((l) => l.lines)) < this.#size * 0.93 ? 'small' : 'text';
  }

  /** Labels and by-lines go to the module they stand over or in; what is left stands for itself. */
  #attach(modules: Module[], used: ReadonlySet<Leg>): void {
    for (const head of this.#heads.filter((h) => !used.has(h)).sort((a, b) => a.box.bottom - b.box.bottom)) {
      const home = modules
        .filter((m) => {
          const over = head.box.bottom - m.box.top;
          return (
            m.legs.length > 0 &&
            across(m.box, head.box) > (head.box.right - head.box.left) * 0.7 &&
            over < this.#leading * 4 &&
            head.box.bottom > Math.min(...m.legs.map((l) => l.box.top)) - this.#leading
          );
        })
        .sort((a, b) => Math.abs(head.box.bottom - a.box.top) - Math.abs(head.box.bottom - b.box.top))[0];
      if (home) {
        home.head.push(head);
        home.box = around([home.box, head.box]);
      } else modules.push({ head: [head], legs: [], box: head.box });
    }
  }
}

/** Modules as they are read: what stands over another first, then what stands at its left. */
function inOrder(modules: readonly Module[]): Module[] {
  const left = [...modules].sort((a, b) => b.box.top - a.box.top || a.box.left - b.box.left);
  const before = (a: Module, b: Module): boolean =>
    across(a.box, b.box) > 1 ? a.box.top > b.box.top : down(a.box, b.box) > 1 && a.box.left < b.box.left;
  const order: Module[] = [];
  while (left.length > 0) {
    const next = left.find((m) => !left.some((o) => o !== m && before(o, m))) ?? (left[0] as Module);
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}

/** A head's lines in order, lines of one size together. */
function headBlocks(head: readonly Leg[]): TextBlock[] {
  const lines = rejoined(head.flatMap((h) => h.lines));
  const blocks: TextLine[][] = [];
  for (const line of lines) {
    const last = blocks[blocks.length - 1];
    if (last && Math.abs((last[0] as TextLine).size - line.size) < line.size * 0.06) last.push(line);
    else blocks.push([line]);
  }
  return blocks.map((own) => ({ lines: own, size: bodySize(own) }));
}

/** The blocks of a newspaper page, story after story; null where the lines do not look like one. */
export function newspaperBlocks(lines: readonly TextLine[]): TextBlock[] | null {
  if (lines.length < 20) return null;
  const reader = new PageReader(lines);
  if (!reader.isNewspaper) return null;
  return inOrder(reader.modules()).flatMap((m) => [
    ...headBlocks(m.head),
    ...m.legs.map((leg) => {
      const own = rejoined(leg.lines);
      return { lines: own, size: bodySize(own), text: true };
    }),
  ]);
}
