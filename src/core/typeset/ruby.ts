/**
 * Room for ruby: where it is wider than its base, white comes between the base's characters and half as much on either side,
 * so that two rubies never touch (CLREQ, interlinear annotation); and its base stays on one line.
 */
import { Class, classOf } from '../text/index.ts';
import { type Atoms, Break } from './atoms.ts';
import type { GlyphSource } from './glyphs.ts';
import type { Paragraph } from './setting.ts';

/** Ruby is half the size of its base. */
export const RUBY_EM = 0.5;
/** White between a ruby and the next, in em of the base. */
const APART_EM = 0.12;

/** Width of a ruby in em of its base: Han are square, letters as their face has them. */
function widthEm(note: string, p: Paragraph, source: GlyphSource): number {
  let width = 0;
  for (const run of note.match(/[\p{L}\p{M}\d’'-]+|./gsu) ?? []) {
    const square = classOf(run.codePointAt(0) as number) === Class.han;
    width += square ? [...run].length : source.draw(p.setting.latin, run, 'en').advance;
  }
  return width * RUBY_EM;
}

/** Widen the bases of a paragraph's ruby to what stands over them, and let no line end within one. */
export function makeRubyRoom(a: Atoms, p: Paragraph, source: GlyphSource): void {
  for (const m of p.marks) {
    if (m.look !== 'ruby' || !m.note) continue;
    const base: number[] = [];
    for (let i = 0; i < a.n; i++) if ((a.at[i] as number) >= m.from && (a.at[i] as number) < m.to) base.push(i);
    const [first, last] = [base[0], base.at(-1)];
    if (first === undefined || last === undefined) continue;
    for (const i of base) if (i !== last) a.breakAfter[i] = Break.no;
    const has = base.reduce((sum, i) => sum + (a.advance[i] as number) + (i === last ? 0 : (a.gap[i] as number)), 0);
    const wants = (widthEm(m.note, p, source) + APART_EM) * a.sizePt;
    if (wants <= has) continue;
    const each = (wants - has) / base.length;
    // In the characters' own widths, which nothing presses: a gap would be taken back where a line is tight.
    const widen = (i: number, by: number): void => {
      a.advance[i] = (a.advance[i] as number) + by;
    };
    for (const i of base) widen(i, i === last ? each / 2 : each);
    if (first > 0) widen(first - 1, each / 2);
  }
}
