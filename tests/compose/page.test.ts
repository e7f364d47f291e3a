import { describe, expect, it } from 'vitest';
import { composePage } from '../../src/core/compose/index.ts';
import type { GlyphRun, Part } from '../../src/core/scene/index.ts';
import { faces } from '../support/faces.ts';
import { body, frame, head, projectOf, story } from '../support/project.ts';

const TEXT =
  '清晨六点，城北渡口的第一班船准时离岸。船工老周说：“水清了，鱼也多了。”三年来，沿河十二个村庄清理旧网箱，补种芦苇和菖蒲，把一条灰河养回了碧水。';

const runs = (part: Part): GlyphRun[] => part.items.filter((i) => i.kind === 'glyphs');
const words = (parts: readonly Part[]): string =>
  parts
    .flatMap((p) =>
      runs(p)
        .filter((r) => r.source)
        .map((r) => r.text),
    )
    .join('');

describe('a page', () => {
  const s = story('s1', '一条灰河养回碧水', [TEXT, '# 网箱上岸', TEXT + TEXT, TEXT]);
  const { project, page } = projectOf([s], [frame('h', 'a-s1', head, 0, 0, 4, 8), frame('b', 'a-s1', body(), 0, 8, 4, 20)]);
  const scene = composePage(project, page, faces);
  const part = (id: string): Part => scene.parts.find((p) => p.frame === id) as Part;

  it('holds every character of the story, in order', () => {
    expect(words([part('h')])).toBe('一条灰河养回碧水');
    expect(words([part('b')])).toBe(s.body.map((b) => b.text).join(''));
    expect(scene.overset).toEqual([]);
  });

  it('stands every body baseline on the line grid', () => {
    const b = part('b');
    const pitch = page.grid.linePitchPt;
    const first = (b.glyphs.y[0] as number) % pitch;
    for (const run of runs(b).filter((r) => r.sizePt === 9)) {
      const off = ((b.glyphs.y[run.start] as number) - first) / pitch;
      expect(Math.abs(off - Math.round(off))).toBeLessThan(0.001);
    }
  });

  it('levels its legs to one line', () => {
    const b = part('b');
    const legs = new Map<number, Set<number>>();
    for (const run of runs(b)) {
      const leg = Math.floor(((b.glyphs.x[run.start] as number) + 5) / 126);
      legs.set(leg, (legs.get(leg) ?? new Set()).add(Math.round(((b.glyphs.y[run.start] as number) / page.grid.linePitchPt) * 2)));
    }
    const bottoms = [...legs.values()].map((ys) => Math.max(...ys));
    expect(legs.size).toBe(4);
    expect(Math.max(...bottoms) - Math.min(...bottoms)).toBeLessThanOrEqual(2);
  });

  it('says what finds no room, in characters and lines', () => {
    const small = projectOf([s], [frame('b', 'a-s1', body(), 0, 0, 1, 5)]);
    const over = composePage(small.project, small.page, faces).overset[0];
    const placed = words(composePage(small.project, small.page, faces).parts);
    const all = s.body.map((b) => b.text).join('');
    expect(over?.characters).toBe(all.length - placed.length);
    expect(over?.lines).toBeGreaterThan(10);
  });

  it('composes twice to the same Scene', () => {
    expect(composePage(project, page, faces)).toEqual(scene);
  });
});
