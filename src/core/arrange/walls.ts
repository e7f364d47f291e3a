/** 版面的墙: the structure of a page that is already laid out, found again from where its modules stand. */
import { framesOf, type Page } from '../document/index.ts';
import { type GridRect, gridOverlaps } from '../measure/index.ts';
import { articleRect } from './fit.ts';

/** One module with the region that belongs to it: the white under it included. */
export interface Leaf {
  readonly kind: 'leaf';
  /** An article's id; a frame's where `fixed`. */
  readonly article: string;
  /** True for an advertisement or other furniture: it stays where it is. */
  readonly fixed: boolean;
  readonly region: GridRect;
  /** Lines of white at the region's foot. */
  readonly gap: number;
  readonly locked: boolean;
}

export interface Split {
  readonly kind: 'stack' | 'side';
  readonly region: GridRect;
  readonly first: Node;
  readonly second: Node;
}

export type Node = Leaf | Split;

/** A wall between two groups of modules, where a hand can take hold of it. */
export interface Wall {
  /** The way to its split from the page's whole: `r`, then 0 or 1 for each turn. */
  readonly id: string;
  /** `stack`: a wall across, moved by lines. `side`: a wall down, moved by columns. */
  readonly kind: 'stack' | 'side';
  /** Column and line where the second group begins; one of `columns`, `lines` is 0. */
  readonly at: GridRect;
}

interface Standing {
  readonly article: string;
  readonly fixed: boolean;
  readonly at: GridRect;
  readonly locked: boolean;
}

const endLine = (r: GridRect): number => r.line + r.lines;
const endColumn = (r: GridRect): number => r.column + r.columns;

/** Cut a region at the first place that no module crosses. */
function split(all: readonly Standing[], region: GridRect, gap: number): Node | null {
  const only = all[0];
  if (!only) return null;
  if (all.length === 1) {
    const own = endLine(region) - endLine(only.at);
    return { kind: 'leaf', article: only.article, fixed: only.fixed, region, gap: Math.max(0, own), locked: only.locked };
  }
  const ys = [...new Set(all.map((s) => s.at.line))].sort((a, b) => a - b).slice(1);
  for (const y of ys) {
    if (all.some((s) => s.at.line < y && endLine(s.at) > y)) continue;
    const above = { ...region, lines: y - region.line };
    const below = { ...region, line: y, lines: endLine(region) - y };
    return join(
      'stack',
      region,
      split(
        all.filter((s) => s.at.line < y),
        above,
        gap,
      ),
      split(
        all.filter((s) => s.at.line >= y),
        below,
        gap,
      ),
    );
  }
  const xs = [...new Set(all.map((s) => s.at.column))].sort((a, b) => a - b).slice(1);
  for (const x of xs) {
    if (all.some((s) => s.at.column < x && endColumn(s.at) > x)) continue;
    const left = { ...region, columns: x - region.column };
    const right = { ...region, column: x, columns: endColumn(region) - x };
    return join(
      'side',
      region,
      split(
        all.filter((s) => s.at.column < x),
        left,
        gap,
      ),
      split(
        all.filter((s) => s.at.column >= x),
        right,
        gap,
      ),
    );
  }
  return null;
}

const join = (kind: 'stack' | 'side', region: GridRect, first: Node | null, second: Node | null): Split | null =>
  first && second ? { kind, region, first, second } : null;

/**
 * The structure of a page's articles; null where they interlock or where there are none. `gap` is the white that
 * belongs under the lowest modules.
 */
export function structureOf(page: Page, gap: number): Node | null {
  const all = page.articles.flatMap((a): Standing[] => {
    const at = articleRect(page, a.id);
    return at ? [{ article: a.id, fixed: false, at, locked: framesOf(page, a.id).some((f) => f.locked) }] : [];
  });
  if (all.length === 0) return null;
  // A rule or a tint that lies over an article belongs to it; what stands by itself is furniture.
  for (const f of page.frames)
    if (f.article === null && !all.some((s) => gridOverlaps(s.at, f.at))) all.push({ article: f.id, fixed: true, at: f.at, locked: true });
  const column = Math.min(...all.map((s) => s.at.column));
  const line = Math.min(...all.map((s) => s.at.line));
  const columns = Math.max(...all.map((s) => endColumn(s.at))) - column;
  const lines = Math.max(...all.map((s) => endLine(s.at))) - line + gap;
  return split(all, { column, line, columns, lines }, gap);
}

/** Every wall of a structure. */
export function wallsOf(node: Node | null, id = 'r'): Wall[] {
  if (!node || node.kind === 'leaf') return [];
  const second = node.second.region;
  const at = node.kind === 'stack' ? { ...second, lines: 0 } : { ...second, columns: 0 };
  return [{ id, kind: node.kind, at }, ...wallsOf(node.first, `${id}0`), ...wallsOf(node.second, `${id}1`)];
}

/** The split at a wall's id; null where there is none. */
export function splitAt(node: Node, id: string): Split | null {
  let now: Node = node;
  for (const turn of id.slice(1)) {
    if (now.kind === 'leaf') return null;
    now = turn === '0' ? now.first : now.second;
  }
  return now.kind === 'leaf' ? null : now;
}

export const leavesOf = (node: Node): Leaf[] => (node.kind === 'leaf' ? [node] : [...leavesOf(node.first), ...leavesOf(node.second)]);
