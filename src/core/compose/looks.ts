/**
 * Marks on text that are drawn beside the glyphs: underlines, emphasis dots under each character, ruby above its base;
 * in a vertical line the rule on its left, dots and ruby on its right (guide §4.8). Faces and superscripts are the compositor's; these are ours, because they take no room in the line.
 */
import type { Colour } from '../scene/index.ts';
import type { Mark } from '../story/index.ts';
import { Class, classOf } from '../text/index.ts';
import { type SetLine, type SetParagraph, settingOf } from '../typeset/index.ts';
import type { PartBuilder } from './pool.ts';
import { ASCENT, type Workshop } from './workshop.ts';

/** An underline: under the em box, to the left of a vertical line, and its thickness, in em; never thinner than a plate holds. */
const UNDERLINE = { offEm: 0.04, weightEm: 0.05, leastPt: 0.25 };
/** Emphasis dots: centred this far under the em box, to the right of a vertical line, this large, in em (着重号). */
const DOT = { offEm: 0.16, sizeEm: 0.55, character: '·' };
/** Ruby: half the base, this far above the em box, to the right of a vertical line, in em (CLREQ). */
const RUBY = { sizeEm: 0.5, offEm: 0.02 };

/** White a line needs on the side of its ruby, as a share of its size; 0 for a line without one. */
export const rubyRoom = (marks: readonly Mark[]): number =>
  marks.some((m) => m.look === 'ruby' && m.note) ? RUBY.sizeEm + 2 * RUBY.offEm : 0;

export interface LineAt {
  readonly set: SetParagraph;
  readonly line: SetLine;
  /** The paragraph's text. */
  readonly text: string;
  /** Left edge and baseline of the line in the part; centre and top of a vertical one. */
  readonly x: number;
  readonly y: number;
  readonly sizePt: number;
  readonly colour: Colour;
  readonly vertical: boolean;
}

/** A character's room along its line, from the line's start, in points. */
interface Cell {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** Where a glyph's cell begins: an upright glyph of a vertical line hangs from its baseline in it. */
function cellStart({ set, vertical, sizePt }: LineAt, g: number): number {
  const cast = set.casts[set.font[g] as number];
  return (set.x[g] as number) - (vertical && cast && !cast.turned ? ASCENT * cast.scale * sizePt : 0);
}

/** Where characters `from`…`to` of the paragraph stand in this line; digits side by side in one em are one cell. */
function cells(at: LineAt, from: number, to: number): Cell[] {
  const { set, line, vertical } = at;
  const found: Cell[] = [];
  for (let g = line.glyphFrom; g < line.glyphTo; g++) {
    const own = set.at[g] as number;
    if (own < from || own >= to) continue;
    const start = cellStart(at, g);
    let next = g + 1;
    while (vertical && next < line.glyphTo && set.x[next] === set.x[g]) next++;
    const end = next < line.glyphTo ? cellStart(at, next) : line.widthPt;
    found.push({ at: own, start, end: Math.max(start, end) });
    g = next - 1;
  }
  return found;
}

function underline(out: PartBuilder, at: LineAt, from: number, to: number): void {
  const run = cells(at, from, to);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return;
  const widthPt = Math.max(UNDERLINE.leastPt, UNDERLINE.weightEm * at.sizePt);
  const rule = { kind: 'rule', widthPt, colour: at.colour, dash: [] } as const;
  if (at.vertical) {
    const x = at.x - (0.5 + UNDERLINE.offEm) * at.sizePt;
    out.items.push({ ...rule, x1: x, y1: at.y + first.start, x2: x, y2: at.y + last.end });
    return;
  }
  const y = at.y + (1 - ASCENT + UNDERLINE.offEm) * at.sizePt;
  out.items.push({ ...rule, x1: at.x + first.start, y1: y, x2: at.x + last.end, y2: y });
}

/** Dots stand at Han alone: marks and blanks take none (CLREQ). */
const takesDot = (text: string, at: number): boolean => classOf(text.codePointAt(at) ?? 0x20) === Class.han;

function dots(out: PartBuilder, shop: Workshop, at: LineAt, from: number, to: number): void {
  const sizePt = at.sizePt * DOT.sizeEm;
  const style = { ...shop.style('body', {}), sizePt, trackingEm: 0, indentEm: 0, align: 'left' as const };
  const dot = shop.set(style, { language: 'zh-Hans' }, DOT.character, 1e6, { indent: false });
  const line = dot.lines[0];
  const cast = line && dot.casts[dot.font[line.glyphFrom] as number];
  const ink = cast && shop.faces.face(cast.font).ink(dot.ids[line.glyphFrom] as number);
  if (!line || !ink) return;
  // The dot's own ink is centred, wherever its face puts it in the em.
  const toMiddle = (dot.x[line.glyphFrom] as number) + ((ink.x0 + ink.x1) / 2) * sizePt;
  const toHeight = ((ink.y0 + ink.y1) / 2) * sizePt;
  for (const c of cells(at, from, to)) {
    if (!takesDot(at.text, c.at)) continue;
    const along = c.start + at.sizePt / 2;
    const x = at.vertical ? at.x + (0.5 + DOT.offEm) * at.sizePt : at.x + along;
    const y = at.vertical ? at.y + along : at.y + (1 - ASCENT + DOT.offEm) * at.sizePt;
    out.line(dot, line, DOT.character, x - toMiddle, y + toHeight, { sizePt, colour: at.colour }, null);
  }
}

function ruby(out: PartBuilder, shop: Workshop, at: LineAt, from: number, to: number, note: string): void {
  const run = cells(at, from, to);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || !note) return;
  const { colour, vertical } = at;
  const sizePt = at.sizePt * RUBY.sizeEm;
  const style = { ...shop.style('caption', {}), sizePt, trackingEm: 0, indentEm: 0, align: 'left' as const };
  const setting = settingOf(style, 'zh-Hans', undefined, vertical);
  const set = shop.memory.set({ text: note, marks: [], setting, indent: false }, 1e6, shop.faces);
  const line = set.lines[0];
  if (!line) return;
  // What stands after the base (justification, the room of this ruby) is not the base's.
  const end = Math.min(last.end, Math.max(last.start + at.sizePt, first.start));
  const start = (first.start + end - line.widthPt) / 2;
  if (vertical)
    out.line(set, line, note, at.x + (0.5 + RUBY.offEm) * at.sizePt + sizePt / 2, at.y + start, { sizePt, colour, vertical }, null);
  else out.line(set, line, note, at.x + start, at.y - (ASCENT + RUBY.offEm) * at.sizePt, { sizePt, colour }, null);
}

/** Draw what the marks of a passage put beside one of its lines. Offsets of the marks count from the paragraph's first character. */
export function drawLooks(out: PartBuilder, shop: Workshop, at: LineAt, marks: readonly Mark[]): void {
  for (const m of marks) {
    const from = Math.max(m.from, at.line.from);
    const to = Math.min(m.to, at.line.to);
    if (from >= to) continue;
    if (m.look === 'underline') underline(out, at, from, to);
    else if (m.look === 'emphasis') dots(out, shop, at, from, to);
    // A ruby stands over the line where its base begins.
    else if (m.look === 'ruby' && m.from >= at.line.from) ruby(out, shop, at, from, to, m.note ?? '');
  }
}
