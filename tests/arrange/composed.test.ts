/** Arrangements measured and composed by the real composer in the real faces: the finished Scene is what counts. */
import { describe, expect, it } from 'vitest';
import { firstPage, placeEdit } from '../../src/core/arrange/index.ts';
import { ComposeMemory, composePage, createMeasurer } from '../../src/core/compose/index.ts';
import { apply } from '../../src/core/document/index.ts';
import type { Scene } from '../../src/core/scene/index.ts';
import { passages, type Story } from '../../src/core/story/index.ts';
import { fontFaces } from '../../src/node/faces.ts';
import { faults, missing } from './checker.ts';
import { issueOf } from './issue.ts';

const bare = (s: string): string => s.replace(/\s/gu, '');

/** Characters of a story that the Scene shows nowhere. */
function lost(scene: Scene, story: Story): string[] {
  return passages(story).flatMap(({ place, passage }) => {
    const shown = new Set<number>();
    for (const part of scene.parts)
      for (const item of part.items) {
        if (item.kind !== 'glyphs' || item.source?.story !== story.id) continue;
        if (JSON.stringify(item.source.place) !== JSON.stringify(place)) continue;
        for (let i = 0; i < item.text.length; i++) shown.add(item.source.at + i);
      }
    const gone = [...passage.text].filter((c, i) => bare(c) && !shown.has(i)).length;
    return gone > 0 ? [`${story.id} ${JSON.stringify(place)}: ${gone} of ${passage.text.length}`] : [];
  });
}

const seeds = Number(process.env.ARRANGE_SEEDS ?? 20);

describe('arranged and composed', () => {
  it('loses no character, oversets nothing and keeps every law', { timeout: 900_000 }, () => {
    const wrong: string[] = [];
    let closed = 0;
    let roomy = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const { project, page, stories } = issueOf(seed);
      const memory = new ComposeMemory();
      const a = firstPage(project, page, stories, createMeasurer(project, page, fontFaces, memory), { effort: 6 });
      const r = apply(project, placeEdit(project, page, a));
      if (!r.ok) throw new Error(r.why);
      const next = r.project.pages[0]!;
      const scene = composePage(r.project, next, fontFaces, memory);
      const excused = a.shortfall?.kind === 'over' ? a.shortfall.stories.map((s) => s.story) : [];
      const found = [
        ...faults(r.project, next),
        ...missing(next, stories, excused),
        ...scene.overset.map((o) => `overset: ${o.story} ${o.lines} lines in ${o.frame}`),
        ...next.articles.flatMap((x) => lost(scene, r.project.stories[x.story]!)),
      ];
      if (a.shortfall?.kind !== 'over') roomy++;
      if (a.shortfall === null && a.unfilled <= 0.01) closed++;
      wrong.push(...found.map((f) => `seed ${seed} (${page.preset}): ${f}`));
    }
    console.log(`${seeds} issues composed, seeds 1–${seeds}: ${wrong.length} faults, ${closed} closed of ${roomy} with enough room`);
    expect(wrong).toEqual([]);
  });
});
