/**
 * Which cells of a page's grid its content covers, measured from the finished Scene and not from the plan that made it.
 * A cell is one basic column × one line. What nothing covers for three lines or more is a hole.
 */
import type { Page } from '../document/index.ts';
import { columnPt, columnX, type GridRect } from '../measure/index.ts';
import type { Part, Scene } from '../scene/index.ts';

/** Lines that white may be high before it is a hole. */
export const HOLE_LINES = 3;

/** Cells by `line * columns + column`; 1 where something stands. */
export interface Coverage {
  readonly columns: number;
  readonly lines: number;
  readonly cells: Uint8Array;
}

class Cells implements Coverage {
  readonly cells: Uint8Array;
  readonly columns: number;
  readonly lines: number;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.columns = page.grid.columns;
    this.lines = page.grid.lines;
    this.cells = new Uint8Array(this.columns * this.lines);
  }

  /** The first and last (exclusive) basic column that x0…x1 of the page touches by more than a tenth of a column. */
  #columns(x0: number, x1: number): [number, number] {
    const { grid, format } = this.#page;
    const least = columnPt(grid) / 10;
    let first = this.columns;
    let last = 0;
    for (let c = 0; c < this.columns; c++) {
      const from = format.leftPt + columnX(grid, c);
      if (Math.min(x1, from + columnPt(grid)) - Math.max(x0, from) <= least) continue;
      first = Math.min(first, c);
      last = Math.max(last, c + 1);
    }
    return [first, last];
  }

  /** The line of the grid that a height on the page lies in. A tenth of a line is within tolerance. */
  lineAt(y: number, upwards: boolean): number {
    const { grid, format } = this.#page;
    const line = (y - format.topPt) / grid.linePitchPt;
    return upwards ? Math.ceil(line - 0.1) : Math.floor(line + 0.1);
  }

  cover(x0: number, x1: number, fromLine: number, toLine: number): void {
    const [first, last] = this.#columns(x0, x1);
    for (let l = Math.max(0, fromLine); l < Math.min(this.lines, toLine); l++)
      if (last > first) this.cells.fill(1, l * this.columns + first, l * this.columns + last);
  }

  rectangle(x: number, y: number, width: number, height: number): void {
    this.cover(x, x + width, this.lineAt(y, false), this.lineAt(y + height, true));
  }

  /** White inside a text, above a subhead or beside a paragraph's last line, belongs to the text. */
  close(before: Uint8Array, p: Part): void {
    const [first, last] = this.#columns(p.x, p.x + p.width);
    const [top, foot] = [Math.max(0, this.lineAt(p.y, false)), Math.min(this.lines, this.lineAt(p.y + p.height, true))];
    for (let c = first; c < last; c++) {
      let previous = -1;
      for (let l = top; l < foot; l++) {
        const at = l * this.columns + c;
        if (!this.cells[at] || before[at]) continue;
        if (previous >= 0 && l - previous <= HOLE_LINES) for (let k = previous + 1; k < l; k++) this.cells[k * this.columns + c] = 1;
        previous = l;
      }
    }
  }
}

/** Text covers the lines its glyphs stand in, as far as they reach. */
function coverText(cells: Cells, p: Part): void {
  const before = cells.cells.slice();
  for (const item of p.items) {
    if (item.kind !== 'glyphs' || item.end <= item.start) continue;
    const rows = new Map<number, [number, number]>();
    for (let i = item.start; i < item.end; i++) {
      const x = p.x + (p.glyphs.x[i] as number);
      const line = cells.lineAt(p.y + (p.glyphs.y[i] as number), false);
      const row = rows.get(line);
      rows.set(line, [Math.min(row?.[0] ?? x, x), Math.max(row?.[1] ?? 0, x + item.sizePt * item.scaleX)]);
    }
    for (const [line, [x0, x1]] of rows) cells.cover(x0, x1, line, line + 1);
  }
  cells.close(before, p);
}

const hasInk = (p: Part): boolean => p.items.some((i) => i.kind === 'picture' || (i.kind === 'glyphs' && i.end > i.start));

function coverPart(cells: Cells, p: Part): void {
  switch (p.role) {
    // The white beside a headline is inside its own block, and so is that beside a caption.
    case 'head':
    case 'caption':
    case 'label':
    case 'text':
    case 'nameplate':
      if (hasInk(p)) cells.rectangle(p.x, p.y, p.width, p.height);
      return;
    case 'photo':
      for (const i of p.items) if (i.kind === 'picture') cells.rectangle(p.x + i.x, p.y + i.y, i.width, i.height);
      return;
    case 'body':
      coverText(cells, p);
      return;
    case 'folio':
    case 'rule':
    case 'tint':
    case 'box':
      return;
    default:
      p.role satisfies never;
  }
}

/** What the Scene of a page covers of its grid. */
export function coverage(page: Page, scene: Scene): Coverage {
  const cells = new Cells(page);
  for (const p of scene.parts) coverPart(cells, p);
  return cells;
}

export const coveredCells = (c: Coverage): number => c.cells.reduce((sum, cell) => sum + cell, 0);

/** The white of one column, `HOLE_LINES` high or more, as [first line, lines]. */
function whites(c: Coverage, column: number): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (let l = 0; l <= c.lines; l++) {
    if (l < c.lines && !c.cells[l * c.columns + column]) continue;
    if (l - from >= HOLE_LINES) found.push([from, l - from]);
    from = l + 1;
  }
  return found;
}

/** Cells of a page that lie in holes: the white that belongs between two blocks is none. */
export const holeCells = (c: Coverage): number =>
  Array.from({ length: c.columns }, (_, column) => whites(c, column).reduce((sum, [, lines]) => sum + lines, 0)).reduce((a, b) => a + b, 0);

/** The holes of a page, top left first. White of the same height in neighbouring columns is one hole. */
export function holes(c: Coverage): GridRect[] {
  const done: GridRect[] = [];
  let open: GridRect[] = [];
  for (let column = 0; column < c.columns; column++) {
    const here = whites(c, column);
    const next = here.map(([line, lines]): GridRect => {
      const left = open.find((h) => h.line === line && h.lines === lines);
      return left ? { ...left, columns: left.columns + 1 } : { column, line, columns: 1, lines };
    });
    done.push(...open.filter((h) => !next.some((n) => n.column === h.column && n.line === h.line && n.lines === h.lines)));
    open = next;
  }
  return [...done, ...open].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The holes of a composed page: white of one column × three lines and more, as far as one height reaches. */
export const holesOf = (scene: Scene, page: Page): GridRect[] => holes(coverage(page, scene));
