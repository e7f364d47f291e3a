/** Every page the search finds, not only the best: each must be lawful and full. */
import { describe, expect, it } from 'vitest';
import { placed } from '../../src/core/arrange/frames.ts';
import { unfilledShare } from '../../src/core/arrange/index.ts';
import { faults, missing } from './checker.ts';
import { foundPages } from './found.ts';

/** True where some line from edge to edge of the page, across or down, cuts no module. */
function cutThrough(rects: readonly { column: number; line: number; columns: number; lines: number }[]): boolean {
  const across = rects.map((r) => r.line).filter((y) => y > Math.min(...rects.map((r) => r.line)));
  const down = rects.map((r) => r.column).filter((x) => x > Math.min(...rects.map((r) => r.column)));
  return (
    across.some((y) => !rects.some((r) => r.line < y && r.line + r.lines > y)) ||
    down.some((x) => !rects.some((r) => r.column < x && r.column + r.columns > x))
  );
}

describe('the search', () => {
  it('finds only lawful, full pages, wheels among them', { timeout: 120_000 }, () => {
    let pages = 0;
    let wheels = 0;
    const wrong: string[] = [];
    for (let seed = 1; seed <= 40; seed++) {
      for (const { project, page, stories, kept, found: c } of foundPages(seed, 8)) {
        pages++;
        const { articles, frames } = placed(page, c.modules, stories, new Set());
        const next = { ...page, articles, frames: [...page.frames, ...frames] };
        const open = unfilledShare(
          page.grid,
          next.frames.map((f) => f.at),
        );
        const found = [...faults(project, next), ...missing(next, stories, []), ...(open > 0.01 ? [`unfilled ${open}`] : [])];
        wrong.push(...found.map((f) => `seed ${seed}: ${f}`));
        if (kept.length === 0 && !cutThrough(c.modules.map((m) => m.at))) wheels++;
      }
    }
    console.log(`seeds 1–40: ${pages} pages found, ${wheels} without a cut from edge to edge, ${wrong.length} faults`);
    expect(wrong).toEqual([]);
    expect(wheels).toBeGreaterThan(0);
  });
});
