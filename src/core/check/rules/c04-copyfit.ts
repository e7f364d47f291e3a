/**
 * C04 溢文/缺文: text that finds no room, said in characters and lines; a head that is deeper than its frame; lines of a
 * body's frame that no text fills (guide §3.4).
 */
import { bottom, gridOverlaps, withinGrid } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import { isVertical } from '../lines.ts';
import { changeFrame } from '../mend.ts';
import type { PageRule } from '../rule.ts';
import { signedAway } from '../signed.ts';
import { about, type Block, nameOf, type PageView, type Piece } from '../view.ts';

/** Lines left under every leg that are worth saying; legs levelled to one line always leave some (C17). */
const LEAST_EMPTY = 1;

/** Lines of a body's frame that stay free under the deepest of its legs. */
function emptyLines(view: PageView, piece: Piece): number {
  const { linePitchPt } = view.page.grid;
  const { rect } = piece;
  const vertical = isVertical(piece.frame);
  if (piece.lines.length === 0) return Math.floor(vertical ? rect.width / linePitchPt : piece.frame.at.lines);
  const lowest = Math.max(...piece.lines.map((l) => l.across));
  const end = vertical ? -rect.x : rect.y + rect.height;
  return Math.floor((end - lowest) / linePitchPt + 0.05);
}

/** Every frame of the text cut to the depth of its own lines, so that the text stays as it is levelled. */
function shorter(view: PageView, block: Block): Fault['mend'] {
  const cut = block.bodies.flatMap((piece) => {
    const lines = piece.frame.at.lines - Math.max(0, emptyLines(view, piece));
    return lines < piece.frame.at.lines ? [{ piece, lines }] : [];
  });
  // Of a vertical text it is width that is left; how to take that away is the editor's choice.
  if (block.bodies.some((p) => isVertical(p.frame)) || cut.some((c) => c.lines < 1)) return undefined;
  const edits = cut.map(({ piece: { frame }, lines }) => changeFrame(view.page, frame, { at: { ...frame.at, lines } }));
  return edits.length === 1 ? edits[0] : { kind: 'all', edits };
}

/** The frame as much longer as takes the rest of the text, where nothing stands below it and the page reaches so far. */
function longer(view: PageView, piece: Piece, lines: number): Fault['mend'] {
  const { frame } = piece;
  if (isVertical(frame) || frame.shows.kind !== 'body' || !withinGrid(view.page.grid, frame.at)) return undefined;
  const legs = frame.shows.legs || frame.at.columns;
  // One line more than the division says: a subhead or a paragraph's end may need it.
  const more = Math.ceil(lines / legs) + (legs > 1 ? 1 : 0);
  const at = { ...frame.at, lines: frame.at.lines + more };
  const below = { ...at, line: frame.at.line + frame.at.lines, lines: more };
  const free = view.page.frames.every((f) => f.id === frame.id || !gridOverlaps(f.at, below));
  return free && withinGrid(view.page.grid, at) ? changeFrame(view.page, frame, { at }) : undefined;
}

/** A head whose type stands out of its frame by this share of a line is too deep for it. */
const OUT_OF_FRAME = 0.5;

/** 溢题: heads that are deeper than their frames. */
function* deepHeads(view: PageView): Generator<Fault> {
  const { linePitchPt } = view.page.grid;
  for (const block of view.blocks)
    for (const head of block.heads) {
      const { ink, rect } = head;
      const out = ink ? Math.max(0, rect.y - ink.y) + Math.max(0, bottom(ink) - bottom(rect)) : 0;
      if (out <= OUT_OF_FRAME * linePitchPt) continue;
      yield { key: 'head-overset', figures: { story: nameOf(block.story), lines: Math.ceil(out / linePitchPt) }, ...about(block, head) };
    }
}

function* faults(view: PageView): Generator<Fault> {
  yield* deepHeads(view);
  for (const o of view.scene.overset) {
    const story = view.project.stories[o.story];
    const characters = o.characters - (story ? signedAway(story, [view.scene]) : 0);
    // What its editor has signed away may be over.
    if (characters <= 0) continue;
    const block = view.blocks.find((b) => b.article.id === o.article);
    const piece = view.pieces.find((p) => p.frame.id === o.frame);
    yield {
      key: 'overset',
      figures: { story: block ? nameOf(block.story) : o.story, characters, lines: o.lines },
      frame: o.frame,
      article: o.article,
      story: o.story,
      at: piece?.rect,
      mend: piece ? longer(view, piece, o.lines) : undefined,
    };
  }
  for (const block of view.blocks) {
    if (view.scene.overset.some((o) => o.article === block.article.id)) continue;
    const piece = block.bodies.at(-1);
    const empty = piece ? emptyLines(view, piece) : 0;
    if (!piece || empty < LEAST_EMPTY) continue;
    const { frame, rect } = piece;
    yield {
      key: 'underset',
      severity: 'warning',
      figures: { story: nameOf(block.story), lines: empty, columns: frame.at.columns },
      frame: frame.id,
      article: block.article.id,
      story: block.story.id,
      at: isVertical(frame)
        ? rect
        : { ...rect, y: bottom(rect) - empty * view.page.grid.linePitchPt, height: empty * view.page.grid.linePitchPt },
      mend: shorter(view, block),
    };
  }
}

export const c04: PageRule = { id: 'C04', severity: 'error', page: faults };
