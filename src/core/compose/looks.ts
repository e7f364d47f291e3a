/**
 * Marks on text that are drawn beside the glyphs: underlines, emphasis dots under each character, ruby above its base
 * (guide §4.8). Faces and superscripts are the compositor's; these are ours, because they take no room in the line.
 */
import type { Colour } from '../scene/index.ts';
import type { Mark } from '../story/index.ts';
import type { SetLine, SetParagraph } from '../typeset/index.ts';
import type { PartBuilder } from './pool.ts';
import type { Workshop } from './workshop.ts';

/** An underline: from the baseline down, and its thickness, in em; never thinner than a plate holds. */
const UNDERLINE = { downEm: 0.16, weightEm: 0.05, leastPt: 0.25 };
/** Emphasis dots: centred this far under the baseline, this large, in em (着重号). */
const DOT = { downEm: 0.3, sizeEm: 0.55, character: '·' };
/** Ruby: half the base, its foot this far above the baseline, in em (CLREQ). */
const RUBY = { sizeEm: 0.5, upEm: 0.9 };

interface LineAt {
  readonly set: SetParagraph;
  readonly line: SetLine;
  /** Left edge and baseline of the line in the part. */
  readonly x: number;
  readonly y: number;
  readonly sizePt: number;
  readonly colour: Colour;
}

/** Where characters `from`…`to` of the paragraph stand in this line, each with its left edge and width; empty where none does. */
function cells({ set, line, x }: LineAt, from: number, to: number): { x: number; width: number }[] {
  const found: { x: number; width: number }[] = [];
  for (let g = line.glyphFrom; g < line.glyphTo; g++) {
    const at = set.at[g] as number;
    if (at < from || at >= to) continue;
    const left = set.x[g] as number;
    const next = g + 1 < line.glyphTo ? (set.x[g + 1] as number) : line.widthPt;
    found.push({ x: x + left, width: Math.max(0, next - left) });
  }
  return found;
}

function underline(out: PartBuilder, at: LineAt, from: number, to: number): void {
  const run = cells(at, from, to);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return;
  const widthPt = Math.max(UNDERLINE.leastPt, UNDERLINE.weightEm * at.sizePt);
  const y = at.y + UNDERLINE.downEm * at.sizePt;
  out.items.push({ kind: 'rule', x1: first.x, y1: y, x2: last.x + last.width, y2: y, widthPt, colour: at.colour, dash: [] });
}

function dots(out: PartBuilder, shop: Workshop, at: LineAt, from: number, to: number): void {
  const sizePt = at.sizePt * DOT.sizeEm;
  const style = { ...shop.style('body', {}), sizePt, trackingEm: 0, indentEm: 0, align: 'left' as const };
  const dot = shop.set(style, { language: 'zh-Hans' }, DOT.character, 1e6, { indent: false });
  const line = dot.lines[0];
  if (!line) return;
  for (const c of cells(at, from, to))
    out.line(
      dot,
      line,
      DOT.character,
      c.x + (at.sizePt - sizePt) / 2,
      at.y + DOT.downEm * at.sizePt + sizePt * 0.36,
      { sizePt, colour: at.colour },
      null,
    );
}

function ruby(out: PartBuilder, shop: Workshop, at: LineAt, from: number, to: number, note: string): void {
  const run = cells(at, from, to);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || !note) return;
  const sizePt = at.sizePt * RUBY.sizeEm;
  const style = { ...shop.style('caption', {}), sizePt, trackingEm: 0, indentEm: 0, align: 'left' as const };
  const set = shop.set(style, { language: 'zh-Hans' }, note, 1e6, { indent: false });
  const line = set.lines[0];
  if (!line) return;
  const middle = (first.x + last.x + last.width) / 2;
  out.line(set, line, note, middle - line.widthPt / 2, at.y - RUBY.upEm * at.sizePt, { sizePt, colour: at.colour }, null);
}

/** The marks of a passage as they stand on its text from character `at` on. */
export const marksFrom = (marks: readonly Mark[], at: number): Mark[] =>
  marks.filter((m) => m.to > at).map((m) => ({ ...m, from: Math.max(0, m.from - at), to: m.to - at }));

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
