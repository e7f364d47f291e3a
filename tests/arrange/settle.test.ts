/** The sizes of a page's headlines settled together: nothing but sizes changes, and never for the worse. */
import { describe, expect, it } from 'vitest';
import type { Module } from '../../src/core/arrange/layout.ts';
import { scoreOf } from '../../src/core/arrange/score.ts';
import { settled } from '../../src/core/arrange/settle.ts';
import { foundPages } from './found.ts';

const places = (modules: readonly Module[]): unknown => modules.map((m) => ({ story: m.task.story.id, at: m.at, pieces: m.pieces }));
const hierarchy = (terms: readonly { readonly check: string }[]): number => terms.filter((t) => t.check === 'C22').length;

describe('settling the sizes of headlines', () => {
  it('leaves every frame in its place, keeps each head in its block, and gains or changes nothing', { timeout: 120_000 }, () => {
    let pages = 0;
    let [before, after] = [0, 0];
    for (let seed = 1; seed <= 20; seed++) {
      for (const { kept, room, found: c } of foundPages(seed, 3)) {
        pages++;
        const own = settled(room, c.modules, kept);
        expect(places(own.modules), `seed ${seed}`).toEqual(places(c.modules));
        expect(own.score).toEqual(scoreOf(room, own.modules, kept));
        expect(own.score.total, `seed ${seed}`).toBeGreaterThanOrEqual(c.score.total - 0.001);
        for (const m of own.modules) {
          const head = m.pieces.find((p) => p.shows.kind === 'head' && (p.story ?? m.task.story.id) === m.task.story.id);
          if (head) expect(m.headLines).toBeLessThanOrEqual(head.at.lines);
        }
        before += hierarchy(c.score.terms);
        after += hierarchy(own.score.terms);
        // Settled once more it stays as it is, or gains again; it never goes back.
        expect(settled(room, own.modules, kept).score.total).toBeGreaterThanOrEqual(own.score.total - 0.001);
      }
    }
    console.log(`seeds 1–20: ${pages} pages settled; heads that break the order of sizes ${before} → ${after}`);
    expect(pages).toBeGreaterThan(0);
    expect(after).toBeLessThan(before);
  });
});
