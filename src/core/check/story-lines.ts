/** The lines of a text as the rules of its setting see them: which paragraph, first or last of it, which leg. */
import { type Block as Paragraph, passageAt } from '../story/index.ts';
import type { Line } from './lines.ts';
import type { Block, Piece } from './view.ts';

export interface TextLine extends Line {
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
  return block.bodies.flatMap((piece) =>
    piece.lines.flatMap((line): TextLine[] => {
      const { source } = line;
      if (source?.place.field !== 'body') return [];
      const passage = passageAt(block.story, source.place);
      const paragraph = block.story.body[source.place.block];
      if (!passage || !paragraph) return [];
      const end = source.at + line.text.replaceAll(ADDED, '').length;
      return [
        {
          ...line,
          piece,
          paragraph: source.place.block,
          type: paragraph.type,
          first: passage.text.slice(0, source.at).trim() === '',
          last: passage.text.slice(end).trim() === '',
        },
      ];
    }),
  );
}

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
    if (last && last.piece === line.piece && last.leg === line.leg) last.lines.push(line);
    else legs.push({ piece: line.piece, leg: line.leg, lines: [line] });
  }
  return legs;
}
