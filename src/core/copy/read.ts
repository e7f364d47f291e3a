/** Copy → stories: the whole of a page is read at once, and nothing of it is lost. */
import { asidesOf, storiesOf } from './build.ts';
import type { Copy, Hint, Reading } from './copy.ts';
import type { Scale } from './features.ts';
import { flagsOf } from './flags.ts';
import { type Items, itemsOf } from './items.ts';
import { opinionPage } from './lexicon/lines.ts';
import { type Line, linesOf } from './lines.ts';
import { heedNeighbours } from './neighbours.ts';
import { type Assigned, parse } from './parse.ts';
import { type Piece, piecesOf } from './piece.ts';
import { isSpaced, squeezed } from './spaced.ts';
import { unwrap } from './unwrap.ts';

export interface ReadOptions {
  /** What the source's own styles say, in the place of what the copy carries. */
  readonly hints?: readonly Hint[] | undefined;
}

/** A copy cut into pieces and measured, before anything is decided. */
export interface Looked {
  readonly lines: readonly Line[];
  readonly pieces: readonly Piece[];
  readonly scale: Scale;
  /** The page has a space between every two Han. */
  readonly spaced: boolean;
}

/** Reads a copy. Never throws: what cannot be understood stands as paragraphs. */
export function read(copy: Copy, options: ReadOptions = {}): Reading {
  const looked = lookAt(copy, options);
  return told(copy, looked, parse(looked.pieces, looked.scale));
}

export function lookAt(copy: Copy, options: ReadOptions = {}): Looked {
  const raw = linesOf(copy.text);
  const spaced = isSpaced(raw);
  const lines = unwrap(spaced ? raw.map(squeezed) : raw);
  const hints = options.hints ?? copy.hints ?? [];
  const pieces = piecesWithGaps(lines, hintFinder(hints));
  if (hints.some((h) => h.starts)) divide(pieces);
  return { lines, pieces, scale: scaleOf(pieces), spaced };
}

/** The reading that the roles of a copy's pieces make. */
export function told(copy: Copy, { lines, pieces, spaced }: Looked, roles: readonly Assigned[]): Reading {
  const items = itemsOf(roles);
  const stories = storiesOf(copy, items, { spaced, opinion: opinionOf(items, pieces) });
  const open = pieces.filter((p) => !p.ended && p.width > 25).length;
  return { copy, stories, asides: asidesOf(copy, stories, items), flags: flagsOf(copy.text, lines, open) };
}

/** Whether the page's head says that it argues. */
export const opinionOf = ({ furniture }: Items, pieces: readonly Piece[]): boolean =>
  furniture.some(({ piece }) => pieces.indexOf(piece) < 4 && opinionPage.test(piece.text));

/** The source says itself where items begin: they hardly begin elsewhere. */
function divide(pieces: readonly Piece[]): void {
  for (const p of pieces) if (!p.hint?.starts) p.gap -= 2;
}

function hintFinder(hints: readonly Hint[]): (offset: number) => Hint | null {
  let next = 0;
  return (offset) => {
    while (next < hints.length && (hints[next] as Hint).span[1] <= offset) next++;
    const hint = hints[next];
    return hint && hint.span[0] <= offset ? hint : null;
  };
}

/** The pieces of all lines, each with the white before it measured against the page's usual. */
function piecesWithGaps(lines: readonly Line[], hintAt: (offset: number) => Hint | null): Piece[] {
  const usual = usualBlanks(lines);
  const parted = lines.slice(1).filter((l) => l.blanks > 0).length / Math.max(1, lines.length - 1);
  const pieces: Piece[] = [];
  let ruled = false;
  for (const line of lines) {
    for (const piece of piecesOf(line, hintAt)) {
      const more = line.blanks - usual;
      piece.gap = piece.sameLine ? 0 : Math.max(ruled || line.newPage ? 1 : 0, more >= 2 ? 2 : more === 1 ? 1 : 0);
      if (parted > 0.15 && parted < 0.9) piece.glued = line.blanks === 0 ? 1 : -1;
      ruled = piece.says.separator;
      pieces.push(piece);
    }
  }
  heedNeighbours(pieces);
  return pieces;
}

/** The number of blank lines that most lines have before them. */
function usualBlanks(lines: readonly Line[]): number {
  const count = new Map<number, number>();
  for (const line of lines.slice(1)) count.set(line.blanks, (count.get(line.blanks) ?? 0) + 1);
  let usual = 0;
  for (const [blanks, n] of count) if (n > (count.get(usual) ?? 0)) usual = blanks;
  return usual;
}

/** Where display type ends and text begins: the widest gap in the page's own line lengths (guide §5.2). */
function scaleOf(pieces: readonly Piece[]): Scale {
  return {
    display: gapIn(
      pieces.filter((p) => !p.latin).map((p) => p.width),
      17,
      33,
      25,
    ),
    displayLatin: gapIn(
      pieces.filter((p) => p.latin).map((p) => p.width),
      34,
      56,
      44,
    ),
  };
}

function gapIn(widths: number[], low: number, high: number, usual: number): number {
  const inside = [low, ...widths.filter((w) => w > low && w < high), high].sort((a, b) => a - b);
  let best = 0;
  let at = usual;
  for (let i = 0; i + 1 < inside.length; i++) {
    const [a, b] = [inside[i] as number, inside[i + 1] as number];
    // A gap that holds the usual border counts double: a page of few lines has gaps anywhere.
    const size = (b - a) * (a <= usual && usual <= b ? 2 : 1);
    if (size > best) [best, at] = [size, Math.min(b, Math.max(a, usual))];
  }
  return at;
}
