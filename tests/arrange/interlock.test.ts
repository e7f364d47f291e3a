/** 穿插咬合: pages whose modules have six corners, composed by the real composer and held to the same laws by the same checker. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Arrangement, mannerSchema, placeEdit, proposeSteps } from '../../src/core/arrange/index.ts';
import { ComposeMemory, composePage, createMeasurer } from '../../src/core/compose/index.ts';
import { apply, type Page } from '../../src/core/document/index.ts';
import { fontFaces } from '../../src/node/faces.ts';
import { faults, missing } from './checker.ts';
import { issueOf } from './issue.ts';

/** As 副刊 ships, but interlocking costs nothing: it is wanted wherever it closes. */
const manner = { ...mannerSchema.parse(JSON.parse(readFileSync('resources/manners/supplement.json', 'utf8'))), interlock: 0 };

/** Articles whose body stands in frames of different feet: six corners. */
function sixCornered(page: Page): string[] {
  return page.articles.flatMap((a) => {
    const bodies = page.frames.filter((f) => f.article === a.id && f.shows.kind === 'body');
    return new Set(bodies.map((f) => f.at.line + f.at.lines)).size > 1 && new Set(bodies.map((f) => f.at.line)).size === 1 ? [a.story] : [];
  });
}

const seeds = Number(process.env.ARRANGE_SEEDS ?? 12);
/** All that were found, not the best few: interlocking is rare beside rectangles. */
const MOST = 200;

describe('interlocking modules', () => {
  it('stand on real pages and keep every law', { timeout: 900_000 }, () => {
    const wrong: string[] = [];
    let pages = 0;
    let interlocked = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const { project, page, stories } = issueOf(seed);
      const memory = new ComposeMemory();
      const measurer = createMeasurer(project, page, fontFaces, memory);
      let best: readonly Arrangement[] = [];
      for (const step of proposeSteps(project, page, stories, measurer, MOST, { effort: 24, manner })) best = step.best;
      for (const a of best) {
        const r = apply(project, placeEdit(project, page, a));
        if (!r.ok) throw new Error(r.why);
        const next = r.project.pages[0] as Page;
        pages++;
        const six = sixCornered(next);
        if (six.length === 0) continue;
        interlocked++;
        const scene = composePage(r.project, next, fontFaces, memory);
        const excused = a.shortfall?.kind === 'over' ? a.shortfall.stories.map((s) => s.story) : [];
        const found = [
          ...faults(r.project, next),
          ...missing(next, stories, excused),
          ...scene.overset.map((o) => `overset: ${o.story} ${o.lines} lines in ${o.frame}`),
        ];
        wrong.push(...found.map((f) => `seed ${seed} (${page.preset}, ${six.join()}): ${f}`));
      }
    }
    console.log(`seeds 1–${seeds}: ${interlocked} of ${pages} proposals interlock, ${wrong.length} faults`);
    expect(wrong).toEqual([]);
    expect(interlocked).toBeGreaterThan(0);
  });
});
