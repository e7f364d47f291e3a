/** The lines of a text as the rules of its setting see them: which paragraph, first or last of it, which leg. */
import { type Block as Paragraph, passageAt } from '../story/index.ts';
import type { Line } from './lines.ts';
import type { Block, Piece } from './view.ts';

export interface TextLine {
  readonly line: Line;
  readonly piece: Piece;
  /** Index of the block of the story's body. */
  readonly paragraph: number;
  readonly type: Paragraph['type'];
  readonly first: boolean;
  readonly last: boolean;
}

/** A hyphen that setting added. */
const ADDED = '\u00ad';

/** Several rules read the same lines; a block is made for one look at a page and never changes. */
const known = new WeakMap<Block, readonly TextLine[]>();

/** The lines of an article's body in reading order. */
export function bodyLines(block: Block): readonly TextLine[] {
  let lines = known.get(block);
  if (!lines) {
    lines = readLines(block);
    known.set(block, lines);
  }
  return lines;
}

function readLines(block: Block): TextLine[] {
  const lines: TextLine[] = [];
  let index = -1;
  let ends = { from: 0, to: 0 };
  for (const piece of block.bodies)
    for (const line of piece.lines) {
      const { source } = line;
      if (source?.place.field !== 'body') continue;
      const paragraph = block.story.body[source.place.block];
      const passage = paragraph && passageAt(block.story, source.place);
      if (!passage || !paragraph) continue;
      if (index !== source.place.block) ends = inkEnds(passage.text);
      index = source.place.block;
      const end = source.at + (line.text.includes(ADDED) ? line.text.replaceAll(ADDED, '').length : line.text.length);
      const [first, last] = [source.at <= ends.from, end >= ends.to];
      lines.push({ line, piece, paragraph: index, type: paragraph.type, first, last });
    }
  return lines;
}

/** Where a text's first character that is no white stands, and where its last one ends. */
const inkEnds = (text: string): { from: number; to: number } => ({
  from: text.length - text.trimStart().length,
  to: text.trimEnd().length,
});

/** The lines of one leg. */
export interface LegLines {
  readonly piece: Piece;
  readonly leg: number;
  readonly lines: readonly TextLine[];
}

/** The legs of an article's body that hold text, in reading order. */
export function legLines(block: Block): LegLines[] {
  const legs: { piece: Piece; leg: number; lines: TextLine[] }[] = [];
  for (const line of bodyLines(block)) {
    const last = legs.at(-1);
    if (last && last.piece === line.piece && last.leg === line.line.leg) last.lines.push(line);
    else legs.push({ piece: line.piece, leg: line.line.leg, lines: [line] });
  }
  return legs;
}
