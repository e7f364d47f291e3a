/** 图块: pictures of one story set in a block so many columns wide, between the least and the greatest height their crops allow. */
import { columnPt, gutterPt, spanPt } from '../measure/index.ts';
import type { Story } from '../story/index.ts';
import { isPhoto, pictureRatio, type Room } from './room.ts';
import type { Piece } from './shape.ts';

interface Cell {
  readonly picture: number;
  readonly column: number;
  readonly columns: number;
  readonly caption: number;
}
interface Row {
  readonly cells: readonly Cell[];
  /** Lines of the picture alone. */
  readonly least: number;
  readonly ideal: number;
  readonly most: number;
  readonly caption: number;
}
export interface Block {
  readonly rows: readonly Row[];
  readonly columns: number;
  readonly least: number;
  readonly ideal: number;
  readonly most: number;
}

/** Lines of a picture of `columns` columns at its own shape, and the range within which a crop keeps enough of it. */
function pictureLines(room: Room, id: string | null, columns: number): { least: number; ideal: number; most: number } {
  const keep = room.byHand ? 0.12 : id ? room.manner.cropKeep : 0.6;
  const lines = (spanPt(room.grid, columns) * pictureRatio(room, id)) / room.grid.linePitchPt;
  return {
    least: Math.max(4, Math.ceil(lines * keep)),
    ideal: Math.max(4, Math.round(lines)),
    most: Math.max(4, Math.floor(lines / keep)),
  };
}

/** Columns for the pictures of one row: wide pictures get more, each at least one. */
function shareColumns(room: Room, ids: readonly (string | null)[], columns: number): number[] {
  const wants = ids.map((id) => 1 / pictureRatio(room, id));
  const sum = wants.reduce((a, b) => a + b, 0);
  const got = wants.map((w) => Math.max(1, Math.floor((w / sum) * columns)));
  for (let spare = columns - got.reduce((a, b) => a + b, 0); spare !== 0; spare -= Math.sign(spare)) {
    let pick = -1;
    got.forEach((g, i) => {
      if (spare < 0 && g <= 1) return;
      const lack = ((wants[i] as number) / sum) * columns - g;
      const best = pick < 0 ? null : ((wants[pick] as number) / sum) * columns - (got[pick] as number);
      if (best === null || (spare > 0 ? lack > best : lack < best)) pick = i;
    });
    if (pick < 0) break;
    got[pick] = (got[pick] as number) + Math.sign(spare);
  }
  return got;
}

function row(room: Room, story: Story, from: number, count: number, columns: number): Row | null {
  const ids = Array.from({ length: count }, (_, i) => story.pictures[from + i]?.picture ?? null);
  const widths = shareColumns(room, ids, columns);
  const ranges = ids.map((id, i) => pictureLines(room, id, widths[i] as number));
  const least = Math.max(...ranges.map((r) => r.least));
  const most = Math.min(...ranges.map((r) => r.most));
  if (least > most) return null;
  let column = 0;
  const cells = widths.map((w, i) => {
    const cell = { picture: from + i, column, columns: w, caption: captionLines(room, story, from + i, w) };
    column += w;
    return cell;
  });
  const ideal = Math.round(ranges.reduce((s, r) => s + r.ideal, 0) / ranges.length);
  return { cells, least, most, ideal: Math.min(most, Math.max(least, ideal)), caption: Math.max(...cells.map((c) => c.caption)) };
}

/** A photo story's text stands once under the whole block, not under each picture. */
function captionLines(room: Room, story: Story, picture: number, columns: number): number {
  const p = story.pictures[picture];
  if (isPhoto(story) || !p || !(p.caption?.text.trim() || p.credit?.text.trim())) return 0;
  return room.measurer.caption(story, picture, columns).lines;
}

/** Pictures of a story in rows of `perRow` over `columns` columns; null where their shapes cannot share rows. */
export function pictureBlock(room: Room, story: Story, columns: number, perRow: number): Block | null {
  const count = Math.max(story.pictures.length, isPhoto(story) ? 1 : 0);
  if (count === 0 || perRow > columns) return null;
  const rows: Row[] = [];
  for (let from = 0; from < count; from += perRow) {
    const r = row(room, story, from, Math.min(perRow, count - from), columns);
    if (!r) return null;
    rows.push(r);
  }
  const fixed = rows.reduce((s, r) => s + r.caption, 0) + (rows.length - 1);
  const sum = (key: 'least' | 'ideal' | 'most'): number => fixed + rows.reduce((s, r) => s + r[key], 0);
  return { rows, columns, least: sum('least'), ideal: sum('ideal'), most: sum('most') };
}

/** What a height of the block costs: how far its crops go from the pictures' own shapes. */
export function blockCost(block: Block, lines: number): number {
  if (lines < block.least || lines > block.most) return Number.POSITIVE_INFINITY;
  const reach = lines < block.ideal ? block.ideal - block.least : block.most - block.ideal;
  return reach === 0 ? 0 : 2.2 * ((lines - block.ideal) / reach) ** 2;
}

/** Square points of picture in the block at a height, over those of the type area. */
export function blockShare(room: Room, block: Block, lines: number): number {
  const captions = block.rows.reduce((s, r) => s + r.caption, 0) + block.rows.length - 1;
  return ((lines - captions) * block.columns) / (room.grid.columns * room.grid.lines);
}

/** The block's frames at a height, from `column`, `line` of the module. */
export function layBlock(block: Block, column: number, line: number, lines: number): Piece[] {
  const heights = share(block, lines);
  const pieces: Piece[] = [];
  let y = line;
  block.rows.forEach((r, i) => {
    const h = heights[i] as number;
    for (const c of r.cells) {
      const at = { column: column + c.column, line: y, columns: c.columns, lines: h };
      pieces.push({ shows: { kind: 'photo', picture: c.picture, crop: null, rotate: 0 }, at });
      if (c.caption > 0) pieces.push({ shows: { kind: 'caption', picture: c.picture }, at: { ...at, line: y + h, lines: c.caption } });
    }
    y += h + r.caption + 1;
  });
  return pieces;
}

/** Lines of picture for each row, so that together with captions and whites they make up `lines`. */
function share(block: Block, lines: number): number[] {
  const toGive = lines - block.ideal;
  const reach = block.rows.map((r) => (toGive >= 0 ? r.most - r.ideal : r.ideal - r.least));
  const sum = reach.reduce((a, b) => a + b, 0);
  const given = block.rows.map((r, i) => r.ideal + Math.trunc(sum === 0 ? 0 : (toGive * (reach[i] as number)) / sum));
  let left = lines - block.ideal - given.reduce((s, h, i) => s + h - (block.rows[i] as Row).ideal, 0);
  for (let i = 0; left !== 0 && i < 10_000; i++) {
    const at = i % given.length;
    const r = block.rows[at] as Row;
    const next = (given[at] as number) + Math.sign(left);
    if (next < r.least || next > r.most) continue;
    given[at] = next;
    left -= Math.sign(left);
  }
  return given;
}

/** Points a picture of one column has across: below this a picture says nothing. */
export const tooNarrow = (room: Room, columns: number): boolean =>
  !room.byHand && spanPt(room.grid, columns) < Math.min(140, 1.2 * columnPt(room.grid) + gutterPt(room.grid));
