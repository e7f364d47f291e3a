/** C04 溢文/缺文: text that finds no room, said in characters and lines; lines of a body's frame that no text fills (guide §3.4). */
import { gridOverlaps, withinGrid } from '../../measure/index.ts';
import type { Fault } from '../finding.ts';
import { isVertical } from '../lines.ts';
import { changeFrame } from '../mend.ts';
import type { PageRule } from '../rule.ts';
import { signedAway } from '../signed.ts';
import { type Block, nameOf, type PageView } from '../view.ts';

/** Lines left under every leg that are worth saying; legs levelled to one line always leave some (C17). */
const LEAST_EMPTY = 1;

/** Lines of a body's frame that stay free under the deepest of its legs. */
function emptyLines(view: PageView, block: Block): { lines: number; piece: Block['pieces'][number] } | null {
  const piece = block.bodies.at(-1);
  if (!piece) return null;
  const { linePitchPt } = view.page.grid;
  const { rect } = piece;
  const vertical = isVertical(piece.frame);
  if (piece.lines.length === 0) return { lines: Math.floor(vertical ? rect.width / linePitchPt : piece.frame.at.lines), piece };
  const lowest = Math.max(...piece.lines.map((l) => l.across));
  const end = vertical ? -rect.x : rect.y + rect.height;
  return { lines: Math.floor((end - lowest) / linePitchPt + 0.05), piece };
}

/** The frame as much longer as takes the rest of the text, where nothing stands below it and the page reaches so far. */
function longer(view: PageView, piece: Block['pieces'][number], lines: number): Fault['mend'] {
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

function* faults(view: PageView): Generator<Fault> {
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
    const empty = emptyLines(view, block);
    if (!empty || empty.lines < LEAST_EMPTY) continue;
    const { frame, rect } = empty.piece;
    // Of a vertical text it is width that is left; how to take that away is the editor's choice.
    const keep = isVertical(frame) ? 0 : frame.at.lines - empty.lines;
    yield {
      key: 'underset',
      severity: 'warning',
      figures: { story: nameOf(block.story), lines: empty.lines, columns: frame.at.columns },
      frame: frame.id,
      article: block.article.id,
      story: block.story.id,
      at: isVertical(frame)
        ? rect
        : { ...rect, y: rect.y + keep * view.page.grid.linePitchPt, height: empty.lines * view.page.grid.linePitchPt },
      mend: keep >= 1 ? changeFrame(view.page, frame, { at: { ...frame.at, lines: keep } }) : undefined,
    };
  }
}

export const c04: PageRule = { id: 'C04', severity: 'error', page: faults };
