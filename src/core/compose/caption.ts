/** Caption and credit under a picture. A photo story's caption is its body; the credit closes the last line or stands under it. */
import type { Frame, StyleOverrides } from '../document/index.ts';
import { spanPt } from '../measure/index.ts';
import type { Overset } from '../scene/index.ts';
import type { Passage, Story, TextPlace } from '../story/index.ts';
import type { SetParagraph } from '../typeset/index.ts';
import { drawLooks } from './looks.ts';
import { PartBuilder } from './pool.ts';
import { baselineIn, type Workshop } from './workshop.ts';

interface Piece {
  readonly passage: Passage;
  readonly place: TextPlace;
  readonly set: SetParagraph;
  readonly credit: boolean;
}

/** A caption as set: its lines, from the frame's top, and where each piece begins. */
export interface SetCaption {
  /** White between the picture and the caption, in lines of the grid; `lines` counts it. */
  readonly above: number;
  readonly pieces: readonly (Piece & { readonly line: number; readonly x: number })[];
  readonly lines: number;
}

/** White between the end of a caption and its credit on the same line, in em. */
const CREDIT_GAP_EM = 1;

function sources(story: Story, picture: number): { passage: Passage; place: TextPlace; credit: boolean }[] {
  if (story.kind === 'photo' && picture === 0) {
    const body = story.body.map((passage, block) => ({ passage, place: { field: 'body', block } as const, credit: false }));
    return story.credit ? [...body, { passage: story.credit, place: { field: 'credit' } as const, credit: true }] : body;
  }
  const p = story.pictures[picture];
  return [
    ...(p?.caption ? [{ passage: p.caption, place: { field: 'caption', picture } as const, credit: false }] : []),
    ...(p?.credit ? [{ passage: p.credit, place: { field: 'pictureCredit', picture } as const, credit: true }] : []),
  ];
}

/** Set a caption to a measure in points. */
export function setCaption(shop: Workshop, story: Story, picture: number, widthPt: number, overrides: StyleOverrides): SetCaption {
  const pieces: (Piece & { line: number; x: number })[] = [];
  let line = 0;
  let lastWidth = 0;
  for (const { passage, place, credit } of sources(story, picture)) {
    if (!passage.text.trim()) continue;
    const style = shop.style(credit ? 'credit' : 'caption', overrides);
    const set = shop.set(
      { ...style, indentEm: credit ? 0 : style.indentEm, align: credit ? 'left' : style.align },
      story,
      passage.text,
      widthPt,
      { marks: passage.marks ?? [] },
    );
    const width = set.lines[0]?.widthPt ?? 0;
    const room = widthPt - lastWidth - CREDIT_GAP_EM * style.sizePt;
    const joins = credit && line > 0 && set.lines.length === 1 && width <= room;
    if (joins) line--;
    pieces.push({ passage, place, set, credit, line, x: credit && set.lines.length === 1 ? widthPt - width : 0 });
    line += set.lines.length;
    lastWidth = set.lines.at(-1)?.widthPt ?? 0;
  }
  const { aboveLines, belowLines } = shop.style('caption', overrides);
  return { pieces, above: aboveLines, lines: line ? Math.ceil(aboveLines + line + belowLines - 0.01) : 0 };
}

/** Compose the caption frame of a picture. */
export function composeCaption(
  shop: Workshop,
  story: Story,
  article: string,
  frame: Frame,
  picture: number,
  overrides: StyleOverrides,
): { out: PartBuilder; used: number; overset: Overset | null } {
  const out = new PartBuilder();
  const pitch = shop.grid.linePitchPt;
  const caption = setCaption(shop, story, picture, spanPt(shop.grid, frame.at.columns), overrides);
  const room = Math.floor(frame.at.lines + 1e-6);
  // A frame too low for the white keeps its text and gives the white.
  const textLines = caption.pieces.reduce((n, p) => Math.max(n, p.line + p.set.lines.length), 0);
  const above = Math.min(caption.above, Math.max(0, room - textLines));
  let characters = 0;
  for (const piece of caption.pieces) {
    const style = shop.style(piece.credit ? 'credit' : 'caption', overrides);
    piece.set.lines.forEach((line, i) => {
      const y = (above + piece.line + i) * pitch + baselineIn(pitch, style.sizePt);
      if (piece.line + i >= room) characters += [...piece.passage.text.slice(line.from, line.to).replace(/\s/gu, '')].length;
      else {
        const { x, set } = piece;
        const { text, marks = [] } = piece.passage;
        const ink = { sizePt: style.sizePt, colour: style.colour };
        out.line(set, line, text, x, y, ink, { story: story.id, place: piece.place, at: 0 });
        drawLooks(out, shop, { set, line, text, x, y, ...ink, vertical: false }, marks);
      }
    });
  }
  const over = textLines - room;
  return {
    out,
    used: Math.min(room, caption.lines),
    overset: over > 0 ? { story: story.id, article, frame: frame.id, characters, lines: over } : null,
  };
}
